/** What was done and said about a sign-off, in the order in which it was. */
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { type PauseCause, pauseCauseNames } from '../../model/pause.ts'
import type { PauseAct, Reply } from '../pauses-store.ts'

export function PauseActs({ acts }: { readonly acts: readonly PauseAct[] }) {
  return (
    <>
      {acts.map((act) => (
        <div key={act.id}>
          <p>
            <strong>{actWords(act)}</strong>
          </p>
          <blockquote class="lanyard-words">{act.explanation}</blockquote>
        </div>
      ))}
    </>
  )
}

function actWords({ act, at, by, until, cause }: PauseAct): string {
  const on = plainDate(at)
  const day = until === null ? '' : dayInWords(until)
  if (act === 'extended') return `${by} needed more time, until ${day}. ${on}:`
  if (act === 'ended') return `${by} ended the pause on ${on}:`
  // The column's check constraint allows only causes.
  const why = cause === null ? '' : ` Why: ${pauseCauseNames[cause as PauseCause]}.`
  return `${by} paused it on ${on}, until ${day}.${why}`
}

export function Replies({
  replies,
  holder,
  decider,
}: {
  readonly replies: readonly Reply[]
  /** How each is called to the reader: "You" or a name. */
  readonly holder: string
  readonly decider: string
}) {
  if (replies.length === 0) return null
  return (
    <>
      {replies.map(({ id, byHolder, words, at }) => (
        <div key={id}>
          <p>
            {byHolder ? holder : decider} wrote on {plainDate(at)}:
          </p>
          <blockquote class="lanyard-words">{words}</blockquote>
        </div>
      ))}
    </>
  )
}
