/** What is past its date or soon will be: named, with its day, and the one thing to do. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { isToConfirm } from '../../carry-over/model/carried-words.ts'
import type { LevelEvaluation, SectionStanding } from '../../model/evaluate-passport.ts'

export function DueList({ evaluation }: { readonly evaluation: LevelEvaluation }) {
  const due = evaluation.domains.flatMap(({ sections }) => sections).flatMap(dueIn)
  if (due.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Due soon, or past its date</h2>
      <ul class="nhsuk-list">
        {due.map(({ code, title, until, past, again }) => (
          <li key={code}>
            <a href={paths.askForSignOff(code, evaluation.level)}>
              Renew {code} {title}
            </a>
            {again
              ? `: ${past ? 'it was to be confirmed' : 'confirm it'} again by ${dayInWords(until)}, because the meaning changed`
              : `: its review ${past ? 'was' : 'is'} due on ${dayInWords(until)}`}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.renewals()}>Ask for all of it to be looked at again</a>
      </p>
    </>
  )
}

/** The first day on which something signed in the section is due. */
function dueIn({ section: { code, title }, standings }: SectionStanding) {
  const dates = standings.flatMap(({ state, signing, until, carried }) =>
    (state === 'lapsed' || state === 'due-soon') && signing !== undefined && until !== undefined
      ? [{ until, past: state === 'lapsed', again: isToConfirm({ carried, signing }) }]
      : [],
  )
  const first = dates.sort((one, other) => one.until.localeCompare(other.until))[0]
  return first === undefined ? [] : [{ code, title, ...first }]
}
