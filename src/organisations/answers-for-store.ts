/** For whom an issuer answers: their own organisations, and those that merged into them. */
import { sql } from 'kysely'
import type { Person } from '../actor.ts'
import type { Transaction } from '../database/database.ts'

/** By slug: in whose name they answer. */
export type AnswersFor = ReadonlyMap<string, string>

export async function listAnswersFor(
  db: Transaction,
  issuer: Pick<Person, 'id' | 'permissions'>,
): Promise<AnswersFor> {
  const own = issuer.permissions
    .filter(({ permission }) => permission === 'issue')
    .map(({ organisation }) => [organisation, organisation] as const)
  if (own.length === 0) return new Map()
  const { rows } = await sql<{ organisation: string; successor: string }>`
    select organisation, min(successor) as successor from inherited_issuing()
    where actor_id() = ${issuer.id} group by organisation`.execute(db)
  const inherited = rows.map(({ organisation, successor }) => [organisation, successor] as const)
  return new Map([...inherited, ...own])
}
