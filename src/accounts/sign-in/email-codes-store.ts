import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { AddressKind } from './model/email-address.ts'

/** What a code is bound to: the browser that asked for it, or the session. */
export type Asker =
  | { readonly purpose: 'sign-in'; readonly browserHash: Buffer }
  | { readonly purpose: 'step-up' | 'add-address'; readonly sessionId: string }

export interface EmailCode {
  readonly id: string
  /** Where the letter went. */
  readonly address: string
  /** Undefined where nobody has the address: no code opens anything then. */
  readonly personId?: string | undefined
  /** Undefined where only the link opens anything. */
  readonly codeHash?: Buffer | undefined
  readonly triesLeft: number
  readonly sharedComputer: boolean
  readonly nextPath?: string | undefined
  readonly kind?: AddressKind | undefined
  readonly endsOn?: string | undefined
}

export interface NewEmailCode extends Omit<EmailCode, 'triesLeft'> {
  readonly asker: Asker
  readonly linkHash?: Buffer | undefined
  readonly createdAt: Date
  readonly expiresAt: Date
}

/**
 * How many went to an address since each of these moments, to sign in or for somebody signed in.
 * Until the transaction ends, nobody sends more.
 */
export async function countCodesTo(
  db: Transaction,
  {
    address,
    purpose,
    since,
  }: {
    readonly address: string
    readonly purpose: Asker['purpose']
    readonly since: readonly Date[]
  },
): Promise<number[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`email-code:${address}`}, 0))`.execute(
    db,
  )
  const counted = since.map((moment, place) =>
    sql<string>`count(*) filter (where created_at > ${moment})`.as(`since_${place}`),
  )
  const row = await db
    .selectFrom('email_code')
    .where('address', '=', address)
    .where('purpose', '=', purpose)
    .select(counted)
    .executeTakeFirstOrThrow()
  return Object.values(row).map(Number)
}

/** The asker's earlier code of this kind opens nothing any more. */
export async function insertEmailCode(db: Transaction, code: NewEmailCode): Promise<void> {
  const { asker } = code
  await db
    .updateTable('email_code')
    .set({ used_at: code.createdAt })
    .where(isOf(asker))
    .where('used_at', 'is', null)
    .execute()
  await db
    .insertInto('email_code')
    .values({
      id: code.id,
      purpose: asker.purpose,
      address: code.address,
      person_id: code.personId ?? null,
      browser_hash: asker.purpose === 'sign-in' ? asker.browserHash : null,
      session_id: asker.purpose === 'sign-in' ? null : asker.sessionId,
      link_hash: code.linkHash ?? null,
      code_hash: code.codeHash ?? null,
      shared_computer: code.sharedComputer,
      next_path: code.nextPath ?? null,
      kind: code.kind ?? null,
      ends_on: code.endsOn ?? null,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

/** They are counted for a day and then forgotten: addresses of people who have no account too. */
export async function removeEmailCodesBefore(db: Transaction, moment: Date): Promise<void> {
  await db.deleteFrom('email_code').where('created_at', '<', moment).execute()
}

/** The code that an asker may still type. */
export async function findOpenCode(
  db: Transaction,
  { asker, now, tries }: { readonly asker: Asker; readonly now: Date; readonly tries: number },
): Promise<EmailCode | undefined> {
  const row = await db
    .selectFrom('email_code')
    .where(isOf(asker))
    .where(isOpen(now, tries))
    .orderBy('created_at', 'desc')
    .selectAll()
    .executeTakeFirst()
  return row && codeOf(row, tries)
}

/**
 * The same, and one try of it is spent. Of two at once the second waits here for the first, and
 * then finds it spent or used.
 */
export async function takeTry(
  db: Transaction,
  { asker, now, tries }: { readonly asker: Asker; readonly now: Date; readonly tries: number },
): Promise<EmailCode | undefined> {
  const row = await db
    .updateTable('email_code')
    .set({ tries: sql`tries + 1` })
    .where(isOf(asker))
    .where(isOpen(now, tries))
    .returningAll()
    .executeTakeFirst()
  return row && codeOf(row, tries)
}

/** The code whose link was opened, in the browser that asked for it. */
export async function findOpenLink(
  db: Transaction,
  { asker, linkHash, now, tries }: LinkOf,
): Promise<EmailCode | undefined> {
  const row = await db
    .selectFrom('email_code')
    .where(isOf(asker))
    .where(isOpen(now, tries))
    .where('link_hash', '=', linkHash)
    .forUpdate()
    .selectAll()
    .executeTakeFirst()
  return row && codeOf(row, tries)
}

interface LinkOf {
  readonly asker: Asker
  readonly linkHash: Buffer
  readonly now: Date
  readonly tries: number
}

export async function setUsed(
  db: Transaction,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  await db.updateTable('email_code').set({ used_at: now }).where('id', '=', id).execute()
}

function isOf(asker: Asker) {
  return asker.purpose === 'sign-in'
    ? sql<boolean>`browser_hash = ${asker.browserHash}`
    : sql<boolean>`session_id = ${asker.sessionId} and purpose = ${asker.purpose}`
}

function isOpen(now: Date, tries: number) {
  return sql<boolean>`used_at is null and expires_at > ${now} and tries < ${tries}`
}

function codeOf(
  row: {
    readonly id: string
    readonly address: string
    readonly person_id: string | null
    readonly code_hash: Buffer | null
    readonly tries: number
    readonly shared_computer: boolean
    readonly next_path: string | null
    readonly kind: AddressKind | null
    readonly ends_on: string | null
  },
  tries: number,
): EmailCode {
  return {
    id: row.id,
    address: row.address,
    personId: row.person_id ?? undefined,
    codeHash: row.code_hash ?? undefined,
    triesLeft: tries - row.tries,
    sharedComputer: row.shared_computer,
    nextPath: row.next_path ?? undefined,
    kind: row.kind ?? undefined,
    endsOn: row.ends_on ?? undefined,
  }
}
