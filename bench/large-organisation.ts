import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { openSite } from '../src/open-site.ts'
import { columnTitles, mostRows } from '../src/organisations/invitations/model/people-file.ts'
import { paths } from '../src/paths.ts'
import { visitor } from '../test/visitor.ts'
import { type BenchResult, benchFolder } from './http-load.ts'
import {
  assessor,
  holder,
  largeOrganisation,
  manager,
  memberId,
  members,
  organisation,
} from './large-organisation-rows.ts'
import { asked, type Question } from './questions-asked.ts'

interface Page {
  readonly page: string
  readonly path: string
  readonly who: number
  readonly whole?: readonly string[]
}

/** `whole` is what a page must read through: the list of people counts and sorts all of them. */
const pages: readonly Page[] = [
  { page: 'a passport', path: paths.passport(), who: holder },
  { page: 'one section of it', path: '/passport/assess/2.1/entry', who: holder },
  { page: 'asking for a sign-off', path: '/passport/ask/2.1/entry', who: holder },
  { page: 'share links', path: paths.shares(), who: holder },
  { page: 'who looked', path: '/account/who-looked', who: holder },
  { page: 'requests for sign-off', path: paths.requests(), who: assessor },
  { page: 'what was issued', path: paths.issued(), who: manager },
  {
    page: 'people',
    path: paths.people(organisation),
    who: manager,
    whole: ['membership', 'person'],
  },
  {
    ...{ page: 'people by a name', path: paths.people(organisation, { name: '77' }), who: manager },
    whole: ['membership', 'person'],
  },
  { page: 'one person', path: paths.person(organisation, memberId(holder)), who: manager },
  { page: 'permissions to review', path: paths.permissionReviews(organisation), who: manager },
  { page: 'registrations', path: paths.registrations(organisation), who: manager },
]

/**
 * The statements of a page at ten thousand members and 200,000 answers, one after the other, with
 * the wall and without. Fails where a policy or a page reads through a table that grows.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const { site, close } = await openSite(config, () => {})
  const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
  const connect = (role: 'owner' | 'superuser' | 'app') =>
    openClient(embedded.connectAs(role, 'lanyard'))
  const owner = await connect('owner')
  const app = await connect('app')
  const superuser = await connect('superuser')
  try {
    await owner.query(largeOrganisation)
    await owner.query('analyze')
    const results: BenchResult[] = []
    const through: string[] = []
    for (const { page, path, who, whole = [] } of pages) {
      const questions = await asked(
        embedded.connectAs('app', 'lanyard'),
        async (db, findPerson) => {
          const server = await createApp({ ...site, db, findPerson })
          const answer = await server.inject({
            url: path,
            headers: { cookie: `session=member-${who}` },
          })
          if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
          await server.close()
        },
      )
      const scans = (await scansOf(superuser, questions)).filter((one) => !whole.includes(one))
      if (scans.length > 0) through.push(`${page}: ${scans.join(', ')}`)
      const [walled, open] = await timesOf([app, owner], questions)
      results.push({ ...row(page, walled), ratioToLimit: open / walled })
    }
    const server = await createApp(site)
    results.push(...(await previewFile(server)))
    await server.close()
    if (through.length > 0) throw new Error(`read in sequence by ${through.join('; ')}`)
    return results
  } finally {
    await Promise.all([owner, app, superuser].map(closeClient))
    await embedded.release()
    await close()
    folder.remove()
  }
}

/** As many people as a file may have, through the real routes: read and kept, then judged and shown. */
async function previewFile(server: FastifyInstance): Promise<BenchResult[]> {
  const { get, post } = visitor(server, `session=member-${manager}`)
  const people = Array.from({ length: mostRows }, (_, place) => {
    return `Person ${place * 2},person${place}@example.org,Support worker,,,`
  })
  const pasted = [Object.values(columnTitles).join(','), ...people].join('\n')
  const before = process.memoryUsage().rss
  const kept = performance.now()
  const { headers, statusCode } = await post(paths.inviteMany(organisation), { people: pasted })
  if (statusCode !== 303) throw new Error(`a file of people was answered ${statusCode}`)
  const shown = performance.now()
  const preview = await get(String(headers.location))
  if (preview.statusCode !== 200) throw new Error(`its preview was ${preview.statusCode}`)
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20
  return [
    row('a file of 5,000 people, kept', shown - kept),
    row('its preview', performance.now() - shown),
    { ...row('memory that both took', 0), milliseconds: undefined, megabytes },
  ]
}

function row(page: string, milliseconds: number): BenchResult {
  return { bench: 'large', case: page, perSecond: 0, ratioToLimit: null, milliseconds }
}

async function replay(client: pg.Client, { actor, sql, parameters }: Question): Promise<number> {
  await client.query('begin')
  await client.query(`select set_config('app.actor', $1, true)`, [actor])
  const start = performance.now()
  await client.query(sql, [...parameters])
  const took = performance.now() - start
  await client.query('rollback')
  return took
}

/** The middle of nine of each, in turns. */
async function timesOf(clients: [pg.Client, pg.Client], questions: readonly Question[]) {
  const sums: [number, number] = [0, 0]
  for (const question of questions) {
    const times: [number[], number[]] = [[], []]
    for (let turn = 0; turn < 9; turn += 1) {
      times[0].push(await replay(clients[0], question))
      times[1].push(await replay(clients[1], question))
    }
    sums[0] += middle(times[0])
    sums[1] += middle(times[1])
  }
  return sums
}

const middle = (times: number[]) => times.sort((one, other) => one - other)[4] ?? 0

/** Tables of which a tenth of the members or more was read in sequence, functions of policies too. */
async function scansOf(superuser: pg.Client, questions: readonly Question[]): Promise<string[]> {
  const found = new Set<string>()
  const listen = ({ message = '' }: { message?: string | undefined }) => {
    for (const [, table = '', read = '0', loops = '1', rest = ''] of message.matchAll(seqScan)) {
      const removed = Number(/Rows Removed by Filter: (\d+)/.exec(rest)?.[1] ?? 0)
      if ((Number(read) + removed) * Number(loops) >= members / 10) found.add(table)
    }
  }
  superuser.on('notice', listen)
  await superuser.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on;
    set auto_explain.log_timing = off; set client_min_messages = log; set role lanyard_app`)
  for (const question of questions) await replay(superuser, question)
  superuser.off('notice', listen)
  await superuser.query('reset role')
  return [...found]
}

const seqScan = /Seq Scan on (\w+).*?\(actual rows=([\d.]+) loops=(\d+)\)((?:\n\s+(?!->).*)*)/g
