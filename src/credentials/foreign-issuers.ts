/** Issuers and status lists elsewhere: fetched with care, and believed only as far as they are signed. */
import type { FetchDocument } from './fetch-document.ts'
import { checkDates } from './model/check-dates.ts'
import { jwkOfRaw } from './model/check-jwt.ts'
import { checkSignature, type FoundIssuer, type IssuerLookup } from './model/check-signature.ts'
import type { StatusEntry, StatusReading } from './model/check-status.ts'
import { didWebDocumentAddress } from './model/did-web.ts'
import { publicKeyFromMultibase } from './model/multikey.ts'
import {
  type ClaimedCredential,
  isObject,
  type JsonObject,
  listOf,
  readCredential,
} from './model/read-credential.ts'
import { decodeStatusList, readStatusBit, type StatusList } from './model/status-list.ts'

export interface Elsewhere {
  readonly now: Date
  readonly fetchDocument: FetchDocument
  /** Where many credentials are checked at one moment: each list is checked once for all of them. */
  readonly lists?: CheckedLists | undefined
}

export type CheckedLists = Map<string, Promise<StatusList | undefined>>

const unreachable: StatusReading = { state: 'unreachable' }

/** Nobody outside the register is known, but a signature of theirs can still be checked. */
export async function findForeignIssuer(
  { fetchDocument }: Elsewhere,
  did: string,
): Promise<IssuerLookup> {
  const address = didWebDocumentAddress(did)
  if (address === undefined) return issuerWith(() => undefined)
  const document = await fetchDocument(address)
  if (!isObject(document) || document.id !== did) return 'unreachable'
  return {
    ...issuerWith((method) => keyIn(document, did, method)),
    jwkOf: (method) => jwkIn(document, did, method ?? onlyMethod(document)),
  }
}

/**
 * Who made an envelope. Open Badges 3.0 §8.2.2 lets its key stand at an address of its own: it is
 * taken for the issuer's only where the issuer is named by an address of the same site.
 */
export async function findEnvelopesIssuer(
  elsewhere: Elsewhere,
  issuer: string,
  kid: unknown,
): Promise<IssuerLookup> {
  if (typeof kid !== 'string' || !isSameSite(kid, issuer)) {
    return findForeignIssuer(elsewhere, issuer)
  }
  const key = await elsewhere.fetchDocument(kid)
  if (!isObject(key)) return 'unreachable'
  return {
    ...issuerWith(() => undefined),
    jwkOf: (method) => (method === kid && 'kty' in key ? key : undefined),
  }
}

function isSameSite(kid: string, issuer: string): boolean {
  if (![kid, issuer].every((one) => one.startsWith('https://') && URL.canParse(one))) return false
  return new URL(kid).origin === new URL(issuer).origin
}

function issuerWith(keyOf: FoundIssuer['keyOf']): FoundIssuer {
  return { known: false, keyOf }
}

export function keyIn(document: JsonObject, did: string, method: string): Uint8Array | undefined {
  const key = methodIn(document, did, method)
  if (key?.type !== 'Multikey' && key?.type !== 'Ed25519VerificationKey2020') return undefined
  const { publicKeyMultibase } = key
  return typeof publicKeyMultibase === 'string'
    ? publicKeyFromMultibase(publicKeyMultibase)
    : undefined
}

function jwkIn(
  document: JsonObject,
  did: string,
  method: string | undefined,
): JsonObject | undefined {
  if (method === undefined) return undefined
  const key = methodIn(document, did, method)
  if (key?.type === 'JsonWebKey' || key?.type === 'JsonWebKey2020') {
    return isObject(key.publicKeyJwk) ? key.publicKeyJwk : undefined
  }
  return jwkOfRaw(keyIn(document, did, method))
}

/** For an envelope that names no key: the one that there is. */
function onlyMethod({ assertionMethod, id }: JsonObject): string | undefined {
  const [only, ...more] = listOf(assertionMethod)
  if (more.length > 0) return undefined
  const named = isObject(only) ? only.id : only
  if (typeof named !== 'string') return undefined
  return named.startsWith('#') ? `${String(id)}${named}` : named
}

/** Only a key that the document gives for issuing, and that its issuer controls (DID Core §5.3.2). */
function methodIn(document: JsonObject, did: string, method: string): JsonObject | undefined {
  const names = (id: unknown) => id === method || `${did}${String(id)}` === method
  const allowed = listOf(document.assertionMethod)
  const embedded = allowed.find((entry) => isObject(entry) && names(entry.id))
  const listed = listOf(document.verificationMethod).find(
    (entry) => isObject(entry) && names(entry.id),
  )
  const key = embedded ?? (allowed.some(names) ? listed : undefined)
  if (!isObject(key) || key.controller !== did) return undefined
  return key.revoked === undefined && key.expires === undefined ? key : undefined
}

/** A list counts only when the credential's own issuer signed it (Bitstring Status List 1.0 §3.2). */
export async function readForeignStatus(
  elsewhere: Elsewhere,
  issuer: string,
  entry: StatusEntry,
): Promise<StatusReading> {
  const key = JSON.stringify([issuer, entry.list, entry.purpose])
  const known = elsewhere.lists?.get(key) ?? checkList(elsewhere, issuer, entry)
  elsewhere.lists?.set(key, known)
  const list = await known
  const bit = list && readStatusBit(list, entry.index)
  if (bit === undefined) return unreachable
  if (!bit) return { state: 'clear' }
  return { state: entry.purpose === 'revocation' ? 'revoked' : 'suspended' }
}

async function checkList(
  elsewhere: Elsewhere,
  issuer: string,
  entry: StatusEntry,
): Promise<StatusList | undefined> {
  const credential = readCredential(await elsewhere.fetchDocument(entry.list))
  if ('outcome' in credential || credential.issuer !== issuer) return undefined
  const list = statusListIn(credential.document, entry)
  if (list === undefined || !(await isInForce(elsewhere, credential))) return undefined
  return list
}

function statusListIn(document: JsonObject, entry: StatusEntry): StatusList | undefined {
  const { credentialSubject: subject } = document
  if (document.id !== entry.list || !isObject(subject)) return undefined
  if (!listOf(document.type).includes('BitstringStatusListCredential')) return undefined
  if (!listOf(subject.statusPurpose).includes(entry.purpose)) return undefined
  return typeof subject.encodedList === 'string' ? decodeStatusList(subject.encodedList) : undefined
}

async function isInForce(elsewhere: Elsewhere, credential: ClaimedCredential): Promise<boolean> {
  const { now } = elsewhere
  const found = await findForeignIssuer(elsewhere, credential.issuer)
  const signature = await checkSignature(credential, { now, found })
  return signature.outcome === 'valid' && checkDates(credential.document, now).outcome === 'valid'
}
