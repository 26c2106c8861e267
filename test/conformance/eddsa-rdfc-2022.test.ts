import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  achievementCredential,
  credentialsContext,
  openBadgesContext,
  statusListCredential,
  statusPurposes,
  type UnsecuredCredential,
} from '../../src/credentials/model/achievement-credential.ts'
import { contextLibrary } from '../../src/credentials/model/active-context.ts'
import { canonicalise } from '../../src/credentials/model/canonicalise.ts'
import { JsonLdRefusal } from '../../src/credentials/model/json-ld-refusal.ts'
import { secretKeyFromMultibase } from '../../src/credentials/model/multikey.ts'
import { pinnedContexts } from '../../src/credentials/model/pinned-contexts.ts'
import { readDataset } from '../../src/credentials/model/read-dataset.ts'
import { signCredential } from '../../src/credentials/model/sign-credential.ts'
import { pinnedLibrary, signedBytes } from '../../src/credentials/model/signed-bytes.ts'
import { emptyStatusList, encodeStatusList } from '../../src/credentials/model/status-list.ts'
import type { Verdict } from '../../src/credentials/model/verdict.ts'
import { verifyCredential } from '../../src/credentials/model/verify-credential.ts'
import { anyDocument } from './any-document.ts'
import { anyFacts } from './any-facts.ts'
import { ashbourne, exampleFacts, issuedAt, now, testIssuer } from './example-facts.ts'
import { acceptedElsewhere, canonicalElsewhere, issuedElsewhere } from './other-implementation.ts'
import { eachLeafChanged, leafPaths, withLeaf } from './tampered.ts'

type Json = Readonly<Record<string, unknown>>

function canonical(document: Json): string | Promise<string> {
  return canonicalise(readDataset(document, document['@context'], pinnedLibrary))
}

function verify(document: unknown, issuers = [ashbourne]): Promise<Verdict> {
  return verifyCredential(document, {
    now,
    findIssuer: async (did) => ({
      known: issuers.some((issuer) => issuer.did === did),
      name: 'Ashbourne',
      keyOf: (method) => issuers.find((one) => one.verificationMethod === method)?.publicKey,
    }),
    readStatus: async () => ({ state: 'clear' }),
  })
}

const signing = { ...ashbourne, created: issuedAt }

describe('canonical N-Quads', () => {
  it('of any credential we build are those of jsonld and rdf-canonize, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const credential = achievementCredential(facts)
        expect(await canonical(credential)).toBe(await canonicalElsewhere(credential))
      }),
      { numRuns: 150 },
    )
  })

  it('of a credential in which two statements are the same are too', async () => {
    const facts = exampleFacts(1)
    const [statement] = facts.statements
    const twice = statement ? [statement, statement, statement] : []
    const credential = achievementCredential({ ...facts, statements: twice })
    expect(await canonical(credential)).toBe(await canonicalElsewhere(credential))
  })

  it.each(statusPurposes)('of a status list for %s are too', async (purpose) => {
    const credential = statusListCredential({
      id: 'https://lanyard.example/status/1',
      issuer: ashbourne.did,
      purpose,
      encodedList: encodeStatusList(emptyStatusList()),
      issuedAt,
      validUntil: now,
    })
    expect(await canonical(credential)).toBe(await canonicalElsewhere(credential))
  })

  it.each(foreignDocuments())('of a foreign document with %s are too', async (_, extra) => {
    const document = { ...achievementCredential(exampleFacts(2)), ...extra }
    expect(await canonical(document)).toBe(await canonicalElsewhere(document))
  })
})

describe('any document made of the words of our contexts', () => {
  it('is refused, or says to jsonld just what it says to us', async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(anyDocument, async (words) => {
        const document = { ...words, '@context': contexts }
        const ours = await canonicalOrRefused(document)
        if (ours === undefined) return
        read++
        expect(ours).toBe(await canonicalElsewhere(document))
      }),
      { numRuns: 6000 },
    )
    expect(read).toBeGreaterThan(300)
  })
})

const contexts = [credentialsContext, openBadgesContext]

async function canonicalOrRefused(document: Json): Promise<string | undefined> {
  try {
    return await canonical(document)
  } catch (error) {
    if (error instanceof JsonLdRefusal) return undefined
    throw error
  }
}

