/** A text before and now, with what differs told by words as well as by style. */
import type { Difference } from '../model/edition-change.ts'
import { markDifference } from '../model/mark-difference.ts'
import type { MarkedWords } from '../model/mark-words.ts'

/** What was not there, and what is no more, has one line alone. */
export function BeforeAndNow({ difference }: { readonly difference: Difference }) {
  const words = markDifference(difference)
  const before = words.filter(({ mark }) => mark !== 'added')
  const now = words.filter(({ mark }) => mark !== 'taken-out')
  return (
    <>
      {before.length > 0 && (
        <p class="lanyard-marked">
          <strong>Before:</strong> <Marked words={before} />
        </p>
      )}
      {now.length > 0 && (
        <p class="lanyard-marked">
          <strong>Now:</strong> <Marked words={now} />
        </p>
      )}
    </>
  )
}

export function Marked({ words }: { readonly words: readonly MarkedWords[] }) {
  return (
    <>
      {words.map(({ mark, text }, index) => {
        if (mark === 'same' || text.trim() === '') return text
        return mark === 'added' ? (
          <ins key={index}>
            <Said words="added" />
            {text}
            <Said words="end" />
          </ins>
        ) : (
          <del key={index}>
            <Said words="taken out" />
            {text}
            <Said words="end" />
          </del>
        )
      })}
    </>
  )
}

/** Many screen readers say nothing of ins and del. */
function Said({ words }: { readonly words: string }) {
  return <span class="nhsuk-u-visually-hidden"> ({words}) </span>
}
