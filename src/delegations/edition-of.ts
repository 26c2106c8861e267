/** The edition that a delegation was made on: read before a transaction is opened, and never inside one. */
import type { Actor } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import { getDelegation } from './delegations-store.ts'
import type { Delegation } from './model/delegation.ts'

/** Throws NotFound for a delegation that they may not read. */
export async function editionOf(
  db: Database,
  shelf: EditionShelf,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<ShelvedEdition> {
  const { edition } = await asActor(db, actor, (db) => getDelegation(db, id))
  return shelf.get(edition)
}

export async function editionsOf(
  shelf: EditionShelf,
  delegations: readonly Pick<Delegation, 'edition'>[],
): Promise<ReadonlyMap<string, ShelvedEdition>> {
  const refs = [...new Set(delegations.map(({ edition }) => edition))]
  return new Map(await Promise.all(refs.map(async (ref) => [ref, await shelf.get(ref)] as const)))
}
