/** A credential in an envelope: `vc+jwt` of VC-JOSE-COSE, and VC-JWT of Open Badges 3.0. */
import { isObject, type JsonObject, parseCredential } from './read-credential.ts'
import { largestDocument } from './read-dataset.ts'
import { unreadable, type Verdict } from './verdict.ts'

export interface Jwt {
  readonly header: JsonObject
  /** The credential, with the claims of the envelope beside its own. */
  readonly payload: JsonObject
  readonly signed: string
  readonly signature: Uint8Array
}

const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

export function isJwt(text: string): boolean {
  return text.length <= largestDocument * 2 && text.startsWith('eyJ') && compact.test(text)
}

/** The envelope in an EnvelopedVerifiableCredential (VC Data Model 2.0 §4.13), if it is one. */
export function envelopeIn(document: unknown): string | undefined {
  if (!isObject(document) || document.type !== 'EnvelopedVerifiableCredential') return undefined
  const { id } = document
  const [, jwt] = typeof id === 'string' ? (/^data:application\/vc\+jwt,(.+)$/.exec(id) ?? []) : []
  return jwt !== undefined && isJwt(jwt) ? jwt : undefined
}

export function readJwt(text: string): Jwt | Verdict {
  const [head = '', body = '', mark = ''] = text.split('.')
  const header = readPart(head)
  const payload = readPart(body)
  if (header === undefined || payload === undefined) {
    return unreadable('This could not be read as a credential: its envelope does not hold JSON.')
  }
  // VC-JOSE-COSE §3.1.1: the credential is the payload and not a claim of it.
  if ('vc' in payload || 'vp' in payload) return older
  const signature = Buffer.from(mark, 'base64url')
  return { header, payload, signed: `${head}.${body}`, signature }
}

const older = unreadable(
  'This cannot be checked here: it is written in the older form of W3C Verifiable Credentials 1.1.',
  'not-supported',
)

function readPart(part: string): JsonObject | undefined {
  const bytes = Buffer.from(part, 'base64url')
  // One spelling only: a reader that skips other letters would see another text.
  if (bytes.toString('base64url') !== part) return undefined
  const parsed = parseCredential(bytes)
  return parsed.problem === undefined && isObject(parsed.document) ? parsed.document : undefined
}
