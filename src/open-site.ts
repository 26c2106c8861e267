/** Opens what the site stands on: the database, its content, and the keys. */
import { personOfSession } from './accounts/accounts-actions.ts'
import { readDemonstration } from './accounts/accounts-content.ts'
import type { Config } from './config.ts'
import { loadConsultations } from './consultations/consultations-actions.ts'
import { readConsultations } from './consultations/consultations-content.ts'
import { prepareKeys } from './credentials/key-encryption.ts'
import { openDatabase } from './database/open-database.ts'
import { loadDemonstrationCourses } from './development/learning/load-demonstration-courses.ts'
import { loadCrosswalks } from './frameworks/crosswalks/crosswalks-actions/load-crosswalks.ts'
import { readCrosswalks } from './frameworks/crosswalks/crosswalks-content.ts'
import { loadFrameworks } from './frameworks/frameworks-actions.ts'
import { readFrameworks } from './frameworks/frameworks-content.ts'
import { loadDemonstrationDraft } from './frameworks/load-demonstration-draft.ts'
import { type JobLog, openJobs } from './jobs/open-jobs.ts'
import { postOffice } from './mail/post-office.ts'
import { readDemonstrationRegister } from './organisations/demonstration-content.ts'
import { loadDemonstration } from './organisations/load-demonstration.ts'
import { loadDemonstrationAcceptance } from './passports/recognition/load-demonstration-acceptance.ts'
import { openEqualityKey } from './privacy/equality/open-equality-key.ts'
import type { Site } from './web/site.ts'
import { workOf } from './work.ts'

export interface OpenSite {
  readonly site: Site
  /** Begins with what waits behind the pages; gives how to stop it. */
  readonly startWork: (log: JobLog) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

/** Content is read and checked before anything is written: a bad file changes nothing. */
export async function openSite(config: Config, say: (words: string) => void): Promise<OpenSite> {
  const frameworks = readFrameworks()
  const crosswalks = readCrosswalks(frameworks)
  const consultations = readConsultations(frameworks)
  const demonstration = config.demo
    ? { register: readDemonstrationRegister(), people: readDemonstration() }
    : undefined
  const { db, executeSql, dataDir, isAlive, close } = await openDatabase({ ...config, say })
  try {
    await loadFrameworks(db, frameworks)
    await loadCrosswalks(db, crosswalks)
    await loadConsultations(db, consultations)
    if (demonstration !== undefined) {
      await loadDemonstration(db, demonstration, new Date())
      await loadDemonstrationAcceptance(db, new Date())
      await loadDemonstrationCourses(db, new Date())
      await loadDemonstrationDraft(db)
    }
    const now = () => new Date()
    const keyEncryptionKey = await prepareKeys(db, { ...config, dataDir })
    const previous = config.keyEncryptionKeyPrevious
    const previousKeyEncryptionKey =
      previous === undefined ? undefined : Buffer.from(previous, 'hex')
    const equalityKey = await openEqualityKey({ ...config, dataDir })
    const findPerson = (token: string) => personOfSession(db, token, now())
    const { jobs, start } = openJobs(executeSql)
    const post = postOffice(config, jobs, keyEncryptionKey)
    const keys = { keyEncryptionKey, previousKeyEncryptionKey, equalityKey }
    const site = { db, config, now, isAlive, findPerson, ...keys, jobs, post }
    return { site, startWork: (log) => start(workOf(site), log), close }
  } catch (error) {
    await close()
    throw error
  }
}
