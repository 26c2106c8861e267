import { createPrivateKey, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type AchievementFacts,
  achievementCredential,
  type UnsecuredCredential,
} from './achievement-credential.ts'
import type { StatusEntry, StatusReading } from './check-status.ts'
import { didKey } from './multikey.ts'
import { signCredential } from './sign-credential.ts'
import type { Verdict } from './verdict.ts'
import { type FindIssuer, verifyCredential } from './verify-credential.ts'

type Json = Readonly<Record<string, unknown>>

const did = 'did:web:lanyard.example:orgs:ashbourne'
const method = `${did}#key-1`
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = Buffer.from(
  createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '',
  'base64url',
)

const facts: AchievementFacts = {
  id: 'https://lanyard.example/credentials/1',
  issuer: { did, name: 'What the document calls itself', address: 'https://lanyard.example' },
  holder: didKey(new Uint8Array(32).fill(9)),
  issuedAt: new Date('2026-03-03T10:00:00Z'),
  reviewOn: '2027-03-03',
  title: 'Communication',
  achievement: { id: 'urn:x:1', name: 'n', description: 'd', criteria: 'c', notice: 'Notice.' },
  statements: [{ code: '3.9-entry', name: 'n', text: 't', address: 'urn:s', framework: 'F' }],
  assessor: { name: 'Ruth Ellison' },
  assessment: { method: 'observed', on: '2026-03-02', setting: 'ward' },
  identityCheck: 'not-checked',
  revocation: { list: 'https://lanyard.example/status/1', index: 7 },
  suspension: { list: 'https://lanyard.example/status/2', index: 8 },
}

const known: FindIssuer = async () => ({
  known: true,
  name: 'Ashbourne NHS Trust',
  keyOf: (asked) => (asked === method ? publicKey : undefined),
})

function issued(changes: Partial<AchievementFacts> = {}) {
  return signed(achievementCredential({ ...facts, ...changes }))
}

function signed(unsecured: UnsecuredCredential, verificationMethod = method) {
  return signCredential(unsecured, { privateKey, verificationMethod, created: facts.issuedAt })
}

type Circumstances = {
  readonly on?: string
  readonly findIssuer?: FindIssuer
  readonly statuses?: readonly StatusReading[]
}

function verify(
  document: unknown,
  { on = '2026-06-01', findIssuer = known, statuses = [] }: Circumstances = {},
) {
  const readings = [...statuses]
  return verifyCredential(document, {
    now: new Date(`${on}T12:00:00Z`),
    findIssuer,
    readStatus: async () => readings.shift() ?? { state: 'clear' },
  })
}

function outcomes(verdict: Verdict) {
  return Object.fromEntries(verdict.steps.map(({ step, outcome }) => [step, outcome]))
}

function said(verdict: Verdict, name: string) {
  return verdict.steps.find(({ step }) => step === name)?.message
}

const allValid = { signature: 'valid', issuer: 'valid', status: 'valid', date: 'valid' }

describe('a credential that stands', () => {
  it('is valid in four named steps, with the name that the register gives', async () => {
    const verdict = await verify(await issued())
    expect(verdict.outcome).toBe('valid')
    expect(verdict.steps.map(({ step }) => step)).toEqual(['signature', 'issuer', 'status', 'date'])
    expect(outcomes(verdict)).toEqual(allValid)
    expect(said(verdict, 'issuer')).toContain('Ashbourne NHS Trust')
    expect(said(verdict, 'issuer')).not.toContain('calls itself')
  })

  it('is asked after in both of its lists', async () => {
    const asked: StatusEntry[] = []
    await verifyCredential(await issued(), {
      now: new Date('2026-06-01'),
      findIssuer: known,
      readStatus: async (entry) => {
        asked.push(entry)
        return { state: 'clear' }
      },
    })
    expect(asked).toEqual([
      { purpose: 'revocation', list: 'https://lanyard.example/status/1', index: 7 },
      { purpose: 'suspension', list: 'https://lanyard.example/status/2', index: 8 },
    ])
  })

  it('may be signed with the key that a did:key is, written bare or in full', async () => {
    const issuer = didKey(publicKey)
    const unsecured = achievementCredential({ ...facts, issuer: { ...facts.issuer, did: issuer } })
    const findIssuer: FindIssuer = async () => ({ known: true, keyOf: () => undefined })
    for (const key of [issuer, `${issuer}#${issuer.slice('did:key:'.length)}`]) {
      const verdict = await verify(await signed(unsecured, key), { findIssuer })
      expect(verdict.outcome).toBe('valid')
    }
  })

  it('may carry a second proof that is of another kind', async () => {
    const credential = await issued()
    const other = { ...credential.proof, cryptosuite: 'ecdsa-rdfc-2019' }
    expect((await verify({ ...credential, proof: [other, credential.proof] })).outcome).toBe(
      'valid',
    )
  })
})

