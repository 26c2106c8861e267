/** Latest changes in words: what was changed at once is one line. */
import { timeInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import type { PastChange } from '../drafts-store.ts'
import { nameOfThing } from '../model/name-thing.ts'

interface ChangesListProps {
  readonly draft: string
  /** The newest first. */
  readonly acts: readonly (readonly PastChange[])[]
  readonly names: ReadonlyMap<string, string>
}

const actWords = {
  added: 'added',
  changed: 'changed',
  moved: 'moved',
  'taken-out': 'took out',
} as const

export function ChangesList({ draft, acts, names }: ChangesListProps) {
  return (
    <ol class="nhsuk-list">
      {acts.map((act) => (
        <li key={act[0]?.number}>
          <ActWords {...{ draft, act, names }} />
        </li>
      ))}
    </ol>
  )
}

/** "Ikenna Ravensdale-Quirke changed 7.1, entry level, 23 November 2026 at 2:05pm". */
function ActWords({
  draft,
  act,
  names,
}: Omit<ChangesListProps, 'acts'> & { readonly act: readonly PastChange[] }) {
  // What it was for comes first: what only made room for it is none of its words.
  const [main] = act.toSorted((one, other) => weight(one) - weight(other))
  if (main === undefined) return null
  const others = act.filter(({ act }) => act !== 'moved').length - 1
  return (
    <>
      {names.get(main.by) ?? 'Somebody who has left'} {actWords[main.act]}{' '}
      <a href={paths.draftHistory(draft, main.thing)}>{nameOfThing(main.thing)}</a>
      {others > 0 && ` and ${others} more`}, {timeInWords(main.at)}
    </>
  )
}

function weight({ act }: PastChange): number {
  return ['added', 'taken-out', 'changed', 'moved'].indexOf(act)
}
