import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import type { Derivation } from './model/derivation.ts'
import { type Edition, type EditionStatus, editionRef, levelOf } from './model/framework.ts'

type Db = Database | Transaction
export type ShelvedStatus = EditionStatus | 'withdrawn'

export interface EditionWithdrawal {
  /** YYYY-MM-DD */
  readonly fromDay: string
  readonly reason: string
  /** `slug/version` of the edition to use in its place. */
  readonly instead?: string | undefined
  /** What people are to do where no edition of the framework is left. */
  readonly noneLeft?: string | undefined
}

export interface StoredEdition {
  readonly ref: string
  readonly edition: Edition
  readonly digest: string
  readonly status: ShelvedStatus
  /** Announced from a day on, or in force. */
  readonly withdrawal?: EditionWithdrawal | undefined
  /** How this edition follows from another, where it is one with its amendments undone. */
  readonly derivation?: Derivation | undefined
  /** The edition that took its place, where a page has asked: `slug/version`. */
  readonly successor?: string | undefined
}

export type EditionHead = Pick<StoredEdition, 'ref' | 'digest' | 'status' | 'withdrawal'> & {
  readonly title: string
  /** When it first was; undefined for what never was. */
  readonly publishedAt?: Date | undefined
}

const latestStatus = sql<ShelvedStatus>`(
  select status from edition_status where edition_status.edition = edition.ref
    and at <= clock_timestamp()
  order by at desc limit 1)`
const withdrawal = sql<EditionWithdrawal | null>`(
  select json_strip_nulls(json_build_object('fromDay', from_day, 'reason', reason,
    'instead', instead, 'noneLeft', none_left))
  from edition_withdrawal where edition_withdrawal.edition = edition.ref)`.as('withdrawal')

const publishedAt = sql<Date | null>`(
  select min(at) from edition_status
  where edition_status.edition = edition.ref and status = 'published')`

export async function findEdition(db: Db, ref: string): Promise<StoredEdition | undefined> {
  const row = await db
    .selectFrom('edition')
    .where('ref', '=', ref)
    .select(['ref', 'content', 'digest', 'derivation', latestStatus.as('status'), withdrawal])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { content, derivation, ...head } = row
  return { ...headOf(head), edition: content, derivation: derivation ?? undefined }
}

function headOf<Row extends { readonly withdrawal: EditionWithdrawal | null }>(row: Row) {
  return { ...row, withdrawal: row.withdrawal ?? undefined }
}

export async function findEditionHead(db: Db, ref: string): Promise<EditionHead | undefined> {
  const row = await db
    .selectFrom('edition')
    .where('ref', '=', ref)
    .select(['ref', 'title', 'digest', latestStatus.as('status'), withdrawal])
    .executeTakeFirst()
  return row && headOf(row)
}

export async function listEditions(db: Db): Promise<EditionHead[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['ref', 'title', 'digest', latestStatus.as('status'), withdrawal])
    .select(publishedAt.as('published_at'))
    .orderBy('slug')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ published_at, ...head }) => ({
    ...headOf(head),
    publishedAt: published_at ?? undefined,
  }))
}

/** Codes of the statements that hold the words in any inflection, best first. */
export async function searchStatements(db: Db, ref: string, words: string): Promise<string[]> {
  const query = sql`websearch_to_tsquery('english_unaccent', ${words})`
  const rows = await db
    .selectFrom('statement')
    .where('edition', '=', ref)
    .where(sql<boolean>`search @@ ${query}`)
    .orderBy(sql`ts_rank(search, ${query})`, 'desc')
    .orderBy('position')
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

export async function insertEdition(
  db: Transaction,
  edition: Edition,
  { digest, derivation }: { digest: string; derivation?: Derivation | undefined },
): Promise<void> {
  const ref = editionRef(edition)
  await db
    .insertInto('edition')
    .values({
      ref,
      slug: edition.slug,
      version: edition.version,
      title: edition.title,
      digest,
      content: JSON.stringify(edition),
      derivation: derivation === undefined ? null : JSON.stringify(derivation),
    })
    .execute()
  const rows = statementRows(ref, edition)
  if (rows.length > 0) await db.insertInto('statement').values(rows).execute()
  await db.insertInto('edition_status').values({ edition: ref, status: edition.status }).execute()
}

function statementRows(ref: string, edition: Edition) {
  return edition.domains
    .flatMap((domain) =>
      domain.sections.flatMap((section) =>
        section.statements.map((statement) => ({ domain, section, statement })),
      ),
    )
    .map(({ domain, section, statement }, position) => ({
      edition: ref,
      code: statement.code,
      position,
      section: section.code,
      domain: domain.number,
      level: levelOf(statement.code) ?? '',
      capability: statement.capability,
      text: statement.text,
      pillars: [...statement.pillars],
      professions: [...statement.professions],
      search: searchVector(statement.text, section.title, statement.example ?? ''),
    }))
}

/** The statement's own words count most, then its section's title, then its example. */
function searchVector(text: string, title: string, example: string) {
  return sql`setweight(to_tsvector('english_unaccent', ${text}), 'A')
    || setweight(to_tsvector('english_unaccent', ${title}), 'B')
    || setweight(to_tsvector('english_unaccent', ${example}), 'C')`
}

/** Refused by the database when the edition was ever published. */
export async function removeDraftEdition(db: Transaction, ref: string): Promise<void> {
  await db.deleteFrom('edition').where('ref', '=', ref).execute()
}
