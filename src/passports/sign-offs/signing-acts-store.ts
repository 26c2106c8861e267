/** What is written of a signing: it, its credential, what is put right and what is withdrawn. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Assessment, Cause, Signing } from '../model/signing.ts'

/** How long it took, and how we know: counted for the organisation, and shown for nobody. */
export interface Took {
  readonly minutes: number
  readonly timed: 'visit' | 'entered'
}

export async function insertSigning(
  db: Transaction,
  signing: Omit<Signing, 'at' | 'signOffs' | 'credentials' | 'former' | 'pause' | 'second'> & {
    readonly stepUp: StepUp
    readonly took?: Took | undefined
  },
  codes: readonly string[],
  parts: Readonly<Record<string, readonly string[]>> = {},
  needSecond: readonly string[] = [],
): Promise<void> {
  const { id, holderId, edition } = signing
  await db
    .insertInto('signing')
    .values({
      id,
      request_id: signing.requestId,
      holder_id: holderId,
      assessor_id: signing.assessorId,
      organisation: signing.organisation,
      edition,
      section: signing.section,
      level: signing.level,
      method: signing.method,
      assessed_on: signing.assessedOn,
      setting: signing.setting,
      review_on: signing.reviewOn ?? null,
      note: signing.note ?? null,
      shown: JSON.stringify(signing.shown),
      stepped_up_how: signing.stepUp.how,
      stepped_up_at: signing.stepUp.at,
      minutes: signing.took?.minutes ?? null,
      timed: signing.took?.timed ?? null,
    })
    .execute()
  const rows = codes.map((code) => ({
    id: randomUUID(),
    signing_id: id,
    holder_id: holderId,
    edition,
    code,
    parts: [...(parts[code] ?? [])],
    needs_second: needSecond.includes(code),
  }))
  await db.insertInto('sign_off').values(rows).execute()
}

export async function insertSigningCredential(
  db: Transaction,
  shown: { readonly signingId: string; readonly holderId: string; readonly credentialId: string },
): Promise<void> {
  await db
    .insertInto('signing_credential')
    .values({
      signing_id: shown.signingId,
      holder_id: shown.holderId,
      credential_id: shown.credentialId,
    })
    .execute()
}

export async function insertWithdrawals(
  db: Transaction,
  withdrawal: {
    readonly signOffs: readonly string[]
    readonly holderId: string
    readonly cause: Cause
    readonly explanation: string
    readonly withdrawnBy: string
    /** A successor, of an organisation that issued it and is no more. */
    readonly withdrawnFor?: string | undefined
    readonly stepUp: StepUp
  },
): Promise<void> {
  const { signOffs, holderId, cause, explanation, withdrawnBy, withdrawnFor, stepUp } = withdrawal
  const rows = signOffs.map((signOff) => ({
    sign_off_id: signOff,
    holder_id: holderId,
    cause,
    explanation,
    withdrawn_by: withdrawnBy,
    withdrawn_for: withdrawnFor ?? null,
    stepped_up_how: stepUp.how,
    stepped_up_at: stepUp.at,
  }))
  await db.insertInto('sign_off_withdrawal').values(rows).execute()
}

/** Until the transaction ends, nobody else withdraws any of a signing. */
export async function lockSigning(db: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`signing:${id}`}, 0))`.execute(db)
}

/** What its assessor puts right; what stood before stays. */
export async function insertCorrection(
  db: Transaction,
  correction: Assessment & {
    readonly id: string
    readonly signingId: string
    readonly holderId: string
    readonly assessorId: string
    readonly reviewOn: string
    readonly stepUp: StepUp
  },
): Promise<void> {
  const { id, signingId, holderId, assessorId, method, assessedOn, setting, reviewOn } = correction
  await db
    .insertInto('signing_correction')
    .values({
      ...{ id, signing_id: signingId, holder_id: holderId, assessor_id: assessorId, method },
      ...{ assessed_on: assessedOn, setting, review_on: reviewOn, note: correction.note ?? null },
      stepped_up_how: correction.stepUp.how,
      stepped_up_at: correction.stepUp.at,
    })
    .execute()
}
