import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testIssuer } from '../../test/conformance/example-facts.ts'
import type { FetchDocument } from './fetch-document.ts'
import { credentialsContext, openBadgesContext } from './model/achievement-credential.ts'
import { didKey } from './model/multikey.ts'
import { verifyDocument } from './verify-document.ts'

const now = () => new Date('2026-06-01T12:00:00Z')
const did = 'did:web:badges.example'
const ed25519 = testIssuer(did, 11)
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })

const jwk = (key: KeyObject) => key.export({ format: 'jwk' })
const method = (name: string, publicKeyJwk: object) => ({
  ...{ id: `${did}#${name}`, type: 'JsonWebKey', controller: did, publicKeyJwk },
})
const didDocument = {
  id: did,
  verificationMethod: [
    method('ed', jwk(ed25519.publicKeyObject)),
    method('p', jwk(p256.publicKey)),
    method('rsa', jwk(rsa.publicKey)),
    method('weak', jwk(weak.publicKey)),
    method('private', jwk(rsa.privateKey)),
    method('encryption', { ...jwk(rsa.publicKey), use: 'enc' }),
    { ...method('theirs', jwk(rsa.publicKey)), controller: 'did:web:other.example' },
  ],
  assertionMethod: ['#ed', '#p', '#rsa', '#weak', '#private', '#encryption', '#theirs'],
}

