import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { reasonNames } from '../model/recognition-decision.ts'
import { type Figures, threshold } from '../model/recognition-figures.ts'
import type { RecognitionShare } from '../shared-sets-store.ts'

export interface RecognitionsPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly shares: readonly (RecognitionShare & { readonly live: boolean })[]
  readonly figures: Figures
  readonly assumptions: readonly string[]
}

export const purposeNames: Readonly<Record<RecognitionShare['purpose'], string>> = {
  apply: 'Applying',
  join: 'Joining',
}

export function RecognitionsPage(props: RecognitionsPageProps) {
  const { account, demo, slug, name, shares } = props
  const live = shares.filter(({ live }) => live)
  const ended = shares.filter(({ live, decided }) => !live && decided)
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Shared with us, to be recognised"
      team
      back={{ href: paths.team(), text: 'Your team' }}
    >
      <h1 class="nhsuk-heading-l">Shared with {name}, to be recognised</h1>
      <p>
        People who apply or join show you what they have. You look at each thing and decide what
        they need not do again. <a href={paths.accepts(slug)}>What you said you accept</a>
      </p>
      {live.length === 0 && <p>Nobody shares anything with you now.</p>}
      <ul class="nhsuk-list">
        {live.map(({ id, holderName, purpose, at, endsOn }) => (
          <li key={id} class="lanyard-waiting">
            <a href={paths.recognition(slug, id)}>{holderName ?? 'Somebody'}</a>
            <br />
            {purposeNames[purpose]}. Shared on {plainDate(at)}, until {dayInWords(endsOn)}.
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">No longer shared</h2>
          <p>Only your decisions are left.</p>
          <ul class="nhsuk-list">
            {ended.map(({ id, holderName, at }) => (
              <li key={id}>
                <a href={paths.recognition(slug, id)}>
                  {holderName ?? 'Somebody'}, shared on {plainDate(at)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <FiguresPart {...props} />
    </OwnLayout>
  )
}

const few = `fewer than ${threshold} people, so not shown`

function FiguresPart({ figures, assumptions }: RecognitionsPageProps) {
  const { people, accepted, hours, refused } = figures
  return (
    <>
      <h2 class="nhsuk-heading-m">Repeats avoided</h2>
      {people === undefined ? (
        <p>You have decided for {few}.</p>
      ) : (
        <p>
          You have decided for {people} people.{' '}
          {accepted === undefined
            ? `You accepted something of ${few}.`
            : `You accepted ${accepted} things. That is about ${hours} hours that nobody had to repeat, if:`}
        </p>
      )}
      {accepted !== undefined && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {assumptions.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <h2 class="nhsuk-heading-m">Not accepted, by reason</h2>
      {refused.length === 0 && <p>You have accepted everything so far.</p>}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {refused.map(({ reason, people }) => (
          <li key={reason}>
            {reasonNames[reason]}: {people === undefined ? few : `${people} people`}
          </li>
        ))}
      </ul>
    </>
  )
}
