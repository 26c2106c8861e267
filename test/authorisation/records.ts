/** One person's record, in every state that there is, each word of it a canary. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Person } from '../../src/actor.ts'
import { asActor } from '../../src/database/as-actor.ts'
import { readEditionContent } from '../../src/frameworks/frameworks-content.ts'
import { levelOf } from '../../src/frameworks/model/framework.ts'
import { askForSignOff } from '../../src/passports/passports-actions/ask-for-sign-off.ts'
import { assessSelf } from '../../src/passports/passports-actions/assess-self.ts'
import { declineRequest } from '../../src/passports/passports-actions/decline-request.ts'
import { draftSigning } from '../../src/passports/passports-actions/draft-signing.ts'
import { shareCredentials } from '../../src/passports/passports-actions/share-credentials.ts'
import { signOff } from '../../src/passports/passports-actions/sign-off.ts'
import { withdrawSignOffs } from '../../src/passports/passports-actions/withdraw-sign-offs.ts'
import { listOwnRequests } from '../../src/passports/requests-store.ts'
import { listSigningsFor } from '../../src/passports/signings-store.ts'
import type { TestSite } from '../site.ts'
import type { Canaries } from './canaries.ts'

export const edition = 'ahp-support-worker/2026'
export const level = 'entry'

/** The sections in which a record's requests stand. */
export const sections = { open: '2.1', declined: '2.2', signed: '2.3', withdrawn: '3.1' } as const
type State = keyof typeof sections

export interface TheRecord {
  readonly holderId: string
  readonly assessorId: string
  readonly organisation: string
  /** The ids of its requests, by what became of them. */
  readonly requests: Readonly<Record<State, string>>
  readonly signing: string
  readonly withdrawnSigning: string
  readonly signOff: string
  readonly credential: string
  readonly share: string
  readonly shareToken: string
  /** The hash of a session that is not the one the holder acts in. */
  readonly session: string
  readonly sessionHash: Buffer
  readonly address: string
  readonly addressId: string
  readonly passkey: string
  readonly passkeyCredential: string
  readonly identity: string
  readonly identitySubject: string
  readonly recoverySheet: Buffer
  readonly recoveryFinder: string
}

export interface RecordPeople {
  readonly holder: Person
  readonly assessor: Person
  readonly issuer: Person
  /** Was asked too, and works there no more when the tests begin. */
  readonly leaver?: Person | undefined
  readonly organisation: string
}

const content = readEditionContent(edition).edition

export function codesOf(section: string): string[] {
  return content.domains
    .flatMap(({ sections }) => sections)
    .filter(({ code }) => code === section)
    .flatMap(({ statements }) => statements.map(({ code }) => code))
    .filter((code) => levelOf(code) === level)
}

export async function makeRecord(
  site: TestSite,
  canaries: Canaries,
  people: RecordPeople,
): Promise<TheRecord> {
  const { holder, assessor, organisation } = people
  await say(site, canaries, holder)
  const requests = await ask(site, canaries, people)
  const signed = await sign(site, canaries, people, requests.signed)
  const withdrawn = await sign(site, canaries, people, requests.withdrawn)
  await withdraw(site, canaries, people, withdrawn.id)
  const reason = canaries.plant(holder.id, 'reason', ['self', 'asked'])
  await declineRequest(site.site.db, assessor, { requestId: requests.declined, reason })
  await draft(site, canaries, people, requests.open)
  const share = randomUUID()
  const { token } = await shareCredentials(site.site, holder, {
    ...{ id: share, credentials: [signed.credential], days: 7 },
  })
  return {
    ...{ holderId: holder.id, assessorId: assessor.id, organisation, requests },
    ...{ signing: signed.id, withdrawnSigning: withdrawn.id },
    ...{ signOff: signed.signOff, credential: signed.credential, share, shareToken: token },
    ...(await waysIn(site, canaries, holder.id)),
  }
}

async function say({ site }: TestSite, canaries: Canaries, holder: Person): Promise<void> {
  for (const section of Object.values(sections)) {
    const answers = new Map(codesOf(section).map((code) => [code, 'confident'] as const))
    const text = canaries.plant(holder.id, 'private note', ['self'])
    await assessSelf(site.db, holder, {
      ...{ edition, place: section, answers, note: { section, text } },
    })
  }
}

async function ask(
  { site }: TestSite,
  canaries: Canaries,
  { holder, assessor, leaver, organisation }: RecordPeople,
): Promise<TheRecord['requests']> {
  const made: [State, string][] = []
  for (const [state, section] of Object.entries(sections) as [State, string][]) {
    const message = canaries.plant(holder.id, 'message', ['self', 'asked'])
    const asked = {
      organisation,
      edition,
      section,
      level,
      codes: codesOf(section),
      message,
    } as const
    await askForSignOff(site.db, holder, { ...asked, assessor: assessor.id })
    const own = await asActor(site.db, holder, (db) => listOwnRequests(db, { holderId: holder.id }))
    made.push([state, own.find((one) => one.section === section)?.id ?? ''])
    if (leaver !== undefined && state === 'open') {
      const words = canaries.plant(holder.id, 'message', ['self', 'was-asked'])
      await askForSignOff(site.db, holder, { ...asked, message: words, assessor: leaver.id })
    }
  }
  // Each state is one of the keys.
  return Object.fromEntries(made) as Record<State, string>
}

