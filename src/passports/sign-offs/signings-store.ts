/** What is read of signings: each with its sign-offs, what was put right, paused and confirmed by a second. */
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import type { Pause } from '../model/pause.ts'
import type { Assessment, Cause, Method, SecondAnswer, Signing, SignOff } from '../model/signing.ts'

/** Everything that was confirmed for a holder, the latest first. */
export async function listSigningsFor(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<Signing[]> {
  // Plain readings: looked up for each signing, they cost five times as much.
  const [rows, ...parts] = await Promise.all([
    db
      .selectFrom('signing')
      .where('holder_id', '=', holderId)
      .orderBy('at', 'desc')
      .selectAll()
      .execute(),
    listSignOffs(db, holderId),
    listShown(db, holderId),
    listCorrections(db, holderId),
    listPauses(db, holderId),
    listSeconds(db, holderId),
  ])
  const signOffs = Map.groupBy(parts[0], (row) => row.signing_id)
  const credentials = Map.groupBy(parts[1], (row) => row.signing_id)
  const corrections = Map.groupBy(parts[2], (row) => row.signing_id)
  const pauses = Map.groupBy(parts[3], (row) => row.signing_id)
  const seconds = Map.groupBy(parts[4], (row) => row.signing_id)
  return rows.map((row) =>
    signingOf({
      ...row,
      sign_offs: signOffs.get(row.id) ?? [],
      credentials: credentials.get(row.id) ?? [],
      corrections: corrections.get(row.id) ?? [],
      pauses: pauses.get(row.id) ?? [],
      seconds: seconds.get(row.id) ?? [],
    }),
  )
}

const paused = ['pause_id', 'act', 'until', 'sign_off_pause.at'] as const

function listPauses(db: Transaction, holderId: string) {
  return db
    .selectFrom('sign_off_pause')
    .innerJoin('organisation', 'organisation.slug', 'acted_for')
    .where('holder_id', '=', holderId)
    .orderBy('sign_off_pause.at')
    .select(['signing_id', 'organisation.name as by', ...paused])
    .execute()
}

const answered = [
  'second_answer.second_id',
  'second_answer.codes',
  'second_answer.reason',
  'second_answer.shown',
  'second_answer.at',
] as const

function listSeconds(db: Transaction, holderId: string) {
  return db
    .selectFrom('second_answer')
    .where('holder_id', '=', holderId)
    .select(['signing_id', ...answered])
    .execute()
}

const corrected = ['method', 'assessed_on', 'setting', 'review_on', 'note', 'at'] as const

function listCorrections(db: Transaction, holderId: string) {
  return db
    .selectFrom('signing_correction')
    .where('holder_id', '=', holderId)
    .orderBy('at')
    .select(['signing_id', ...corrected])
    .execute()
}

/** What was put right in a holder's sign-offs, the oldest first. */
export function listCorrectionsOf(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('signing_correction')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .select(['id', 'signing_id as signingId', 'method', 'assessed_on as assessedOn', 'setting'])
    .select(['review_on as reviewOn', 'note', 'at'])
    .execute()
}

function listSignOffs(db: Transaction, holderId: string) {
  return db
    .selectFrom('sign_off')
    .leftJoin('sign_off_withdrawal as withdrawal', 'withdrawal.sign_off_id', 'sign_off.id')
    .leftJoin('organisation as successor', 'successor.slug', 'withdrawal.withdrawn_for')
    .where('sign_off.holder_id', '=', holderId)
    .orderBy('sign_off.code')
    .select([
      'sign_off.signing_id',
      'sign_off.id',
      'sign_off.code',
      'sign_off.parts',
      'sign_off.needs_second',
      'withdrawal.cause',
      'withdrawal.explanation',
      'withdrawal.at',
      'successor.name as by',
    ])
    .execute()
}

function listShown(db: Transaction, holderId: string) {
  return db
    .selectFrom('signing_credential')
    .where('holder_id', '=', holderId)
    .orderBy('at')
    .select(['signing_id', 'credential_id'])
    .execute()
}

/** What came of a request to this assessor, if it was signed. */
export async function findSigningOf(
  db: Transaction,
  { requestId, assessorId }: { readonly requestId: string; readonly assessorId: string },
): Promise<Signing | undefined> {
  const row = await signings(db)
    .where('request_id', '=', requestId)
    .where('assessor_id', '=', assessorId)
    .executeTakeFirst()
  return row && signingOf(row)
}

/** Throws NotFound, also for what somebody else signed. */
export async function getSigningBy(
  db: Transaction,
  { id, assessorId }: { readonly id: string; readonly assessorId: string },
): Promise<Signing> {
  const row = await signings(db)
    .where('signing.id', '=', id)
    .where('assessor_id', '=', assessorId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`signing ${id}`)
  return signingOf(row)
}

/** Throws NotFound for whoever neither holds it, nor signed it, nor was asked to look as the second. */
export async function getSigningAmong(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Signing> {
  const row = await signings(db)
    .where('signing.id', '=', id)
    .where((eb) =>
      eb.or([
        eb('holder_id', '=', personId),
        eb('assessor_id', '=', personId),
        eb.exists(
          eb
            .selectFrom('second_request')
            .whereRef('second_request.signing_id', '=', 'signing.id')
            .where('second_id', '=', personId),
        ),
      ]),
    )
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`signing ${id}`)
  return signingOf(row)
}

/** The signing that a holder's credential shows. */
export async function findSigningShownBy(
  db: Transaction,
  { credentialId, holderId }: { readonly credentialId: string; readonly holderId: string },
): Promise<Signing | undefined> {
  const row = await signings(db)
    .where('signing.holder_id', '=', holderId)
    .where('signing.id', 'in', (query) =>
      query
        .selectFrom('signing_credential')
        .where('credential_id', '=', credentialId)
        .select('signing_id'),
    )
    .executeTakeFirst()
  return row && signingOf(row)
}

export interface IssuedSigning extends Signing {
  readonly holderName: string
}

/** What was signed for these organisations, the latest first. */
export async function listSigningsAt(
  db: Transaction,
  { organisations }: { readonly organisations: readonly string[] },
): Promise<IssuedSigning[]> {
  if (organisations.length === 0) return []
  const rows = await issued(db)
    .where('signing.organisation', 'in', [...organisations])
    .limit(200)
    .execute()
  return rows.map(issuedOf)
}

/** Throws NotFound, also for a signing of another organisation. */
export async function getSigningAt(
  db: Transaction,
  wanted: { readonly id: string; readonly organisations: readonly string[] },
): Promise<IssuedSigning> {
  const signing = await findSigningAt(db, wanted)
  if (signing === undefined) throw new NotFound(`signing ${wanted.id}`)
  return signing
}

/** Throws NotFound, also for what was signed for somebody else. */
export async function getOwnSigning(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<Signing> {
  const row = await signings(db)
    .where('signing.id', '=', id)
    .where('signing.holder_id', '=', holderId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`signing ${id}`)
  return signingOf(row)
}

export async function findSigningAt(
  db: Transaction,
  { id, organisations }: { readonly id: string; readonly organisations: readonly string[] },
): Promise<IssuedSigning | undefined> {
  const rows =
    organisations.length === 0
      ? []
      : await issued(db)
          .where('signing.id', '=', id)
          .where('signing.organisation', 'in', [...organisations])
          .execute()
  const [row] = rows
  return row && issuedOf(row)
}

function signings(db: Transaction) {
  return db
    .selectFrom('signing')
    .orderBy('signing.at', 'desc')
    .selectAll('signing')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('sign_off')
          .leftJoin('sign_off_withdrawal as withdrawal', 'withdrawal.sign_off_id', 'sign_off.id')
          .leftJoin('organisation as successor', 'successor.slug', 'withdrawal.withdrawn_for')
          .whereRef('sign_off.signing_id', '=', 'signing.id')
          .orderBy('sign_off.code')
          .select([
            'sign_off.id',
            'sign_off.code',
            'sign_off.parts',
            'sign_off.needs_second',
            'withdrawal.cause',
            'withdrawal.explanation',
            'withdrawal.at',
            'successor.name as by',
          ]),
      ).as('sign_offs'),
      jsonArrayFrom(
        eb
          .selectFrom('signing_credential')
          .whereRef('signing_credential.signing_id', '=', 'signing.id')
          .orderBy('signing_credential.at')
          .select('credential_id'),
      ).as('credentials'),
      jsonArrayFrom(
        eb
          .selectFrom('signing_correction')
          .whereRef('signing_correction.signing_id', '=', 'signing.id')
          .orderBy('signing_correction.at')
          .select(corrected),
      ).as('corrections'),
      jsonArrayFrom(
        eb
          .selectFrom('sign_off_pause')
          .innerJoin('organisation', 'organisation.slug', 'acted_for')
          .whereRef('sign_off_pause.signing_id', '=', 'signing.id')
          .orderBy('sign_off_pause.at')
          .select(['organisation.name as by', ...paused]),
      ).as('pauses'),
      jsonArrayFrom(
        eb
          .selectFrom('second_answer')
          .whereRef('second_answer.signing_id', '=', 'signing.id')
          .select(answered),
      ).as('seconds'),
    ])
}

