/**
 * A team of two hundred who share where they stand, sixty statements signed for each: read and
 * evaluated. To be under 300 ms.
 */
import { signInToDemonstration } from '../src/accounts/accounts-actions.ts'
import type { Person } from '../src/actor.ts'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { readTeamStanding } from '../src/development/standing/read-team.ts'
import { editionShelf } from '../src/frameworks/edition-shelf.ts'
import { dayOf } from '../src/language/days.ts'
import { openSite } from '../src/open-site.ts'
import { latestEdition } from '../src/passports/passports-edition.ts'
import { paths } from '../src/paths.ts'
import type { Site } from '../src/web/site.ts'
import { type BenchResult, benchFolder } from './http-load.ts'
import { asked } from './questions-asked.ts'
import { manager, organisation, people, signedEach, teamStanding } from './team-standing-rows.ts'

const rounds = 9
/** However many they are. */
const mostQuestions = 6

export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const { site, close } = await openSite(config, () => {})
  const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
  const owner = await openClient(embedded.connectAs('owner', 'lanyard'))
  try {
    await owner.query(teamStanding)
    await owner.query('analyze')
    const read = await readingOf(site)
    await checkAll(read)
    const questions = await asked(embedded.connectAs('app', 'lanyard'), (db) => read(db))
    if (questions.length > mostQuestions) throw new Error(`it asks ${questions.length} questions`)
    const took = await median(() => read())
    const page = await median(await pageOf(site))
    return [row('a team of 200, evaluated', took), row('their page, with who looked', page)]
  } finally {
    await closeClient(owner)
    await embedded.release()
    await close()
    folder.remove()
  }
}

const person: Person = { kind: 'person', id: manager, name: 'A manager', permissions: [] }

async function readingOf(site: Site) {
  const stored = await latestEdition(editionShelf(site.db, site.now))
  const today = dayOf(site.now())
  return async (db = site.db) => {
    members = await asActor(db, person, (db) =>
      readTeamStanding(db, stored, { organisation, today }),
    )
  }
}

let members: Awaited<ReturnType<typeof readTeamStanding>> = []

/** Nobody is missing, and everything that was signed counts. */
async function checkAll(read: () => Promise<void>): Promise<void> {
  await read()
  const counts = members.flatMap(({ shared }) => shared.domains.map(({ counts }) => counts))
  const signed = counts.reduce((sum, one) => sum + one.held + one['due-soon'], 0)
  if (members.length !== people) throw new Error(`${members.length} of ${people} share`)
  if (signed !== people * signedEach) throw new Error(`${signed} statements stand`)
}

async function pageOf(site: Site): Promise<() => Promise<void>> {
  const app = await createApp(site)
  const cookie = `session=${await signInToDemonstration(site.db, manager, site.now())}`
  return async () => {
    const { statusCode } = await app.inject({
      url: paths.teamStanding(organisation),
      headers: { cookie },
    })
    if (statusCode !== 200) throw new Error(`the team's page answered ${statusCode}`)
  }
}

async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now()
    await work()
    // The first round is for warming up.
    if (round > 0) times.push(performance.now() - start)
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

/** A time says more than a rate here. */
function row(name: string, milliseconds: number): BenchResult {
  return { bench: 'team-standing', case: name, perSecond: 0, ratioToLimit: null, milliseconds }
}
