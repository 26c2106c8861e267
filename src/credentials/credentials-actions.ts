/** Making keys, issuing and withdrawing. */
import { type KeyObject, randomInt, randomUUID } from 'node:crypto'
import type { Actor, Job, Person } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { makeKeyPair, openPrivateKey } from '../keys/private-keys.ts'
import { seal } from '../keys/sealing.ts'
import { dayOf } from '../language/days.ts'
import { listAnswersFor } from '../organisations/answers-for-store.ts'
import { findHistories } from '../organisations/histories-store.ts'
import { cannotIssue, mayIssue } from '../organisations/model/may-issue.ts'
import type { OrganisationHistory } from '../organisations/model/organisation-history.ts'
import { nameOn } from '../organisations/model/organisation-on.ts'
import { paths } from '../paths.ts'
import type { Site } from '../web/site.ts'
import {
  findHolderDid,
  findStatusPlace,
  getValidFrom,
  insertCredential,
  insertHolderKey,
  insertStatusChange,
  takeStatusIndex,
} from './credentials-store.ts'
import {
  findBaseAddress,
  findOpenStatusList,
  findStatuses,
  insertBaseAddress,
  insertIssuerKey,
  insertStatusList,
  listIssuerKeys,
  lockKeysOf,
} from './issuers-store.ts'
import {
  type AchievementFacts,
  achievementCredential,
  type StatusPurpose,
} from './model/achievement-credential.ts'
import { didKey, publicKeyMultibase } from './model/multikey.ts'
import { signCredential } from './model/sign-credential.ts'
import { leastStatusListLength } from './model/status-list.ts'
import { organisationDid, statusListAddress } from './own-addresses.ts'

/** What issuing needs. The private key is open here, in memory, and nowhere else. */
export interface Issuing {
  /** Its slug. */
  readonly organisation: string
  readonly holderId: string
  readonly issuer: { readonly did: string; readonly name: string; readonly address: string }
  readonly verificationMethod: string
  readonly privateKey: KeyObject
  readonly holderDid: string
  /** The id of the status list that the credential takes its place in. */
  readonly list: string
}

/** What one signing says; the rest of a credential is filled in as it is issued. */
export type IssueFacts = Omit<
  AchievementFacts,
  'id' | 'issuer' | 'holder' | 'issuedAt' | 'revocation' | 'suspension'
>

export interface Issue {
  readonly actor: Actor
  readonly site: Site
  readonly facts: IssueFacts
  /** The id of the credential that this one takes the place of. */
  readonly replaces?: string | undefined
  /** It says more than that one did, and so holds only from now. */
  readonly saysMore?: boolean | undefined
}

export interface IssuedCredential {
  readonly id: string
  readonly document: Record<string, unknown>
}

type KeySite = Pick<Site, 'db' | 'config' | 'keyEncryptionKey' | 'now'>

interface IssuingFor {
  readonly organisation: string
  readonly holderId: string
}

const keys: Job = { kind: 'job', name: 'keys' }

/**
 * Makes the keys and the status list that are missing. In transactions of its own, so it is called
 * before the one that issues; two at once make one key.
 */
export async function prepareIssuing(site: KeySite, wanted: IssuingFor): Promise<Issuing> {
  return prepare(site, wanted, refuseUnverified)
}

/**
 * For what takes the place of a credential that is withdrawn in part: it says nothing new, so an
 * organisation that may not issue any more still may put this right.
 */
export async function prepareReissuing(site: KeySite, wanted: IssuingFor): Promise<Issuing> {
  return prepare(site, wanted, () => {})
}

type RefuseIssuer = (history: OrganisationHistory, today: string) => void

function refuseUnverified(history: OrganisationHistory, today: string): void {
  const judgement = mayIssue(history, today)
  if (!judgement.may) throw new Conflict(cannotIssue(nameOn(history.names, today), judgement))
}

async function prepare(
  site: KeySite,
  { organisation, holderId }: IssuingFor,
  refuse: RefuseIssuer,
): Promise<Issuing> {
  const { issuer, key, list } = await prepareIssuer(site, organisation, refuse)
  const holderDid = await prepareHolder(site, holderId)
  return {
    organisation,
    holderId,
    issuer,
    verificationMethod: key.id,
    privateKey: openPrivateKey(site.keyEncryptionKey, key),
    holderDid,
    list,
  }
}

/** Inside the caller's transaction, so that a sign-off and its credential stand or fall together. */
export async function issueCredential(
  db: Transaction,
  issuing: Issuing,
  { actor, site, facts, replaces, saysMore = false }: Issue,
): Promise<IssuedCredential> {
  const index = await takeStatusIndex(db, issuing.list)
  if (index === undefined) throw new Conflict('Nothing was issued. Send the form again.')
  const id = randomUUID()
  const issuedAt = site.now()
  const { organisation } = issuing
  // What replaces another has been valid as long: the day on which its issuer was right for it.
  const validFrom =
    replaces === undefined || saysMore
      ? issuedAt
      : await getValidFrom(db, { id: replaces, organisation })
  const { baseUrl } = site.config
  const place = (purpose: StatusPurpose) => ({
    list: statusListAddress(baseUrl, { list: issuing.list, purpose }),
    index,
  })
  const unsecured = achievementCredential({
    ...facts,
    // A name and not an address: nothing is served there, and looking it up would tell on the holder.
    id: `urn:uuid:${id}`,
    issuer: issuing.issuer,
    holder: issuing.holderDid,
    issuedAt: validFrom,
    revocation: place('revocation'),
    suspension: place('suspension'),
  })
  const document = await signCredential(unsecured, { ...issuing, created: issuedAt })
  await insertCredential(db, {
    id,
    holderId: issuing.holderId,
    organisation,
    issuedBy: actor.kind === 'person' ? actor.id : undefined,
    statusList: issuing.list,
    statusIndex: index,
    document,
    issuedAt,
    replaces,
  })
  await recordEvent(db, actor, 'credential.issued', `credential:${id}`, {
    organisation,
    about: issuing.holderId,
    replaces,
  })
  return { id, document }
}

