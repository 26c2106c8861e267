import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { credentialsContext, openBadgesContext } from '../model/achievement-credential.ts'
import { encodeBase58 } from '../model/base58.ts'
import { signedJson } from '../model/signed-bytes.ts'
import { type Manifest, packFormat, sha256 } from './model/manifest.ts'
import { readTrustedKeys } from './trusted-keys.ts'
import { verifyPack } from './verify-pack.ts'

const [forger, trusted] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
const trustedDid = 'did:web:lanyard.example:organisations:merrowfell'
const forgerDid = 'did:web:forger.example'
const method = `${forgerDid}#k`
const holder = 'did:key:zHolder'
const list = 'https://forger.example/list'
const at = '2026-01-01T00:00:00Z'

const multibase = (key: KeyObject) => {
  const raw = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
  return `z${encodeBase58(Buffer.concat([Buffer.from([0xed, 1]), raw]))}`
}
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signedByForger(document: Record<string, unknown>) {
  const config = {
    ...{ '@context': document['@context'], type: 'DataIntegrityProof', created: at },
    ...{ cryptosuite: 'eddsa-jcs-2022', verificationMethod: method },
    proofPurpose: 'assertionMethod',
  }
  const signature = sign(null, signedJson(document, config), forger.privateKey)
  return { ...document, proof: { ...config, proofValue: `z${encodeBase58(signature)}` } }
}

const didDocument = {
  id: forgerDid,
  verificationMethod: [
    {
      ...{ id: method, type: 'Multikey', controller: forgerDid },
      publicKeyMultibase: multibase(forger.publicKey),
    },
  ],
  assertionMethod: [method],
}
const statusList = signedByForger({
  ...{ '@context': [credentialsContext], id: list, issuer: forgerDid, validFrom: at },
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  credentialSubject: {
    ...{ id: `${list}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation' },
    encodedList: `u${gzipSync(Buffer.alloc(16_384)).toString('base64url')}`,
  },
})
const badge = {
  ...{ '@context': [credentialsContext, openBadgesContext], id: 'urn:uuid:1', issuer: forgerDid },
  ...{ type: ['VerifiableCredential', 'OpenBadgeCredential'], validFrom: at, name: 'Forged' },
  credentialSubject: { id: holder, type: ['AchievementSubject'] },
  credentialStatus: {
    ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    ...{ statusListIndex: '3', statusListCredential: list },
  },
}
const signed = `${part({ alg: 'EdDSA', typ: 'vc+jwt', kid: method })}.${part(badge)}`
const mark = sign(null, Buffer.from(signed), forger.privateKey).toString('base64url')
const jwt = `${signed}.${mark}`

function verdictOn(credential: string) {
  const files = new Map([
    ['credentials/a.json', Buffer.from(credential)],
    ['issuers/forger.json', Buffer.from(JSON.stringify(didDocument))],
    ['status/list.json', Buffer.from(JSON.stringify(statusList))],
  ])
  const manifest: Manifest = {
    ...{ format: packFormat, madeAt: '2026-11-01T00:00:00Z', madeBy: 'https://lanyard.example' },
    ...{ holder: { name: 'Me', key: holder }, register: [] },
    files: [...files].map(([name, content]) => ({
      ...{ name, size: content.length, sha256: sha256(content) },
    })),
  }
  const manifestBytes = Buffer.from(JSON.stringify(manifest))
  const keys = readTrustedKeys(`${trustedDid}#${multibase(trusted.publicKey)}\n`)
  const now = new Date('2026-11-22T12:00:00Z')
  return verifyPack({ manifest, manifestBytes, files }, { trusted: keys, now })
}

describe('a pack that somebody forged', () => {
  const outer = {
    ...{ '@context': credentialsContext, type: 'EnvelopedVerifiableCredential' },
    ...{ id: `data:application/vc+jwt,${jwt}`, issuer: trustedDid },
    ...{ credentialSubject: { id: holder }, credentialStatus: badge.credentialStatus },
  }

  it.each([
    ['in an envelope with a trusted issuer written beside it', JSON.stringify(outer)],
    ['in an envelope alone', jwt],
  ])('does not hold by a credential %s: no pack of ours has one', async (_, credential) => {
    const { outcome, credentials } = await verdictOn(credential)
    expect([outcome, credentials[0]?.outcome]).toEqual(['unknown', 'unknown'])
    expect(credentials[0]?.steps.map(({ step }) => step)).toEqual(['signature'])
    expect(credentials[0]?.steps[0]?.message).toMatch(/could not be read/)
  })

  it('is by whoever signed it, and nobody knows them', async () => {
    const { credentials } = await verdictOn(JSON.stringify(signedByForger(badge)))
    const outcomes = credentials[0]?.steps.map(({ step, outcome }) => [step, outcome])
    expect(outcomes).toContainEqual(['signature', 'valid'])
    expect(outcomes).toContainEqual(['issuer', 'unknown'])
    expect(credentials[0]?.outcome).toBe('unknown')
  })
})
