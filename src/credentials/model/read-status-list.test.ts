import { createPrivateKey, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { statusListCredential } from './achievement-credential.ts'
import { readStatusList } from './read-status-list.ts'
import { signCredential } from './sign-credential.ts'
import { emptyStatusList, encodeStatusList, readStatusBit, withStatus } from './status-list.ts'

const did = 'did:web:lanyard.example:orgs:ashbourne'
const method = `${did}#key-1`
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
})
const jwk = createPublicKey(privateKey).export({ format: 'jwk' })
const publicKey = Buffer.from(jwk.x ?? '', 'base64url')

const address = 'https://lanyard.example/status/1'
const issuedAt = new Date('2026-03-03T10:00:00Z')
const facts = {
  id: address,
  issuer: did,
  purpose: 'revocation',
  encodedList: encodeStatusList(withStatus(emptyStatusList(), 7, true)),
  issuedAt,
  validUntil: new Date('2026-03-04T10:00:00Z'),
} as const

const asked = {
  entry: { purpose: 'revocation', list: address, index: 7 },
  issuer: did,
  found: { known: true, keyOf: (name: string) => (name === method ? publicKey : undefined) },
  now: new Date('2026-03-03T12:00:00Z'),
} as const

function issued(changes: Partial<Parameters<typeof statusListCredential>[0]> = {}) {
  const unsecured = statusListCredential({ ...facts, ...changes })
  return signCredential(unsecured, { privateKey, verificationMethod: method, created: issuedAt })
}

describe('a status list credential', () => {
  it('gives the list that its issuer signed', async () => {
    const list = await readStatusList(await issued(), asked)
    expect(list && readStatusBit(list, 7)).toBe(true)
    expect(list && readStatusBit(list, 8)).toBe(false)
  })

  it.each([
    ['of another address', { id: 'https://lanyard.example/status/2' }],
    ['for another purpose', { purpose: 'suspension' }],
    ['with no list in it', { encodedList: 'uAAAA' }],
    ['that has run out', { validUntil: issuedAt }],
  ] as const)('gives nothing when it is one %s', async (_, changes) => {
    expect(await readStatusList(await issued(changes), asked)).toBeUndefined()
  })

  it('gives nothing when it was changed, or is of another issuer, or is none', async () => {
    const list = await issued()
    const emptied = {
      ...Object(list.credentialSubject),
      encodedList: encodeStatusList(emptyStatusList()),
    }
    expect(await readStatusList({ ...list, credentialSubject: emptied }, asked)).toBeUndefined()
    expect(
      await readStatusList(list, { ...asked, issuer: 'did:web:other.example' }),
    ).toBeUndefined()
    expect(await readStatusList('no list', asked)).toBeUndefined()
  })
})
