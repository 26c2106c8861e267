import type pg from 'pg'
import { readDemonstration } from '../src/accounts/accounts-content.ts'
import type { Person } from '../src/actor.ts'
import { asActor } from '../src/database/as-actor.ts'
import type { Database } from '../src/database/database.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { openDatabase } from '../src/database/open-database.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { beginDraft, editThing } from '../src/frameworks/authoring/drafts-actions.ts'
import { listThings, type StoredThing } from '../src/frameworks/authoring/drafts-store.ts'
import { takeApart } from '../src/frameworks/authoring/model/take-apart.ts'
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import type { Edition, Section, Statement } from '../src/frameworks/model/framework.ts'
import { readDemonstrationRegister } from '../src/organisations/demonstration-content.ts'
import { loadDemonstration } from '../src/organisations/load-demonstration.ts'
import { type BenchResult, benchFolder } from './http-load.ts'

/** As many as the ESCO subset by which OpenCASE was measured: 208 ms an edit, 3 MB. */
const items = 2_583
const edits = 1_000
const organisation = 'lanyard-stewards'
const steward: Person = {
  ...{ kind: 'person', id: '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95', name: 'Steward' },
  permissions: [{ organisation, permission: 'steward-framework' }],
}

/** One word of one statement after another, each an act of its own. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const opened = await openDatabase({ dataDir: folder.path, dataDirGiven: true, say: () => {} })
  try {
    const { db } = opened
    const demonstration = { register: readDemonstrationRegister(), people: readDemonstration() }
    await loadDemonstration(db, demonstration, new Date())
    const from = grown(readEditionContent('ahp-support-worker/2026').edition)
    const name = { slug: from.slug, version: 'bench' }
    const draft = await beginDraft(db, steward, { organisation, name, from })
    const statements = await listStatements(db, draft)
    const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
    const owner = await openClient(embedded.connectAs('owner', 'lanyard'))
    await owner.query('vacuum analyze draft, draft_thing, draft_change')
    const size = async () => {
      const { rows } = await owner.query<{ size: number }>(`select sum(pg_total_relation_size(name))
        as size from unnest('{draft,draft_thing,draft_change}'::regclass[]) as name`)
      return Number(rows[0]?.size)
    }
    const before = await size()
    const times = await editEach(db, draft, statements)
    const kilobytes = (await size()) - before
    const limit = await editBare(owner, draft, statements)
    await closeClient(owner)
    await embedded.release()
    const at = (part: number) => times[Math.floor(times.length * part)] ?? 0
    return [
      row('one statement edited, p50', at(0.5), limit / at(0.5)),
      row('one statement edited, p95', at(0.95)),
      row('the same rows, nobody asked who, p50', limit, 1),
      row(`grown an edit: ${(kilobytes / edits / 1024).toFixed(2)} kB`, 0),
    ]
  } finally {
    await opened.close()
    folder.remove()
  }
}

/** The same with as many sections again as it takes. */
function grown(edition: Edition): Edition {
  const missing = items - takeApart(edition).length
  const sections: Section[] = Array.from({ length: Math.ceil(missing / 4) }, (_, at) => {
    const code = `8.${100 + at}`
    const of = edition.domains[0]?.sections[0]?.statements.slice(0, 3) ?? []
    const statements = of.map(
      (one): Statement => ({
        ...{ ...one, code: one.code.replace(/^[\d.]+/, code), capability: `made-${at}` },
      }),
    )
    return { code, title: `Made ${at}`, statements }
  })
  const domains = edition.domains.map((domain) =>
    domain.number === 8 ? { ...domain, sections: [...domain.sections, ...sections] } : domain,
  )
  return { ...edition, domains }
}

function listStatements(db: Database, draft: string): Promise<StoredThing[]> {
  return asActor(db, steward, async (db) =>
    (await listThings(db, { draft })).filter(({ thing }) => thing.startsWith('statement/')),
  )
}

async function editEach(
  db: Database,
  draft: string,
  statements: readonly StoredThing[],
): Promise<number[]> {
  const times: number[] = []
  const revisions = new Map(statements.map(({ thing, revision }) => [thing, revision]))
  for (let at = 0; at < edits; at += 1) {
    const { thing, value } = statements[(at * 7) % statements.length] as StoredThing // within it
    const revision = revisions.get(thing) ?? 1
    const now = { ...value, text: `Edited ${at} ${'text' in value ? value.text : ''}` }
    const start = performance.now()
    const saved = await editThing(db, steward, { draft, thing, revision, value: now })
    times.push(performance.now() - start)
    if (saved !== 'saved') throw new Error(`${saved}: ${thing}`)
    revisions.set(thing, revision + 1)
  }
  return times.toSorted((one, other) => one - other)
}

/** The same rows by their owner: no wall, no question who acts, no comparison. */
async function editBare(
  owner: pg.Client,
  draft: string,
  statements: readonly StoredThing[],
): Promise<number> {
  const times: number[] = []
  for (const { thing, value } of statements.slice(0, 300)) {
    const start = performance.now()
    await owner.query('begin')
    await owner.query(
      `update draft_thing set value = $3, revision = revision + 1
       where draft_id = $1 and thing = $2`,
      [draft, thing, JSON.stringify(value)],
    )
    await owner.query(
      `insert into draft_change (draft_id, thing, act, before, by)
       values ($1, $2, 'changed', $3, $4)`,
      [draft, thing, JSON.stringify(value), steward.id],
    )
    await owner.query('update draft set revision = revision + 1 where id = $1', [draft])
    await owner.query('commit')
    times.push(performance.now() - start)
  }
  return times.toSorted((one, other) => one - other)[150] ?? 0
}

function row(name: string, milliseconds: number, ratioToLimit: number | null = null): BenchResult {
  const perSecond = milliseconds === 0 ? 0 : 1000 / milliseconds
  return { bench: 'edit-statement', case: name, perSecond, ratioToLimit, milliseconds }
}