/**
 * For good: a revocation is never taken back. Somebody else's credential is not found. Whoever signed
 * it just now names the organisation they signed for; row-level security sees that they did.
 */
export async function withdrawCredential(
  db: Transaction,
  actor: Actor,
  credentialId: string,
  signedFor?: string,
): Promise<void> {
  if (actor.kind !== 'person') throw new Forbidden('only an issuer withdraws')
  const answersFor =
    signedFor === undefined ? await listAnswersFor(db, actor) : new Map([[signedFor, signedFor]])
  const organisations = [...answersFor.keys()]
  const credential = await findStatusPlace(db, { id: credentialId, organisations })
  if (credential === undefined) throw new NotFound(`credential ${credentialId}`)
  const { holderId: about, ...place } = credential
  const [found] = await findStatuses(db, [place])
  if (found?.changes.some(({ purpose }) => purpose === 'revocation')) {
    throw new Conflict('It has been withdrawn already.')
  }
  await insertStatusChange(db, { id: randomUUID(), ...place, purpose: 'revocation', set: true })
  const issuedBy = found?.organisation ?? ''
  const organisation = answersFor.get(issuedBy) ?? issuedBy
  await recordEvent(db, actor, 'credential.withdrawn', `credential:${credentialId}`, {
    ...{ organisation, about },
    ...(organisation === issuedBy ? {} : { issuedBy }),
  })
}

/** Not for good: with a last day, or none where somebody ends it before. */
export async function suspendCredential(
  db: Transaction,
  actor: Person,
  {
    credentialId,
    organisation,
    until,
  }: {
    readonly credentialId: string
    /** That issued it. */
    readonly organisation: string
    /** YYYY-MM-DD: its last day; undefined ends it. */
    readonly until: string | undefined
  },
): Promise<void> {
  const wanted = { id: credentialId, organisations: [organisation] }
  const credential = await findStatusPlace(db, wanted)
  if (credential === undefined) throw new NotFound(`credential ${credentialId}`)
  const { holderId: about, ...place } = credential
  const set = until !== undefined
  await insertStatusChange(db, { id: randomUUID(), ...place, purpose: 'suspension', set, until })
  const event = set ? 'credential.suspended' : 'credential.resumed'
  await recordEvent(db, actor, event, `credential:${credentialId}`, { organisation, about, until })
}

function prepareIssuer(site: KeySite, slug: string, refuse: RefuseIssuer) {
  const { baseUrl } = site.config
  return asActor(site.db, keys, async (db) => {
    await lockKeysOf(db, slug)
    const history = (await findHistories(db, slug)).get(slug)
    if (history === undefined) throw new NotFound(`organisation ${slug}`)
    const today = dayOf(site.now())
    refuse(history, today)
    await keepBaseAddress(db, baseUrl)
    const did = organisationDid(baseUrl, slug)
    const [latest] = await listIssuerKeys(db, slug)
    const key = latest ?? (await makeIssuerKey(db, site, { did, slug }))
    const address = `${baseUrl}${paths.organisation(slug)}`
    const issuer = { did, name: nameOn(history.names, today), address }
    return { issuer, key, list: await openStatusList(db, slug) }
  })
}

async function keepBaseAddress(db: Transaction, baseUrl: string): Promise<void> {
  await insertBaseAddress(db, baseUrl)
  const stored = await findBaseAddress(db)
  if (stored !== baseUrl) throw new Error(`The keys here were made at ${stored}, not at ${baseUrl}`)
}

async function makeIssuerKey(
  db: Transaction,
  site: KeySite,
  { did, slug }: { readonly did: string; readonly slug: string },
) {
  const { publicKey, pkcs8 } = makeKeyPair()
  const id = `${did}#${publicKeyMultibase(publicKey)}`
  const key = { id, publicKey, sealedPrivateKey: seal(site.keyEncryptionKey, pkcs8, id) }
  await insertIssuerKey(db, slug, key)
  return key
}

async function openStatusList(db: Transaction, organisation: string): Promise<string> {
  const { open, lists } = await findOpenStatusList(db, organisation)
  if (open !== undefined) return open
  const length = leastStatusListLength
  const id = `${organisation}-${lists + 1}`
  // The length is a power of two, so an odd step meets every place once before any twice.
  const step = 2 * randomInt(1, length / 2) + 1
  await insertStatusList(db, { id, organisation, length, start: randomInt(length), step })
  return id
}

function prepareHolder(site: KeySite, holderId: string): Promise<string> {
  return asActor(site.db, keys, async (db) => {
    await lockKeysOf(db, holderId)
    const known = await findHolderDid(db, holderId)
    if (known !== undefined) return known
    const { publicKey, pkcs8 } = makeKeyPair()
    const did = didKey(publicKey)
    const sealedPrivateKey = seal(site.keyEncryptionKey, pkcs8, did)
    await insertHolderKey(db, { did, holderId, sealedPrivateKey })
    return did
  })
}
