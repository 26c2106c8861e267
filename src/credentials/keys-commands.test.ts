/** Another key-encryption key: afterwards everything opens with it, and nothing with the one before. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addressOf, lanyard } from '../../test/command-line.ts'
import { issueForTest, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { Actor } from '../actor.ts'
import { sealAudit } from '../audit/audit-actions.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { deriveKey, unseal } from '../keys/sealing.ts'
import { postOffice } from '../mail/post-office.ts'
import { listSealedLetters } from '../mail/sealed-letters-store.ts'
import {
  listSealedKeys,
  lockSealedKeys,
  type SealedKey,
  sealedKinds,
  setSealedKey,
} from './sealed-keys-store.ts'

const { site, database } = await testSite()
const { db, keyEncryptionKey: previous } = site
const { superuserClient } = database
const current = randomBytes(32)
const rotator: Actor = { kind: 'job', name: 'rotate-keys' }
const folder = await temporaryFolder()
const rotate = (fields: Record<string, string> = {}) =>
  lanyard(['keys', 'rotate'], {
    ...{ DATA_DIR: folder, DATABASE_URL: addressOf(database) },
    KEY_ENCRYPTION_KEY: current.toString('hex'),
    KEY_ENCRYPTION_KEY_PREVIOUS: previous.toString('hex'),
    ...fields,
  })

await issueForTest(site)
await sealAudit(site)
const mailed = { ...site.config, smtpUrl: 'smtp://localhost:2525', mailFrom: 'a@b.example' }
await asActor(db, personWith(crypto.randomUUID()), (db) =>
  postOffice(mailed, site.jobs, previous)(db, { to: 'a@b.example', subject: 'Hello', text: 'Hi' }),
)

const sealedKeys = () =>
  asActor(db, rotator, async (db) => {
    const found: SealedKey[] = []
    for (const kind of sealedKinds) {
      found.push(...(await listSealedKeys(db, { kind, after: '', limit: 100 })))
    }
    return found
  })
const nameOf = ({ kind, id }: SealedKey) => (kind === 'audit' ? `audit-key:${id}` : id)
const opens = (run: () => unknown) => {
  try {
    run()
    return true
  } catch {
    return false
  }
}

/** Of everything that is sealed: does it open with this key? */
async function openWith(key: Buffer): Promise<boolean[]> {
  const letters = await asActor(db, rotator, listSealedLetters)
  const lettersKey = deriveKey(key, 'letters')
  return [
    ...(await sealedKeys()).map((one) => opens(() => unseal(key, one.sealed, nameOf(one)))),
    ...letters.map(({ sealed }) =>
      opens(() => unseal(lettersKey, Buffer.from(sealed, 'base64'), 'letter')),
    ),
  ]
}

const same = (count: number, answer: boolean) => Array<boolean>(count).fill(answer)

describe('lanyard keys rotate', () => {
  it.each([
    [{ KEY_ENCRYPTION_KEY: '' }, /64 hexadecimal digits/],
    [{ KEY_ENCRYPTION_KEY_PREVIOUS: '' }, /64 hexadecimal digits/],
    [{ KEY_ENCRYPTION_KEY_PREVIOUS: current.toString('hex') }, /Both keys are the same/],
    [
      { KEY_ENCRYPTION_KEY_PREVIOUS: '00'.repeat(32) },
      /sealed with neither .* Nothing was changed/,
    ],
  ])('refuses %o, and changes nothing', async (fields, words) => {
    const before = await sealedKeys()
    const { code, stderr } = await rotate(fields)
    expect(stderr).toMatch(words)
    expect(code).not.toBe(0)
    expect(await sealedKeys()).toEqual(before)
  })

  it('seals everything with the new key, after which nothing opens with the old one', async () => {
    const kinds = new Set((await sealedKeys()).map(({ kind }) => kind))
    expect([...kinds]).toEqual(['issuer', 'holder', 'audit'])
    const count = (await openWith(previous)).length
    expect(count).toBe(4)
    expect(await openWith(previous)).toEqual(same(count, true))
    const { code, stdout } = await rotate()
    expect(stdout).toBe(
      'Sealed with the new key: 1 keys of organisations, 1 of people, 1 of the audit, 0 of files of evidence, 1 letters that wait.\n',
    )
    expect(code).toBe(0)
    expect(await openWith(current)).toEqual(same(count, true))
    expect(await openWith(previous)).toEqual(same(count, false))
  })

  it('changes nothing when it is run again, and is recorded once', async () => {
    const before = await sealedKeys()
    const { code, stdout } = await rotate()
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing was changed')])
    expect(await sealedKeys()).toEqual(before)
    const { rows } = await superuserClient.query(
      `select actor, details from audit_event where action = 'key-encryption-key.rotated'`,
    )
    expect(rows).toEqual([
      {
        actor: 'job:rotate-keys',
        details: { issuer: 1, holder: 1, audit: 1, evidence: 0, letter: 1 },
      },
    ])
  })

  it('passes over the key of somebody who was erased', async () => {
    await database.superuserClient.query(`begin; set local session_replication_role = replica;
      update holder_key set sealed_private_key = ''; commit`)
    const third = 'c3'.repeat(32)
    const { code, stdout } = await rotate({
      ...{ KEY_ENCRYPTION_KEY: third, KEY_ENCRYPTION_KEY_PREVIOUS: current.toString('hex') },
    })
    expect([code, stdout]).toEqual([0, expect.stringContaining(' 0 of people')])
  })

  it('is the operator’s alone', async () => {
    const [key] = await sealedKeys()
    const page = { kind: 'issuer', after: '', limit: 9 } as const
    const runs: readonly ((db: Transaction) => Promise<unknown>)[] = [
      (db) => listSealedKeys(db, page),
      (db) => lockSealedKeys(db),
      (db) => setSealedKey(db, key as SealedKey),
    ]
    for (const name of ['keys', 'seal-audit', 'sign-in']) {
      for (const run of runs) {
        const refused = asActor(db, { kind: 'job', name }, run)
        await expect(refused).rejects.toThrow(/only the job that rotates keys/)
      }
    }
  })
})
