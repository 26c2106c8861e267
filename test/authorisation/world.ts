/** Two trusts full of people, with a record of every kind for three of them. Made once. */
import { createHash, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { signInToDemonstration } from '../../src/accounts/accounts-actions.ts'
import type { TestSite } from '../site.ts'
import { type Fields, type Visitor, visitor } from '../visitor.ts'
import { addressOf, type Canary, invitedAddressOf, wayInOf, wordsOf } from './canary.ts'
import {
  type Member,
  type MemberName,
  memberNames,
  members,
  type OwnerName,
  owners,
} from './people.ts'
import { insertByHand } from './records-by-hand.ts'
import { sealOneEvent } from './records-of-audit.ts'
import { type BroughtRecord, insertBrought } from './records-of-bring.ts'
import { insertCorridor } from './records-of-corridor.ts'
import { type DelegatedRecord, insertDelegations } from './records-of-delegations.ts'
import { insertDrafts } from './records-of-drafts.ts'
import { insertEntries } from './records-of-entries.ts'
import { insertGoals } from './records-of-goals.ts'
import { insertInvitations, inviteFirstManager } from './records-of-invitations.ts'
import { insertLearning, type LearningRecord } from './records-of-learning.ts'
import { insertOverlays } from './records-of-overlays.ts'
import { insertQuestions } from './records-of-questions.ts'
import { insertRecognition } from './records-of-recognition.ts'
import { insertStanding } from './records-of-standing.ts'
import { insertSupervision } from './records-of-supervision.ts'
import { insertTerms } from './records-of-terms.ts'
import { signing } from './sign-fields.ts'

/** One owner's: what addresses and forms name. */
export interface WorldRecord extends BroughtRecord, LearningRecord, DelegatedRecord {
  readonly owner: OwnerName
  readonly personId: string
  readonly organisation: string
  readonly assessorId: string
  /** Signed off; and those that wait. */
  readonly codes: readonly string[]
  readonly openCodes: readonly string[]
  readonly request: string
  readonly openRequest: string
  readonly signing: string
  readonly credential: string
  readonly share: string
  readonly shareToken: string
  readonly statusList: string
  readonly session: string
  readonly address: string
  readonly passkey: string
  readonly identity: string
  readonly registration: string
  readonly assessorsRegistration: string
  readonly job: string
  readonly endedJob: string
  readonly grant: string
  readonly rights: string
  readonly complaint: string
  readonly copy: string
  readonly organisationRequest: string
  readonly proposal: string
  /** Decided by the owner of this record; a steward can confirm it. */
  readonly mapping: string
  readonly site: string
  readonly team: string
  readonly response: string
  /** Of the session that is not the one in use. */
  readonly token: Buffer
  readonly sheet: Buffer
  readonly finder: string
  readonly emailCode: string
  readonly sealedEvent: string
  readonly waitingEvent: string
  readonly confirmedProposal: string
  readonly decidedGrant: string
  readonly stoppedShare: string
  readonly tokenHash: Buffer
  readonly spareCredential: string
  readonly signOff: string
  readonly statusIndex: number
  readonly codeComplaint: { readonly reference: string; readonly codeHash: Buffer }
  readonly equalityKey: Buffer
  /** By letter, with its link; on paper, with its code; and one that the owner said yes to. */
  readonly invitation: string
  readonly joinToken: string
  readonly joinHash: Buffer
  readonly printedInvitation: string
  readonly joinCode: string
  readonly takenInvitation: string
  /** Files of people: looked at, and being sent. */
  readonly file: string
  readonly startedFile: string
  /** In the corridor: opened by the assessor, and only shown; and what is due for review. */
  readonly visit: string
  /** Of what is due: it is paused, and somebody proposed to withdraw it. */
  readonly pauseId: string
  readonly proposalId: string
  readonly shownVisit: string
  readonly visitSecret: string
  readonly visitRequest: string
  readonly dueSigning: string
  readonly entry: string
  /** Of the entry: a file, and a note. */
  readonly evidence: string
  readonly evidenceNote: string
  readonly evidenceShown: string
  /** Set by the owner, with one step. */
  readonly goal: string
  readonly goalStep: string
  /** Written by the steward, with the owner as its editor. */
  readonly draft: string
  readonly draftComment: string
  readonly draftWaiver: string
  readonly draftInvitation: string
  readonly draftImport: string
  /** A term changed in it, and the places of another. */
  readonly termChange: string
  readonly termPlaces: string
  /** Of the steward, published: its id and its name. */
  readonly overlay: string
  readonly overlaySlug: string
  /** Shared with where they work; one thing in it, which was decided on. */
  readonly set: string
  readonly setItem: string
  readonly decision: string
  readonly topUpDecision: string
  readonly topUpDone: string
  readonly topUp: string
  readonly agreement: string
  /** With the assessor: one that goes on, and what was written in it. */
  readonly supervising: string
  readonly supervisionSession: string
  readonly agreedAction: string
  readonly appraisal: string
  readonly planItem: string
  readonly firstInvitation: string
  readonly firstManager: string
}

export interface World {
  readonly cookies: Readonly<Record<MemberName, string>>
  readonly records: Readonly<Record<OwnerName, WorldRecord>>
  readonly canaries: readonly Canary[]
}

/** One for all three. */
type Shared = Pick<WorldRecord, 'sealedEvent' | 'waitingEvent' | 'firstInvitation' | 'firstManager'>

export async function makeWorld(test: TestSite): Promise<World> {
  await movePeopleIn(test)
  const cookies = await signEverybodyIn(test)
  const as = (name: MemberName) => visitor(test.app, cookies[name])
  const filled = {
    holder: await fillRecord(test, 'holder', as),
    colleague: await fillRecord(test, 'colleague', as),
    stranger: await fillRecord(test, 'stranger', as),
  }
  const shared = { ...(await sealOneEvent(test)), ...(await inviteFirstManager(test)) }
  const records = {
    holder: { ...filled.holder, ...shared },
    colleague: { ...filled.colleague, ...shared },
    stranger: { ...filled.stranger, ...shared },
  }
  const { superuserClient } = test.database
  // The page to sign in lists the demonstration's people, and its post box shows their letters.
  await superuserClient.query('update person set demonstration = false')
  await superuserClient.query('delete from demonstration_letter')
  await superuserClient.query(
    `insert into demonstration_letter (address, subject, text) values ('a@example.org', 's', 't')`,
  )
  await superuserClient.query(
    `insert into organisation (slug, name, kind, nation, sector)
      values ('nowhere', 'Nowhere yet', 'charity', 'england', 'voluntary')`,
  )
  await superuserClient.query('delete from pgboss.job')
  return { cookies, records, canaries: Object.values(records).flatMap(canariesOf) }
}

async function movePeopleIn({ database }: TestSite): Promise<void> {
  const { superuserClient } = database
  await superuserClient.query('delete from permission_grant where person_id = any ($1)', [
    memberNames.map((name) => members[name].id),
  ])
  for (const name of memberNames) await moveIn(superuserClient, members[name])
}

async function moveIn(client: TestSite['database']['superuserClient'], member: Member) {
  const { id, name, organisation, permissions, left = false, lapsed = false } = member
  await client.query(
    'insert into person (id, name, demonstration) values ($1, $2, true) on conflict do nothing',
    [id, name],
  )
  await client.query(
    `insert into membership (person_id, organisation, job_title, valid_from, valid_to)
      select $1, $2, 'Made for a test', current_date - 400, case when $3 then current_date - 1 end
      where not exists (select from membership where person_id = $1)`,
    [id, organisation, left],
  )
  for (const permission of permissions) {
    await client.query(
      `insert into permission_grant (person_id, organisation, permission, granted_at, expires_on)
        values ($1, $2, $3, now() - interval '300 days', case when $4 then current_date - 1 end)`,
      [id, organisation, permission, lapsed],
    )
  }
}

async function signEverybodyIn({ database }: TestSite): Promise<Record<MemberName, string>> {
  const signedIn = await Promise.all(
    memberNames.map(async (name) => {
      const token = await signInToDemonstration(database.db, members[name].id, new Date())
      return [name, `session=${token}`] as const
    }),
  )
  // fromEntries forgets that every name is there.
  return Object.fromEntries(signedIn) as Record<MemberName, string>
}

async function fillRecord(
  test: TestSite,
  owner: OwnerName,
  as: (name: MemberName) => Visitor,
): Promise<Omit<WorldRecord, keyof Shared>> {
  const { organisation, assessor } = owners[owner]
  const [own, theirs] = [as(owner), as(assessor)]
  const codes = await codesOf(test, '3.9')
  const answers = Object.fromEntries(codes.map((code) => [`answer-${code}`, 'confident']))
  await must(own.post('/passport/assess/3.9/entry', { ...answers, note: wordsOf(owner, 'note') }))
  const asked: Fields = { colleague: `${members[assessor].id} ${organisation}`, codes }
  const message = wordsOf(owner, 'message')
  const request = await ask(own, '3.9', { ...asked, message })
  const setting = wordsOf(owner, 'setting')
  await must(theirs.post(`/team/requests/${request}/sign`, { ...signing(codes), setting }))
  const openCodes = await codesOf(test, '7.1')
  const more = Object.fromEntries(openCodes.map((code) => [`answer-${code}`, 'confident']))
  await must(own.post('/passport/assess/7.1/entry', more))
  const openRequest = await ask(own, '7.1', { ...asked, codes: openCodes, message })
  const draft = wordsOf(owner, 'draft')
  await must(
    theirs.post(`/team/requests/${openRequest}`, { ...signing(openCodes), setting: draft }),
  )
  if (owner === 'holder') await must(own.post('/account/equality/england', { sex: 'female' }))
  const signed = await signedBy(test, request)
  const shared = await share(own, signed.credential)
  await own.get('/passport')
  const byHand = await insertByHand(test, owner)
  const invited = await insertInvitations(test, owner)
  const corridor = await insertCorridor(test, owner)
  const questions = await insertQuestions(test, owner, corridor)
  const entered = await insertEntries(test, owner, openRequest)
  const goals = await insertGoals(test, owner)
  const brought = await insertBrought(test, owner)
  const recognised = await insertRecognition(test, owner, { ...signed, ...brought })
  const learned = await insertLearning(test, owner)
  const supervised = await insertSupervision(test, owner)
  const delegated = await insertDelegations(test, owner, codes)
  await insertStanding(test, owner)
  const drafts = await insertDrafts(test, owner)
  const terms = await insertTerms(test, drafts)
  const overlays = await insertOverlays(test, owner)
  return {
    ...{ owner, personId: members[owner].id, organisation, codes, openCodes, request, openRequest },
    ...{
      assessorId: members[assessor].id,
      ...signed,
      ...shared,
      ...byHand,
      ...invited,
      ...corridor,
      ...questions,
      ...entered,
      ...goals,
      ...drafts,
      ...terms,
      ...overlays,
      ...brought,
      ...recognised,
      ...learned,
      ...supervised,
      ...delegated,
    },
    equalityKey: test.site.equalityKey ?? Buffer.alloc(32),
  }
}

async function must(reply: ReturnType<Visitor['post']>) {
  const { statusCode, headers, body } = await reply
  expect(statusCode, body).toBe(303)
  return String(headers.location)
}

async function ask(own: Visitor, section: string, fields: Fields): Promise<string> {
  const location = await must(own.post(`/passport/ask/${section}/entry`, fields))
  return new URL(location, 'http://x').searchParams.get('asked') ?? ''
}

async function codesOf({ database }: TestSite, section: string): Promise<string[]> {
  const rows = await database.ownerDb
    .selectFrom('statement')
    .where('edition', '=', 'ahp-support-worker/2026')
    .where('section', '=', section)
    .where('level', '=', 'entry')
    .orderBy('position')
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

async function signedBy({ database }: TestSite, request: string) {
  const signed = await database.ownerDb
    .selectFrom('signing')
    .innerJoin('signing_credential', 'signing_id', 'signing.id')
    .where('request_id', '=', request)
    .innerJoin('credential', 'credential.id', 'credential_id')
    .innerJoin('sign_off', 'sign_off.signing_id', 'signing.id')
    .select(['signing.id as signing', 'credential_id as credential', 'sign_off.id as signOff'])
    .select(['status_list as statusList', 'status_index as statusIndex'])
    .executeTakeFirstOrThrow()
  const spareCredential = randomUUID()
  await database.superuserClient.query(
    `insert into credential (id, holder_id, organisation, issued_by, status_list, status_index, document, issued_at)
      select $1, holder_id, organisation, issued_by, status_list, (status_index + 50000) % 131072, document, issued_at
      from credential where id = $2`,
    [spareCredential, signed.credential],
  )
  await database.superuserClient.query(
    `insert into status_change (id, list, index, purpose, set)
      values (gen_random_uuid(), $1, $2, 'revocation', true)`,
    [signed.statusList, (signed.statusIndex + 50_000) % 131_072],
  )
  return { ...signed, spareCredential }
}

async function share(own: Visitor, credential: string) {
  const id = randomUUID()
  const made = await own.post('/passport/shares', { id, credentials: credential, days: '7' })
  const shareToken = /\/share\/([\w-]{43})/.exec(made.body)?.[1] ?? ''
  expect(shareToken).not.toBe('')
  const tokenHash = createHash('sha256').update(shareToken).digest()
  return { share: id, shareToken, tokenHash }
}

const written = [
  ...(['note', 'message', 'setting', 'draft', 'device', 'way-in', 'former-name'] as const),
  ...(['registration', 'rights', 'complaint', 'asked-stewards', 'response'] as const),
  ...(['invitee', 'joined-as', 'in-file', 'entry', 'evidence', 'evidence-shown'] as const),
  ...(['goal', 'goal-step'] as const),
  ...(['brought', 'certificate', 'asked-to-learn', 'helps'] as const),
  ...(['supervision', 'reflection', 'refusal'] as const),
] as const

function canariesOf(record: WorldRecord): Canary[] {
  const { owner } = record
  const of = (kind: Canary['kind'], ...words: string[]) =>
    words.map((words): Canary => ({ kind, words, owner }))
  return [
    ...written.flatMap((kind) => of(kind, wordsOf(owner, kind))),
    ...of('name', members[owner].name),
    ...of('address', addressOf(owner)),
    ...of('way-in', wayInOf(owner)),
    ...of('invited-address', invitedAddressOf(owner)),
    ...of('invitation-id', record.invitation, record.printedInvitation, record.takenInvitation),
    ...(owner === 'holder' ? of('first-manager', wordsOf(owner, 'first-manager')) : []),
    ...of('own-id', record.share, record.session, record.address, record.passkey),
    ...of('own-id', record.entry, record.evidence, record.goal, record.goalStep),
    ...of('own-id', record.identity, record.copy, record.shareToken, record.credential),
    ...of('request-id', record.request, record.openRequest, record.evidenceShown),
    ...of('signing-id', record.signing),
  ]
}