describe('another implementation, @digitalbazaar/vc', () => {
  it('accepts what we issue', async () => {
    for (const count of [1, 3, 12]) {
      const signed = await signCredential(achievementCredential(exampleFacts(count)), signing)
      expect(await acceptedElsewhere(signed, [ashbourne], now)).toBe(true)
      expect((await verify(signed)).outcome).toBe('valid')
    }
  })

  it('accepts what we issue, whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const unsecured = achievementCredential({ ...facts, issuedAt, reviewOn: undefined })
        const signed = await signCredential(unsecured, signing)
        expect(await acceptedElsewhere(signed, [ashbourne], now)).toBe(true)
        expect((await verify(signed)).outcome).toBe('valid')
      }),
      { numRuns: 25 },
    )
  })

  it('issues what we accept, to the same signature', async () => {
    const unsecured = achievementCredential(exampleFacts(3))
    const theirs = await issuedElsewhere(unsecured, ashbourne, '2026-03-03T10:00:00Z')
    expect((await verify(theirs)).outcome).toBe('valid')
    expect((await signCredential(unsecured, signing)).proof).toEqual(theirs.proof)
  })

  it('refuses each credential with one value changed, and so do we', async () => {
    const signed = await signCredential(achievementCredential(exampleFacts(2)), signing)
    const changed = eachLeafChanged(signed)
    expect(changed.length).toBeGreaterThan(50)
    for (const { path, document } of changed) {
      expect([path, await acceptedElsewhere(document, [ashbourne], now)]).toEqual([path, false])
      expect([path, (await verify(document)).outcome]).not.toEqual([path, 'valid'])
    }
  })

  it.each(tamperings())('refuses one with %s, and so do we', async (_, tamper) => {
    const signed = await signCredential(achievementCredential(exampleFacts(2)), signing)
    const document = tamper(signed)
    expect(await acceptedElsewhere(document, [ashbourne, stranger], now)).toBe(false)
    expect((await verify(document, [ashbourne, stranger])).outcome).not.toBe('valid')
  })

  it('refuses one signed with a key of somebody else, and so do we', async () => {
    const unsecured = achievementCredential(exampleFacts(2))
    const forged = await signCredential(unsecured, { ...stranger, created: issuedAt })
    expect(await acceptedElsewhere(forged, [ashbourne, stranger], now)).toBe(false)
    expect((await verify(forged, [ashbourne, stranger])).outcome).toBe('invalid')
    const posing = {
      ...forged,
      proof: { ...forged.proof, verificationMethod: ashbourne.verificationMethod },
    }
    expect(await acceptedElsewhere(posing, [ashbourne, stranger], now)).toBe(false)
    expect((await verify(posing, [ashbourne, stranger])).outcome).toBe('invalid')
  })
})

describe('a signed credential', () => {
  it('is never valid with any one value made into any other', async () => {
    const signed = await signCredential(achievementCredential(exampleFacts(2)), signing)
    const other = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leafPaths(signed)), other, async (path, value) => {
        const document = withLeaf(signed, path, value)
        fc.pre(JSON.stringify(document) !== JSON.stringify(signed))
        expect((await verify(document)).outcome).not.toBe('valid')
      }),
      { numRuns: 1500 },
    )
  })
})

const stranger = testIssuer('did:web:stranger.example', 8)

function foreignDocuments(): readonly (readonly [string, Json])[] {
  return [
    ['a title in a language', { name: { '@value': 'Cyfathrebu', '@language': 'CY' } }],
    [
      'a title in a language and a direction',
      { name: { '@value': 'تواصل', '@language': 'ar', '@direction': 'rtl' } },
    ],
    ['numbers and booleans', { name: [1, 1.5, -0.25, true, 1e21, 0] }],
    ['a plain value object', { name: { '@value': 4.5 } }],
    ['the same title twice', { name: ['Same', 'Same'] }],
    ['an issuer by id alone', { issuer: 'did:web:a.example' }],
    [
      'terms of use, a schema and a refresh service',
      {
        termsOfUse: { type: 'VerifiableCredential' },
        credentialSchema: { id: 'https://a.example/schema', type: 'JsonSchema' },
        refreshService: [{ id: 'https://a.example/1' }, { id: 'https://a.example/2' }],
      },
    ],
    [
      'an empty object and nodes in nodes',
      { evidence: [{}, { type: 'Evidence', endorsement: [{ name: 'x' }] }] },
    ],
    [
      'a node told in two places',
      {
        evidence: [
          { id: 'urn:x:1', name: 'a' },
          { id: 'urn:x:1', description: 'b', name: 'a' },
        ],
      },
    ],
    [
      'one list in order',
      {
        evidence: { type: 'ResultDescription', allowedValue: ['one', 'two', 'two', 3] },
      },
    ],
    ['an empty list in order', { evidence: { type: 'ResultDescription', allowedValue: [] } }],
    [
      'a proof inside it',
      {
        proof: {
          type: 'DataIntegrityProof',
          proofPurpose: 'assertionMethod',
          created: '2026-03-03T10:00:00Z',
        },
      },
    ],
    [
      'several types',
      {
        evidence: {
          type: ['Profile', 'Evidence', 'Address'],
          genre: 'g',
          email: 'e',
          streetAddress: 's',
        },
      },
    ],
    [
      'a context inside it',
      {
        evidence: {
          '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
          type: '1EdTechRevocationList',
          name: 'n',
        },
      },
    ],
  ]
}

