/** A team of two hundred who share where they stand, sixty statements signed for each: read and evaluated. */
import type { Person } from '../src/actor.ts'
import { readConfig } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { readTeamStanding } from '../src/development/standing/read-team.ts'
import { editionShelf } from '../src/frameworks/edition-shelf.ts'
import { dayOf } from '../src/language/days.ts'
import { openSite } from '../src/open-site.ts'
import { currentEdition } from '../src/passports/passports-edition.ts'
import { type BenchResult, benchFolder } from './http-load.ts'
import { asked, type Question } from './questions-asked.ts'
import { manager, organisation, people, signedEach, teamStanding } from './team-standing-rows.ts'

const rounds = 9
const goal = 300

export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const { site, close } = await openSite(config, () => {})
  const embedded = await startEmbedded({ dataDir: folder.path, explicit: true, say: () => {} })
  const owner = await openClient(embedded.connectAs('owner', 'lanyard'))
  try {
    await owner.query(teamStanding)
    await owner.query('analyze')
    const stored = await currentEdition(editionShelf(site.db, site.now))
    const read = (db = site.db) =>
      asActor(db, person, (db) =>
        readTeamStanding(db, stored, { organisation, today: dayOf(site.now()) }),
      )
    const members = await read()
    const held = members.flatMap(({ shared }) => shared.domains.map(({ counts }) => counts.held))
    if (members.length !== people) throw new Error(`${members.length} share`)
    if (held.reduce((sum, one) => sum + one, 0) < people * signedEach) {
      throw new Error('not everything that was signed is held')
    }
    const took = await median(read)
    if (took > goal) throw new Error(`a team of ${people} took ${took.toFixed(0)} ms`)
    const questions = await asked(embedded.connectAs('app', 'lanyard'), async (db) => {
      await read(db)
    })
    if (questions.length > 8) throw new Error(`${questions.length} questions for one team`)
    return [
      row(`a team of ${people}, ${people * signedEach} signed statements`, took),
      ...(await Promise.all([explain(questions)])).flat(),
    ]
  } finally {
    await closeClient(owner)
    await embedded.release()
    await close()
    folder.remove()
  }
}

const person: Person = { kind: 'person', id: manager, name: 'A manager', permissions: [] }