function issued(db: Transaction) {
  return (
    signings(db)
      .leftJoin('person as holder', 'holder.id', 'signing.holder_id')
      // Of somebody who closed their account, the name that the organisation keeps.
      .leftJoin('kept_name', (join) =>
        join
          .onRef('kept_name.person_id', '=', 'signing.holder_id')
          .onRef('kept_name.organisation', '=', 'signing.organisation'),
      )
      .select((eb) => eb.fn.coalesce('kept_name.name', 'holder.name').as('holder_name'))
  )
}

type ReadSigning = Awaited<ReturnType<ReturnType<typeof signings>['execute']>>[number]
type ReadSignOff = ReadSigning['sign_offs'][number]

/** A time inside JSON is text, and outside it is a date. */
interface SignOffRow extends Omit<ReadSignOff, 'at'> {
  readonly at: Date | string | null
}

interface CorrectionRow extends Omit<ReadSigning['corrections'][number], 'at'> {
  readonly at: Date | string
}

interface PauseRow extends Omit<ReadSigning['pauses'][number], 'at'> {
  readonly at: Date | string
}

interface SecondRow extends Omit<ReadSigning['seconds'][number], 'at'> {
  readonly at: Date | string
}

interface SigningRow extends Omit<ReadSigning, 'sign_offs' | 'corrections' | 'pauses' | 'seconds'> {
  readonly pauses: readonly PauseRow[]
  readonly sign_offs: readonly SignOffRow[]
  readonly corrections: readonly CorrectionRow[]
  readonly seconds: readonly SecondRow[]
}

