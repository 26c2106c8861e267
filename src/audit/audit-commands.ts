/** `lanyard audit …`: whether what was done is still as it was sealed, and what an outside party keeps of it. */

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { hasDatabase } from '../database/has-database.ts'
import { openDatabase } from '../database/open-database.ts'
import { rotateAuditKey } from './audit-actions.ts'
import { listAuditKeys, listBatches } from './batches-store.ts'
import { readKept, writeBatch, writeKey } from './kept-heads.ts'
import { proveEvent } from './prove-event.ts'
import { type AuditVerdict, type KeptHeads, verifier, verifyAudit } from './verify-audit.ts'

const usage = `Use:
  lanyard audit verify [--heads FILE] [--json]   is every sealed event there and unchanged?
                    --heads FILE   also against heads that were exported earlier and kept elsewhere
  lanyard audit export [--after NUMBER]          the keys and the heads of the batches, a line each
  lanyard audit prove EVENT                      that one event stands in its batch
  lanyard audit new-key                          signs the batches to come with a new key
`

/** Given by lanyard.ts, because plumbing knows nothing of where the key is kept. */
export interface AuditCallbacks {
  readonly openKeyEncryptionKey: (
    db: Database,
    config: Config & { readonly dataDir: string },
  ) => Promise<Buffer>
}

type Command = (opened: { readonly db: Database; readonly config: Config }) => Promise<number>

/** Exit code 0 for valid and done, 1 for invalid, 2 for unknown, wrong use and nothing to read. */
export async function auditCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  callbacks: AuditCallbacks,
): Promise<number> {
  const command = readArguments(args, callbacks)
  if (command === undefined) return fail(usage)
  const config = readConfig(env)
  if (!(await hasDatabase(config))) return fail('There is no database here: nothing was done.\n')
  const { db, dataDir, close } = await openDatabase({ ...config, say: fail })
  try {
    return await command({ db, config: { ...config, dataDir } })
  } finally {
    await close()
  }
}

function readArguments(
  [verb, ...args]: readonly string[],
  { openKeyEncryptionKey }: AuditCallbacks,
): Command | undefined {
  const read = options(args)
  const [first, ...more] = read?.positionals ?? []
  if (read === undefined || more.length > 0) return undefined
  const { json, heads, after } = read.values
  if (verb === 'prove') return first === undefined ? undefined : ({ db }) => prove(db, first)
  if (first !== undefined) return undefined
  if (verb === 'verify') return ({ db }) => verify(db, { json, heads })
  if (verb === 'export') return ({ db }) => exportHeads(db, Number(after))
  if (verb !== 'new-key') return undefined
  return async ({ db, config }) => {
    const keyEncryptionKey = await openKeyEncryptionKey(db, config)
    say(await rotateAuditKey({ db, keyEncryptionKey, now: () => new Date() }))
    return 0
  }
}

function options(args: readonly string[]) {
  try {
    const read = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        heads: { type: 'string' },
        after: { type: 'string', default: '0' },
      },
      allowPositionals: true,
    })
    return /^\d{1,9}$/.test(read.values.after) ? read : undefined
  } catch {
    // An option that is not ours: the usage says which are.
    return undefined
  }
}

const exitCodes: Readonly<Record<AuditVerdict['outcome'], number>> = {
  valid: 0,
  invalid: 1,
  unknown: 2,
}

async function verify(
  db: Database,
  { json, heads }: { readonly json: boolean; readonly heads: string | undefined },
): Promise<number> {
  let kept: KeptHeads | undefined
  try {
    kept = heads === undefined ? undefined : readKept(readFileSync(heads, 'utf8').split('\n'))
  } catch (error) {
    return fail(`${heads} could not be read: ${error instanceof Error ? error.message : error}\n`)
  }
  const now = () => new Date()
  const verdict = await verifyAudit({ db, now }, kept)
  say(json ? JSON.stringify(verdict) : inWords(verdict, kept, now()))
  return exitCodes[verdict.outcome]
}

function inWords(
  { outcome, batches, events, kept, unsealed, findings }: AuditVerdict,
  brought: KeptHeads | undefined,
  now: Date,
): string {
  const { count, oldest } = unsealed
  const minutes = oldest && Math.floor((now.getTime() - oldest.getTime()) / 60_000)
  return [
    outcomeWords[outcome],
    `${events} events in ${batches} batches`,
    ...(brought === undefined
      ? []
      : [`${kept} of ${brought.batches.size} heads as they were kept`]),
    `${count} events not sealed yet${oldest ? `, the oldest for ${minutes} minutes` : ''}`,
    ...findings.map(({ at, message }) => `  ${at}: ${message}`),
  ].join('\n')
}

const outcomeWords: Readonly<Record<AuditVerdict['outcome'], string>> = {
  valid: 'The audit is whole.',
  invalid: 'The audit is NOT whole.',
  unknown: 'What is sealed is whole, but sealing has stopped: is the service running?',
}

async function exportHeads(db: Database, after: number): Promise<number> {
  await asActor(db, verifier, async (db) => {
    for (const key of await listAuditKeys(db)) await write(`${writeKey(key)}\n`)
    await exportBatches(db, after)
  })
  return 0
}

async function exportBatches(db: Transaction, first: number): Promise<void> {
  for (let after = first; ; ) {
    const batches = await listBatches(db, { after, limit: 10_000 })
    await write(batches.map((batch) => `${writeBatch(batch)}\n`).join(''))
    const end = batches.at(-1)
    if (end === undefined) return
    after = end.number
  }
}

async function prove(db: Database, event: string): Promise<number> {
  const proof = await asActor(db, verifier, (db) => proveEvent(db, event))
  if (proof === undefined) return fail(`No batch holds an event ${event} (yet).\n`)
  say(JSON.stringify(proof, null, 2))
  return 0
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}

function fail(words: string): 2 {
  process.stderr.write(words.endsWith('\n') ? words : `${words}\n`)
  return 2
}
