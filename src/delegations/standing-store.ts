/** What was signed for a worker on the statements of a task, and what they showed when they said yes. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { LevelSlug } from '../frameworks/model/framework.ts'
import { type PauseColumns, pauseIn } from '../passports/model/pause.ts'
import type { Signing } from '../passports/model/signing.ts'
import type { StandingLine } from './model/delegation.ts'

interface Whose {
  readonly workerId: string
}

/**
 * Before the worker says yes: what the delegator's own organisation issued, and nothing else. Of the
 * statements themselves, and of those of other editions that they came of.
 */
export async function listSignedHere(
  db: Transaction,
  asked: Whose & {
    readonly organisation: string
    readonly edition: string
    readonly codes: readonly string[]
  },
): Promise<Signing[]> {
  const { workerId, organisation, edition, codes } = asked
  return signingsFrom(
    db,
    sql`signed_here_for(${workerId}, ${organisation}, ${edition}, ${[...codes]})`,
    asked,
  )
}

/** Since the worker said yes: whatever was signed on the statements of this one task. */
export async function listSignedFor(
  db: Transaction,
  asked: Whose & { readonly delegationId: string },
): Promise<Signing[]> {
  return signingsFrom(db, sql`signed_for_delegation(${asked.delegationId})`, asked)
}

interface SignedRow extends PauseColumns {
  readonly signing_id: string
  readonly edition: string
  readonly section: string
  readonly level: LevelSlug
  readonly organisation: string
  readonly organisation_name: string
  readonly signed_by: string
  readonly assessed_on: string
  readonly at: Date
  readonly review_on: string | null
  readonly code: string
  readonly counts: boolean
}

async function signingsFrom(db: Transaction, from: RawBuilder<unknown>, whose: Whose) {
  const { rows } = await sql<SignedRow>`select * from ${from}`.execute(db)
  const bySigning = Map.groupBy(rows, ({ signing_id }) => signing_id)
  return [...bySigning.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [signingOf(first, [first, ...rest], whose)],
  )
}

/** As much of a signing as says where somebody stands: no note, and no person of it but who signed. */
function signingOf(first: SignedRow, rows: readonly SignedRow[], whose: Whose): Signing {
  const { signing_id: id, section, level, organisation, at } = first
  return {
    ...{ id, requestId: id, holderId: whose.workerId, assessorId: '', organisation },
    ...{ edition: first.edition, section, level, at, method: 'observed', setting: '' },
    assessedOn: first.assessed_on,
    reviewOn: first.review_on ?? undefined,
    shown: {
      assessor: { name: first.signed_by },
      organisation: first.organisation_name,
      identityCheck: 'not-checked',
    },
    pause: pauseIn(first),
    // What is withdrawn, or waits for a second assessor, counts for nothing.
    signOffs: rows
      .filter(({ counts }) => counts)
      .map(({ code }) => ({ id: `${id} ${code}`, code })),
    credentials: [],
  }
}

export async function insertStanding(
  db: Transaction,
  standing: {
    readonly delegationId: string
    readonly shownTo: string
    readonly lines: readonly StandingLine[]
  },
): Promise<void> {
  await db
    .insertInto('delegation_standing')
    .values({
      ...{ id: randomUUID(), delegation_id: standing.delegationId, shown_to: standing.shownTo },
      statements: JSON.stringify(standing.lines),
    })
    .execute()
}

/** The latest one; undefined before the worker said yes. */
export async function findStanding(
  db: Transaction,
  { delegationId }: { readonly delegationId: string },
): Promise<{ readonly lines: readonly StandingLine[]; readonly at: Date } | undefined> {
  const row = await db
    .selectFrom('delegation_standing')
    .where('delegation_id', '=', delegationId)
    .orderBy('at', 'desc')
    .select(['statements', 'at'])
    .executeTakeFirst()
  return row && { lines: row.statements, at: row.at }
}
