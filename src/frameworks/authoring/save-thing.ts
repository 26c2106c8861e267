/** One save of one thing: what became of it, and what both wrote where somebody was quicker. */
import { findNames } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { editThing } from './drafts-actions.ts'
import { getThing, listDraftChanges, type PastChange, type StoredThing } from './drafts-store.ts'
import type { DraftThing } from './model/draft-thing.ts'
import { mergeTyped } from './model/show-fields.ts'

interface Edit {
  readonly draft: string
  readonly thing: string
  /** As it was read. */
  readonly revision: number
  readonly value: DraftThing['value']
}

export interface Overtaken {
  readonly outcome: 'overtaken'
  readonly theirs: StoredThing
  /** What was typed, with what the other changed in fields that were left alone here. */
  readonly merged: DraftThing['value']
  /** The change that came first. */
  readonly last?: PastChange | undefined
  readonly lastBy?: string | undefined
}

type Saved = { readonly outcome: 'saved'; readonly revision: number } | Overtaken

export async function saveThing(db: Database, person: Person, edit: Edit): Promise<Saved> {
  const outcome = await editThing(db, person, edit)
  if (outcome === 'saved') return { outcome, revision: edit.revision + 1 }
  const { held, changes, names } = await readSince(db, person, edit)
  if (outcome === 'unchanged') return { outcome: 'saved', revision: held.revision }
  const [last] = changes
  const base = changes.at(-1)?.before
  const isKnown = changes.length === held.revision - edit.revision
  return {
    outcome,
    theirs: held,
    merged: mergeTyped(edit.value, held.value, isKnown ? base : undefined),
    last,
    lastBy: last && names.get(last.by),
  }
}

function readSince(db: Database, person: Person, { draft, thing, revision }: Edit) {
  return asActor(db, person, async (db) => {
    const held = await getThing(db, { draft, thing })
    const most = Math.max(1, Math.min(held.revision - revision, 50))
    const changes = await listDraftChanges(db, { draft, thing, most })
    const names = await findNames(db, [...new Set(changes.map(({ by }) => by))])
    return { held, changes, names }
  })
}
