/** A passport of forty credentials packed to take away, and such a pack checked with nothing else. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { readPack } from '../src/credentials/pack/read-pack.ts'
import { readTrustedKeys } from '../src/credentials/pack/trusted-keys.ts'
import { verifyPack } from '../src/credentials/pack/verify-pack.ts'
import { editionShelf } from '../src/frameworks/edition-shelf.ts'
import { openSite } from '../src/open-site.ts'
import { packPassport } from '../src/passports/leaving/leaving-actions.ts'
import { leavingParts } from '../src/personal-parts.ts'
import { recordReader } from '../src/privacy/export/read-record-files.ts'
import { fillPassport } from './full-passport.ts'
import { type BenchResult, benchFolder } from './http-load.ts'

const credentials = 40
const rounds = 9

export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const config = readConfig({ DEMO: '1', DATA_DIR: folder.path, LOG_LEVEL: 'silent' })
  const { site, close } = await openSite(config, () => {})
  try {
    const { holderPerson } = await fillPassport(site, credentials)
    const shelf = editionShelf(site.db, site.now)
    const packing = { site, shelf, readRecordFiles: recordReader(site, leavingParts) }
    const choice = { private: false, lived: false }
    const pack = () => packPassport(packing, holderPerson, { choice })
    const file = join(folder.path, 'pack.zip')
    const zip = await pack()
    writeFileSync(file, zip)
    const trusted = trustIn(file)
    const read = readPack(file)
    const check = async (opened = read) => {
      const verdict = await verifyPack(opened, { trusted, now: new Date() })
      if (verdict.outcome !== 'valid') throw new Error('the pack of the bench is not valid')
      if (verdict.credentials.length !== credentials) throw new Error('it is not of forty')
    }
    return [
      row('pack 40 credentials, PDF included', await median(pack)),
      row('check a pack of 40, from its file', await median(() => check(readPack(file)))),
      row('check 40 credentials of a pack', await median(check)),
      { ...row('size of a pack of 40', 0), milliseconds: undefined, megabytes: zip.length / 1e6 },
    ]
  } finally {
    await close()
    folder.remove()
  }
}

function trustIn(file: string) {
  const issuer = [...readPack(file).files].find(([name]) => name.startsWith('issuers/'))
  return readTrustedKeys(issuer?.[1].toString('utf8') ?? '')
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now()
    await work()
    // The first round is for warming up.
    if (round > 0) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** A time says more than a rate here. */
function row(name: string, milliseconds: number): BenchResult {
  return { bench: 'leaving-pack', case: name, perSecond: 0, ratioToLimit: null, milliseconds }
}
