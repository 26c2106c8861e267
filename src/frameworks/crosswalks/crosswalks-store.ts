/** The SQL of mappings between frameworks: what was decided, confirmed and approved. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { LevelSlug } from '../model/framework.ts'
import type { Confidence, Coverage, Mapping, MappingWords, Relation } from './model/mapping.ts'
import type { FrameworkOwner } from './model/may-answer.ts'

type Db = Database | Transaction

/** Oldest first. */
export async function listMappings(
  db: Db,
  { from, to }: { readonly from: string; readonly to?: string | undefined },
): Promise<Mapping[]> {
  let query = selectMappings(db).where('from_edition', '=', from)
  if (to !== undefined) query = query.where('to_edition', '=', to)
  return (await query.execute()).map(mappingOf)
}

/** Throws NotFound. */
export async function getMapping(db: Db, id: string): Promise<Mapping> {
  const row = await selectMappings(db).where('mapping.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`mapping ${id}`)
  return mappingOf(row)
}

/** A mapping and all that took its place, oldest first. */
export async function listLine(db: Db, line: string): Promise<Mapping[]> {
  return (await selectMappings(db).where('line', '=', line).execute()).map(mappingOf)
}

function selectMappings(db: Db) {
  return db
    .selectFrom('mapping')
    .leftJoin('organisation as decider', 'decider.slug', 'decided_for')
    .leftJoin('mapping_answer as answer', 'answer.mapping_id', 'mapping.id')
    .leftJoin('organisation as answerer', 'answerer.slug', 'answered_for')
    .leftJoin('mapping_approval as approval', 'approval.mapping_id', 'mapping.id')
    .leftJoin('organisation as approver', 'approver.slug', 'approved_for')
    .orderBy('mapping.at')
    .orderBy('mapping.id')
    .select(['mapping.id', 'line', 'from_edition', 'from_codes', 'mapping.level', 'to_edition'])
    .select(['to_code', 'relation', 'coverage', 'missing', 'confidence', 'why', 'mapping.at'])
    .select(['mapping.decided_by', 'decider.name as decider'])
    .select(['answered_by', 'answerer.name as answerer', 'answer.outcome as answered'])
    .select(['answer.reason as refusal', 'answer.at as answered_at'])
    .select(['approved_by', 'approver.name as approver', 'approval.outcome as approved'])
    .select(['approval.reason as objection', 'approval.at as approved_at'])
}

type MappingRow = Awaited<ReturnType<ReturnType<typeof selectMappings>['execute']>>[number]

// The columns' check constraints allow only the words that the types name.
function mappingOf(row: MappingRow): Mapping {
  return {
    ...{ id: row.id, line: row.line, at: row.at },
    ...{ fromEdition: row.from_edition, toEdition: row.to_edition },
    from: row.from_codes,
    level: (row.level ?? undefined) as LevelSlug | undefined,
    to: row.to_code,
    relation: row.relation as Relation,
    coverage: row.coverage as Coverage,
    missing: row.missing ?? undefined,
    confidence: row.confidence as Confidence,
    why: row.why,
    decided: row.decided_by === null ? undefined : { by: row.decided_by, for: row.decider ?? '' },
    answer: answerOf(row),
    approval: approvalOf(row),
  }
}

function answerOf({ answered_by, answered_at, ...row }: MappingRow): Mapping['answer'] {
  if (answered_by === null || answered_at === null) return undefined
  const outcome = row.answered === 'refused' ? 'refused' : 'confirmed'
  const reason = row.refusal ?? undefined
  return { outcome, by: answered_by, for: row.answerer ?? '', reason, at: answered_at }
}

function approvalOf({ approved_by, approved_at, ...row }: MappingRow): Mapping['approval'] {
  if (approved_by === null || approved_at === null) return undefined
  const outcome = row.approved === 'approved' ? 'approved' : 'not-approved'
  const reason = row.objection ?? undefined
  return { outcome, by: approved_by, for: row.approver ?? '', reason, at: approved_at }
}

/** Until the transaction ends, nobody else decides on this line. */
export async function lockLine(db: Transaction, line: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mapping:${line}`}, 0))`.execute(db)
}

export interface NewMapping extends MappingWords {
  readonly id: string
  readonly line: string
  readonly supersedes?: string | undefined
  readonly fromEdition: string
  readonly toEdition: string
  /** Person, and slug of the organisation; nobody for our own suggestion. */
  readonly decided?: { readonly by: string; readonly for: string } | undefined
}

/** How many of them: those that another was first with, begun or superseded already, are left out. */
export async function insertMappings(
  db: Transaction,
  mappings: readonly NewMapping[],
): Promise<number> {
  if (mappings.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mapping')
    .values(mappings.map(rowOf))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows)
}

function rowOf(mapping: NewMapping) {
  const { decided, supersedes = null, level = null, missing = null } = mapping
  return {
    ...{ id: mapping.id, line: mapping.line, supersedes, level, missing },
    ...{ from_edition: mapping.fromEdition, from_codes: [...mapping.from] },
    ...{ to_edition: mapping.toEdition, to_code: mapping.to },
    ...{ relation: mapping.relation, coverage: mapping.coverage },
    ...{ confidence: mapping.confidence, why: mapping.why },
    ...{ decided_by: decided?.by ?? null, decided_for: decided?.for ?? null },
  }
}

/** False where somebody answered first. */
export async function insertMappingAnswer(
  db: Transaction,
  answer: {
    readonly mapping: string
    readonly decidedBy: string
    readonly by: string
    readonly for: string
    readonly outcome: 'confirmed' | 'refused'
    readonly reason?: string | undefined
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mapping_answer')
    .values({
      ...{ mapping_id: answer.mapping, decided_by: answer.decidedBy },
      ...{ answered_by: answer.by, answered_for: answer.for },
      ...{ outcome: answer.outcome, reason: answer.reason ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False where somebody of the owner's answered first. */
export async function insertMappingApproval(
  db: Transaction,
  approval: {
    readonly mapping: string
    readonly by: string
    readonly for: string
    readonly outcome: 'approved' | 'not-approved'
    readonly reason?: string | undefined
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mapping_approval')
    .values({
      ...{ mapping_id: approval.mapping, approved_by: approval.by, approved_for: approval.for },
      ...{ outcome: approval.outcome, reason: approval.reason ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The organisations that answer for a nation or a sector today, by name. */
export async function listFrameworkOwners(db: Db): Promise<FrameworkOwner[]> {
  return db
    .selectFrom('organisation')
    .where('kind', '=', 'framework-owner')
    .where(sql<boolean>`may_issue(slug)`)
    .orderBy('name')
    .select(['slug', 'name', 'nation', 'sector'])
    .execute()
}