function tamperings(): readonly (readonly [string, (signed: Json) => Json])[] {
  const claim = (signed: Json, more: Json): Json => ({
    ...signed,
    credentialSubject: { ...Object(signed.credentialSubject), ...more },
  })
  return [
    ['an added word that its contexts define', (signed) => ({ ...signed, description: 'More.' })],
    ['an added word that they do not define', (signed) => ({ ...signed, grade: 'A' })],
    ['an added word below', (signed) => claim(signed, { licenseNumber: '1' })],
    ['an added undefined word below', (signed) => claim(signed, { rating: 5 })],
    ['a word left out', ({ evidence: _, ...rest }) => rest],
    ['its status left out', ({ credentialStatus: _, ...rest }) => rest],
    ['no proof', ({ proof: _, ...rest }) => rest],
    ['an empty list of proofs', (signed) => ({ ...signed, proof: [] })],
    [
      'its contexts in another order',
      (signed) => ({
        ...signed,
        '@context': [...Object(signed['@context'])].reverse(),
      }),
    ],
    [
      'a context that nobody pinned',
      (signed) => ({
        ...signed,
        '@context': [...Object(signed['@context']), 'https://evil.example/context'],
      }),
    ],
    [
      'a context of its own',
      (signed) => ({
        ...signed,
        '@context': [...Object(signed['@context']), { grade: 'https://evil.example/grade' }],
        grade: 'A',
      }),
    ],
    ['another issuer', (signed) => ({ ...signed, issuer: stranger.did })],
    [
      'a proof for another purpose',
      (signed) => ({
        ...signed,
        proof: { ...Object(signed.proof), proofPurpose: 'authentication' },
      }),
    ],
    [
      'a word added to the proof',
      (signed) => ({
        ...signed,
        proof: { ...Object(signed.proof), nonce: 'n' },
      }),
    ],
  ]
}

const vectors = new URL('../../../shared/data/w3c-eddsa-vectors/', import.meta.url)
const hasVectors = existsSync(vectors)
if (!hasVectors) console.warn('W3C EdDSA vectors: not present, skipped')

const vectorContexts = contextLibrary(
  new Map([
    ...pinnedContexts,
    [
      'https://www.w3.org/ns/credentials/examples/v2',
      { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
    ],
    ['https://w3id.org/citizenship/v4rc1', { '@context': citizenshipStandIn() }],
  ]),
)

// The real context is in no package; these are the words that the vector uses, defined as its
// canonical document shows.
function citizenshipStandIn(): Json {
  const own = 'https://w3id.org/citizenship#'
  const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
  const schema = (word: string) => [word, `https://schema.org/${word}`] as const
  const citizenship = (word: string) => [word, own + word] as const
  return {
    image: { '@id': 'https://schema.org/image', '@type': '@id' },
    birthDate: { '@id': 'https://schema.org/birthDate', '@type': dateTime },
    residentSince: { '@id': `${own}residentSince`, '@type': dateTime },
    ...Object.fromEntries(
      ['Person', 'additionalName', 'familyName', 'gender', 'givenName', 'identifier'].map(schema),
    ),
    ...Object.fromEntries(
      [
        'EmploymentAuthorizationDocumentCredential',
        'EmployablePerson',
        'EmploymentAuthorizationDocument',
        'birthCountry',
        'employmentAuthorizationDocument',
        'lprCategory',
        'lprNumber',
      ].map(citizenship),
    ),
  }
}

function vector(path: string): string {
  return readFileSync(new URL(path, vectors), 'utf8')
}

describe.runIf(hasVectors)('the W3C EdDSA vectors', () => {
  it.each([
    ['the alumni credential', 'unsigned.json', 'eddsa-rdfc-2022/'],
    ['the employment document', 'employmentAuth.json', 'eddsa-rdfc-2022/employ/'],
  ])('are reproduced byte for byte: %s', async (_, source, folder) => {
    const unsecured: UnsecuredCredential = JSON.parse(vector(source))
    const { '@context': __, ...config } = JSON.parse(vector(`${folder}proofConfigDataInt.json`))
    const context = unsecured['@context']
    expect(await canonicalise(readDataset(unsecured, context, vectorContexts))).toBe(
      vector(`${folder}canonDocDataInt.txt`),
    )
    expect(await canonicalise(readDataset(config, context, vectorContexts))).toBe(
      vector(`${folder}proofCanonDataInt.txt`),
    )
    const bytes = Buffer.from(await signedBytes(unsecured, config, vectorContexts))
    expect(bytes.toString('hex')).toBe(vector(`${folder}combinedHashDataInt.txt`))
    expect(bytes.subarray(0, 32).toString('hex')).toBe(vector(`${folder}proofHashDataInt.txt`))
    expect(bytes.subarray(32).toString('hex')).toBe(vector(`${folder}docHashDataInt.txt`))
    await expectSigned(unsecured, config, folder)
  })
})

async function expectSigned(unsecured: UnsecuredCredential, config: Json, folder: string) {
  const { privateKeyMultibase } = JSON.parse(vector('keyPair.json'))
  const secret = secretKeyFromMultibase(privateKeyMultibase)
  const signed = await signCredential(unsecured, {
    privateKey: testIssuer('did:example:a', 0, secret).privateKey,
    verificationMethod: String(config.verificationMethod),
    created: new Date(String(config.created)),
    contexts: vectorContexts,
  })
  expect(signed.proof.proofValue).toBe(vector(`${folder}sigBTC58DataInt.txt`))
  expect(signed).toEqual(JSON.parse(vector(`${folder}signedDataInt.json`)))
}
