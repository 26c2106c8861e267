import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import {
  getMapping,
  insertMappings,
  listLine,
  lockLine,
  type NewMapping,
} from '../crosswalks-store.ts'
import { chooseNewest } from '../model/choose-standing.ts'
import type { Mapping, MappingWords } from '../model/mapping.ts'
import { stewardOfMappings } from './mapping-duties.ts'

export const overtaken =
  'Somebody has decided on this since you opened the page. Look at it again before you go on.'

const begunAlready =
  'The same of ours is related to the same of theirs already. Find it in the list of that framework, and decide on it there.'

interface Editions {
  readonly fromEdition: string
  readonly toEdition: string
}

/** The first of its line. Throws NotFound, and Conflict where somebody has begun the same. */
export function beginMapping(
  db: Database,
  actor: Person,
  { words, ...editions }: Editions & { readonly words: MappingWords },
): Promise<string> {
  return asActor(db, actor, async (db) => {
    const id = randomUUID()
    return decide(db, actor, { ...words, ...editions, id, line: id }, begunAlready)
  })
}

/** In place of another, which stays to be read. Throws NotFound and Conflict. */
export function replaceMapping(
  db: Database,
  actor: Person,
  { id: supersedes, words }: { readonly id: string; readonly words: MappingWords },
): Promise<string> {
  return asActor(db, actor, async (db) => {
    await stewardOfMappings(db, actor)
    const { fromEdition, toEdition, line } = await getNewest(db, supersedes)
    const place = { fromEdition, toEdition, line, supersedes }
    return decide(db, actor, { ...words, ...place, id: randomUUID() }, overtaken)
  })
}

/** Throws NotFound, and Conflict for one that something took the place of. Holds its line. */
export async function getNewest(db: Transaction, id: string): Promise<Mapping> {
  const { line } = await getMapping(db, id)
  await lockLine(db, line)
  const newest = chooseNewest(await listLine(db, line)).find((mapping) => mapping.id === id)
  if (newest === undefined) throw new Conflict(overtaken)
  return newest
}

async function decide(
  db: Transaction,
  actor: Person,
  mapping: Omit<NewMapping, 'decided'>,
  otherwise: string,
): Promise<string> {
  const steward = await stewardOfMappings(db, actor)
  const decided = { by: actor.id, for: steward }
  if ((await insertMappings(db, [{ ...mapping, decided }])) === 0) throw new Conflict(otherwise)
  await recordEvent(db, actor, 'mapping.decided', `mapping:${mapping.id}`, {
    to: mapping.toEdition,
    code: mapping.to,
    relation: mapping.relation,
  })
  return mapping.id
}
