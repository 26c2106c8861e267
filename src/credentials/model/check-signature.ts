import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { ContextLibrary } from './active-context.ts'
import { decodeBase58 } from './base58.ts'
import { JsonLdRefusal } from './json-ld-refusal.ts'
import { readTimestamp } from './london-date.ts'
import { publicKeyOfDidKey } from './multikey.ts'
import { type ClaimedCredential, isObject, type JsonObject, listOf } from './read-credential.ts'
import { signedBytes, signedJson } from './signed-bytes.ts'
import type { Outcome, Step } from './verdict.ts'

/** What the register says of an issuer; `keyOf` answers with the 32 raw bytes of an Ed25519 key. */
export type FoundIssuer = {
  readonly known: boolean
  /** That of the day of issue. */
  readonly name?: string | undefined
  /** What has become of it since, in sentences. */
  readonly became?: string | undefined
  /** Whether it might issue on the day of issue, where our register can say. */
  readonly standing?: IssuerStanding | undefined
  keyOf(verificationMethod: string): Uint8Array | undefined
  /** For envelopes, which may be made with other kinds of key. Without a name: its only key. */
  readonly jwkOf?: ((verificationMethod: string | undefined) => JsonObject | undefined) | undefined
}

export type IssuerStanding = { readonly outcome: Outcome; readonly message: string }

export type IssuerLookup = FoundIssuer | 'unreachable'

export type SignatureCheck = {
  readonly now: Date
  readonly found: IssuerLookup
  readonly contexts?: ContextLibrary | undefined
}

const mostProofs = 8

export async function checkSignature(
  credential: ClaimedCredential,
  check: SignatureCheck,
): Promise<Step> {
  const { proofs } = credential
  if (proofs.length === 0) return step('invalid', 'Nobody has signed this document.')
  if (proofs.length > mostProofs) return notChecked('it carries too many signatures')
  const readable = proofs.filter(isSupported)
  const [first, ...others] = readable
  if (first === undefined) return notChecked('it is of a kind that is not supported here')
  let worst = await checkProof(credential, first, check)
  for (const proof of others) {
    if (worst.outcome !== 'valid') return worst
    worst = await checkProof(credential, proof, check)
  }
  return worst
}

function isSupported(proof: unknown): proof is JsonObject {
  if (!isObject(proof) || proof.type !== 'DataIntegrityProof') return false
  if ('previousProof' in proof) return false
  return (
    proof.cryptosuite === 'eddsa-jcs-2022' ||
    (proof.cryptosuite === 'eddsa-rdfc-2022' && !('@context' in proof))
  )
}

async function checkProof(
  credential: ClaimedCredential,
  proof: JsonObject,
  check: SignatureCheck,
): Promise<Step> {
  const method = proof.verificationMethod
  if (typeof method !== 'string')
    return notChecked('it does not name the key that it was made with')
  const problem = problemOfProof(proof, method, credential.issuer, check.now)
  if (problem) return problem
  const key = keyFor(method, check.found)
  if (key === undefined) return notChecked(whyNoKey(check.found))
  const signature = signatureOf(proof)
  if (signature === undefined) return doesNotMatch()
  return compare(credential.document, proof, { key, signature, contexts: check.contexts })
}

// Data Integrity 1.0 §4.4: purpose and controller are checked, not only the arithmetic.
function problemOfProof(
  proof: JsonObject,
  method: string,
  issuer: string,
  now: Date,
): Step | undefined {
  const [controller] = method.split('#')
  if (controller !== issuer) {
    return step('invalid', 'It was signed with a key that does not belong to the issuer it names.')
  }
  if (proof.proofPurpose !== 'assertionMethod') {
    return step('invalid', 'It was signed with a key that is not meant for issuing credentials.')
  }
  if ('created' in proof && readTimestamp(proof.created) === undefined) {
    return step('invalid', 'The signature does not carry a proper date.')
  }
  if (!('expires' in proof)) return undefined
  const expires = readTimestamp(proof.expires)
  if (expires !== undefined && now <= expires) return undefined
  return step('invalid', 'The signature itself has run out.')
}

type Comparison = {
  readonly key: Uint8Array
  readonly signature: Uint8Array
  readonly contexts: ContextLibrary | undefined
}

async function compare(
  document: JsonObject,
  proof: JsonObject,
  { key, signature, contexts }: Comparison,
): Promise<Step> {
  const { proof: _, ...unsecured } = document
  const { proofValue: __, ...config } = proof
  const isJson = proof.cryptosuite === 'eddsa-jcs-2022'
  if (isJson && !beginsWith(document['@context'], proof['@context'])) return doesNotMatch()
  try {
    const bytes = isJson
      ? signedJson(withContextOf(proof, unsecured), config)
      : await signedBytes(unsecured, config, contexts)
    const matches = verify(null, bytes, keyObjectOf(key), signature)
    return matches ? step('valid', 'It has not been changed since it was signed.') : doesNotMatch()
  } catch (error) {
    if (!(error instanceof JsonLdRefusal)) throw error
    if (error.reason === 'not-read') return notChecked(error.message)
    return step('invalid', `The signature does not cover all of the document: ${error.message}.`)
  }
}

// §3.3.2: what the proof says of the contexts is a beginning of them, and is what was signed.
function beginsWith(contexts: unknown, beginning: unknown): boolean {
  const all = listOf(contexts)
  return listOf(beginning).every((context, index) => sameJson(context, all[index]))
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function withContextOf(proof: JsonObject, unsecured: JsonObject): JsonObject {
  return '@context' in proof ? { ...unsecured, '@context': proof['@context'] } : unsecured
}

function keyFor(method: string, found: IssuerLookup): Uint8Array | undefined {
  if (method.startsWith('did:key:')) return publicKeyOfDidKey(method)
  const key = found === 'unreachable' ? undefined : found.keyOf(method)
  return key?.length === 32 ? key : undefined
}

function whyNoKey(found: IssuerLookup): string {
  return found === 'unreachable'
    ? 'the issuer could not be reached'
    : 'the key that it was made with is not one we can find for this issuer'
}

// Data Integrity EdDSA Cryptosuites 1.0 §3.2.1: base58btc and nothing else, so one spelling only.
function signatureOf(proof: JsonObject): Uint8Array | undefined {
  const value = proof.proofValue
  if (typeof value !== 'string' || !value.startsWith('z')) return undefined
  return decodeBase58(value.slice(1), 64)
}

const keyObjects = new Map<string, KeyObject>()
const mostKeyObjects = 5000

// Making a key object costs about as much as a check, so they are kept, found by the key's bytes.
function keyObjectOf(key: Uint8Array): KeyObject {
  const x = Buffer.from(key.buffer, key.byteOffset, key.length).toString('base64url')
  const known = keyObjects.get(x)
  if (known) return known
  if (keyObjects.size >= mostKeyObjects) keyObjects.clear()
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  keyObjects.set(x, made)
  return made
}

function doesNotMatch(): Step {
  return step(
    'invalid',
    'The signature does not match: the document was changed after it was signed, or the issuer it names did not sign it.',
  )
}

function notChecked(why: string): Step {
  return step('unknown', `The signature could not be checked: ${why}.`)
}

function step(outcome: Outcome, message: string): Step {
  return { step: 'signature', outcome, message }
}
