/** The first manager of an organisation: invited by a steward, and made so once they have joined. */
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { acceptOffer } from '../invitations/invitations-actions/join.ts'
import {
  insertFirstManager,
  insertNaming,
  listNamings,
  listWithoutManager,
} from './first-manager-store.ts'

const { app, site, database, signIn, lettersTo } = await testSite()
const { db } = site
const { ownerDb } = database

const ikenna = '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'
const perpetua = 'b6a3d0c4-5f0e-4c1b-9a55-7d2f1f6f2f10'
const worker = '67189a08-24a0-44e7-88da-5ab5bacbe1cd'
const first = visitor(app, await signIn(ikenna))
const second = visitor(app, await signIn(perpetua))
const manager = visitor(app, await signIn('dc008747-87b6-4710-a314-2adb3f403da1'))

/** Verified, and nobody works there. */
const slug = 'lanternstep'
const page = `/stewards/organisations/${slug}/first-manager`
const email = 'first.manager@example.org'

const shown = { 'shown-by': 'letter', reason: 'It has none yet.' }

async function invites(fields: Record<string, string> = {}, at = page) {
  const id = /name="id" value="([^"]+)"/.exec((await first.get(at)).body)?.[1] ?? ''
  const form = { id, name: 'Nerys Example', email, 'job-title': 'Manager' }
  return { id, reply: await first.post(at, { ...form, ...fields }) }
}

/** Whoever has the link of the letter says yes. */
async function joins(person: string): Promise<void> {
  const { secret_hash } = await ownerDb
    .selectFrom('invitation')
    .where('organisation', '=', slug)
    .where('accepted_at', 'is', null)
    .select('secret_hash')
    .executeTakeFirstOrThrow()
  expect(await acceptOffer(site, personWith(person), secret_hash ?? Buffer.from(''))).toBe(true)
}

const managers = async () =>
  (
    await ownerDb
      .selectFrom('permission_grant')
      .where('organisation', '=', slug)
      .select(['person_id', 'permission', 'granted_by'])
      .execute()
  ).map(({ person_id, permission, granted_by }) => [person_id, permission, granted_by])

