/** The two editions of a crosswalk and what relates them. */
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import type { StoredEdition } from '../frameworks-store.ts'
import { chooseEdition } from '../model/choose-edition.ts'
import type { Skeleton } from '../model/framework.ts'
import { listMappingsNow } from './list-mappings-now.ts'
import type { Mapping } from './model/mapping.ts'

const ownFramework = 'ahp-support-worker'

export interface ForeignEdition extends StoredEdition {
  readonly skeleton: Skeleton
}

export interface Crosswalk {
  readonly from: StoredEdition
  readonly to: ForeignEdition
  /** Oldest first, with what was replaced and refused. */
  readonly mappings: readonly Mapping[]
}

/** Our own edition of now. Throws NotFound where none is published yet. */
export async function getOwnEdition(shelf: EditionShelf): Promise<StoredEdition> {
  const ref = chooseEdition(await shelf.list(), ownFramework)
  if (ref === undefined) throw new NotFound(`no edition of ${ownFramework} is published`)
  return shelf.get(ref)
}

/** Throws NotFound for what is no framework of others. */
export async function getForeignEdition(shelf: EditionShelf, ref: string): Promise<ForeignEdition> {
  const stored = await shelf.get(ref)
  const { skeleton } = stored.edition
  if (skeleton === undefined) throw new NotFound(`${ref} is no framework of others`)
  return { ...stored, skeleton }
}

/** Throws NotFound. */
export async function readCrosswalk(
  db: Database | Transaction,
  shelf: EditionShelf,
  ref: string,
): Promise<Crosswalk> {
  const to = await getForeignEdition(shelf, ref)
  const from = await getOwnEdition(shelf)
  const { own, carried } = await listMappingsNow(db, from, to.ref)
  return { from, to, mappings: [...own, ...carried] }
}
