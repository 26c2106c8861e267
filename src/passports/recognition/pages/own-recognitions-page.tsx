import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { HeldRecognition } from '../decisions-store.ts'
import { latestDecisions } from '../model/recognition-decision.ts'
import type { TopUpDone } from '../model/top-up.ts'
import type { RecognitionShare } from '../shared-sets-store.ts'
import { OutcomeTag } from './suggestion-words.tsx'

export interface OwnRecognitionsPageProps extends OwnPageProps {
  readonly shares: readonly (RecognitionShare & { readonly live: boolean })[]
  readonly held: readonly HeldRecognition[]
  readonly topUps: readonly TopUpDone[]
}

/** Whom a holder showed a set, and what they recognised. */
export function OwnRecognitionsPage({
  account,
  demo,
  shares,
  held,
  topUps,
}: OwnRecognitionsPageProps) {
  const decided = latestDecisions(held)
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Recognised by employers"
      back={{ href: paths.passport(), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">Recognised by employers</h1>
      <p>
        When you apply or join, show an employer what you have. They decide what you need not do
        again. <a href={paths.whoAccepts()}>See who accepts what you have</a>
      </p>
      {shares.length === 0 && <p>You have shared nothing with an employer yet.</p>}
      {shares.map(({ id, organisationName, at, endsOn, live }) => {
        const of = [...decided.values()].filter(({ shareId }) => shareId === id)
        return (
          <section key={id} class="lanyard-waiting">
            <h2 class="nhsuk-heading-s">
              <a href={paths.ownRecognition(id)}>{organisationName}</a>
            </h2>
            <p>
              Shared on {plainDate(at)}.{' '}
              {live ? `They can see it until ${dayInWords(endsOn)}.` : 'They can no longer see it.'}
            </p>
            {of.length === 0 && <p>They have not decided yet.</p>}
            {of.map((decision) => (
              <p key={decision.id}>
                <OutcomeTag {...{ decision, topUps }} />
                <br />
                {decision.title}
              </p>
            ))}
          </section>
        )
      })}
    </OwnLayout>
  )
}
