/** Changing a term throughout a draft in one act, and putting it back until the draft is published. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import { changeDraftIn } from '../authoring/drafts-actions.ts'
import type { Edition } from '../model/framework.ts'
import { applyTermChange } from './model/apply-term-change.ts'
import type { AppliedTermChange, LeftBehind } from './model/occurrence.ts'
import { undoTermChange } from './model/undo-term-change.ts'
import { getTermChange, insertTermChange, insertTermPutBack } from './terms-store.ts'

/**
 * `decide` sees the draft as it is under the lock, and gives nothing where that is not what the person
 * saw: then nothing is done. Gives the id of the change. Throws NotFound and Conflict.
 */
export function changeTerms(
  db: Database,
  person: Person,
  draft: string,
  decide: (edition: Edition) => Omit<AppliedTermChange, 'texts'> | undefined,
): Promise<string | undefined> {
  return asActor(db, person, async (db) => {
    let applied: AppliedTermChange | undefined
    await changeDraftIn(db, person, draft, (edition) => {
      const wanted = decide(edition)
      if (wanted === undefined) return edition
      const done = applyTermChange(edition, wanted)
      applied = done.applied
      return done.edition
    })
    if (applied === undefined) return undefined
    const id = randomUUID()
    await insertTermChange(db, { id, draft, by: person.id }, applied)
    await recordEvent(db, person, 'draft.terms-changed', `draft:${draft}`, {
      change: id,
      texts: applied.texts.length,
    })
    return id
  })
}

/** Gives what it left because somebody had edited it. Throws NotFound and Conflict. */
export function putTermsBack(
  db: Database,
  person: Person,
  { draft, change }: { readonly draft: string; readonly change: string },
): Promise<readonly LeftBehind[]> {
  return asActor(db, person, async (db) => {
    const held = await getTermChange(db, { draft, change })
    if (held.putBack !== undefined) throw new Conflict(putBackAlready)
    let left: readonly LeftBehind[] = []
    await changeDraftIn(db, person, draft, (edition) => {
      const undone = undoTermChange(edition, held)
      left = undone.left
      return undone.edition
    })
    if (!(await insertTermPutBack(db, { change, by: person.id }, left))) {
      throw new Conflict(putBackAlready)
    }
    await recordEvent(db, person, 'draft.terms-put-back', `draft:${draft}`, { change })
    return left
  })
}

const putBackAlready = 'This change was put back already.'
