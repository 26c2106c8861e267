/** Puts in or takes out what a change of terms adds to the glossary and the preferred terms. */
import { isDeepStrictEqual } from 'node:util'
import { targetSlug } from '../../model/amendment.ts'
import type { Edition } from '../../model/framework.ts'
import type { EntryChange } from './occurrence.ts'

export function withEntry(edition: Edition, { list, before, after }: EntryChange): Edition {
  const held: readonly object[] = edition[list]
  const at = held.findIndex((one) => before !== undefined && isSame(one, before))
  return { ...edition, [list]: at < 0 ? [...held, after] : held.with(at, after) }
}

/** Undefined where it stands no longer as it was put there. */
export function withoutEntry(
  edition: Edition,
  { list, before, after }: EntryChange,
): Edition | undefined {
  const held: readonly object[] = edition[list]
  const at = held.findIndex((one) => isSame(one, after))
  if (at < 0) return undefined
  return {
    ...edition,
    [list]: before === undefined ? held.toSpliced(at, 1) : held.with(at, before),
  }
}

export function entryTarget({ list, after }: EntryChange): `glossary/${string}` | `term/${string}` {
  return list === 'glossary'
    ? `glossary/${targetSlug(after.term)}`
    : `term/${targetSlug(after.use)}`
}

/** Absent and undefined fields are the same, as they are once kept. */
function isSame(one: object, other: object): boolean {
  return isDeepStrictEqual(plain(one), plain(other))
}

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value))
}
