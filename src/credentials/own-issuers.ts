/** Issuers and status lists under our own address: read from our own store, never fetched. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import { dayOf } from '../language/days.ts'
import { keptHistories } from '../organisations/register-shelf.ts'
import { findStatuses, listIssuerKeys, type StatusPlace } from './issuers-store.ts'
import type { FoundIssuer } from './model/check-signature.ts'
import type { StatusEntry, StatusReading } from './model/check-status.ts'
import { issuerStanding } from './model/issuer-standing.ts'
import { type ClaimedCredential, isObject } from './model/read-credential.ts'
import { isSetOn } from './model/status-list.ts'
import { organisationDid, ownListAt, slugOfDid } from './own-addresses.ts'

export interface OwnRegister {
  readonly db: Database
  readonly baseUrl: string
  readonly now: Date
}

interface KnownKey {
  readonly publicKey: Uint8Array
  readonly readAt: number
}

// A key's name holds the key itself, so a name that is known cannot come to mean another key.
const knownKeys = new Map<string, KnownKey>()
const mostKnownKeys = 5000
const longestKnown = 60_000

const notOurs: FoundIssuer = { known: false, keyOf: () => undefined }

/** The organisation that a credential names as its issuer, as it was on the day of issue, with its keys. */
export async function findOwnIssuer(
  { db, baseUrl }: OwnRegister,
  credential: ClaimedCredential,
): Promise<FoundIssuer> {
  const { issuer, proofs, document } = credential
  const slug = slugOfDid(baseUrl, issuer)
  if (slug === undefined) return notOurs
  const histories = await keptHistories(db, slug)
  const history = histories.get(slug)
  if (history === undefined) return notOurs
  const methods = proofs.map((proof) => isObject(proof) && proof.verificationMethod)
  if (methods.length !== 1 || freshKey(issuer, methods[0]) === undefined) {
    await readKeys(db, slug)
  }
  const standing = issuerStanding(histories, history, document.validFrom)
  return { known: true, ...standing, keyOf: (method) => freshKey(issuer, method) }
}

async function readKeys(db: Database, slug: string): Promise<void> {
  if (knownKeys.size > mostKnownKeys) knownKeys.clear()
  for (const { id, publicKey } of await listIssuerKeys(db, slug)) {
    knownKeys.set(id, { publicKey, readAt: Date.now() })
  }
}

function freshKey(issuer: string, method: unknown): Uint8Array | undefined {
  if (typeof method !== 'string' || !method.startsWith(`${issuer}#`)) return undefined
  const known = knownKeys.get(method)
  return known && Date.now() - known.readAt < longestKnown ? known.publicKey : undefined
}

/** Asked of the store each time, so that a withdrawal shows at once. */
export async function readOwnStatus(
  { db, baseUrl, now }: OwnRegister,
  issuer: string,
  { list, index, purpose }: StatusEntry,
): Promise<StatusReading> {
  const own = ownListAt(baseUrl, list)
  if (own === undefined || own.purpose !== purpose) return { state: 'unreachable' }
  const found = await statusAt(db, { list: own.list, index })
  if (found === undefined || organisationDid(baseUrl, found.organisation) !== issuer) {
    return { state: 'unreachable' }
  }
  const latest = found.changes.filter((change) => change.purpose === purpose).at(-1)
  if (latest === undefined || !isSetOn(latest, dayOf(now))) return { state: 'clear' }
  if (purpose === 'revocation') return { state: 'revoked', since: latest.at }
  return { state: 'suspended', since: latest.at, until: latest.until ?? undefined }
}

type Statuses = Awaited<ReturnType<typeof findStatuses>>

interface Question {
  readonly places: StatusPlace[]
  readonly answer: Promise<Statuses>
}

const questions = new WeakMap<Database, Question>()

/** What many want to know in one turn of the event loop, such as a passport of forty, is asked once. */
async function statusAt(db: Database, place: StatusPlace): Promise<Statuses[number] | undefined> {
  const question = questions.get(db) ?? openQuestion(db)
  question.places.push(place)
  const { list, index } = place
  return (await question.answer).find((found) => found.list === list && found.index === index)
}

function openQuestion(db: Database): Question {
  const places: StatusPlace[] = []
  const ask = async () => {
    await turn()
    questions.delete(db)
    return findStatuses(db, places)
  }
  const question = { places, answer: ask() }
  questions.set(db, question)
  return question
}
