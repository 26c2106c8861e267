import { credentialsContext } from './achievement-credential.ts'
import { largestDocument } from './read-dataset.ts'
import { unreadable, type Verdict } from './verdict.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** A document in the outward form of a credential; nothing in it is proven yet. */
export type ClaimedCredential = {
  readonly document: JsonObject
  readonly issuer: string
  readonly proofs: readonly unknown[]
}

export type Parsed =
  | { readonly document: unknown; readonly problem?: undefined }
  | { readonly problem: Verdict }

/** Text or bytes as JSON, refusing what two readers could take in two ways. */
export function parseCredential(source: string | Uint8Array): Parsed {
  if (source.length > largestDocument) return refuse('it is larger than one megabyte')
  const text = typeof source === 'string' ? source : decode(source)
  if (text === undefined) return refuse('it is not text in UTF-8')
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    // The parser's own words are about positions in the text and would help nobody here.
    return refuse('it is not JSON')
  }
  const members = countMembers(document, 0)
  if (members === undefined) return refuse('it is nested too deeply')
  if (members !== countSeparators(text)) return refuse('it gives the same name twice')
  return { document }
}

/** The document as a credential of VC Data Model 2.0, or what keeps it from being one. */
export function readCredential(document: unknown): ClaimedCredential | Verdict {
  if (!isObject(document)) return refusal('it is not a JSON object')
  const types = listOf(document.type)
  if (!types.includes('VerifiableCredential')) return refusal('it does not say that it is one')
  if (listOf(document['@context'])[0] !== credentialsContext) {
    return refusal('it is not written in the form of W3C Verifiable Credentials 2.0')
  }
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer
  if (typeof issuer !== 'string') return refusal('it does not name one issuer')
  const subjects = listOf(document.credentialSubject)
  if (subjects.length === 0 || !subjects.every(isObject)) {
    return refusal('it does not say who or what it is about')
  }
  return { document, issuer, proofs: listOf(document.proof) }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON-LD makes no difference between one value and a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function refuse(why: string): Parsed {
  return { problem: refusal(why) }
}

function refusal(why: string): Verdict {
  return unreadable(`This could not be read as a credential: ${why}.`)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const deepestJson = 32

function countMembers(value: unknown, depth: number): number | undefined {
  if (typeof value !== 'object' || value === null) return 0
  if (depth >= deepestJson) return undefined
  let count = Array.isArray(value) ? 0 : Object.keys(value).length
  for (const part of Object.values(value)) {
    const inside = countMembers(part, depth + 1)
    if (inside === undefined) return undefined
    count += inside
  }
  return count
}

// In JSON that parses, every colon outside a string belongs to one member; a member that the parser
// dropped for another of the same name makes more colons than members.
function countSeparators(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3a) count++
    else if (code === 0x22) at = endOfString(text, at)
  }
  return count
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== 0x22) {
    at += text.charCodeAt(at) === 0x5c ? 2 : 1
  }
  return at
}
