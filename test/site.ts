/** The whole site on a test database with the real content: for tests that follow its pages. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { personOfSession, signInToDemonstration } from '../src/accounts/accounts-actions.ts'
import { readDemonstration } from '../src/accounts/accounts-content.ts'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { loadConsultations } from '../src/consultations/consultations-actions.ts'
import { readConsultations } from '../src/consultations/consultations-content.ts'
import type { Database } from '../src/database/database.ts'
import { loadCrosswalks } from '../src/frameworks/crosswalks/crosswalks-actions/load-crosswalks.ts'
import { readCrosswalks } from '../src/frameworks/crosswalks/crosswalks-content.ts'
import { loadFrameworks } from '../src/frameworks/frameworks-actions.ts'
import { readFrameworks } from '../src/frameworks/frameworks-content.ts'
import { openJobs } from '../src/jobs/open-jobs.ts'
import type { Letter } from '../src/mail/letter.ts'
import { postOffice } from '../src/mail/post-office.ts'
import { readDemonstrationRegister } from '../src/organisations/demonstration-content.ts'
import { loadDemonstration } from '../src/organisations/load-demonstration.ts'
import type { Site } from '../src/web/site.ts'
import { workOf } from '../src/work.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export interface TestSite {
  readonly app: FastifyInstance
  readonly site: Site
  readonly database: TestDatabase
  /** Signs a demonstration person in and gives the cookie header of the session. */
  readonly signIn: (personId: string) => Promise<string>
  /** What was posted to somebody, oldest first. */
  readonly lettersTo: (address: string) => Promise<readonly Letter[]>
  /** Does now what waits behind the pages; gives how many jobs that were. */
  readonly workOff: () => Promise<number>
}

/** Call it once at the top of a test file. What its tests write stays until the file ends. */
export async function testSite(settings: Record<string, string> = {}): Promise<TestSite> {
  const database = await testDatabase('each-file')
  const { db, executeSql, isAlive } = database
  const now = () => new Date()
  const config = readConfig({ DEMO: '1', LOG_LEVEL: 'silent', ...settings })
  await database.loadOnce(() => loadContent(db, now()))
  const keyEncryptionKey = randomBytes(32)
  const { jobs, workOff: workOffOne } = openJobs(executeSql)
  const site: Site = {
    db,
    config,
    now,
    isAlive,
    findPerson: (token) => personOfSession(db, token, now()),
    keyEncryptionKey,
    equalityKey: randomBytes(32),
    jobs,
    post: postOffice(config, jobs, keyEncryptionKey),
  }
  const app = await createApp(site)
  afterAll(() => app.close())
  const signIn = async (personId: string) =>
    `session=${await signInToDemonstration(db, personId, now())}`
  const lettersTo = (address: string) => listLettersTo(database, address)
  const workOff = async () => {
    let done = 0
    for (const work of workOf(site)) done += await workOffOne(work, app.log)
    return done
  }
  return { app, site, database, signIn, lettersTo, workOff }
}

async function loadContent(db: Database, now: Date): Promise<void> {
  const frameworks = readFrameworks()
  await loadFrameworks(db, frameworks)
  await loadCrosswalks(db, readCrosswalks(frameworks))
  await loadConsultations(db, readConsultations(frameworks))
  const [register, people] = [readDemonstrationRegister(), readDemonstration()]
  await loadDemonstration(db, { register, people }, now)
}

async function listLettersTo(
  { superuserClient }: TestDatabase,
  address: string,
): Promise<readonly Letter[]> {
  const { rows } = await superuserClient.query<Letter>(
    'select address as "to", subject, text from demonstration_letter where address = $1 order by id',
    [address],
  )
  return rows
}
