import type { Edition } from '../../../frameworks/model/framework.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { ActionLink } from '../../../ui/action-link.tsx'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type LearningAsk, stateOfAsk } from '../model/ask.ts'
import { nameSections } from '../model/name-sections.ts'
import type { Wish } from '../wishes-store.ts'
import { AskStateTag } from './course-words.tsx'

export interface OwnLearningPageProps extends OwnPageProps {
  readonly asks: readonly LearningAsk[]
  readonly wishes: readonly Wish[]
  readonly edition: Edition
  readonly done?: string | undefined
}

export function OwnLearningPage(props: OwnLearningPageProps) {
  const { account, demo, asks, done } = props
  const title = 'My learning'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.learning(), text: 'Find learning' }}
    >
      {done === 'taken-back' && (
        <DoneBanner title="Taken back" words="Providers are no longer told of it." />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {asks.length === 0 && <p>You have not asked for a course yet.</p>}
      <ul class="nhsuk-list">
        {asks.map((ask) => (
          <li key={ask.id}>
            <a href={paths.learningAsk(ask.id)}>{ask.shown.title}</a>{' '}
            <AskStateTag state={stateOfAsk(ask)} />
            <br />
            {ask.shown.provider}. Asked on {plainDate(ask.askedAt)}.
          </li>
        ))}
      </ul>
      <ActionLink href={paths.learning()} text="Find learning" />
      <Wishes {...props} />
    </OwnLayout>
  )
}

function Wishes({ wishes, edition, account }: OwnLearningPageProps) {
  if (wishes.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">What you told providers is missing</h2>
      <p>Nobody sees that it was you. Each one is forgotten after a year.</p>
      <ul class="nhsuk-list">
        {wishes.map(({ id, code, areaName }) => (
          <li key={id}>
            <OwnForm action={paths.takeBackMissing(id)} csrfToken={account.csrfToken}>
              <p>
                {nameOf(edition, code)}, in {areaName}
              </p>
              <Button
                text="Take it back"
                variant="secondary"
                small
                attributes={{ 'aria-label': `Take back: ${nameOf(edition, code)}` }}
              />
            </OwnForm>
          </li>
        ))}
      </ul>
    </>
  )
}

function nameOf(edition: Edition, code: string): string {
  const [section] = nameSections(edition, [code])
  return section === undefined ? code : `${section.code} ${section.title}`
}
