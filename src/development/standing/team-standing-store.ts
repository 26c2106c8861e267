/**
 * Where those of a team stand who share it, read for all of them at once. The functions ask whether
 * whoever acts manages people there, or supervises the one that is asked for, and who shares with
 * them; without, nothing comes.
 */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { type LevelSlug, levelSlugs } from '../../frameworks/model/framework.ts'
import { entryOfReceived } from '../../passports/bring/model/received.ts'
import type { Answer, SelfAnswers } from '../../passports/model/answer.ts'
import type { Entry } from '../../passports/model/entry.ts'
import { type PauseColumns, pauseIn } from '../../passports/model/pause.ts'
import type { Signing } from '../../passports/model/signing.ts'
import type { Depth } from './model/standing-share.ts'

/** Everybody who shares with the managers of one organisation; or one person, also as a supervisor. */
export interface Asked {
  readonly organisation: string
  readonly personId?: string | undefined
}

/** Of the edition that the team is read by, and of those whose records count for it. */
type AskedOf = Asked & { readonly editions: readonly string[] }

export interface Sharer {
  readonly id: string
  readonly name: string
  readonly level?: LevelSlug | undefined
  readonly profession?: string | undefined
  readonly depth: Depth
  readonly at: Date
  readonly endsOn: string
}

/** By name. */
export async function listSharers(
  db: Transaction,
  { organisation, personId }: Asked,
): Promise<Sharer[]> {
  const { rows } = await sql<SharerRow>`
    select * from standing_sharers(${organisation}, ${personId ?? null})`.execute(db)
  return rows
    .map(({ person_id: id, name, level, profession, depth, at, ends_on: endsOn }) => ({
      ...{ id, name, depth, at, endsOn, profession: profession ?? undefined },
      level: levelSlugs.find((slug) => slug === level),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

interface SharerRow {
  readonly person_id: string
  readonly name: string
  readonly level: string | null
  readonly profession: string | null
  readonly depth: Depth
  readonly at: Date
  readonly ends_on: string
}

/** By holder. */
export async function listSharedSignings(
  db: Transaction,
  { organisation, editions, personId }: AskedOf,
): Promise<ReadonlyMap<string, readonly Signing[]>> {
  const { rows } = await sql<SigningRow>`
    select * from shared_sign_offs(${organisation}, ${[...editions]}, ${personId ?? null})`.execute(
    db,
  )
  return byHolder(rows, signingOf)
}

interface SigningRow extends PauseColumns {
  readonly holder_id: string
  readonly signing_id: string
  readonly edition: string
  readonly assessed_on: string
  readonly at: Date
  readonly review_on: string | null
  /** With spaces between. */
  readonly codes: string
}

/** As much of a signing as says where its holder stands: who signed, where and how was not read. */
function signingOf({ holder_id, signing_id: id, edition, ...row }: SigningRow): Signing {
  return {
    ...{ id, requestId: id, holderId: holder_id, assessorId: '', organisation: '', edition },
    ...{ section: '', level: 'entry', method: 'observed', setting: '', at: row.at },
    ...{ assessedOn: row.assessed_on, reviewOn: row.review_on ?? undefined, credentials: [] },
    shown: { assessor: { name: '' }, organisation: '', identityCheck: 'not-checked' },
    pause: pauseIn(row),
    signOffs: row.codes.split(' ').map((code) => ({ id: `${id} ${code}`, code })),
  }
}

/** By holder and edition: of those who also show what they say of themselves. */
export async function listSharedAnswers(
  db: Transaction,
  { organisation, editions, personId }: AskedOf,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SelfAnswers>>> {
  const { rows } = await sql<AnswersRow>`
    select * from shared_answers(${organisation}, ${[...editions]}, ${personId ?? null})`.execute(
    db,
  )
  return new Map(
    [...Map.groupBy(rows, ({ holder_id }) => holder_id)].map(([holder, said]) => [
      holder,
      new Map(said.map((row) => [row.edition, answersOf(row)])),
    ]),
  )
}

interface AnswersRow {
  readonly holder_id: string
  readonly edition: string
  readonly codes: readonly string[]
  /** The column's check constraint allows only answers. */
  readonly answers: readonly Answer[]
}

/** When each was given is not read. */
const notRead = new Date(0)

function answersOf({ codes, answers }: AnswersRow): SelfAnswers {
  return new Map(
    codes.flatMap((code, place) => {
      const answer = answers[place]
      return answer === undefined ? [] : [[code, { answer, at: notRead }] as const]
    }),
  )
}

/** By holder: of those who also show what they say of themselves. */
export async function listSharedEntries(
  db: Transaction,
  { organisation, editions, personId }: AskedOf,
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const { rows } = await sql<EntryRow>`
    select * from shared_entries(${organisation}, ${[...editions]}, ${personId ?? null})`.execute(
    db,
  )
  return byHolder(rows, ({ entry_id: id, edition, codes, valid_until }) => ({
    ...{ id, version: 1, kind: 'training', title: '', private: false, edition, codes, facts: {} },
    ...{ validUntil: valid_until ?? undefined, at: notRead },
  }))
}

interface EntryRow {
  readonly holder_id: string
  readonly entry_id: string
  readonly edition: string
  readonly valid_until: string | null
  readonly codes: readonly string[]
}

/** By holder: credentials from elsewhere, those that count. */
export async function listSharedReceived(
  db: Transaction,
  { organisation, editions, personId }: AskedOf,
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const { rows } = await sql<ReceivedRow>`
    select * from shared_received(${organisation}, ${[...editions]}, ${personId ?? null})`.execute(
    db,
  )
  const found = rows.flatMap((row) => {
    const entry = entryOf(row)
    return entry === undefined ? [] : [{ holder_id: row.holder_id, entry }]
  })
  return byHolder(found, ({ entry }) => entry)
}

type Received = Parameters<typeof entryOfReceived>[0]

interface ReceivedRow {
  readonly holder_id: string
  readonly received_id: string
  readonly edition: string
  readonly valid_until: string | null
  readonly at: Date
  /** The columns' check constraints allow only these. */
  readonly outcome: Received['check']['outcome']
  readonly steps: Received['check']['steps']
  readonly made_out_to: Received['check']['madeOutTo']
  readonly issuer_name: string | null
  readonly codes: readonly string[]
}

/** What it is called, and the document itself, were not read. */
function entryOf({ received_id: id, edition, ...row }: ReceivedRow): Entry | undefined {
  const { at, outcome, steps, made_out_to: madeOutTo, codes } = row
  return entryOfReceived(
    {
      ...{ id, form: 'json', document: '', title: '', kind: 'training', saidIssuer: '' },
      ...{ validUntil: row.valid_until ?? undefined, receivedAt: at, lookedAt: at },
      check: {
        ...{ at, outcome, steps, madeOutTo, codes, edition },
        issuerName: row.issuer_name ?? undefined,
      },
    },
    edition,
  )
}

function byHolder<Row extends { readonly holder_id: string }, Value>(
  rows: readonly Row[],
  read: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const grouped = Map.groupBy(rows, ({ holder_id }) => holder_id)
  return new Map([...grouped].map(([holder, own]) => [holder, own.map(read)]))
}
