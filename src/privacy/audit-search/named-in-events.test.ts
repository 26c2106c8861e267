/** What others do with somebody's job, permissions, registration or complaint, they see themselves. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { inviteOne } from '../../organisations/invitations/invitations-actions/invite.ts'
import { acceptOffer } from '../../organisations/invitations/invitations-actions/join.ts'
import {
  endPermission,
  givePermission,
} from '../../organisations/memberships/memberships-actions/give-permissions.ts'
import {
  addJob,
  changeJob,
  continueJob,
  endJob,
} from '../../organisations/memberships/memberships-actions/manage-jobs.ts'
import {
  checkRegistration,
  endRegistration,
  recordRegistration,
} from '../../organisations/registrations/registrations-actions.ts'
import { complain, takeStep } from '../complaints/complaints-actions.ts'

const { app, site, database, signIn } = await testSite()
const { db } = site
const { ownerDb } = database
const organisation = 'merrowfell-hospitals'
const today = dayOf(new Date())
const holder = personWith(people.holder)
const personId = people.holder
const manager: Person = {
  ...personWith(people.issuer),
  permissions: [{ organisation, permission: 'manage-team' }],
}

beforeAll(async () => {
  await ownerDb
    .insertInto('permission_grant')
    .values({ person_id: manager.id, organisation, permission: 'manage-team' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})

/** Whose it is, by id alone: the last event of each of these acts. */
async function namedIn(acts: readonly string[]) {
  const rows = await ownerDb
    .selectFrom('audit_event')
    .where('action', 'in', [...acts])
    .distinct()
    .select(['action', 'about'])
    .execute()
  return new Map(rows.map(({ action, about }) => [action, about]))
}

async function expectNamed(words: Readonly<Record<string, string>>): Promise<void> {
  const named = await namedIn(Object.keys(words))
  expect(named).toEqual(new Map(Object.keys(words).map((act) => [act, personId])))
  const own = wordsOf(await visitor(app, await signIn(personId)).get('/account/activity'))
  const colleague = visitor(app, await signIn(people.assessor))
  const others = wordsOf(await colleague.get('/account/activity'))
  for (const act of Object.values(words)) {
    expect(own).toContain(act)
    expect(others).not.toContain(act)
  }
}

describe('whoever is concerned is named, and reads in words what was done with', () => {
  it('their job', async () => {
    const added = { organisation, personId, jobTitle: 'Bank porter', teamIds: [] }
    await addJob(db, manager, { ...added, from: today, today })
    const { id: jobId } = await ownerDb
      .selectFrom('membership')
      .where('job_title', '=', 'Bank porter')
      .select('id')
      .executeTakeFirstOrThrow()
    const here = { organisation, personId, jobId }
    await changeJob(db, manager, { ...here, jobTitle: 'Bank helper', teamIds: [] })
    await endJob(site, manager, { ...here, lastDay: addDays(today, 1) })
    await continueJob(site, manager, { ...here, today })
    await expectNamed({
      'membership.added': 'Added somebody to the people who work here',
      'membership.changed': 'Changed somebody’s job',
      'membership.ended': 'Ended somebody’s job',
      'membership.continued': 'Kept somebody on',
    })
  })

  it('their permissions', async () => {
    const given = { organisation, personId, permission: 'delegate', months: 6, today } as const
    const stepUp = { how: 'passkey', at: new Date() } as const
    await givePermission(site, manager, { ...given, stepUp })
    const { id: grantId } = await ownerDb
      .selectFrom('permission_grant')
      .where('person_id', '=', personId)
      .where('permission', '=', 'delegate')
      .select('id')
      .executeTakeFirstOrThrow()
    await endPermission(site, manager, { organisation, grantId, today })
    await expectNamed({
      'permission.given': 'Gave a permission',
      'permission.ended': 'Ended a permission',
    })
  })

  it('the invitation that they said yes to', async () => {
    const invitee = { name: 'Tamsin', email: 'tamsin.at.work@example.org', jobTitle: 'Second job' }
    const sent = { ...invitee, teamIds: [], permissions: [], startsOn: today }
    await inviteOne(site, manager, { id: randomUUID(), organisation, invitee: sent })
    const { secret_hash } = await ownerDb
      .selectFrom('invitation')
      .where('email', '=', invitee.email)
      .select('secret_hash')
      .executeTakeFirstOrThrow()
    expect(await acceptOffer(site, holder, secret_hash ?? Buffer.from(''))).toBe(true)
    await expectNamed({ 'invitation.accepted': 'Accepted an invitation' })
  })

  it('their registration', async () => {
    const number = 'OT123456'
    const recorded = { regulator: 'hcpc', number, profession: 'occupational-therapy' }
    await recordRegistration(db, holder, { ...recorded, now: new Date() })
    const { id } = await ownerDb
      .selectFrom('registration')
      .where('number', '=', number)
      .select('id')
      .executeTakeFirstOrThrow()
    const checked = { id: randomUUID(), organisation, personId, registrationId: id }
    await checkRegistration(db, manager, { ...checked, outcome: 'on-register', on: today })
    await endRegistration(db, holder, { id, now: new Date() })
    await expectNamed({
      'registration.recorded': 'Recorded a professional registration',
      'registration.checked': 'Checked a professional registration',
      'registration.ended': 'Ended a professional registration',
    })
  })

  it('their complaint', async () => {
    const id = randomUUID()
    const words = { whatHappened: 'My old name is shown.', putRight: 'Show the new one.' }
    const made = { id, organisation, name: 'Tamsin', replyBy: 'here', ...words } as const
    await complain(site, holder, made)
    const step = { id, words: 'We have put it right.' }
    await takeStep(site, manager, { ...step, kind: 'acknowledged' })
    await takeStep(site, manager, { ...step, kind: 'progress' })
    await takeStep(site, manager, { ...step, kind: 'answered', outcome: 'upheld' })
    await expectNamed({
      'complaint.made': 'Made a complaint',
      'complaint.acknowledged': 'Acknowledged a complaint',
      'complaint.progressed': 'Told how a complaint is going',
      'complaint.answered': 'Answered a complaint',
    })
  })
})
