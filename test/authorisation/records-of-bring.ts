/** What each owner brought from elsewhere, at every stage. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName, owners } from './people.ts'

export interface BroughtRecord {
  readonly received: string
  readonly receivedMark: Buffer
  /** Looked at; being taken in; taken in. */
  readonly trainingFile: string
  readonly startedTraining: string
  readonly finishedTraining: string
  /** Nobody is asked to look at it yet. */
  readonly certificate: string
  readonly original: string
  readonly answeredOriginal: string
}

const edition = 'ahp-support-worker/2026'
const head = ['Course', 'Completed']

export async function insertBrought(
  { database }: TestSite,
  owner: OwnerName,
): Promise<BroughtRecord> {
  const { superuserClient: client } = database
  const holder = members[owner].id
  const { organisation, assessor } = owners[owner]
  const words = wordsOf(owner, 'brought')
  const [received, receivedMark] = [randomUUID(), randomBytes(32)]
  await client.query(
    `insert into received_credential (id, holder_id, fingerprint, form, document, title, kind, said_issuer, looked_at)
      values ($1, $2, $3, 'json', '{"type":["VerifiableCredential"]}', $4, 'training', $4, now() - interval '2 days')`,
    [received, holder, receivedMark, words],
  )
  await client.query(
    `insert into received_check (id, received_id, holder_id, outcome, unreadable, steps, made_out_to, codes, at)
      values (gen_random_uuid(), $1, $2, 'unknown', 'not-a-credential', '[]', 'nobody-named', '{}', now())`,
    [received, holder],
  )
  const [trainingFile, startedTraining, finishedTraining] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ]
  const rows = JSON.stringify([{ number: 2, cells: [words, '2026-01-31'] }])
  const mapping = JSON.stringify({ places: { title: 0, from: 1 }, dayOrder: 'day-first' })
  const drafts = JSON.stringify([
    { title: words, from_on: '2026-01-31', valid_until: null, facts: {} },
  ])
  const columns = 'id, holder_id, edition, head, mapping'
  await client.query(
    `insert into training_file (${columns}, rows) values ($1, $2, $3, $4, $5, $6)`,
    [trainingFile, holder, edition, head, mapping, rows],
  )
  await client.query(
    `insert into training_file (${columns}, drafts, started_at, total) values ($1, $2, $3, $4, $5, $6, now(), 1)`,
    [startedTraining, holder, edition, head, mapping, drafts],
  )
  await client.query(
    `insert into training_file (${columns}, started_at, finished_at) values ($1, $2, $3, $4, $5, now(), now())`,
    [finishedTraining, holder, edition, head, mapping],
  )
  const certificate = await insertEntry(client, holder, words)
  const asked = { holder, organisation, title: wordsOf(owner, 'certificate') }
  const original = await insertOriginal(client, asked)
  const answeredOriginal = await insertOriginal(client, asked)
  await client.query(
    `insert into original_answer (id, request_id, holder_id, organisation, outcome, how, seen_on, answered_by, shown)
      values (gen_random_uuid(), $1, $2, $3, 'seen', 'paper', current_date, $4, '{"by": "Somebody", "organisation": "Somewhere"}')`,
    [answeredOriginal, holder, organisation, members[assessor].id],
  )
  return {
    ...{ received, receivedMark, trainingFile, startedTraining, finishedTraining },
    ...{ certificate, original, answeredOriginal },
  }
}

type Client = TestSite['database']['superuserClient']

async function insertEntry(client: Client, holder: string, title: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into passport_entry (id, holder_id, kind) values ($1, $2, 'qualification')`,
    [id, holder],
  )
  await client.query(
    `insert into passport_entry_version (entry_id, version, holder_id, title, from_on, private, edition, codes, facts)
      values ($1, 1, $2, $3, '2024-06-30', false, $4, '{}', '{}')`,
    [id, holder, title, edition],
  )
  return id
}

async function insertOriginal(
  client: Client,
  { holder, organisation, title }: Readonly<Record<'holder' | 'organisation' | 'title', string>>,
): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into original_request (id, entry_id, version, holder_id, organisation, shown)
      values ($1, $2, 1, $3, $4, $5)`,
    [
      ...[id, await insertEntry(client, holder, title), holder, organisation],
      JSON.stringify({ kind: 'qualification', title, facts: {} }),
    ],
  )
  return id
}
