import type { FastifyInstance } from 'fastify'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { openSite } from '../src/open-site.ts'
import { paths } from '../src/paths.ts'
import { type BenchResult, benchFolder } from './http-load.ts'
import {
  assessor,
  holder,
  manager,
  memberId,
  organisation,
  peopleFrom,
} from './many-people-rows.ts'

const few = 10_000
const many = Number(process.env.LANYARD_MANY_PEOPLE ?? 1_000_000)

const pages = [
  { page: 'a passport', path: paths.passport(), who: holder },
  { page: 'a domain of it', path: paths.standingInDomain(3, 'entry'), who: holder },
  { page: 'one section of it', path: '/passport/assess/2.1/entry', who: holder },
  { page: 'asking for a sign-off', path: '/passport/ask/4.1/entry', who: holder },
  { page: 'share links', path: paths.shares(), who: holder },
  { page: 'a timeline', path: paths.timeline(), who: holder },
  { page: 'who looked', path: '/account/who-looked', who: holder },
  { page: 'an account', path: paths.account(), who: holder },
  { page: 'requests for sign-off', path: paths.requests(), who: assessor },
  { page: 'what was issued', path: paths.issued(), who: manager },
  { page: 'people', path: paths.people(organisation), who: manager },
  { page: 'one person', path: paths.person(organisation, memberId(holder)), who: manager },
  { page: 'permissions to review', path: paths.permissionReviews(organisation), who: manager },
] as const

/** The same pages of the same people, at ten thousand people in all and at a million. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const { site, close } = await openSite(config, () => {})
  const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
  const superuser = await openClient(embedded.connectAs('superuser', 'lanyard'))
  const app = await createApp(site)
  const fill = async (start: number, end: number) => {
    await superuser.query(peopleFrom(start, end))
    await superuser.query('vacuum analyze')
  }
  try {
    await fill(1, few)
    const before = await timesOf(app)
    for (let made = few; made < many; made += 100_000) {
      await fill(made + 1, Math.min(made + 100_000, many))
    }
    const after = await timesOf(app)
    return pages.map(({ page }, index) =>
      row(`${page}, of ${many / 1000} thousand`, after[index] ?? 0, before[index] ?? 0),
    )
  } finally {
    await app.close()
    await closeClient(superuser)
    await embedded.release()
    await close()
    folder.remove()
  }
}

/** In milliseconds: the middle of 41 of each page, in turns, after as many to warm it. */
async function timesOf(app: FastifyInstance): Promise<number[]> {
  const times = pages.map((): number[] => [])
  for (let turn = 0; turn < 60; turn += 1) {
    for (const [index, { path, who }] of pages.entries()) {
      const start = performance.now()
      const reply = await app.inject({ url: path, headers: { cookie: `session=member-${who}` } })
      if (reply.statusCode !== 200) throw new Error(`${path} answered ${reply.statusCode}`)
      if (turn >= 19) times[index]?.push(performance.now() - start)
    }
  }
  return times.map((all) => all.sort((one, other) => one - other)[20] ?? 0)
}

/** The limit is the same page among few. */
function row(page: string, milliseconds: number, before: number): BenchResult {
  return {
    ...{ bench: 'many', case: page, perSecond: 0, milliseconds },
    ratioToLimit: before / milliseconds,
  }
}
