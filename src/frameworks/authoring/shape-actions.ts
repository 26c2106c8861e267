/** Changes of what a draft is made of: added, moved, taken out, given another number, undone. */
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { changeThingsIn } from './drafts-actions.ts'
import { listChangesOfAct, listDraftChanges, type StoredThing } from './drafts-store.ts'
import { lockOpenDraft } from './lock-open-draft.ts'
import type { DraftThing } from './model/draft-thing.ts'
import { mayUndo, undoAct } from './model/undo-act.ts'

/** In one transaction. Undefined from `change` means that it cannot be done: nothing is changed. */
export function reshapeDraft(
  db: Database,
  person: Person,
  draft: string,
  change: (things: readonly StoredThing[]) => readonly DraftThing[] | undefined,
): Promise<'done' | 'not-done'> {
  return asActor(db, person, async (db) => {
    let outcome: 'done' | 'not-done' = 'not-done'
    await changeThingsIn(db, person, draft, (things) => {
      const changed = change(things)
      if (changed === undefined) return things
      outcome = 'done'
      return changed
    })
    return outcome
  })
}

/**
 * Takes back everything that was changed at once with the change of this number. Throws Conflict
 * where any of it was changed again since.
 */
export function undoChange(
  db: Database,
  person: Person,
  { draft, number }: { readonly draft: string; readonly number: number },
): Promise<void> {
  return asActor(db, person, async (db) => {
    await lockOpenDraft(db, draft)
    const act = await listChangesOfAct(db, { draft, number })
    const last = act.at(-1)
    if (last === undefined) throw new NotFound(`change ${number} of draft ${draft}`)
    const later = await listDraftChanges(db, { draft, since: last.number, most: laterRead })
    const touched = new Set(act.map(({ thing }) => thing))
    if (later.length === laterRead || later.some(({ thing }) => touched.has(thing))) {
      throw new Conflict(changedSince)
    }
    await changeThingsIn(db, person, draft, (things) => {
      if (!mayUndo(things, act)) throw new Conflict(changedSince)
      return undoAct(things, act)
    })
  })
}

/** More changes than this, and what one of them undid is no longer looked for. */
const laterRead = 1_000

const changedSince =
  'Something here was changed again since. Open its history and put back the words that you want.'

/** The words from before one change stand there again, as a new change. Throws NotFound. */
export function putBack(
  db: Database,
  person: Person,
  {
    draft,
    thing,
    number,
  }: { readonly draft: string; readonly thing: string; readonly number: number },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const act = await listChangesOfAct(db, { draft, number })
    const change = act.find((one) => one.number === number && one.thing === thing)
    const before = change?.before
    if (before === undefined) throw new NotFound(`change ${number} of ${thing}`)
    await changeThingsIn(db, person, draft, (things) => {
      if (!things.some((one) => one.thing === thing)) throw new NotFound(thing)
      return things.map((one) => (one.thing === thing ? { ...one, value: before } : one))
    })
  })
}