describe('the date step', () => {
  it.each([
    ['on the last day', '2027-03-03', 'valid', 'Its review is due on 3 March 2027.'],
    ['after it', '2027-03-04', 'invalid', 'Its review was due on 3 March 2027.'],
    ['before the first', '2026-03-01', 'invalid', 'It is not yet in force until 3 March 2026.'],
  ])('%s says so', async (_, on, outcome, words) => {
    const verdict = await verify(await issued(), { on })
    expect(outcomes(verdict)).toEqual({ ...allValid, date: outcome })
    expect(said(verdict, 'date')).toContain(words)
  })

  it('is valid without a review date and says that there is none', async () => {
    const verdict = await verify(await issued({ reviewOn: undefined }), { on: '2099-01-01' })
    expect(said(verdict, 'date')).toContain('no review date')
    expect(verdict.outcome).toBe('valid')
  })

  it('is unknown where a signed date is no date', async () => {
    const odd = await signed({ ...achievementCredential(facts), validUntil: 'next year' })
    expect(outcomes(await verify(odd))).toEqual({ ...allValid, date: 'unknown' })
  })
})

describe('the status step', () => {
  const since = new Date('2026-05-05T10:00:00Z')
  it.each([
    ['revoked', [{ state: 'revoked', since }], 'invalid', 'Withdrawn by the issuer on 5 May 2026.'],
    ['revoked, date not told', [{ state: 'revoked' }], 'invalid', 'Withdrawn by the issuer.'],
    [
      'suspended',
      [{ state: 'clear' }, { state: 'suspended', since }],
      'invalid',
      'Suspended by the issuer on 5 May 2026.',
    ],
    ['not reached', [{ state: 'clear' }, { state: 'unreachable' }], 'unknown', 'could not be read'],
    [
      'revoked in one list, the other not reached',
      [{ state: 'unreachable' }, { state: 'revoked' }],
      'invalid',
      'Withdrawn',
    ],
  ] as const)('says so where it is %s', async (_, statuses, outcome, words) => {
    const verdict = await verify(await issued(), { statuses })
    expect(outcomes(verdict)).toEqual({ ...allValid, status: outcome })
    expect(said(verdict, 'status')).toContain(words)
  })

  const [revocation, suspension] = Object(achievementCredential(facts).credentialStatus)
  it.each([
    ['none', undefined],
    ['only a suspension entry', suspension],
    ['an entry of another kind', [revocation, { type: 'BitstringStatusList', id: 'urn:x:9' }]],
    ['an index that is no number', { ...revocation, statusListIndex: '-1' }],
    ['a status of several bits', { ...revocation, statusSize: 2 }],
    ['more entries than anyone needs', Array.from({ length: 9 }, () => revocation)],
  ])('is unknown with %s', async (_, credentialStatus) => {
    const { credentialStatus: __, ...rest } = achievementCredential(facts)
    const unsecured = credentialStatus === undefined ? rest : { ...rest, credentialStatus }
    expect(outcomes(await verify(await signed(unsecured)))).toEqual({
      ...allValid,
      status: 'unknown',
    })
  })
})

describe('the issuer step', () => {
  it('is unknown for one that is not in the register, whose signature may still hold', async () => {
    const findIssuer: FindIssuer = async () => ({ known: false, keyOf: () => publicKey })
    const verdict = await verify(await issued(), { findIssuer })
    expect(outcomes(verdict)).toEqual({ ...allValid, issuer: 'unknown' })
    expect(JSON.stringify(verdict)).not.toContain('calls itself')
  })

  it('and the signature are unknown where the issuer could not be reached', async () => {
    const verdict = await verify(await issued(), { findIssuer: async () => 'unreachable' })
    expect(outcomes(verdict)).toMatchObject({ signature: 'unknown', issuer: 'unknown' })
    expect(verdict.outcome).toBe('unknown')
  })
})

