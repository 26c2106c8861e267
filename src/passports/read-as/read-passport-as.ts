/** A holder's passport and the framework that it is read as. */
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { listMappingsNow } from '../../frameworks/crosswalks/list-mappings-now.ts'
import { listForeignCodes } from '../../frameworks/crosswalks/model/list-codes.ts'
import {
  type ForeignEdition,
  getForeignEdition,
} from '../../frameworks/crosswalks/read-crosswalk.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import { ownEdition } from '../passports-edition.ts'
import { type Held, readHeld } from '../standing/read-evaluation.ts'
import { mappingsToRead, standingsToRead } from './model/prepare-reading.ts'
import { type CodeRead, type MappingToRead, readAs } from './model/read-as.ts'

export interface HeldPassport extends Held {
  readonly own: ShelvedEdition
  readonly today: string
}

export interface PassportReading {
  readonly to: ForeignEdition
  readonly level: LevelSlug
  readonly mappings: readonly MappingToRead[]
  readonly codes: readonly CodeRead[]
}

export async function readHeldPassport(
  db: Transaction,
  {
    holderId,
    own,
    today,
  }: { readonly holderId: string; readonly own: ShelvedEdition; readonly today: string },
): Promise<HeldPassport> {
  return { ...(await readHeld(db, { holderId, ref: own.ref })), own, today }
}

export async function readPassportAs(
  db: Transaction,
  held: HeldPassport,
  { to, level }: { readonly to: ForeignEdition; readonly level: LevelSlug },
): Promise<PassportReading> {
  const { edition, ref, successions } = held.own
  const { own, carried } = await listMappingsNow(db, held.own, to.ref)
  const mappings = mappingsToRead([...own, ...carried], edition, level)
  const codes = readAs(
    standingsToRead({ ...held, edition, ref, successions }),
    mappings,
    listForeignCodes(to.edition),
  )
  return { to, level, mappings, codes }
}

/** The holder's own edition and the framework of others. Throws NotFound. */
export async function getBothEditions(shelf: EditionShelf, person: Person, ref: string) {
  return { own: await ownEdition(shelf, person), to: await getForeignEdition(shelf, ref) }
}
