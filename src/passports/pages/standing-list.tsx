/** Every statement of a level by domain and section, each told apart by words, heading and frame. */

import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { Expander } from '../../ui/expander.tsx'
import { Icon } from '../../ui/icon.tsx'
import { answerWords } from '../model/answer.ts'
import type { Signing } from '../model/signing.ts'
import {
  countStates,
  type DomainStanding,
  type PassportSummary,
  type SectionStanding,
  type Standing,
} from '../model/summarise-passport.ts'

export function StandingList({ summary }: { readonly summary: PassportSummary }) {
  return (
    <div class="nhsuk-expander-group">
      {summary.domains.map((standing) => (
        <DomainExpander key={standing.domain.number} {...{ summary, standing }} />
      ))}
    </div>
  )
}

function DomainExpander({
  summary,
  standing: { domain, sections },
}: {
  readonly summary: PassportSummary
  readonly standing: DomainStanding
}) {
  const standings = sections.flatMap(({ standings }) => standings)
  const counts = countStates(standings)
  const answered = standings.length - counts['no-answer']
  const title = (
    <>
      {domain.number}. {domain.title}
      <span class="lanyard-standing-count">
        {' '}
        {countWords(counts['signed-off'], answered, standings.length)}
      </span>
    </>
  )
  return (
    <Expander summary={{ children: title }} id={`domain-${domain.number}`}>
      {sections.map((standing) => (
        <SectionBlock key={standing.section.code} {...{ summary, standing }} />
      ))}
    </Expander>
  )
}

function countWords(signed: number, answered: number, total: number): string {
  if (signed === 0 && answered === 0) return `${total} statements, none answered yet`
  if (signed === 0) return `${answered} of ${total} answered`
  return `${signed} of ${total} signed off, ${answered} answered`
}

function SectionBlock({
  summary: { level },
  standing: { section, standings },
}: {
  readonly summary: PassportSummary
  readonly standing: SectionStanding
}) {
  const { code, title } = section
  const blank = standings.every(({ answer }) => answer === undefined)
  return (
    <section class="lanyard-standing-section" id={`section-${code}`}>
      <h3 class="nhsuk-heading-s">
        {code} {title}
      </h3>
      <ul class="lanyard-standings">
        {standings.map((standing) => (
          <StandingCard key={standing.statement.code} standing={standing} />
        ))}
      </ul>
      <p class="lanyard-actions">
        <a href={paths.selfAssess(code, level)}>
          {blank ? 'Say where you stand' : 'Change my answers'}
          <span class="nhsuk-u-visually-hidden">
            {' '}
            in {code} {title}
          </span>
        </a>
        <a href={paths.askForSignOff(code, level)}>
          Ask for sign-off
          <span class="nhsuk-u-visually-hidden">
            {' '}
            of {code} {title}
          </span>
        </a>
      </p>
    </section>
  )
}

function StandingCard({ standing }: { readonly standing: Standing }) {
  const { statement, state, signing, answer } = standing
  if (signing !== undefined) {
    const due = state === 'review-due'
    return (
      <li class={`lanyard-standing lanyard-standing--${due ? 'due' : 'signed'}`}>
        <h4 class="lanyard-standing__kind">
          <Icon name={due ? 'minus' : 'tick'} />
          {due ? 'Signed off, and its review was due' : 'Signed off'}
        </h4>
        <p class="lanyard-standing__text">{statement.text}</p>
        <SignedBy signing={signing} due={due} />
        {answer && <p class="lanyard-meta">You say: {answerWords[answer.answer]}</p>}
      </li>
    )
  }
  return (
    <li class={`lanyard-standing lanyard-standing--${answer ? 'self' : 'blank'}`}>
      <h4 class="lanyard-standing__kind">
        {answer ? `You say: ${answerWords[answer.answer]}` : 'No answer yet'}
      </h4>
      <p class="lanyard-standing__text">{statement.text}</p>
    </li>
  )
}

function SignedBy({ signing, due }: { readonly signing: Signing; readonly due: boolean }) {
  const { shown, assessedOn, reviewOn } = signing
  return (
    <p class="lanyard-meta">
      By {shown.assessor.name}, {shown.organisation}, on {dayInWords(assessedOn)}.
      {reviewOn && ` Review ${due ? 'was ' : ''}due on ${dayInWords(reviewOn)}.`}
    </p>
  )
}