describe('the signature step', () => {
  const proofChanges: readonly (readonly [string, Json, string])[] = [
    ['of another type', { type: 'Ed25519Signature2020' }, 'unknown'],
    ['of another suite', { cryptosuite: 'bbs-2023' }, 'unknown'],
    [
      'with a context of its own',
      { '@context': 'https://www.w3.org/ns/credentials/v2' },
      'unknown',
    ],
    ['in a chain', { previousProof: 'urn:x:1' }, 'unknown'],
    ['with a key that the issuer does not have', { verificationMethod: `${did}#key-2` }, 'unknown'],
    ['without a key', { verificationMethod: 7 }, 'unknown'],
    ['with the key of another', { verificationMethod: 'did:web:other.example#key-1' }, 'invalid'],
    ['for another purpose', { proofPurpose: 'authentication' }, 'invalid'],
    ['with a date that is none', { created: 'yesterday' }, 'invalid'],
    ['that has run out', { expires: '2026-05-01T00:00:00Z' }, 'invalid'],
    ['that runs out on no date', { expires: 'never' }, 'invalid'],
    ['with no value', { proofValue: undefined }, 'invalid'],
    ['with a value in another base', { proofValue: 'uAAAA' }, 'invalid'],
    ['with a word that is not defined', { strength: 'high' }, 'invalid'],
  ]
  it.each(proofChanges)('is right about a proof %s', async (_, change, outcome) => {
    const credential = await issued()
    const verdict = await verify({ ...credential, proof: { ...credential.proof, ...change } })
    expect(outcomes(verdict).signature).toBe(outcome)
    expect(verdict.outcome).not.toBe('valid')
  })

  const documentChanges: readonly (readonly [string, Json, string])[] = [
    ['no proof', { proof: undefined }, 'invalid'],
    ['a hundred proofs', { proof: Array.from({ length: 100 }, () => ({})) }, 'unknown'],
    ['another title', { name: 'Something grander' }, 'invalid'],
    ['a word that no context defines', { grade: 'A' }, 'invalid'],
    ['a word set to nothing', { description: null }, 'invalid'],
    ['a word set to an empty list', { description: [] }, 'invalid'],
    ['half a character', { description: '\ud800' }, 'invalid'],
    ['an id that is no address', { id: 'one' }, 'invalid'],
    ['a full address for a word', { 'https://schema.org/name': 'Communication' }, 'unknown'],
    ['a keyword for a word', { '@id': 'https://lanyard.example/credentials/1' }, 'unknown'],
    ['a list of lists', { description: [['x']] }, 'unknown'],
    [
      'a context that nobody pinned',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://x.example'] },
      'unknown',
    ],
    ['nothing but depth', { evidence: nested(40) }, 'unknown'],
    ['more than a megabyte', { description: 'x'.repeat(1_000_001) }, 'unknown'],
    ['very many nodes', { evidence: Array.from({ length: 30_000 }, () => ({})) }, 'unknown'],
    ['nodes that cannot be told apart', { evidence: tangled(14) }, 'unknown'],
  ]
  it.each(documentChanges)('is right about a document with %s', async (_, change, outcome) => {
    const verdict = await verify({ ...(await issued()), ...change })
    expect(outcomes(verdict).signature).toBe(outcome)
    expect(verdict.outcome).not.toBe('valid')
  })

  it('that fails takes the trust from the other steps, and leads to no look-up', async () => {
    const asked: StatusEntry[] = []
    const verdict = await verifyCredential(
      { ...(await issued()), name: 'Changed' },
      {
        now: new Date('2028-01-01'),
        findIssuer: known,
        readStatus: async (entry) => {
          asked.push(entry)
          return { state: 'clear' }
        },
      },
    )
    expect(asked).toEqual([])
    expect(outcomes(verdict)).toEqual({
      signature: 'invalid',
      issuer: 'unknown',
      status: 'unknown',
      date: 'invalid',
    })
    for (const name of ['issuer', 'status', 'date'])
      expect(said(verdict, name)).toContain('no signature')
  })
})

describe('what is said', () => {
  it('never calls anything safe, competent or cleared', async () => {
    const credential = await issued()
    const verdicts = [
      await verify(credential),
      await verify(credential, { on: '2030-01-01' }),
      await verify(credential, { statuses: [{ state: 'revoked' }] }),
      await verify(credential, { findIssuer: async () => 'unreachable' }),
      await verify({ ...credential, name: 'Changed' }),
      await verify({}),
    ]
    expect(JSON.stringify(verdicts)).not.toMatch(/safe|competent|cleared/i)
  })
})

function nested(depth: number): Json {
  return depth === 0 ? {} : { type: 'Evidence', endorsement: nested(depth - 1) }
}

// Blank nodes in which every look further finds the same again: the worst case of RDFC-1.0 §7.1.
function tangled(size: number): readonly Json[] {
  const leaves = () => Array.from({ length: size }, () => ({ endorsement: [{}, {}] }))
  return Array.from({ length: size }, () => ({ endorsement: leaves() }))
}
