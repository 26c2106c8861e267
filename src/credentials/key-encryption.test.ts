import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueForTest } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { privateFolder } from '../../test/temporary-folder.ts'
import { seal, unseal } from '../keys/sealing.ts'
import { prepareKeys } from './key-encryption.ts'

const { site } = await testSite()
const { baseUrl } = site.config
const dataDir = await privateFolder()
const file = path.join(dataDir, 'key-encryption-key')
const given = site.keyEncryptionKey.toString('hex')

describe('the key-encryption key', () => {
  it('is made by the demonstration on its first start, for its owner alone, and kept', async () => {
    const starts = Array.from({ length: 4 }, () =>
      prepareKeys(site.db, { demo: true, dataDir, baseUrl }),
    )
    const [first, ...others] = await Promise.all(starts)
    expect(first).toHaveLength(32)
    expect(others).toEqual([first, first, first])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['key-encryption-key'])
    expect(await prepareKeys(site.db, { demo: true, dataDir, baseUrl })).toEqual(first)
  })

  it('refuses a demonstration whose file was damaged', async () => {
    const whole = readFileSync(file)
    writeFileSync(file, 'not a key')
    await expect(prepareKeys(site.db, { demo: true, dataDir, baseUrl })).rejects.toThrow(/put back/)
    writeFileSync(file, whole)
  })

  it('must be given outside the demonstration, and the refusal says how to make one', async () => {
    const start = prepareKeys(site.db, { demo: false, dataDir, baseUrl })
    await expect(start).rejects.toThrow(/KEY_ENCRYPTION_KEY.*openssl rand -hex 32/s)
  })

  it('is the setting outside the demonstration', async () => {
    const settings = { demo: false, dataDir, baseUrl, keyEncryptionKey: given }
    expect(await prepareKeys(site.db, settings)).toEqual(site.keyEncryptionKey)
  })
})

describe('a start after the first key was made', () => {
  it('is refused at another address, and says which one', async () => {
    await issueForTest(site)
    const settings = { demo: false, dataDir, keyEncryptionKey: given }
    const moved = prepareKeys(site.db, { ...settings, baseUrl: 'https://elsewhere.example' })
    await expect(moved).rejects.toThrow(`BASE_URL=${baseUrl}`)
    await expect(moved).rejects.toThrow('delete DATA_DIR')
    await expect(prepareKeys(site.db, { ...settings, baseUrl })).resolves.toHaveLength(32)
  })

  it('is refused with another key, before anything is signed', async () => {
    const settings = { demo: false, dataDir, baseUrl, keyEncryptionKey: 'ab'.repeat(32) }
    await expect(prepareKeys(site.db, settings)).rejects.toThrow(/sealed with another key/)
  })
})

describe('sealing', () => {
  const key = randomBytes(32)
  const sealed = seal(key, Buffer.from('secret words'), 'did:example:a')

  it('opens with the same key and context', () => {
    expect(unseal(key, sealed, 'did:example:a').toString()).toBe('secret words')
  })

  it('never seals twice to the same bytes, and shows nothing of what it holds', () => {
    expect(seal(key, Buffer.from('secret words'), 'did:example:a')).not.toEqual(sealed)
    expect(sealed.includes('secret')).toBe(false)
  })

  it('does not open for another name, with another key, or with any byte changed', () => {
    expect(() => unseal(key, sealed, 'did:example:b')).toThrow()
    expect(() => unseal(randomBytes(32), sealed, 'did:example:a')).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(key, changed, 'did:example:a')).toThrow()
    }
    expect(() => unseal(key, sealed.subarray(0, 20), 'did:example:a')).toThrow()
  })
})