describe('the first manager', () => {
  it.each([
    [{ name: '' }, 'Enter a name'],
    [{ email: 'nobody' }, 'Enter their e-mail address'],
    [{ 'job-title': '' }, 'Enter the job title'],
  ])('with %o is asked for again', async (fields, message) => {
    const { reply } = await invites(fields)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('is named by a steward of the register, and by nobody else', async () => {
    expect((await manager.get(page)).statusCode).toBe(404)
    const form = { id: crypto.randomUUID(), name: 'X', email, 'job-title': 'Y' }
    expect((await manager.post(page, form)).statusCode).toBe(404)
  })

  it('is sent one letter, which gives them nothing yet', async () => {
    expect(wordsOf(await first.get(`/stewards/organisations/${slug}`))).toContain(
      'Nobody manages people there',
    )
    const { id, reply } = await invites()
    expect(reply.headers.location).toBe(`${page}?done=sent`)
    await first.post(page, { id, name: 'Nerys Example', email, 'job-title': 'Manager' })
    expect(await lettersTo(email)).toHaveLength(1)
    expect(wordsOf(await first.get(page))).toContain('They have not answered yet')
    await joins(worker)
    expect(await managers()).toEqual([])
  })

  it('is made so by the steward who invited them, once they have joined', async () => {
    const words = await first.get(page)
    expect(wordsOf(words)).toContain('They have joined.')
    const make = /action="([^"]+first-manager\/[^"]+)"/.exec(words.body)?.[1] ?? ''
    expect((await second.post(make, shown)).statusCode).toBe(404)
    expect((await manager.post(make, shown)).statusCode).toBe(404)
    const unshown = await first.post(make, {})
    expect(unshown.statusCode).toBe(422)
    expect(wordsOf(unshown)).toContain('Select what shows that the organisation wants them')
    expect(wordsOf(unshown)).toContain('Enter why it needs a manager')
    expect((await first.post(make, shown)).headers.location).toMatch(/done=managed$/)
    expect((await first.post(make, shown)).statusCode).toBe(409)
    expect(wordsOf(await second.get(`/stewards/organisations/${slug}`))).toContain(
      'a letter on its paper, signed by somebody who leads it. Why: It has none yet.',
    )
    expect(await managers()).toEqual([[worker, 'manage-team', ikenna]])
    const own = visitor(app, await signIn(worker))
    expect((await own.get(`/orgs/${slug}/people`)).statusCode).toBe(200)
  })

  it('is the first once: afterwards its own managers invite others', async () => {
    const { reply } = await invites({ email: 'another@example.org' })
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(await first.get(`/stewards/organisations/${slug}`))).not.toContain(
      'Nobody manages people there',
    )
  })

  it('is named again, with the job they have, when nobody who manages is left', async () => {
    await database.superuserClient.query(
      `begin; set local session_replication_role = replica;
       update permission_grant set expires_on = current_date - 1, granted_at = granted_at - interval '1 year'
       where organisation = '${slug}'; commit`,
    )
    expect(wordsOf(await first.get('/stewards/organisations'))).toContain('No manager')
    expect((await invites({ email: 'same@example.org' })).reply.statusCode).toBe(303)
    await joins(worker)
    const jobs = await ownerDb
      .selectFrom('membership')
      .where('organisation', '=', slug)
      .select('job_title')
      .execute()
    expect(jobs).toHaveLength(1)
    const make =
      /action="([^"]+first-manager\/[^"]+)"/.exec((await first.get(page)).body)?.[1] ?? ''
    const again = { 'shown-by': 'public-number', reason: 'The last one has left.' }
    expect((await first.post(make, again)).statusCode).toBe(303)
    expect(await managers()).toHaveLength(2)
    const own = visitor(app, await signIn(worker))
    expect((await own.get(`/orgs/${slug}/people`)).statusCode).toBe(200)
    expect(wordsOf(await own.get('/account/close'))).toContain(
      'You are the only person who can manage people at',
    )
    const register = await first.get('/stewards/organisations')
    expect(register.body).not.toContain(`href="/stewards/organisations/${slug}"`)
  })

  it('is named by one of two stewards who do it at once', async () => {
    await database.superuserClient.query(
      `begin; set local session_replication_role = replica;
       update permission_grant set expires_on = current_date - 1
       where organisation = '${slug}' and ended_on is null; commit`,
    )
    const make =
      /action="([^"]+first-manager\/[^"]+)"/.exec((await first.get(page)).body)?.[1] ?? ''
    const both = await Promise.all([first.post(make, shown), first.post(make, shown)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  })

  it('is not named where nothing can be issued', async () => {
    const { reply } = await invites({}, page.replace(slug, 'thistledown-house'))
    expect(reply.statusCode).toBe(409)
  })
})

describe('the database, when the code would let it pass,', () => {
  it('lets a steward make nobody a manager who did not come by their invitation', async () => {
    const steward: Person = {
      ...personWith(ikenna),
      permissions: [{ organisation: 'lanyard-stewards', permission: 'steward-framework' }],
    }
    const organisation = 'sallowmarch-college'
    await ownerDb
      .insertInto('membership')
      .values({ person_id: worker, organisation, job_title: 'Student' })
      .execute()
    const dates = { expiresOn: '2026-12-31', reviewOn: '2026-12-01' }
    const made = (personId: string) =>
      asActor(db, steward, (db) =>
        insertFirstManager(db, { personId, organisation, grantedBy: ikenna, ...dates }),
      )
    await expect(made(worker)).rejects.toThrow(/row-level security/)
    await expect(made(ikenna)).rejects.toThrow(/row-level security|check constraint/)
  })

  it('is read by stewards and its managers, and by nobody else', async () => {
    const seen = (person: Person) =>
      asActor(db, person, async (db) => [
        (await listNamings(db, slug)).length,
        (await listWithoutManager(db)).length > 0,
      ])
    expect(await seen(personWith(perpetua))).toEqual([3, true])
    expect(await seen(personWith(worker))).toEqual([3, false])
    expect(await seen(personWith(people.assessor))).toEqual([0, false])
    const naming = { organisation: slug, shownBy: 'letter', reason: 'No.' } as const
    const { id } = await ownerDb
      .selectFrom('permission_grant')
      .where('organisation', '=', slug)
      .where('ended_on', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
    await ownerDb.deleteFrom('manager_naming').where('grant_id', '=', id).execute()
    for (const namedBy of [worker, perpetua]) {
      const written = asActor(db, personWith(namedBy), (db) =>
        insertNaming(db, { ...naming, grantId: id, namedBy }),
      )
      await expect(written).rejects.toThrow(/row-level security/)
    }
  })
})
