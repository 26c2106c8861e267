/** Beginning a draft, and changing one thing or many in it. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import { findEdition } from '../frameworks-store.ts'
import { type Edition, editionRef } from '../model/framework.ts'
import * as store from './drafts-store.ts'
import { lockOpenDraft } from './lock-open-draft.ts'
import { differingThings } from './model/differing-things.ts'
import { refOfDraft } from './model/draft.ts'
import type { DraftThing } from './model/draft-thing.ts'
import { putTogether } from './model/put-together.ts'
import { takeApart } from './model/take-apart.ts'

export interface DraftName {
  readonly slug: string
  readonly version: string
}

/**
 * With everything that stands in another edition. Throws Conflict where the name is taken, or where
 * another organisation keeps the framework. An organisation that the person is no steward of is refused by the database.
 */
export function beginDraft(
  db: Database,
  person: Person,
  {
    organisation,
    name,
    from,
  }: { readonly organisation: string; readonly name: DraftName; readonly from: Edition },
): Promise<string> {
  const { slug, version } = name
  return asActor(db, person, async (db) => {
    if (!(await store.mayKeepFramework(db, { slug, organisation }))) {
      throw new Conflict('Another organisation keeps this framework, and publishes its editions.')
    }
    const taken = await findEdition(db, editionRef(name))
    const draft = { id: randomUUID(), organisation, slug, version, base: editionRef(from) }
    if (taken !== undefined || !(await store.insertDraft(db, { ...draft, begunBy: person.id }))) {
      throw new Conflict(`There is an edition ${refOfDraft(name)} already. Choose another name.`)
    }
    const { published: _, label: __, ...text } = from
    const begun: Edition = { ...text, slug, version, status: 'draft' }
    await store.insertThings(db, { draft: draft.id }, takeApart(begun))
    await recordEvent(db, person, 'draft.begun', `draft:${draft.id}`, { name: refOfDraft(name) })
    return draft.id
  })
}

export type EditedThing = 'saved' | 'unchanged' | 'overtaken'

/**
 * "overtaken": somebody changed it after `revision` was read, and nothing is written. Throws Conflict
 * for a draft that is published or set aside.
 */
export function editThing(
  db: Database,
  person: Person,
  {
    draft,
    thing,
    revision,
    value,
  }: {
    readonly draft: string
    readonly thing: string
    readonly revision: number
    readonly value: DraftThing['value']
  },
): Promise<EditedThing> {
  return asActor(db, person, async (db) => {
    await lockOpenDraft(db, draft)
    const held = await store.getThing(db, { draft, thing })
    const now = { thing, position: held.position, value }
    if (differingThings([held], [now]).set.length === 0) return 'unchanged'
    if (!(await store.setThing(db, { draft, revision }, now))) return 'overtaken'
    const { value: before, position } = held
    const change = { thing, act: 'changed' as const, before, position }
    await store.insertDraftChanges(db, { draft, by: person.id }, [change])
    return 'saved'
  })
}

/**
 * Whatever `change` makes of the whole draft, in one transaction and in its history. Throws Conflict
 * for a draft that is published or set aside. Gives how many things it changed.
 */
export function changeDraft(
  db: Database,
  person: Person,
  draft: string,
  change: (edition: Edition) => Edition,
): Promise<number> {
  return asActor(db, person, (db) => changeDraftIn(db, person, draft, change))
}

/** The same inside a transaction that does more. */
export function changeDraftIn(
  db: Transaction,
  person: Person,
  draft: string,
  change: (edition: Edition) => Edition,
): Promise<number> {
  return changeThingsIn(db, person, draft, (things) => takeApart(change(putTogether(things))))
}

/** As `changeDraft`, for what is said more shortly of things than of an edition. */
export async function changeThingsIn(
  db: Transaction,
  person: Person,
  draft: string,
  change: (things: readonly store.StoredThing[]) => readonly DraftThing[],
): Promise<number> {
  await lockOpenDraft(db, draft)
  const before = await store.listThings(db, { draft })
  const changes = differingThings(before, change(before))
  await saveChanges(db, { draft, by: person.id }, before, changes)
  return changes.inserted.length + changes.set.length + changes.removed.length
}

async function saveChanges(
  db: Transaction,
  { draft, by }: { readonly draft: string; readonly by: string },
  before: readonly store.StoredThing[],
  { inserted, set, removed }: ReturnType<typeof differingThings>,
): Promise<void> {
  const revisions = new Map(before.map(({ thing, revision }) => [thing, revision]))
  await store.removeThings(
    db,
    { draft },
    removed.map(({ thing }) => thing),
  )
  for (const { now } of set) {
    const revision = revisions.get(now.thing) ?? 0
    if (!(await store.setThing(db, { draft, revision }, now))) {
      throw new Conflict('Somebody changed the draft at the same moment. Try again.')
    }
  }
  await store.insertThings(db, { draft }, inserted)
  await store.insertDraftChanges(db, { draft, by }, [
    ...removed.map(({ thing, value, position }) => ({
      ...{ thing, act: 'taken-out' as const, before: value, position },
    })),
    ...set.map(({ before, now }) => ({
      ...{ thing: now.thing, before: before.value, position: before.position },
      act: sameValue(before, now) ? ('moved' as const) : ('changed' as const),
    })),
    ...inserted.map(({ thing }) => ({ thing, act: 'added' as const })),
  ])
}

function sameValue(one: DraftThing, other: DraftThing): boolean {
  return differingThings([one], [{ ...other, position: one.position }]).set.length === 0
}
