/** Twenty thousand rows of training, read, judged and taken in, against COPY of the same rows. */
import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type pg from 'pg'
import type { Person } from '../src/actor.ts'
import { readConfig } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { openSite } from '../src/open-site.ts'
import { readCsv } from '../src/organisations/invitations/model/read-csv.ts'
import {
  importTrainings,
  keepMapping,
  keepTrainingFile,
} from '../src/passports/bring/import-training.ts'
import { judgeTraining } from '../src/passports/bring/model/judge-training.ts'
import { guessColumns, readTrainingFile } from '../src/passports/bring/model/training-file.ts'
import {
  getTrainingFile,
  listKnownTraining,
  setTrainingStarted,
} from '../src/passports/bring/training-store.ts'
import { type BenchResult, benchFolder } from './http-load.ts'

const rows = 20_000
const edition = 'ahp-support-worker/2026'
const today = '2026-06-01'

export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const opened = await openSite(config, () => {})
  const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
  // COPY to a file of the server is the superuser's.
  const owner = await openClient(embedded.connectAs('superuser', 'lanyard'))
  try {
    const { rows: people } = await owner.query<{ id: string }>('select id from person limit 1')
    const person: Person = { kind: 'person', id: people[0]?.id ?? '', name: 'A', permissions: [] }
    const { site } = opened
    const started = performance.now()
    const file = readFile()
    const id = await keepTrainingFile(site, person, { edition, ...file })
    const mapping = { places: guessColumns(file.head), dayOrder: 'day-first' as const }
    await keepMapping(site, person, { id, mapping })
    const looked = performance.now()
    const holderId = person.id
    const drafts = await asActor(site.db, person, async (db) => {
      const kept = await getTrainingFile(db, { id, holderId })
      const known = await listKnownTraining(db, { holderId })
      const bringer = { name: person.name, emails: [] }
      // More than one passport holds, so that the rows outweigh what stands around them.
      const judging = { mapping, bringer, today, known, room: rows }
      return judgeTraining(kept.rows ?? [], judging).flatMap(({ draft }) => draft ?? [])
    })
    const judged = performance.now()
    await asActor(site.db, person, (db) =>
      setTrainingStarted(db, { id, holderId, at: new Date(), drafts }),
    )
    const actor = { kind: 'job', name: 'import-training' } as const
    await importTrainings(site).run({ id: randomUUID(), details: { file: id }, actor })
    const done = performance.now()
    await expectAll(owner)
    const copied = await copySame(owner, person.id)
    const whole = looked - started + (done - judged)
    return [
      row('uploaded and read', looked - started),
      row('looked at', judged - looked),
      row('taken in', done - judged),
      { ...row('all, against COPY of the same', whole), ratioToLimit: copied / whole },
      row('COPY of the same', copied),
    ]
  } finally {
    await closeClient(owner)
    for (const name of ['e', 'v']) rmSync(place(name), { force: true })
    await embedded.release()
    await opened.close()
    folder.remove()
  }
}

function readFile() {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `Course ${at} ${randomBytes(4).toString('hex').replace(/\d/g, 'x')},${(at % 28) + 1}/3/2025,,A college`,
  )
  const csv = readCsv(['Course,Completed,Expires,Provider', ...lines].join('\n'))
  const file = csv.ok ? readTrainingFile(csv.rows) : csv
  if (!file.ok) throw new Error(file.message)
  return file
}

async function expectAll(owner: pg.Client): Promise<void> {
  const { rows: found } = await owner.query<{ count: string }>(
    'select count(*) from passport_entry_version',
  )
  if (Number(found[0]?.count) !== rows) throw new Error('not every row was taken in')
}

/** Into tables with the same columns and keys, and nothing that guards them. */
async function copySame(owner: pg.Client, holder: string): Promise<number> {
  await owner.query('create table bare_entry (like passport_entry including all)')
  await owner.query('create table bare_version (like passport_entry_version including all)')
  await owner.query(
    `copy (select * from passport_entry where holder_id = '${holder}') to '${place('e')}'`,
  )
  await owner.query(
    `copy (select * from passport_entry_version where holder_id = '${holder}') to '${place('v')}'`,
  )
  const started = performance.now()
  await owner.query(`copy bare_entry from '${place('e')}'`)
  await owner.query(`copy bare_version from '${place('v')}'`)
  return performance.now() - started
}

function place(name: string): string {
  return `/tmp/lanyard-bench-copy-${process.pid}-${name}`
}

function row(name: string, milliseconds: number): BenchResult {
  return {
    ...{ bench: 'training', case: name, milliseconds, ratioToLimit: null },
    perSecond: 1000 / milliseconds,
  }
}
