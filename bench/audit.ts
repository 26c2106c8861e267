import { randomBytes } from 'node:crypto'
import { sealAudit } from '../src/audit/audit-actions.ts'
import { recordEvent } from '../src/audit/audit-store.ts'
import { verifyAudit } from '../src/audit/verify-audit.ts'
import { asActor } from '../src/database/as-actor.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { type OpenDatabase, openDatabase } from '../src/database/open-database.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { type BenchResult, benchFolder } from './http-load.ts'

const events = 1_000_000
const writer = { kind: 'job', name: 'bench' } as const

/** A million events: sealed, verified a page at a time, and written by ten at once meanwhile. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const place = { dataDir: folder.path, dataDirGiven: true, say: () => {} }
  const opened = await openDatabase(place)
  try {
    await makeEvents(folder.path)
    const site = { db: opened.db, keyEncryptionKey: randomBytes(32), now: () => new Date() }
    const alone = await writeFor(opened, 3_000)
    const sealing = timed(() => sealAudit(site))
    const beside = await writeFor(opened, 3_000)
    const sealed = await sealing
    const before = process.memoryUsage().rss
    const verified = await timed(() => verifyAudit(site))
    const grown = (process.memoryUsage().rss - before) / 2 ** 20
    if (verified.value.outcome !== 'valid') throw new Error('the audit is not whole')
    return [
      row('events written, ten at once', alone, 1),
      row('the same beside the sealing', beside, beside / alone),
      row('events sealed', sealed.value / sealed.seconds),
      row('events verified', verified.value.events / verified.seconds),
      { ...row('memory grown by verifying', 0), megabytes: grown, perSecond: 0 },
    ]
  } finally {
    await opened.close()
    folder.remove()
  }
}

async function makeEvents(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir, explicit: true, say: () => {} })
  const owner = await openClient(embedded.connectAs('owner', 'lanyard'))
  await owner.query(`
    insert into audit_event (id, actor, action, subject_ref, organisation, about, details)
    select gen_random_uuid(), gen_random_uuid()::text, 'sign-off.signed',
      'signing:' || gen_random_uuid(), 'merrowfell-hospitals', gen_random_uuid(),
      '{"statements": 4, "cause": "error"}'
    from generate_series(1, ${events})`)
  await owner.query('analyze audit_event, audit_waiting')
  await closeClient(owner)
  await embedded.release()
}

/** Each in a transaction of its own, as a change has it. */
async function writeFor({ db }: OpenDatabase, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds
  let written = 0
  const write = async () => {
    while (performance.now() < end) {
      await asActor(db, writer, (db) => recordEvent(db, writer, 'share.made', 'thing:1'))
      written += 1
    }
  }
  await Promise.all(Array.from({ length: 10 }, write))
  return (written * 1000) / milliseconds
}

async function timed<Value>(run: () => Promise<Value>) {
  const start = performance.now()
  const value = await run()
  return { value, seconds: (performance.now() - start) / 1000 }
}

function row(name: string, perSecond: number, ratioToLimit: number | null = null): BenchResult {
  return { bench: 'audit', case: name, perSecond, ratioToLimit }
}
