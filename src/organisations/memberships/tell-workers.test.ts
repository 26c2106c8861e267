/** Whoever's job or permission others change gets a letter about it, and nobody else does. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { endPermission, givePermission } from './memberships-actions/give-permissions.ts'
import { addJob, continueJob, endJob } from './memberships-actions/manage-jobs.ts'
import { workerLetter } from './model/worker-letters.ts'
import { listWorkerAddresses } from './worker-addresses-store.ts'

const { site, database, lettersTo, workOff } = await testSite()
const { ownerDb, superuserClient } = database
const organisation = 'merrowfell-hospitals'
const personId = people.holder
const today = dayOf(new Date())
const manager: Person = {
  ...personWith(people.issuer),
  permissions: [{ organisation, permission: 'manage-team' }],
}
const work = 'tamsin.work@merrowfell.example'

beforeAll(async () => {
  await ownerDb
    .insertInto('permission_grant')
    .values({ person_id: manager.id, organisation, permission: 'manage-team' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await superuserClient.query(
    `insert into email_address (id, person_id, address, kind, confirmed_at)
     values (gen_random_uuid(), $1, $2, 'work', now())`,
    [personId, work],
  )
})
beforeEach(async () => {
  await workOff()
  await superuserClient.query('delete from demonstration_letter')
})

async function newJob(jobTitle: string): Promise<string> {
  const added = { organisation, personId, jobTitle, teamIds: [], from: today, today }
  await addJob(site.db, manager, added)
  const { id } = await ownerDb
    .selectFrom('membership')
    .where('job_title', '=', jobTitle)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

const sent = async () =>
  (
    await superuserClient.query(
      'select address, subject, text from demonstration_letter order by id',
    )
  ).rows

describe('a worker whose job is ended', () => {
  it('is told what stays theirs and that their other job goes on, wherever letters reach them', async () => {
    const jobId = await newJob('Bank porter')
    const ended = { organisation, personId, jobId, lastDay: addDays(today, 3) }
    await endJob(site, manager, ended)
    await endJob(site, manager, ended)
    await workOff()
    const letters = await sent()
    expect(letters.map(({ address }) => address)).toEqual([
      ...['tamsin@example.org', 'tamsin.oyelaran-pike@merrowfell.example', work],
    ])
    const [{ subject, text }] = letters
    expect(subject).toBe('Your job is going to end in Lanyard')
    expect(text).toContain('What stays yours: your account, your passport')
    expect(text).toContain('Your other job there goes on')
    expect(text).not.toContain('What they no longer see')
    expect(text).toContain('with your own e-mail address')
    expect(text).not.toContain('Tamsin')
    await continueJob(site, manager, { organisation, personId, jobId, today })
    await workOff()
    expect((await lettersTo(work)).at(-1)?.subject).toBe('Your job goes on')
  })

  it('is told what their employer no longer sees where it was their last job there', () => {
    const { text } = workerLetter({
      ...{ change: { kind: 'job-ended', lastDay: today, goesOn: false }, today },
      ...{
        organisationName: 'A trust',
        onlyWorkAddress: false,
        account: '/account',
        jobs: '/jobs',
      },
    })
    expect(text).toContain('What they no longer see after that day')
    expect(text).toContain('What you were permitted to do there ends too.')
  })

  it('is asked for an address of their own where there is none', async () => {
    await superuserClient.query(`update email_address set kind = 'work' where person_id = $1`, [
      personId,
    ])
    const jobId = await newJob('Bank helper')
    await endJob(site, manager, { organisation, personId, jobId, lastDay: addDays(today, -1) })
    await workOff()
    const [letter] = await lettersTo(work)
    expect(letter?.subject).toBe('Your job has ended in Lanyard')
    expect(letter?.text).toContain('Please add a personal e-mail address now')
    await superuserClient.query(
      `update email_address set kind = 'personal' where person_id = $1 and address <> $2`,
      [personId, work],
    )
  })

  it('is not written to about what they ended themselves', async () => {
    const jobId = await newJob('Bank cook')
    const own = personWith(personId)
    await endJob(site, own, { organisation, personId, jobId, lastDay: today })
    await workOff()
    expect(await sent()).toEqual([])
  })
})

describe('a worker who is given a permission, or loses one,', () => {
  it('is told once, at work', async () => {
    const given = {
      organisation,
      personId,
      permission: 'see-statistics',
      months: 6,
      today,
    } as const
    await givePermission(site, manager, given)
    await givePermission(site, manager, given)
    const { id: grantId } = await ownerDb
      .selectFrom('permission_grant')
      .where('person_id', '=', personId)
      .where('permission', '=', 'see-statistics')
      .select('id')
      .executeTakeFirstOrThrow()
    await workOff()
    await endPermission(site, manager, { organisation, grantId, today })
    await endPermission(site, manager, { organisation, grantId, today })
    await workOff()
    const letters = await sent()
    expect(letters.map(({ address, subject }) => [address, subject])).toEqual([
      [work, 'You can do more in Lanyard'],
      [work, 'A permission of yours has ended'],
    ])
    expect(letters[0].text).toContain('“See figures” at Merrowfell Hospitals NHS Trust')
  })
})

describe('the addresses of a worker', () => {
  it('are read by the job that writes to them alone', async () => {
    const read = (actor: Parameters<typeof asActor>[1]) =>
      asActor(site.db, actor, (db) => listWorkerAddresses(db, { personId, organisation }))
    expect(await read(manager)).toEqual([])
    expect(await read({ kind: 'job', name: 'review-permissions' })).toEqual([])
    const job = { kind: 'job', name: 'tell-worker' } as const
    expect(await read(job)).toHaveLength(3)
    const elsewhere = { personId, organisation: 'quillbourne-homecare' }
    expect(await asActor(site.db, job, (db) => listWorkerAddresses(db, elsewhere))).toEqual([])
  })
})