async function sign(
  { site }: TestSite,
  canaries: Canaries,
  { holder, assessor }: RecordPeople,
  requestId: string,
) {
  const seenBy = ['self', 'asked', 'issues'] as const
  const note = canaries.plant(holder.id, 'note of the assessor', [...seenBy, 'link'])
  const setting = canaries.plant(holder.id, 'setting', [...seenBy, 'link'])
  const find = () => asActor(site.db, holder, (db) => listSigningsFor(db, { holderId: holder.id }))
  const section = Object.values(sections)
  const request = (
    await asActor(site.db, holder, (db) => listOwnRequests(db, { holderId: holder.id }))
  ).find(({ id }) => id === requestId)
  const codes = codesOf(section.find((one) => one === request?.section) ?? '')
  const year = new Date().getUTCFullYear()
  await signOff(site, assessor, {
    requestId,
    edition: content,
    signed: {
      ...{ codes, method: 'observed', assessedOn: `${year}-01-02`, setting, note },
      reviewOn: `${year + 1}-01-02`,
    },
    stepUp: { how: 'passkey', at: site.now() },
  })
  const signing = (await find()).find((one) => one.requestId === requestId)
  if (signing === undefined) throw new Error('nothing was signed')
  const credential = signing.credentials.at(-1) ?? ''
  return { id: signing.id, credential, signOff: signing.signOffs[0]?.id ?? '' }
}

async function withdraw(
  { site }: TestSite,
  canaries: Canaries,
  { holder, issuer }: RecordPeople,
  signingId: string,
): Promise<void> {
  const explanation = canaries.plant(holder.id, 'explanation', ['self', 'asked', 'issues'])
  const codes = codesOf(sections.withdrawn).slice(0, 1)
  await withdrawSignOffs(site, issuer, {
    ...{ signingId, edition: content, withdrawn: { codes, cause: 'error', explanation } },
    stepUp: { how: 'passkey', at: site.now() },
  })
}

async function draft(
  { site }: TestSite,
  canaries: Canaries,
  { holder, assessor }: RecordPeople,
  requestId: string,
): Promise<void> {
  const note = canaries.plant(holder.id, 'draft', ['asked'])
  const day = { day: '1', month: '2', year: '2026' }
  const codes = codesOf(sections.open)
  await draftSigning(site.db, assessor, {
    ...{ requestId },
    draft: { codes, method: 'observed', assessed: day, setting: note, review: day, note },
  })
}

/** How the holder signs in. Only they, and whoever lets people in, see any of it. */
async function waysIn({ site, database }: TestSite, canaries: Canaries, person_id: string) {
  const { ownerDb } = database
  const at = site.now()
  const ids = { session: randomUUID(), address: randomUUID(), passkey: randomUUID() }
  const word = (what: string) => canaries.plant(person_id, what, ['self'])
  const sessionHash = randomBytes(32)
  await ownerDb
    .insertInto('session')
    .values({
      ...{ id: ids.session, token_hash: sessionHash, person_id, proof: 'passkey' },
      ...{ stepped_up_how: 'passkey', stepped_up_at: at, shared_computer: false },
      ...{ device: word('device'), last_seen_at: at },
      expires_at: new Date(at.getTime() + 3_600_000),
    })
    .execute()
  const address = `${word('address').replace(' ', '.').toLowerCase()}@example.org`
  await ownerDb
    .insertInto('email_address')
    .values({ id: ids.address, person_id, address, kind: 'personal', confirmed_at: at })
    .execute()
  const credential_id = randomUUID()
  await ownerDb
    .insertInto('passkey')
    .values({
      ...{ id: ids.passkey, person_id, credential_id, public_key: randomBytes(32) },
      ...{ user_handle: randomBytes(32), counter: 0, transports: [], aaguid: randomUUID() },
      ...{ backup_eligible: false, backed_up: false, name: word('passkey'), added_at: at },
    })
    .execute()
  const identity = randomUUID()
  const subject = word('subject elsewhere')
  await ownerDb
    .insertInto('open_id_identity')
    .values({
      ...{ id: identity, person_id, issuer: 'https://issuer.example', subject },
      ...{ provider: 'test', linked_at: at },
    })
    .execute()
  const sheet = createHash('sha256').update(person_id).digest()
  await ownerDb.insertInto('recovery_sheet').values({ id: sheet, person_id, made_at: at }).execute()
  const finder = randomBytes(5).toString('hex')
  await ownerDb
    .insertInto('recovery_code')
    .values({
      ...{ finder, sheet_id: sheet, person_id, salt: randomBytes(16), code_hash: randomBytes(32) },
    })
    .execute()
  return {
    ...{ session: ids.session, sessionHash, address, addressId: ids.address },
    ...{ passkey: ids.passkey, passkeyCredential: credential_id, identity },
    ...{ identitySubject: subject, recoverySheet: sheet, recoveryFinder: finder },
  }
}
