import { ActionLink } from '../../ui/action-link.tsx'
import { Button } from '../../ui/button.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { HomeWords } from '../model/home.ts'
import type { AnswerState, StateWords } from '../model/requirement.ts'
import { DoorCard } from './door-card.tsx'
import { HomeDrawing } from './home-drawing.tsx'

export interface HomePageProps {
  readonly words: HomeWords
  readonly counts: Record<AnswerState, number>
  readonly states: readonly StateWords[]
  readonly demo: boolean
}

/** The front door: what did you come to do? */
export function HomePage({ words, counts, states, demo }: HomePageProps) {
  return (
    <PageLayout title="Start" wide demo={demo}>
      <div class="lanyard-welcome">
        <div class="lanyard-welcome__words">
          <h1 class="nhsuk-heading-xl">{words.title}</h1>
          <p class="nhsuk-lede-text">{words.lede}</p>
          <Button href={words.start.href} text={words.start.text} />
        </div>
        <HomeDrawing />
      </div>
      <h2 class="nhsuk-heading-l">{words.heading}</h2>
      <ul class="lanyard-doors">
        {words.doors.map((door) => (
          <DoorCard key={door.who} door={door} notYet={words.notYet} />
        ))}
      </ul>
      <div class="lanyard-pair">
        <section>
          <h2 class="nhsuk-heading-m">{words.asked.heading}</h2>
          <p>{words.asked.text}</p>
          <dl class="lanyard-counts">
            {states.map(({ state, name }) => (
              <div key={state} class={`lanyard-counts__count lanyard-counts__count--${state}`}>
                <dt>{name}</dt>
                <dd>{counts[state]}</dd>
              </div>
            ))}
          </dl>
          <ActionLink href={words.asked.link.href} text={words.asked.link.text} />
        </section>
        <section>
          <h2 class="nhsuk-heading-m">{words.honest.heading}</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {words.honest.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p>
            <a href={words.honest.link.href}>{words.honest.link.text}</a>
          </p>
        </section>
      </div>
    </PageLayout>
  )
}
