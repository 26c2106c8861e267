import { Fragment } from 'preact'
import { verdictLimits } from '../../../credentials/verdict-words.ts'
import { dayInWords, timeInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Reply } from '../decisions-store.ts'
import { type Decision, latestDecisions } from '../model/recognition-decision.ts'
import { suggestedField, suggestedWords } from '../model/suggested-field.ts'
import type { TopUpDone } from '../model/top-up.ts'
import type { JudgedItem, ReceivedSet } from '../read-set.ts'
import { purposeNames } from './recognitions-page.tsx'
import { OutcomeTag, OutcomeWords, SuggestionTag } from './suggestion-words.tsx'

export interface ReceivedSetPageProps extends OwnPageProps, ReceivedSet {
  readonly slug: string
  readonly decided?: boolean | undefined
  /** Those that the policy accepts and nobody has decided on. */
  readonly ready: readonly JudgedItem[]
}

const verdicts: Readonly<Record<JudgedItem['item']['verdict'], string>> = {
  valid: 'Valid. We checked it just now.',
  seen: 'The original was seen by a person.',
  invalid: 'Not valid.',
  unknown: 'Could not be checked.',
}

/** What somebody shows an organisation, and what it decided. */
export function ReceivedSetPage(props: ReceivedSetPageProps) {
  const { account, demo, slug, share, live, items, decided } = props
  const name = share.holderName ?? 'Somebody'
  return (
    <OwnLayout
      {...{ account, demo }}
      title={name}
      team
      back={{ href: paths.recognitions(slug), text: 'Shared with us' }}
    >
      {decided && <DoneBanner title="Decided" words="It is recorded. The person sees it now." />}
      <h1 class="nhsuk-heading-l">{name}</h1>
      {live ? (
        <p>
          {purposeNames[share.purpose]}. Shared with you until {dayInWords(share.endsOn)}.{' '}
          {verdictLimits} The person can see that you looked.
        </p>
      ) : (
        <InsetText>
          <p>This is no longer shared with you. Only what you decided is left.</p>
        </InsetText>
      )}
      {props.decisions.length + items.length > 0 && (
        <p>
          <a href={paths.stillToDo(slug, share.id)}>What is still to do for {name}</a>
        </p>
      )}
      <Bulk {...props} />
      {live ? <Items {...props} /> : <DecisionsAlone {...props} />}
    </OwnLayout>
  )
}

function Bulk({ ready, account, slug, share }: ReceivedSetPageProps) {
  if (ready.length === 0) return null
  const things = ready.length === 1 ? 'the 1 thing' : `the ${ready.length} things`
  return (
    <OwnForm action={paths.recognition(slug, share.id)} csrfToken={account.csrfToken}>
      <p>
        Your policy accepts {things} below that nobody has decided on, as marked. Read them, then
        decide here in one go, or open each.
      </p>
      {ready.map((judged) => (
        <Fragment key={judged.id}>
          <input type="hidden" name="items" value={judged.id} />
          <input type="hidden" name={suggestedField(judged)} value={suggestedWords(judged)} />
        </Fragment>
      ))}
      <Button
        text={
          ready.length === 1 ? 'Accept it as suggested' : `Accept all ${ready.length} as suggested`
        }
        preventDoubleClick
      />
    </OwnForm>
  )
}

function Items({ items, decisions, replies, topUps, slug, share }: ReceivedSetPageProps) {
  const latest = latestDecisions(decisions)
  return (
    <ul class="nhsuk-list">
      {items.map(({ id, item, suggestion, brought }) => {
        const decision = latest.get(id)
        return (
          <li key={id} class="lanyard-waiting">
            <h2 class="nhsuk-heading-s lanyard-breaks">{item.title}</h2>
            {brought && <p>The person brought this from elsewhere.</p>}
            <p>
              <strong>{verdicts[item.verdict]}</strong> {item.verdictWords}
            </p>
            <p>
              <SuggestionTag {...suggestion} />
              <br />
              {suggestion.why}
              {suggestion.topUp !== undefined && ` Top-up: ${suggestion.topUp}.`}
            </p>
            {decision && <DecisionPart {...{ decision, replies, topUps }} />}
            <p>
              <a href={paths.recogniseItem(slug, share.id, id)}>
                {decision === undefined ? 'Look at it and decide' : 'Decide again'}
                <span class="nhsuk-u-visually-hidden">: {item.title}</span>
              </a>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function DecisionsAlone({ decisions, replies, topUps }: ReceivedSetPageProps) {
  const latest = [...latestDecisions(decisions).values()]
  return (
    <ul class="nhsuk-list">
      {latest.map((decision) => (
        <li key={decision.id} class="lanyard-waiting">
          <h2 class="nhsuk-heading-s">{decision.title ?? 'An item'}</h2>
          <DecisionPart {...{ decision, replies, topUps }} />
        </li>
      ))}
    </ul>
  )
}

export function DecisionPart({
  decision,
  replies,
  topUps,
}: {
  readonly decision: Decision
  readonly replies: readonly Reply[]
  readonly topUps: readonly TopUpDone[]
}) {
  return (
    <>
      <p>
        <OutcomeTag {...{ decision, topUps }} />
        <br />
        Decided by {decision.decidedByName ?? 'somebody'} on {timeInWords(decision.at)}.
      </p>
      <OutcomeWords {...{ decision, topUps }} />
      {replies
        .filter(({ decisionId }) => decisionId === decision.id)
        .map(({ id, words, at }) => (
          <div key={id}>
            <p>
              <strong>Reply on {timeInWords(at)}:</strong>
            </p>
            <blockquote class="lanyard-words">{words}</blockquote>
          </div>
        ))}
    </>
  )
}
