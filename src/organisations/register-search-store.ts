/** The SQL of looking organisations up. The register is public: it needs no actor to read. */
import { type RawBuilder, sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import type { RegisterSearch } from './model/register-search.ts'

/** Public tables only: whoever asks gets the same. */
type Db = Database | Transaction

export interface FoundOrganisation {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly nation: string
  readonly openedOn?: string | undefined
  readonly endedOn?: string | undefined
  readonly mayIssue: boolean
  /** The earlier names that the search met, where it did not meet the present one. */
  readonly earlierNames: readonly string[]
}

export const organisationsOnPage = 25

export async function listOrganisations(
  db: Db,
  search: RegisterSearch,
): Promise<FoundOrganisation[]> {
  const page = matching(db, search)
    .orderBy('name')
    .orderBy('slug')
    .limit(organisationsOnPage)
    .offset((search.page - 1) * organisationsOnPage)
    .select(['slug', 'name', 'kind', 'nation', 'opened_on', 'ended_on'])
  // Outside, so that it is not asked of those on the pages before.
  const rows = await db
    .selectFrom(page.as('organisation'))
    .select(['slug', 'name', 'kind', 'nation', 'opened_on', 'ended_on'])
    .select(sql<boolean>`may_issue(slug)`.as('may_issue'))
    .select(earlierNames(search.words).as('earlier_names'))
    .orderBy('name')
    .orderBy('slug')
    .execute()
  return rows.map(({ opened_on, ended_on, may_issue, earlier_names, ...found }) => ({
    ...found,
    openedOn: opened_on ?? undefined,
    endedOn: ended_on ?? undefined,
    mayIssue: may_issue,
    earlierNames: earlier_names,
  }))
}

export async function countOrganisations(db: Db, search: RegisterSearch): Promise<number> {
  const row = await matching(db, search)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function matching(db: Db, { words, nation, sector, kind }: RegisterSearch) {
  let query = db.selectFrom('organisation')
  if (nation !== undefined) query = query.where('nation', '=', nation)
  if (sector !== undefined) query = query.where('sector', '=', sector)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (words.length === 0) return query
  return query.where('slug', 'in', (names) =>
    names
      .selectFrom('organisation_name')
      .where(sql<boolean>`searched @@ ${queryOf(words)}`)
      .select('organisation_name.organisation'),
  )
}

/** Each word as it begins, so that what is half typed is found. A subquery is asked once, and not for each row. */
function queryOf(words: readonly string[]) {
  const typed = words.map((word) => `${word}:*`).join(' & ')
  return sql`(select to_tsquery('simple', unaccent(${typed})))`
}

function earlierNames(words: readonly string[]): RawBuilder<string[]> {
  if (words.length === 0) return sql<string[]>`'{}'::text[]`
  return sql<string[]>`array(
    select earlier.name from organisation_name earlier
    where earlier.organisation = organisation.slug and earlier.name <> organisation.name
      and searched @@ ${queryOf(words)}
      and not words_of(organisation.name) @@ ${queryOf(words)}
    order by earlier.valid_from nulls first)`
}

export interface NamedOrganisation {
  readonly slug: string
  readonly name: string
}

/** The names that these have today, or had at their end. */
export async function findOrganisationNames(
  db: Db,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .where('slug', 'in', [...slugs])
    .select(['slug', 'name'])
    .execute()
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

const mostNeverVerified = 100

/** Those that are still there and of which no steward has proposed anything. */
export function listNeverVerified(db: Transaction): Promise<NamedOrganisation[]> {
  return db
    .selectFrom('organisation')
    .where('ended_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('verification_proposal')
            .whereRef('verification_proposal.organisation', '=', 'slug')
            .select('id'),
        ),
      ),
    )
    .orderBy('name')
    .limit(mostNeverVerified)
    .select(['slug', 'name'])
    .execute()
}
