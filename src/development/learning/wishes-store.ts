/** The SQL of what people say is missing near them, and of how many say so. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Wanted } from './model/suppress-demand.ts'

interface Whose {
  readonly holderId: string
}

export interface Area {
  readonly slug: string
  readonly name: string
}

/** Where the actor's employers plan together: as of today. */
export async function listOwnAreas(db: Transaction): Promise<Area[]> {
  const areas = sql<Area>`select slug, name from organisation
    where slug = any (my_areas()) order by name`
  return (await areas.execute(db)).rows
}

/** What was said before is left as it was. */
export async function insertWishes(
  db: Transaction,
  wishes: readonly {
    readonly id: string
    readonly holderId: string
    readonly edition: string
    readonly code: string
    readonly area: string
  }[],
): Promise<number> {
  if (wishes.length === 0) return 0
  const made = await db
    .insertInto('learning_wish')
    .values(
      wishes.map(({ id, holderId, edition, code, area }) => ({
        ...{ id, holder_id: holderId, edition, code, area },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return made.length
}

export interface Wish {
  readonly id: string
  readonly code: string
  readonly areaName: string
  readonly at: Date
}

export async function listOwnWishes(db: Transaction, { holderId }: Whose): Promise<Wish[]> {
  return db
    .selectFrom('learning_wish')
    .innerJoin('organisation', 'organisation.slug', 'learning_wish.area')
    .where('holder_id', '=', holderId)
    .orderBy('learning_wish.at', 'desc')
    .select(['learning_wish.id', 'code', 'organisation.name as areaName', 'learning_wish.at'])
    .execute()
}

/** False where it was not there, or not theirs. */
export async function removeWish(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('learning_wish')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Whole numbers, never to be shown as they are: see `suppressDemand`. */
export async function listWanted(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<{ readonly wanted: readonly Wanted[]; readonly areas: number }> {
  const asked = sql<Wanted>`select area, name, code, people, in_all as "inAll"
    from learning_wanted(${organisation})`
  const counted = sql<{ areas: number }>`select count_areas(${organisation}) as areas`
  const wanted = (await asked.execute(db)).rows
  return { wanted, areas: (await counted.execute(db)).rows[0]?.areas ?? 0 }
}
