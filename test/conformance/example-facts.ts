import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { AchievementFacts } from '../../src/credentials/model/achievement-credential.ts'
import { didKey } from '../../src/credentials/model/multikey.ts'
import type { TestIssuer } from './other-implementation.ts'

export const issuedAt = new Date('2026-03-03T10:00:00Z')
export const now = new Date('2026-06-01T12:00:00Z')

export function testIssuer(
  did: string,
  seed: number,
  secretKey: Uint8Array = new Uint8Array(32).fill(seed),
): TestIssuer & { readonly privateKey: KeyObject; readonly publicKeyObject: KeyObject } {
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secretKey]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKeyObject = createPublicKey(privateKey)
  const { x = '' } = publicKeyObject.export({ format: 'jwk' })
  const publicKey = Uint8Array.from(Buffer.from(x, 'base64url'))
  return {
    did,
    verificationMethod: `${did}#key-1`,
    publicKey,
    secretKey,
    privateKey,
    publicKeyObject,
  }
}

export const ashbourne = testIssuer('did:web:lanyard.example:orgs:ashbourne', 7)

export const base = 'https://lanyard.example'

export function exampleFacts(statementCount: number): AchievementFacts {
  return {
    id: `${base}/credentials/0c3f1d5e-5f0c-4f6e-9a43-7f7d2f5ad111`,
    issuer: { did: ashbourne.did, name: 'Ashbourne NHS Trust', address: `${base}/orgs/ashbourne` },
    holder: didKey(new Uint8Array(32).fill(9)),
    issuedAt,
    reviewOn: '2027-03-03',
    title: 'Communication at entry level',
    achievement: {
      id: `${base}/frameworks/ahp-support-worker/2026/sections/3.9?level=entry`,
      name: 'Communication, entry level',
      description: 'A section of the capability framework at one level.',
      criteria: 'Each statement was confirmed by the assessor who is named as the source.',
      notice: "Lanyard's own framework, not published or endorsed by anyone else.",
    },
    statements: Array.from({ length: statementCount }, (_, index) => ({
      code: `3.9.${index + 1}-entry`,
      name: `Communication ${index + 1}`,
      text: `Listens to the person, number ${index + 1}, and checks that they were understood.`,
      address: `${base}/frameworks/ahp-support-worker/2026/statements/3.9.${index + 1}-entry`,
      framework: 'AHP support worker framework, 2026',
    })),
    assessor: {
      name: 'Ruth Ellison',
      jobTitle: 'Occupational therapist',
      registration: { regulator: 'HCPC', number: 'DEMO-00123' },
    },
    assessment: { method: 'observed', on: '2026-03-02', setting: 'Community rehabilitation' },
    identityCheck: {
      ...{ by: 'Ashbourne NHS Trust', on: '2026-01-15' },
      how: 'Photo identity document, seen in person',
    },
    revocation: { list: `${base}/status/1`, index: 4321 },
    suspension: { list: `${base}/status/2`, index: 4321 },
  }
}
