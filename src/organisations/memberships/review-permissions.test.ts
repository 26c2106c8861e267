/** Managers are told in time that permissions must be looked at, and not every day. */
import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'

const { database, lettersTo, workOff, site } = await testSite()
const { ownerDb, superuserClient } = database
const trust = 'merrowfell-hospitals'
const odette = 'odette.pargeter-nkemelu@merrowfell.example'
const today = dayOf(new Date())

const morning = async () => {
  await asActor(site.db, { kind: 'job', name: 'test' }, (db) =>
    site.jobs.send(db, 'review-permissions', {}),
  )
  await workOff()
}

const endAll = (expires_on: string) =>
  superuserClient.query(
    `begin; set local session_replication_role = replica;
     update permission_grant set expires_on = '${expires_on}', review_on = '${addDays(expires_on, -60)}';
     commit`,
  )

beforeEach(() =>
  superuserClient.query('delete from demonstration_letter; delete from permission_review_letter'),
)

describe('the review of permissions', () => {
  it('is told to whoever manages people, at work, without a name of anybody', async () => {
    await endAll(addDays(today, 400))
    await ownerDb
      .insertInto('permission_grant')
      .values({
        ...{ person_id: people.holder, organisation: trust, permission: 'assess' },
        ...{ expires_on: addDays(today, 30), granted_by: people.issuer },
      })
      .execute()
    await morning()
    const [letter] = await lettersTo(odette)
    expect(letter?.subject).toBe('Permissions to look at')
    expect(letter?.text).toContain('At Merrowfell Hospitals NHS Trust, 1 permission')
    expect(letter?.text).toContain(`/orgs/${trust}/people/reviews`)
    expect(letter?.text).not.toContain('Tamsin')
    expect(await lettersTo('priya@example.org')).toHaveLength(1)
    expect(await lettersTo('tamsin@example.org')).toEqual([])
    expect(await lettersTo('moira.kettlewell-osei@quillbourne.example')).toEqual([])
  })

  it('is told once in a fortnight, however often somebody asks', async () => {
    await endAll(addDays(today, 30))
    await morning()
    await morning()
    expect(await lettersTo(odette)).toHaveLength(1)
    await superuserClient.query(`update permission_review_letter set sent_on = current_date - 14`)
    await morning()
    expect(await lettersTo(odette)).toHaveLength(2)
  })

  it('is not told while nothing is due', async () => {
    await endAll(addDays(today, 400))
    await morning()
    expect(await lettersTo(odette)).toEqual([])
  })

  it('says so to the only manager, and to those who issue there, before nobody is left', async () => {
    await endAll(addDays(today, 400))
    await superuserClient.query(
      `begin; set local session_replication_role = replica;
       update permission_grant set ended_on = current_date - 1
         where permission = 'manage-team' and person_id <> $1;`.replace('$1', `'${people.issuer}'`),
    )
    await superuserClient.query(
      `update permission_grant set expires_on = current_date + 20
         where permission = 'manage-team' and person_id = '${people.issuer}';
       insert into permission_grant (person_id, organisation, permission, expires_on)
         values ('${people.assessor}', '${trust}', 'issue', current_date + 400);
       commit`,
    )
    await morning()
    const [letter] = await lettersTo(odette)
    expect(letter?.text).toContain('You are the only person who can manage people at Merrowfell')
    const { rows } = await superuserClient.query(
      `select address from demonstration_letter where subject = 'Soon nobody can manage people'`,
    )
    expect(rows).toHaveLength(1)
  })
})
