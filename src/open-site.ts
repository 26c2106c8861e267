/** Opens what the site stands on: the database, its content, and the keys. */
import { personOfSession } from './accounts/accounts-actions.ts'
import { readDemonstration } from './accounts/accounts-content.ts'
import type { Config } from './config.ts'
import { loadConsultations } from './consultations/consultations-actions.ts'
import { readConsultations } from './consultations/consultations-content.ts'
import { prepareKeys } from './credentials/key-encryption.ts'
import { openDatabase } from './database/open-database.ts'
import { loadFrameworks } from './frameworks/frameworks-actions.ts'
import { readFrameworks } from './frameworks/frameworks-content.ts'
import { readDemonstrationRegister } from './organisations/demonstration-content.ts'
import { loadDemonstration } from './organisations/load-demonstration.ts'
import { openEqualityKey } from './privacy/equality/open-equality-key.ts'
import type { Site } from './web/site.ts'

export interface OpenSite {
  readonly site: Site
  readonly close: () => Promise<void>
}

/** Content is read and checked before anything is written: a bad file changes nothing. */
export async function openSite(config: Config, say: (words: string) => void): Promise<OpenSite> {
  const frameworks = readFrameworks()
  const consultations = readConsultations(frameworks)
  const demonstration = config.demo
    ? { register: readDemonstrationRegister(), people: readDemonstration() }
    : undefined
  const { db, dataDir, isAlive, close } = await openDatabase({ ...config, say })
  try {
    await loadFrameworks(db, frameworks)
    await loadConsultations(db, consultations)
    if (demonstration !== undefined) await loadDemonstration(db, demonstration, new Date())
    const now = () => new Date()
    const keyEncryptionKey = await prepareKeys(db, { ...config, dataDir })
    const equalityKey = await openEqualityKey({ ...config, dataDir })
    const findPerson = (token: string) => personOfSession(db, token, now())
    return {
      site: {
        db,
        config,
        now,
        isAlive,
        findPerson,
        keyEncryptionKey,
        equalityKey,
        jobs: notYet,
        post: notYet.send,
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const notYet = {
  send: async () => {
    throw new Error('the branch `post` brings this')
  },
}