function issuedOf(row: SigningRow & { holder_name: string | null }): IssuedSigning {
  return { ...signingOf(row), holderName: row.holder_name ?? 'Somebody' }
}

function signingOf(row: SigningRow): Signing {
  return {
    id: row.id,
    requestId: row.request_id,
    holderId: row.holder_id,
    assessorId: row.assessor_id,
    organisation: row.organisation,
    edition: row.edition,
    section: row.section,
    // Written from the request, whose level is one of the edition's.
    level: row.level as LevelSlug,
    ...assessmentOf(row.corrections.at(-1) ?? row),
    former: formerFacts(row),
    at: row.at,
    shown: row.shown,
    signOffs: row.sign_offs.map((one) => signOffOf(one, row.seconds[0])),
    second: row.seconds[0] && secondOf(row.seconds[0]),
    pause: pauseOf(row.pauses),
    credentials: row.credentials.map(({ credential_id }) => credential_id),
  }
}

/** As the latest act has it: undefined once somebody ended it. */
function pauseOf(acts: readonly PauseRow[]): Pause | undefined {
  const { pause_id: id, until, by } = acts.at(-1) ?? {}
  const first = acts.find((act) => act.pause_id === id)
  if (id === undefined || by === undefined || !until || first === undefined) return undefined
  return { id, until, by, since: new Date(first.at) }
}

/** Each stood until the next was written. */
function formerFacts(row: SigningRow) {
  const stood = [row, ...row.corrections]
  return row.corrections.map(({ at }, place) => ({
    ...assessmentOf(stood[place] ?? row),
    until: new Date(at),
  }))
}

type AssessmentRow = Pick<SigningRow, 'method' | 'assessed_on' | 'setting' | 'review_on' | 'note'>

function assessmentOf(row: AssessmentRow): Assessment {
  return {
    // The column's check constraint allows only methods.
    method: row.method as Method,
    assessedOn: row.assessed_on,
    setting: row.setting,
    reviewOn: row.review_on ?? undefined,
    note: row.note ?? undefined,
  }
}

function secondOf({ second_id, reason, at, shown }: SecondRow): SecondAnswer {
  return { assessorId: second_id, reason: reason ?? undefined, at: new Date(at), shown }
}

function stageOf({ code, needs_second }: SignOffRow, answer: SecondRow | undefined) {
  if (!needs_second) return undefined
  if (answer === undefined) return 'waiting'
  return answer.codes.includes(code) ? 'confirmed' : 'declined'
}

function signOffOf(row: SignOffRow, answer: SecondRow | undefined): SignOff {
  const { id, code, parts, cause, explanation, at, by } = row
  const second = stageOf(row, answer)
  if (cause === null || explanation === null || at === null) return { id, code, parts, second }
  // The column's check constraint allows only causes.
  const withdrawal = { cause: cause as Cause, explanation, at: new Date(at), by: by ?? undefined }
  return { id, code, parts, second, withdrawal }
}
