import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { Reply } from '../decisions-store.ts'
import { type Decision, latestDecisions } from '../model/recognition-decision.ts'
import type { ReplyEntered } from '../model/recognition-entered.ts'
import type { TopUpDone } from '../model/top-up.ts'
import type { RecognitionShare } from '../shared-sets-store.ts'
import { DecisionPart } from './received-set-page.tsx'

export interface OwnRecognitionPageProps extends OwnPageProps {
  readonly share: RecognitionShare
  readonly live: boolean
  /** Titles of what is in it, by the id of the item. */
  readonly titles: ReadonlyMap<string, string>
  readonly decisions: readonly Decision[]
  readonly replies: readonly Reply[]
  readonly topUps: readonly TopUpDone[]
  readonly entered: ReplyEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  shared: 'It is shared. They will look at it and decide.',
  stopped: 'You have stopped sharing it. They see only what they decided.',
  replied: 'Your reply is sent. They can read it.',
}

export function OwnRecognitionPage(props: OwnRecognitionPageProps) {
  const { account, demo, share, live, decisions, titles, errors, done = '' } = props
  const latest = latestDecisions(decisions)
  const waiting = [...titles].filter(([id]) => !latest.has(id))
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={share.organisationName}
      back={{ href: paths.ownRecognitions(), text: 'Recognised by employers' }}
    >
      {dones[done] !== undefined && <DoneBanner title="Done" words={dones[done]} />}
      <h1 class="nhsuk-heading-l">{share.organisationName}</h1>
      <p>
        {live
          ? `They can see what you shared until ${dayInWords(share.endsOn)}.`
          : 'They can no longer see what you shared. What they decided stays with them.'}{' '}
        <a href={paths.whoLooked()}>Who looked</a>
      </p>
      {[...latest.values()].map((decision) => (
        <Decided key={decision.id} {...props} decision={decision} />
      ))}
      {waiting.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Not decided yet</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {waiting.map(([id, title]) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {live && (
        <OwnForm action={paths.stopRecognition(share.id)} csrfToken={account.csrfToken}>
          <Button text="Stop sharing" variant="secondary" />
        </OwnForm>
      )}
    </OwnLayout>
  )
}

function Decided(props: OwnRecognitionPageProps & { readonly decision: Decision }) {
  const { account, share, decision, replies, topUps, entered, errors } = props
  const own = entered.decision === decision.id
  const field = own ? 'words' : `words-${decision.id}`
  return (
    <section class="lanyard-waiting">
      <h2 class="nhsuk-heading-s">{decision.title}</h2>
      <DecisionPart {...{ decision, replies, topUps }} />
      <Details summary={`Reply about ${decision.title ?? 'this'}`} open={own}>
        <OwnForm action={paths.replyToDecision(share.id)} csrfToken={account.csrfToken}>
          <input type="hidden" name="id" value={entered.id} />
          <input type="hidden" name="decision" value={decision.id} />
          <Textarea
            name="words"
            id={field}
            label={{ text: 'Your reply', size: 's' }}
            hint={`Is something wrong, or can you show more? ${noPatients}`}
            rows={3}
            value={own ? entered.words : ''}
            errorMessage={own ? faultOf(errors, 'words') : undefined}
          />
          {own && <ConfirmNoPatient findings={entered.findings} />}
          <Button text="Send my reply" variant="secondary" small />
        </OwnForm>
      </Details>
    </section>
  )
}
