/** What a holder does to their own entries. Each change is a new version. */

import { isDeepStrictEqual } from 'node:util'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { isWaiting } from '../bring/model/original.ts'
import { listOwnOriginals, setOriginalEnded } from '../bring/originals-store.ts'
import { type Entry, mostEntries } from '../model/entry.ts'
import { lockPassport } from '../passports-store.ts'
import type { EntrySaid } from './entries-forms.ts'
import {
  countEntries,
  type EntryDraft,
  getEntry,
  insertEntry,
  insertEntryVersion,
  listEntries,
  removeEntry,
} from './entries-store.ts'

export type Kept = 'kept' | 'same' | 'too-many'

/** Posting the same form again keeps one. "same": there is one like it, and it was not confirmed. */
export function addEntry(
  db: Database,
  person: Person,
  {
    id,
    draft,
    again,
  }: { readonly id: string; readonly draft: EntryDraft; readonly again: boolean },
): Promise<Kept> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const others = await listEntries(db, { holderId })
    if (others.some((one) => one.id === id)) return 'kept'
    if (!again && others.some((one) => isSame(one, draft))) return 'same'
    if ((await countEntries(db, { holderId })) >= mostEntries) return 'too-many'
    // An id that is somebody else's: as if it were not there.
    if (!(await insertEntry(db, { id, holderId }, draft))) throw new NotFound(`entry ${id}`)
    await recordEvent(db, person, 'entry.added', `entry:${id}`)
    return 'kept'
  })
}

export type Changed = 'changed' | 'overtaken' | 'same'

/** "overtaken": it was changed elsewhere after `version` was read, and says something else now. */
export function changeEntry(
  db: Database,
  person: Person,
  change: {
    readonly id: string
    readonly version: number
    readonly said: EntrySaid
    readonly again: boolean
  },
): Promise<Changed> {
  const holderId = person.id
  const { id, said, again } = change
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const now = await getEntry(db, { id, holderId })
    const draft = { ...said, kind: now.kind, edition: now.edition, codes: now.codes }
    if (isDeepStrictEqual(draftOf(now), plain(draft))) return 'changed'
    if (now.version !== change.version) return 'overtaken'
    const others = (await listEntries(db, { holderId })).filter((one) => one.id !== id)
    if (!again && others.some((one) => isSame(one, draft))) return 'same'
    await keepVersion(db, person, now, draft)
    if (draft.private) await endWaiting(db, { id, holderId })
    await recordEvent(db, person, 'entry.changed', `entry:${id}`, { version: now.version + 1 })
    return 'changed'
  })
}

/** What is private is shown to nobody: nobody is asked to look at its original any more. */
async function endWaiting(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<void> {
  const waiting = (await listOwnOriginals(db, { holderId })).filter(isWaiting)
  for (const { id: request } of waiting.filter(({ entryId }) => entryId === id)) {
    await setOriginalEnded(db, { id: request, holderId, at: new Date() })
  }
}

/** The same statements again change nothing. */
export function countEntry(
  db: Database,
  person: Person,
  {
    id,
    edition,
    codes,
  }: { readonly id: string; readonly edition: string; readonly codes: readonly string[] },
): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const now = await getEntry(db, { id, holderId })
    const draft = { ...draftOf(now), edition, codes }
    if (isDeepStrictEqual(draftOf(now), draft)) return
    await keepVersion(db, person, now, draft)
    await recordEvent(db, person, 'entry.counted', `entry:${id}`, { statements: codes.length })
  })
}

/** With its earlier versions and its evidence. */
export function takeOutEntry(db: Database, person: Person, id: string): Promise<void> {
  return asActor(db, person, async (db) => {
    // So that its evidence does not go while a request is made that shows it.
    await lockPassport(db, person.id)
    if (!(await removeEntry(db, { id, holderId: person.id }))) throw new NotFound(`entry ${id}`)
    await recordEvent(db, person, 'entry.taken-out', `entry:${id}`)
  })
}

async function keepVersion(
  db: Transaction,
  person: Person,
  { id, version }: Entry,
  draft: EntryDraft,
): Promise<void> {
  const next = { id, holderId: person.id, version: version + 1 }
  if (!(await insertEntryVersion(db, next, draft))) {
    throw new Error(`version ${next.version} of entry ${id} is there, and its passport was locked`)
  }
}

function draftOf(entry: Entry): EntryDraft {
  const { id: _id, version: _version, at: _at, confirmation: _confirmation, ...draft } = entry
  return plain(draft)
}

/** In one order, so that two can be compared. */
function plain({
  kind,
  title,
  private: own,
  edition,
  codes,
  facts,
  ...days
}: EntryDraft): EntryDraft {
  return {
    ...{ kind, title, private: own, edition, codes: [...codes], facts: { ...facts } },
    ...{ from: days.from, to: days.to, validUntil: days.validUntil },
  }
}

/** What people would call the same thing entered twice. */
function isSame(one: Entry, other: Pick<EntryDraft, 'kind' | 'title' | 'from' | 'facts'>): boolean {
  const named = (title: string) => title.toLowerCase()
  return (
    one.kind === other.kind &&
    named(one.title) === named(other.title) &&
    one.from === other.from &&
    (one.kind !== 'lived-experience' || isDeepStrictEqual(one.facts, { ...other.facts }))
  )
}
