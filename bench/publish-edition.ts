/**
 * An edition published over a million sign-offs: what the steward is told before the button, and the
 * rows that publishing writes. Sign-offs are neither copied nor rewritten; to be within twice a bare
 * INSERT … SELECT of as many rows. LANYARD_SIGN_OFFS for another number.
 */
import type pg from 'pg'
import type { Person } from '../src/actor.ts'
import { readConfig } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import { insertEdition } from '../src/frameworks/frameworks-store.ts'
import { statementsOf } from '../src/frameworks/model/framework.ts'
import { insertSuccession } from '../src/frameworks/versions/successions-store.ts'
import { openSite } from '../src/open-site.ts'
import { countTouched } from '../src/touched-by.ts'
import type { Site } from '../src/web/site.ts'
import { type BenchResult, benchFolder } from './http-load.ts'
import { signedEach, signOffRows, steward } from './publish-edition-rows.ts'

const signOffs = Number(process.env.LANYARD_SIGN_OFFS ?? 1_000_000)
const from = 'ahp-support-worker/2026'
const to = 'ahp-support-worker/2027'

export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const { site, close } = await openSite(config, () => {})
  const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
  const superuser = await openClient(embedded.connectAs('superuser', 'lanyard'))
  try {
    await superuser.query(signOffRows(signOffs))
    await superuser.query('analyze')
    const counted = await timed(() => count(site))
    const written = await timed(() => publish(site))
    const bare = await timed(() => insertBare(superuser))
    const whole = counted + written
    return [
      row('counted: what it touches', counted),
      row('written: edition and succession', written),
      { ...row('both, against as many rows', whole), ratioToLimit: bare / whole },
      row(`INSERT … SELECT of ${signOffs}`, bare),
    ]
  } finally {
    await closeClient(superuser)
    await embedded.release()
    await close()
    folder.remove()
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

async function count({ db }: Site): Promise<void> {
  const person: Person = { kind: 'person', id: steward, name: 'A steward', permissions: [] }
  const touched = await asActor(db, person, (db) => countTouched(db, { edition: from }))
  const told = [...touched.values()].map((one) => one.signOffs)
  const all = told.reduce<number>((sum, one) => sum + (one === 'fewer than 5' ? 0 : one), 0)
  const holders = Math.floor(signOffs / signedEach)
  // So few are not told.
  if (all !== (holders < 5 ? 0 : holders * signedEach)) throw new Error(`${all} are counted`)
}

/** Every statement is reworded, and every tenth has another meaning. */
async function publish({ db }: Site): Promise<void> {
  const { edition } = readEditionContent(from)
  const loader = { kind: 'job', name: 'load-content' } as const
  const lines = statementsOf(edition).map(({ code }, place) => ({
    ...{ from: code, to: [code] },
    fate: place % 10 === 0 ? ('meaning-changed' as const) : ('reworded' as const),
    reason: 'It says more.',
  }))
  await asActor(db, loader, async (db) => {
    await insertEdition(db, { ...edition, version: '2027' }, { digest: 'bench' })
    await insertSuccession(db, { from, to, reconfirmBy: '2027-11-23', lines })
  })
}

/** The same columns, without an index, a trigger or a policy. */
async function insertBare(owner: pg.Client): Promise<void> {
  await owner.query('create table bare_sign_off (like sign_off)')
  await owner.query('insert into bare_sign_off select * from sign_off')
}

function row(name: string, milliseconds: number): BenchResult {
  return { bench: 'publish-edition', case: name, perSecond: 0, ratioToLimit: null, milliseconds }
}
