/** Leaving with everything: the pack is made, the service and all it kept are deleted, and it is checked. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpacked } from '../leaving-pack.ts'
import { ended, launch, root, type Server, started, stop } from '../server.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { desk, openBrowser, phone, type Screen, type Visitor, visitor } from './at-a-browser.ts'

const worker = 'Tamsin Oyelaran-Pike'
const assessor = 'Farzana Whitlock-Rahimi'
const journey = 'leaving'
const section = '3.9'

let server: Server
let browser: Browser
let dataDir: string
let folder: string
const visitors: Visitor[] = []
const packs: string[] = []
let keptKey = ''

beforeAll(async () => {
  dataDir = await temporaryFolder()
  folder = await temporaryFolder()
  server = await started(await launch({ DATA_DIR: dataDir }))
  browser = await openBrowser()
})

afterAll(async () => {
  for (const one of visitors) await one.leaves()
  await browser.close()
  if (server.child.exitCode === null) await stop(server.child, 'SIGTERM')
})

async function arrive(way: { screen: Screen; script?: boolean }): Promise<Visitor> {
  const arrived = await visitor(browser, { origin: server.url, journey, ...way })
  visitors.push(arrived)
  return arrived
}

const ways: readonly { name: string; way: { screen: Screen; script?: boolean } }[] = [
  { name: 'on a phone', way: { screen: phone } },
  { name: 'at a desk', way: { screen: desk } },
  { name: 'on a phone without script', way: { screen: phone, script: false } },
]

describe('a worker is signed off', () => {
  it('given a sign-off in their passport', async () => {
    const asking = await arrive({ screen: phone })
    await asking.signsInAs(worker)
    await asking.goesTo(`/passport/assess/${section}/entry`)
    const answers = asking.page.getByRole('radio', { name: 'I do this with confidence' })
    for (const answer of await answers.all()) await answer.check()
    await asking.presses('Save my answers')
    await asking.goesTo(`/passport/ask/${section}/entry`)
    await asking.page.getByLabel(new RegExp(assessor)).check()
    await asking.presses('Ask for sign-off')
    const signing = await arrive({ screen: phone })
    await signing.signsInAs(assessor)
    await signing.goesTo('/team/requests')
    await signing.follows(new RegExp(`${worker}: ${section}`))
    for (const part of await signing.page.locator('input[name^="parts-"]').all()) {
      if (await part.isVisible()) await part.check()
    }
    await signing.page.getByLabel('I watched it').check()
    const seen = signing.page.getByRole('group', { name: 'When?' })
    await seen.getByLabel('Day').fill('1')
    await seen.getByLabel('Month').fill('2')
    await seen.getByLabel('Year').fill(String(new Date().getFullYear()))
    await signing.page.getByLabel('Where?').fill('Stroke ward')
    await signing.presses('Check before signing')
    await signing.presses('Confirm and sign')
    await signing.reads('Made a mistake?')
  })

  it('and somebody who wrote down the key of their employer', async () => {
    const did = await fetch(`${server.url}/orgs/merrowfell-hospitals/did.json`)
    const { verificationMethod } = (await did.json()) as { verificationMethod: { id: string }[] }
    keptKey = verificationMethod[0]?.id ?? ''
    expect(keptKey).toContain('#z6Mk')
  })
})

describe.each(ways)('they take everything with them $name', ({ way }) => {
  it('when they press one button', async () => {
    const leaver = await arrive(way)
    await leaver.signsInAs(worker)
    await leaver.follows('Take it with you')
    await leaver.reads('What is not in it')
    await leaver.looksAt('leaving-pack')
    const [download] = await Promise.all([
      leaver.page.waitForEvent('download'),
      leaver.presses('Download my passport'),
    ])
    expect(download.suggestedFilename()).toBe('lanyard-leaving-pack.zip')
    const file = join(folder, `${packs.length}.zip`)
    await download.saveAs(file)
    packs.push(file)
    await leaver.looksAt('afterwards')
  })
})

describe.each(ways)('anybody reads what a passport is $name', ({ way }) => {
  it('without an account', async () => {
    const reader = await arrive(way)
    await reader.goesTo('/verify')
    await reader.follows('what a passport is and how it is checked')
    await reader.reads('What it holds, and for how long')
    await reader.looksAt('specification')
  })
})

describe('a stranger, when Lanyard, its address and the employer are gone', () => {
  it('given that all of it was deleted', async () => {
    await stop(server.child, 'SIGTERM')
    await ended(server.child)
    rmSync(dataDir, { recursive: true })
    expect(existsSync(dataDir)).toBe(false)
    await expect(fetch(`${server.url}/health`)).rejects.toThrow()
  })

  it('reads what is in the pack', () => {
    expect(packs).toHaveLength(ways.length)
    for (const pack of packs) {
      const files = unpacked(readFileSync(pack))
      expect(files.get('README.txt')?.toString()).toContain('lanyard verify --offline PACK')
      expect(files.get('to-show/passport.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  it('cannot tell who the issuer is from the pack alone', async () => {
    const { code, stdout } = await offline(packs[0] ?? '')
    expect(stdout).toContain('Signature: valid.')
    expect(stdout).toContain('Not withdrawn: valid. Status as of')
    expect(stdout).toContain('0 days old')
    expect(stdout).toContain('Issuer known: could not be checked.')
    expect(code).toBe(2)
  })

  it('and finds each pack valid with a key that was written down before', async () => {
    const trust = join(folder, 'trusted.txt')
    writeFileSync(trust, `# Copied while the service was there\n${keptKey}\n`)
    for (const pack of packs) {
      const { code, stdout } = await offline(pack, '--trust', trust, '--json')
      expect([code, JSON.parse(stdout).outcome]).toEqual([0, 'valid'])
    }
  })
})

/** In an empty folder, with no setting of the service. */
async function offline(pack: string, ...args: string[]) {
  const cwd = await temporaryFolder()
  const options = { cwd, env: { PATH: process.env.PATH ?? '' } }
  const program = join(root, 'bin/lanyard')
  const ended = promisify(execFile)(program, ['verify', '--offline', pack, ...args], options)
  const done = await ended.then(
    ({ stdout }) => ({ code: 0, stdout }),
    // execFile rejects with what the process left behind.
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )
  expect(readdirSync(cwd), 'it leaves nothing behind').toEqual([])
  return done
}
