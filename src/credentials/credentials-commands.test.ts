import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { issueForTest, people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { asActor } from '../database/as-actor.ts'
import { withdrawCredential } from './credentials-actions.ts'

const { site, database } = await testSite()
const folder = await temporaryFolder()
const root = path.resolve(import.meta.dirname, '../..')

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The real command line, in a process of its own. */
async function lanyard(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const run = promisify(execFile)
  const options = { env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, ...env } }
  const file = path.join(root, 'bin/lanyard')
  try {
    return { code: 0, ...(await run(file, ['verify', ...args], options)) }
  } catch (error) {
    // execFile rejects with what the process left behind.
    const { code, stdout, stderr } = error as Ended
    return { code, stdout, stderr }
  }
}

const { host, port, user, database: name } = database.appConfig
const withDatabase = {
  DATABASE_URL: `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(String(host))}`,
}

function saved(fileName: string, content: string | Buffer): string {
  const file = path.join(folder, fileName)
  writeFileSync(file, content)
  return file
}

describe('lanyard verify', () => {
  it('prints exactly the verdict, and ends with 0 for valid', async () => {
    const file = saved('valid.json', JSON.stringify((await issueForTest(site)).document))
    const { code, stdout } = await lanyard([file, '--json'], withDatabase)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'valid' })
    expect(Object.keys(JSON.parse(stdout))).toEqual(['outcome', 'steps'])
    expect(code).toBe(0)
  })

  it('ends with 1 for invalid', async () => {
    const { id, document } = await issueForTest(site)
    const actor = personWith(people.issuer)
    await asActor(site.db, actor, (db) => withdrawCredential(db, actor, id))
    const file = saved('withdrawn.json', JSON.stringify(document))
    const { code, stdout } = await lanyard([file], withDatabase)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Check photo ID\./)
    expect(stdout).toContain('Not withdrawn: not valid. Withdrawn by the issuer on')
  })

  it('ends with 2 without a register, and says why', async () => {
    const file = saved('no-register.json', JSON.stringify((await issueForTest(site)).document))
    const { code, stdout } = await lanyard([file, '--json'])
    expect(code).toBe(2)
    expect(stdout).toContain('There is no register on this computer')
  })

  it.each<[string, string | Buffer]>([
    ['words.json', 'hello'],
    ['bytes.json', Buffer.from([0xff, 0xfe, 0x7b])],
    ['large.json', 'x'.repeat(10_000_000)],
  ])('ends with 2 for what it cannot read: %s', async (fileName, content) => {
    const { code, stdout } = await lanyard([saved(fileName, content), '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unknown' })
  })

  it('ends with 2 for a file that is not there, and for a use that is not its own', async () => {
    const missing = await lanyard([path.join(folder, 'missing.json'), '--json'])
    expect(missing.code).toBe(2)
    expect(JSON.parse(missing.stdout)).toMatchObject({ outcome: 'unknown' })
    const misused = await lanyard(['--yaml'])
    expect(misused).toMatchObject({ code: 2, stdout: '' })
    expect(misused.stderr).toContain('Use: lanyard verify')
  })
})
