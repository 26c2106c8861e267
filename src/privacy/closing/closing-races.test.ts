/** Two at once: whoever comes second finds what the first one left, and nothing in between. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asker, asking, at } from '../../../test/full-record.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor } from '../../../test/visitor.ts'
import { signInToDemonstration } from '../../accounts/accounts-actions.ts'
import { Conflict } from '../../errors.ts'
import { personalPartsOf } from '../../personal-parts.ts'
import { askToClose, eraseAccount, keepAccount } from './closing-actions.ts'

const test = await testSite()
const { app, site, database, signIn } = test
const { superuserClient } = database
const parts = personalPartsOf(site)
const leaving = { site, parts }
const open = asking(test)

const rows = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

const letTheDaysPass = (personId: string) =>
  rows(
    `update account_closing set asked_at = asked_at - interval '20 days',
       erase_after = erase_after - interval '20 days'
     where person_id = $1 and undone_at is null and erased_at is null`,
    [personId],
  )

let assessor: Visitor

beforeAll(async () => {
  assessor = visitor(app, await signIn(people.assessor))
})

describe('asking to close while a colleague signs off', () => {
  it.each(['2.1', '2.2', '3.8', '3.9', '5.7', '6.1'])(
    'leaves %s signed or taken back, and never both',
    async (section) => {
      const worker = visitor(app, await signIn(asker))
      const request = await open.ask(worker, section)
      const form = await open.signing(section)
      const [signed] = await Promise.all([
        assessor.post(`/team/requests/${request}/sign`, form),
        askToClose(leaving, personWith(asker)),
      ])
      expect([303, 409]).toContain(signed.statusCode)
      const [answer] = await rows('select outcome from sign_off_answer where request_id = $1', [
        request,
      ])
      const signings = await rows('select 1 from signing where request_id = $1', [request])
      expect(answer.outcome).toBe(signings.length === 1 ? 'signed' : 'taken-back')
      expect(signed.statusCode).toBe(signings.length === 1 ? 303 : 409)
      await keepAccount(site, personWith(asker))
    },
  )
})

describe('keeping an account while it is being erased', () => {
  const people5 = [
    'd5fc6864-467b-478a-866c-98775e587146',
    'a9dbc668-4cbc-4297-a0b1-139e23170286',
    'c9f69b6d-a280-4138-865c-3132be31fbdf',
    '325cabf8-92c4-4f0d-bb22-da74818fae31',
  ]

  it.each(people5)('either keeps all of it or erases all of it: %s', async (id) => {
    await askToClose(leaving, personWith(id))
    await letTheDaysPass(id)
    const [kept, erased] = await Promise.all([
      keepAccount(site, personWith(id)).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(Conflict)
          return false
        },
      ),
      eraseAccount(site.db, parts, id),
    ])
    expect([kept, erased].filter(Boolean)).toHaveLength(1)
    const addresses = await rows('select 1 from email_address where person_id = $1', [id])
    expect(addresses.length > 0).toBe(kept)
  })
})

describe('signing in while one’s account is being erased', () => {
  it('opens no session that outlives the account', async () => {
    const id = people.stranger
    await askToClose(leaving, personWith(id))
    await letTheDaysPass(id)
    const tries = Array.from({ length: 8 }, () =>
      signInToDemonstration(site.db, id, new Date()).catch(() => undefined),
    )
    const [erased] = await Promise.all([eraseAccount(site.db, parts, id), ...tries])
    expect(erased).toBe(true)
    expect(await rows('select 1 from session where person_id = $1', [id])).toEqual([])
  })
})

describe('erasing by two workers at once', () => {
  it('is done by one', async () => {
    const id = '79aa6a69-e71a-4183-8039-11b38ada78ec'
    await askToClose(leaving, personWith(id))
    await letTheDaysPass(id)
    const done = await Promise.all([1, 2, 3].map(() => eraseAccount(site.db, parts, id)))
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(
      await rows(`select 1 from audit_event where action = 'account.erased' and subject_ref = $1`, [
        `person:${id}`,
      ]),
    ).toHaveLength(1)
  })
})

describe('erasing while a colleague signs off a request that was left open', () => {
  it('leaves either the whole of the sign-off or none of it', async () => {
    const worker = visitor(app, await signIn(people.holder))
    await askToClose(leaving, personWith(people.holder))
    // As a page that was open since before could have left it.
    await superuserClient.query('alter table sign_off_request disable trigger user')
    const [{ id: request }] = await rows(
      `insert into sign_off_request
         (id, holder_id, assessor_id, organisation, edition, section, level, codes)
       values (gen_random_uuid(), $1, $2, $3, 'ahp-support-worker/2026', '6.1', 'entry', $4)
       returning id`,
      [people.holder, people.assessor, at, await open.codesOf('6.1')],
    )
    await superuserClient.query('alter table sign_off_request enable trigger user')
    await letTheDaysPass(people.holder)
    const form = await open.signing('6.1')
    const [, erased] = await Promise.all([
      assessor.post(`/team/requests/${request}/sign`, form),
      eraseAccount(site.db, parts, people.holder),
    ])
    expect(erased).toBe(true)
    const signings = await rows('select 1 from signing where request_id = $1', [request])
    const asked = await rows('select 1 from sign_off_request where id = $1', [request])
    expect(asked).toHaveLength(signings.length)
    expect((await worker.get('/passport')).statusCode).toBe(303)
  })
})
