import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressOf, lanyard } from '../../test/command-line.ts'
import { testDatabase } from '../../test/database.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { sealAudit } from './audit-actions.ts'
import { recordEvent } from './audit-store.ts'

const database = await testDatabase()
const folder = await temporaryFolder()
const { db, superuserClient } = database
const keyEncryptionKey = randomBytes(32)
const env = {
  DATA_DIR: folder,
  DATABASE_URL: addressOf(database),
  KEY_ENCRYPTION_KEY: keyEncryptionKey.toString('hex'),
}
const audit = (...args: string[]) => lanyard(['audit', ...args], env)
const writer: Job = { kind: 'job', name: 'test' }

async function sealOne(): Promise<void> {
  await asActor(db, writer, (db) => recordEvent(db, writer, 'share.made', `thing:${randomUUID()}`))
  await sealAudit({ db, keyEncryptionKey, now: () => new Date() })
}

const forget = (table: string) =>
  superuserClient.query(
    `set session_replication_role = replica; delete from ${table} where batch = 1; set session_replication_role = origin`,
  )

describe('lanyard audit verify', () => {
  it('says that all is whole, and ends with 0', async () => {
    await sealOne()
    const { code, stdout } = await audit('verify')
    expect(stdout).toMatch(
      /^The audit is whole\.\n1 events in 1 batches\n1 events not sealed yet, /,
    )
    expect(code).toBe(0)
  })

  it('says what is not, and ends with 1', async () => {
    await sealOne()
    await forget('audit_seal')
    const { code, stdout } = await audit('verify', '--json')
    const { outcome, findings } = JSON.parse(stdout)
    expect(outcome).toBe('invalid')
    expect(findings[0]).toEqual({
      ...{ code: 'count-wrong', at: 'batch 1' },
      message: 'It was sealed with 1 events and has 0',
    })
    expect(code).toBe(1)
  })

  it('compares with heads that were kept elsewhere', async () => {
    await sealOne()
    await sealOne()
    const kept = await audit('export')
    expect(kept.stdout.trim().split('\n')).toHaveLength(3)
    const file = path.join(folder, 'heads.ndjson')
    writeFileSync(file, kept.stdout)
    expect((await audit('verify', '--heads', file)).stdout).toContain('2 of 2 heads as they were')
    writeFileSync(file, kept.stdout.replace('"number":2', '"number":9'))
    const { code, stdout } = await audit('verify', '--heads', file)
    expect(stdout).toContain('batch 9: It was given out and is not here any more')
    expect(code).toBe(1)
  })

  it('cannot tell from a file that holds no heads', async () => {
    const file = path.join(folder, 'not-heads.txt')
    writeFileSync(file, 'Dear all')
    const { code, stderr } = await audit('verify', '--heads', file)
    expect(stderr).toContain('Line 1 is not one of an export of heads.')
    expect(code).toBe(2)
  })

  it('makes no database where there is none', async () => {
    const { code, stderr } = await lanyard(['audit', 'verify'], { DATA_DIR: folder })
    expect(stderr).toBe('There is no database here: nothing was done.\n')
    expect(code).toBe(2)
  })
})

describe('lanyard audit', () => {
  it('proves one event', async () => {
    await sealOne()
    const { rows } = await superuserClient.query('select event_id as id from audit_seal')
    const { code, stdout } = await audit('prove', rows[0].id)
    expect(JSON.parse(stdout)).toMatchObject({ index: 0, proof: [], head: { number: 1 } })
    expect(code).toBe(0)
    expect((await audit('prove', randomUUID())).code).toBe(2)
  })

  it('makes a new key, that the next batch is signed with', async () => {
    await sealOne()
    const made = await audit('new-key')
    expect(made.stdout).toMatch(/^[0-9a-f]{64}\n$/)
    await sealOne()
    const { rows } = await superuserClient.query('select key from audit_batch where number = 2')
    expect(`${rows[0].key}\n`).toBe(made.stdout)
  })

  it.each([[[]], [['check']], [['prove']], [['verify', 'x']], [['export', '--after', 'x']]])(
    'tells how it is used, for %j',
    async (args) => {
      const { code, stderr } = await audit(...args)
      expect(stderr).toContain('lanyard audit verify')
      expect(code).toBe(2)
    },
  )
})
