import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueForTest } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { privateFolder } from '../../test/temporary-folder.ts'
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
