/** The signature and the dates of an envelope. */
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { plainDate } from '../../language/plain-dates.ts'
import { checkDates } from './check-dates.ts'
import type { SignatureCheck } from './check-signature.ts'
import { publicKeyOfDidKey } from './multikey.ts'
import { type ClaimedCredential, isObject, type JsonObject, listOf } from './read-credential.ts'
import type { Jwt } from './read-jwt.ts'
import type { Outcome, Step } from './verdict.ts'

/** RFC 7518 §3.1 and RFC 8037: each with the one kind of key that it may be made with. */
const algorithms = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519', hash: null },
  ES256: { kty: 'EC', crv: 'P-256', hash: 'sha256' },
  RS256: { kty: 'RSA', crv: undefined, hash: 'sha256' },
} as const
type Algorithm = keyof typeof algorithms

const smallestRsa = 2048
const largestRsa = 8192
const types = ['vc+jwt', 'vc+ld+json+jwt', 'vc+ld+jwt', 'jwt']

export function checkJwt(
  { header, payload, signed, signature }: Jwt,
  credential: ClaimedCredential,
  { found }: SignatureCheck,
): Step {
  const problem = problemOfHeader(header) ?? problemOfClaims(payload, credential)
  if (problem !== undefined) return problem
  const alg = header.alg as Algorithm
  const key = keyFor(header, credential.issuer, found)
  if (key === undefined) return notChecked(whyNoKey(header, found))
  const made = keyObject(key, alg)
  if (made === undefined) return notChecked('the key is not of the kind that it says')
  const { hash } = algorithms[alg]
  const options = alg === 'ES256' ? { key: made, dsaEncoding: 'ieee-p1363' as const } : made
  const matches = verify(hash, Buffer.from(signed), options, signature)
  return matches ? step('valid', 'It has not been changed since it was signed.') : doesNotMatch
}

function problemOfHeader(header: JsonObject): Step | undefined {
  const { alg, typ } = header
  if (alg === 'none') return step('invalid', 'Nobody has signed this document.')
  if (typeof alg !== 'string' || !Object.hasOwn(algorithms, alg)) {
    return notChecked('it is of a kind that is not supported here')
  }
  // RFC 7515 §4.1.11: what must be understood and is not, is refused.
  if ('crit' in header || 'b64' in header) {
    return notChecked('it asks for something that is not supported here')
  }
  if (typ === undefined) return undefined
  return typeof typ === 'string' && types.includes(typ.toLowerCase())
    ? undefined
    : notChecked('its envelope is not that of a credential')
}

/** What the envelope says of the credential is what the credential says (Open Badges 3.0 §8.2.4). */
function problemOfClaims(payload: JsonObject, { issuer, document }: ClaimedCredential) {
  const subjects = listOf(document.credentialSubject).map((one) => isObject(one) && one.id)
  const agrees =
    (payload.iss === undefined || payload.iss === issuer) &&
    (payload.jti === undefined || payload.jti === document.id) &&
    (payload.sub === undefined || subjects.includes(payload.sub))
  if (agrees) return undefined
  return step('invalid', 'Its envelope says something else than the credential inside it.')
}

/**
 * A key that comes with the envelope proves nothing by itself: anybody can send one along. So only
 * keys that the issuer's own address gives are used.
 */
function keyFor(
  header: JsonObject,
  issuer: string,
  found: SignatureCheck['found'],
): JsonObject | undefined {
  const method = methodOf(header.kid, issuer)
  if (method === 'not-the-issuers') return undefined
  if (issuer.startsWith('did:key:')) {
    const own = method === undefined ? issuer : method
    return own.split('#')[0] === issuer ? jwkOfRaw(publicKeyOfDidKey(own)) : undefined
  }
  if (found === 'unreachable') return undefined
  const jwk = found.jwkOf?.(method)
  if (jwk !== undefined) return jwk
  const raw = method === undefined ? undefined : found.keyOf(method)
  return jwkOfRaw(raw?.length === 32 ? raw : undefined)
}

function methodOf(kid: unknown, issuer: string): string | undefined | 'not-the-issuers' {
  if (kid === undefined) return undefined
  if (typeof kid !== 'string') return 'not-the-issuers'
  if (kid.startsWith('https://')) return kid
  if (!kid.startsWith('did:')) return `${issuer}#${kid.replace(/^#/, '')}`
  return kid.split('#')[0] === issuer ? kid : 'not-the-issuers'
}

export function jwkOfRaw(key: Uint8Array | undefined): JsonObject | undefined {
  if (key === undefined) return undefined
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }
}

/** Undefined unless the key is of the algorithm's own kind, public and strong enough. */
function keyObject(jwk: JsonObject, alg: Algorithm): KeyObject | undefined {
  const { kty, crv } = algorithms[alg]
  if (jwk.kty !== kty || (crv !== undefined && jwk.crv !== crv)) return undefined
  if (jwk.alg !== undefined && jwk.alg !== alg) return undefined
  if ((jwk.use !== undefined && jwk.use !== 'sig') || 'd' in jwk) return undefined
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    const bits = key.asymmetricKeyDetails?.modulusLength ?? smallestRsa
    return bits < smallestRsa || bits > largestRsa ? undefined : key
  } catch {
    // No such point, no such number: whoever wrote the key down has to mend it.
    return undefined
  }
}

function whyNoKey(header: JsonObject, found: SignatureCheck['found']): string {
  if (found === 'unreachable') return 'the issuer could not be reached'
  return 'jwk' in header
    ? 'it brings its own key, and nothing shows that the key is the issuer’s'
    : 'the key that it was made with is not one we can find for this issuer'
}

/** By the credential's dates and by the envelope's: the narrower counts. */
export function checkJwtDates({ payload }: Jwt, document: JsonObject, now: Date): Step {
  const own = checkDates(document, now)
  const { nbf, exp } = payload
  const until = momentOf(exp)
  const from = momentOf(nbf)
  if (until === 'not-read' || from === 'not-read') {
    return date('unknown', 'The dates in it are not written in a way that can be relied on.')
  }
  if (own.outcome !== 'valid') return own
  if (until !== undefined && now > until) {
    return date('invalid', `Its review was due on ${plainDate(until)}.`)
  }
  if (from !== undefined && now < from) {
    return date('invalid', `It is not yet in force until ${plainDate(from)}.`)
  }
  return own
}

function momentOf(seconds: unknown): Date | undefined | 'not-read' {
  if (seconds === undefined) return undefined
  // Beyond the year 9999 there is no date to say.
  const isMoment = typeof seconds === 'number' && seconds >= 0 && seconds < 253_402_300_800
  return isMoment ? new Date(seconds * 1000) : 'not-read'
}

function notChecked(why: string): Step {
  return step('unknown', `The signature could not be checked: ${why}.`)
}

const doesNotMatch: Step = step(
  'invalid',
  'The signature does not match: the document was changed after it was signed, or the issuer it names did not sign it.',
)

function step(outcome: Outcome, message: string): Step {
  return { step: 'signature', outcome, message }
}

function date(outcome: Outcome, message: string): Step {
  return { step: 'date', outcome, message }
}
