/** Whom a credential was made out to, and whether that is whoever brings it. */
import { createHash } from 'node:crypto'
import { isObject, type JsonObject, listOf } from '../../../credentials/model/read-credential.ts'
import { keyOf } from '../../../organisations/invitations/model/judge-rows.ts'

/**
 * A name is shared by many, so that the same name alone proves nothing; and it is written in many
 * ways, so that another name is a reason to ask and no proof either, but nothing counts by it.
 */
export const madeOutTo = ['holder', 'same-name', 'somebody-else', 'nobody-named'] as const
export type MadeOutTo = (typeof madeOutTo)[number]

export interface Bringer {
  readonly name: string
  /** Those that they have shown to be theirs, in small letters. */
  readonly emails: readonly string[]
  /** The key by which credentials of this service name them. */
  readonly key?: string | undefined
}

export interface SubjectFacts {
  readonly document: JsonObject
  /** Issued here, where every holder has a key that we know. */
  readonly issuedHere: boolean
}

const mostIdentifiers = 20

export function compareSubject(
  { document, issuedHere }: SubjectFacts,
  bringer: Bringer,
): MadeOutTo {
  const subjects = listOf(document.credentialSubject).filter(isObject)
  const [subject] = subjects
  // Of several, nobody can say for whom each word stands.
  if (subject === undefined || subjects.length > 1) return 'nobody-named'
  const marks = marksOf(subject, bringer, issuedHere)
  if (marks.includes('same')) return 'holder'
  if (marks.includes('other')) return 'somebody-else'
  return compareNames(namesOf(subject), bringer.name)
}

type Mark = 'same' | 'other' | 'not-told'

function marksOf(subject: JsonObject, bringer: Bringer, issuedHere: boolean): Mark[] {
  const identifiers = listOf(subject.identifier).filter(isObject).slice(0, mostIdentifiers)
  return [
    markOfId(subject.id, bringer, issuedHere),
    ...[subject.email].map((email) => markOfEmail(email, bringer)),
    ...identifiers.map((one) => markOfIdentifier(one, bringer)),
  ]
}

function markOfId(id: unknown, bringer: Bringer, issuedHere: boolean): Mark {
  if (typeof id !== 'string') return 'not-told'
  if (id.toLowerCase().startsWith('mailto:'))
    return markOfEmail(id.slice('mailto:'.length), bringer)
  if (bringer.key !== undefined && id.split('#')[0] === bringer.key) return 'same'
  // A key from elsewhere may well be theirs, in a wallet that we do not know.
  return issuedHere && id.startsWith('did:key:') ? 'other' : 'not-told'
}

function markOfEmail(email: unknown, { emails }: Bringer): Mark {
  if (typeof email !== 'string' || !email.includes('@')) return 'not-told'
  return emails.includes(email.trim().toLowerCase()) ? 'same' : 'other'
}

/** An IdentityObject of Open Badges 3.0 §B.1.13: plain, or a hash with its salt. */
function markOfIdentifier(one: JsonObject, bringer: Bringer): Mark {
  const { identityHash: identity, identityType: type, hashed, salt } = one
  if (typeof identity !== 'string' || type !== 'emailAddress') return 'not-told'
  const isHash = hashed === true || /^(?:sha256|md5)\$/.test(identity)
  if (!isHash) return markOfEmail(identity, bringer)
  const [, digest] = /^sha256\$([\da-f]{64})$/i.exec(identity) ?? []
  // An older kind of hash can be made to fit, so it tells nothing.
  if (digest === undefined || (salt !== undefined && typeof salt !== 'string')) return 'not-told'
  const fits = bringer.emails.some((email) => hashOf(email, salt ?? '') === digest.toLowerCase())
  return fits ? 'same' : 'other'
}

function hashOf(email: string, salt: string): string {
  return createHash('sha256').update(`${email}${salt}`).digest('hex')
}

function namesOf(subject: JsonObject): string[] {
  const { givenName, familyName } = subject
  const both = typeof givenName === 'string' && typeof familyName === 'string'
  const named = listOf(subject.identifier)
    .filter(isObject)
    .slice(0, mostIdentifiers)
    .filter(({ identityType, hashed }) => identityType === 'name' && hashed !== true)
    .map(({ identityHash }) => identityHash)
  return [subject.name, both ? `${givenName} ${familyName}` : undefined, ...named].filter(
    (name) => typeof name === 'string' && name.trim() !== '',
  ) as string[]
}

function compareNames(names: readonly string[], own: string): MadeOutTo {
  if (names.length === 0) return 'nobody-named'
  return names.some((name) => isSameName(name, own)) ? 'same-name' : 'somebody-else'
}

/** Without case, accents, order and titles: payroll systems write "OYELARAN, Mrs Tamsin". */
export function isSameName(one: string, other: string): boolean {
  const [first, second] = [partsOfName(one), partsOfName(other)]
  return first !== '' && first === second
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'])

function partsOfName(name: string): string {
  const parts = keyOf(name).split(/[^\p{L}\p{N}]+/u)
  return parts
    .filter((part) => part !== '' && !titles.has(part))
    .sort()
    .join(' ')
}
