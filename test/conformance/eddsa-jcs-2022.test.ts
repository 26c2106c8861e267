import { sign, verify as verifyBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  achievementCredential,
  type UnsecuredCredential,
} from '../../src/credentials/model/achievement-credential.ts'
import { decodeBase58, encodeBase58 } from '../../src/credentials/model/base58.ts'
import { canonicalJson } from '../../src/credentials/model/jcs.ts'
import { secretKeyFromMultibase } from '../../src/credentials/model/multikey.ts'
import { signCredential } from '../../src/credentials/model/sign-credential.ts'
import { signedJson } from '../../src/credentials/model/signed-bytes.ts'
import { verifyCredential } from '../../src/credentials/model/verify-credential.ts'
import { ashbourne, exampleFacts, issuedAt, now, testIssuer } from './example-facts.ts'
import { leafPaths, withLeaf } from './tampered.ts'

type Json = Readonly<Record<string, unknown>>

function verify(document: unknown) {
  return verifyCredential(document, {
    now,
    findIssuer: async () => ({
      known: true,
      name: 'Ashbourne',
      keyOf: (method) =>
        method === ashbourne.verificationMethod ? ashbourne.publicKey : undefined,
    }),
    readStatus: async () => ({ state: 'clear' }),
  })
}

function signedByJson(unsecured: Json, more: Json = {}): Json {
  const config = {
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022' },
    ...{ created: '2026-03-03T10:00:00Z', proofPurpose: 'assertionMethod' },
    ...{ verificationMethod: ashbourne.verificationMethod, ...more },
  }
  const signature = sign(null, signedJson(unsecured, config), ashbourne.privateKey)
  return { ...unsecured, proof: { ...config, proofValue: `z${encodeBase58(signature)}` } }
}

const credential = (): UnsecuredCredential => achievementCredential(exampleFacts(2))

describe('a credential signed as JSON', () => {
  it('is valid, with the contexts in its proof or without', async () => {
    expect((await verify(signedByJson(credential()))).outcome).toBe('valid')
    const named = signedByJson(credential(), { '@context': credential()['@context'] })
    expect((await verify(named)).outcome).toBe('valid')
  })

  it('is not valid where the proof names other contexts than the document begins with', async () => {
    const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/context']
    const unsecured = { ...credential(), '@context': contexts }
    const signed = signedByJson(unsecured, { '@context': contexts })
    const swapped = { ...signed, '@context': credential()['@context'] }
    expect((await verify(swapped)).outcome).toBe('invalid')
  })

  it('is never valid with any one value made into any other', async () => {
    const signed = signedByJson(credential())
    const other = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leafPaths(signed)), other, async (path, value) => {
        const document = withLeaf(signed, path, value)
        fc.pre(JSON.stringify(document) !== JSON.stringify(signed))
        expect((await verify(document)).outcome).not.toBe('valid')
      }),
      { numRuns: 500 },
    )
  })

  it('carries both kinds of proof, and each of them must hold', async () => {
    const asData = await signCredential(credential(), { ...ashbourne, created: issuedAt })
    const asJson = signedByJson(credential())
    expect((await verify({ ...asData, proof: [asData.proof, asJson.proof] })).outcome).toBe('valid')
    const spoilt = { ...Object(asJson.proof), created: '2026-03-04T10:00:00Z' }
    expect((await verify({ ...asData, proof: [asData.proof, spoilt] })).outcome).toBe('invalid')
  })
})

describe('the one spelling of JSON', () => {
  it('is that of the example in RFC 8785', () => {
    const example = {
      numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('orders names by their UTF-16 code units', () => {
    const names = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö']
    const document = Object.fromEntries(names.map((name) => [name, 0]))
    expect(Object.keys(JSON.parse(canonicalJson(document)))).toEqual([
      '1',
      '\r',
      '\u0080',
      'ö',
      '€',
      '😀',
      '\ufb33',
    ])
    expect(canonicalJson(document).indexOf('😀')).toBeLessThan(
      canonicalJson(document).indexOf('\ufb33'),
    )
  })

  it('reads back as the same, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = JSON.parse(JSON.stringify(value))
        expect(JSON.parse(canonicalJson(written))).toEqual(written)
        expect(canonicalJson(JSON.parse(canonicalJson(written)))).toBe(canonicalJson(written))
      }),
    )
  })
})

const vectors = new URL('../../../shared/data/w3c-eddsa-vectors/', import.meta.url)
const hasVectors = existsSync(vectors)
if (!hasVectors) console.warn('W3C EdDSA vectors: not present, skipped')

const vector = (path: string) => readFileSync(new URL(path, vectors), 'utf8')

describe.runIf(hasVectors)('the W3C vectors of eddsa-jcs-2022', () => {
  it('are reproduced byte for byte', () => {
    const unsecured = JSON.parse(vector('unsigned.json'))
    const config = JSON.parse(vector('eddsa-jcs-2022/proofConfigJCS.json'))
    expect(canonicalJson(unsecured)).toBe(vector('eddsa-jcs-2022/canonDocJCS.txt'))
    expect(canonicalJson(config)).toBe(vector('eddsa-jcs-2022/proofCanonJCS.txt'))
    const bytes = Buffer.from(signedJson(unsecured, config))
    expect(bytes.toString('hex')).toBe(vector('eddsa-jcs-2022/combinedHashJCS.txt'))
    const { privateKeyMultibase } = JSON.parse(vector('keyPair.json'))
    const secret = secretKeyFromMultibase(privateKeyMultibase)
    const key = testIssuer('did:example:a', 0, secret)
    const value = vector('eddsa-jcs-2022/sigBTC58JCS.txt')
    expect(`z${encodeBase58(sign(null, bytes, key.privateKey))}`).toBe(value)
    const signature = decodeBase58(value.slice(1), 64) ?? new Uint8Array()
    expect(verifyBytes(null, bytes, key.publicKeyObject, signature)).toBe(true)
  })
})