const credential = (more: object = {}) => ({
  ...{ '@context': [credentialsContext, openBadgesContext], id: 'urn:uuid:1', issuer: did },
  ...{ type: ['VerifiableCredential', 'OpenBadgeCredential'], validFrom: '2026-01-01T00:00:00Z' },
  credentialSubject: { id: 'did:example:holder', type: 'AchievementSubject' },
  ...more,
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function made(header: object, payload: object, key: KeyObject, hash: string | null): string {
  const signed = `${part(header)}.${part(payload)}`
  const signature = sign(hash, Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

const byEd = (payload: object = credential(), header: object = {}) =>
  made(
    { alg: 'EdDSA', typ: 'vc+jwt', kid: `${did}#ed`, ...header },
    payload,
    ed25519.privateKey,
    null,
  )

const served: FetchDocument = async (address) =>
  address === 'https://badges.example/.well-known/did.json' ? didDocument : undefined

async function stepsOf(source: unknown, fetch = served) {
  const checked = await verifyDocument({ config: { baseUrl: 'http://l' }, now }, source, fetch)
  return Object.fromEntries(checked.steps.map(({ step, outcome }) => [step, outcome]))
}
const signatureOf = async (source: unknown, fetch = served) =>
  (await stepsOf(source, fetch)).signature

describe('a credential in an envelope', () => {
  it.each([
    ['EdDSA', byEd()],
    ['ES256', made({ alg: 'ES256', kid: '#p' }, credential(), p256.privateKey, 'sha256')],
    ['RS256', made({ alg: 'RS256', kid: 'rsa' }, credential(), rsa.privateKey, 'sha256')],
  ])('holds by %s, with a key of its issuer’s own address', async (_, jwt) => {
    expect(await stepsOf(jwt)).toMatchObject({ signature: 'valid', issuer: 'unknown' })
    expect(await signatureOf(Buffer.from(`\n${jwt}\n`))).toBe('valid')
  })

  it('is opened where a document wraps it', async () => {
    const wrapped = {
      '@context': [credentialsContext],
      ...{ type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${byEd()}` },
    }
    expect(await signatureOf(JSON.stringify(wrapped))).toBe('valid')
  })

  it('is all that was checked: nothing that is written beside it', async () => {
    const beside = {
      ...{ '@context': [credentialsContext], type: 'EnvelopedVerifiableCredential' },
      ...{ id: `data:application/vc+jwt,${byEd()}`, issuer: 'did:web:trusted.example' },
      ...{ credentialSubject: { id: 'did:example:other' }, name: 'Everything' },
    }
    const site = { config: { baseUrl: 'http://l' }, now }
    for (const source of [beside, JSON.stringify(beside), byEd()]) {
      const { document, summary } = await verifyDocument(site, source, served)
      expect(document).toEqual(credential())
      expect(summary).toMatchObject({ issuer: did, holder: 'did:example:holder' })
    }
  })

  it('holds by the key that a did:key is, with a name for it or without', async () => {
    const issuer = didKey(ed25519.publicKey)
    for (const kid of [undefined, issuer, `${issuer}#${issuer.slice(8)}`]) {
      const jwt = made({ alg: 'EdDSA', kid }, credential({ issuer }), ed25519.privateKey, null)
      expect(await signatureOf(jwt)).toBe('valid')
    }
    const other = didKey(testIssuer('did:x:y', 12).publicKey)
    const posing = made(
      { alg: 'EdDSA', kid: issuer },
      credential({ issuer: other }),
      ed25519.privateKey,
      null,
    )
    expect(await signatureOf(posing)).toBe('unknown')
  })

  it('holds by a key at an address of the issuer’s own site, and of no other', async () => {
    const issuer = 'https://badges.example/issuers/1'
    const fetch: FetchDocument = async (address) =>
      address.endsWith('/key.json') ? jwk(rsa.publicKey) : undefined
    const at = (kid: string) =>
      made({ alg: 'RS256', kid }, credential({ issuer }), rsa.privateKey, 'sha256')
    expect(await signatureOf(at('https://badges.example/key.json'), fetch)).toBe('valid')
    expect(await signatureOf(at('https://evil.example/key.json'), fetch)).toBe('unknown')
    expect(await signatureOf(at('http://badges.example/key.json'), fetch)).toBe('unknown')
  })
})

describe('an envelope that is not to be trusted', () => {
  const tampered = byEd().replace(/\.[^.]+\./, `.${part(credential({ name: 'More' }))}.`)
  const hmac = (() => {
    const signed = `${part({ alg: 'HS256', kid: 'rsa' })}.${part(credential())}`
    const secret = rsa.publicKey.export({ format: 'pem', type: 'spki' })
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  })()
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })

  it.each([
    ['changed after it was signed', tampered, 'invalid'],
    ['not signed at all', `${part({ alg: 'none' })}.${part(credential())}.`, 'invalid'],
    ['signed with a public key for a secret', hmac, 'unknown'],
    [
      'brings its own key',
      made({ alg: 'RS256', jwk: jwk(own.publicKey) }, credential(), own.privateKey, 'sha256'),
      'unknown',
    ],
    ['says one algorithm and means another', byEd(credential(), { alg: 'RS256' }), 'unknown'],
    [
      'names a key of somebody else',
      byEd(credential(), { kid: 'did:web:a.example#ed' }),
      'unknown',
    ],
    [
      'has a key that is too small',
      made({ alg: 'RS256', kid: '#weak' }, credential(), weak.privateKey, 'sha256'),
      'unknown',
    ],
    [
      'has a key that was given away',
      made({ alg: 'RS256', kid: '#private' }, credential(), rsa.privateKey, 'sha256'),
      'unknown',
    ],
    [
      'has a key for something else',
      made({ alg: 'RS256', kid: '#encryption' }, credential(), rsa.privateKey, 'sha256'),
      'unknown',
    ],
    [
      'has a key that another controls',
      made({ alg: 'RS256', kid: '#theirs' }, credential(), rsa.privateKey, 'sha256'),
      'unknown',
    ],
    ['asks for what is not understood', byEd(credential(), { crit: ['exp'] }), 'unknown'],
    ['is of another type', byEd(credential(), { typ: 'at+jwt' }), 'unknown'],
    [
      'names another issuer outside',
      byEd({ ...credential(), iss: 'did:web:a.example' }),
      'invalid',
    ],
    [
      'names another subject outside',
      byEd({ ...credential(), sub: 'did:example:other' }),
      'invalid',
    ],
    ['is in the older form', byEd({ vc: credential(), iss: did }), 'unknown'],
    [
      'gives a name twice',
      `${part({ alg: 'EdDSA' })}.${Buffer.from('{"a":1,"a":2}').toString('base64url')}.AAAA`,
      'unknown',
    ],
    ['is an envelope of nothing', 'eyJ.eyJ.AAAA', 'unknown'],
  ])('%s', async (_, jwt, outcome) => {
    expect(await signatureOf(jwt)).toBe(outcome)
  })

  it('counts by the narrower of its dates', async () => {
    const after = Date.parse('2026-05-01T00:00:00Z') / 1000
    expect(await stepsOf(byEd({ ...credential(), exp: after }))).toMatchObject({ date: 'invalid' })
    expect(await stepsOf(byEd({ ...credential(), nbf: after * 2 }))).toMatchObject({
      date: 'invalid',
    })
    expect(await stepsOf(byEd({ ...credential(), exp: 'soon' }))).toMatchObject({ date: 'unknown' })
    const over = credential({ validUntil: '2026-02-01T00:00:00Z' })
    expect(await stepsOf(byEd({ ...over, exp: after * 2 }))).toMatchObject({ date: 'invalid' })
  })

  it('is not looked for anywhere but at its issuer', async () => {
    const asked: string[] = []
    const fetch: FetchDocument = async (address) => void asked.push(address)
    await stepsOf(
      byEd(credential(), { jku: 'https://evil.example/keys', x5u: 'https://evil.example' }),
      fetch,
    )
    expect(asked).toEqual(['https://badges.example/.well-known/did.json'])
  })
})
