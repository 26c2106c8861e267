/** After a merger its successor's issuers withdraw what those before it issued, in its name. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asking } from '../../../test/full-record.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { forgetHistories } from '../../organisations/register-shelf.ts'

const test = await testSite()
const { app, site, database, signIn } = test
const { ownerDb, superuserClient } = database
const before = 'merrowfell-hospitals'
const after = 'ostlewick-community'
const open = asking(test)

const worker = visitor(app, await signIn(people.holder))
const assessor = visitor(app, await signIn(people.assessor))
const successor = visitor(app, await signIn(people.stranger))
const colleague = visitor(app, await signIn('b6a3d0c4-5f0e-4c1b-9a55-7d2f1f6f2f10'))
const { signing, credential } = await open.signed(worker, assessor, '3.9')
const codes = await open.codesOf('3.9')
const page = `/team/issued/${signing}/withdraw`

async function happened(kind: 'merged' | 'split', on: string) {
  const id = randomUUID()
  await ownerDb.insertInto('organisation_event').values({ id, kind, happened_on: on }).execute()
  const parts = [
    { event_id: id, organisation: before, part: 'ended' },
    { event_id: id, organisation: after, part: 'continued' },
  ] as const
  await ownerDb.insertInto('organisation_event_part').values(parts).execute()
  forgetHistories(site.db)
}

async function undone() {
  await superuserClient.query(`begin; set local session_replication_role = replica;
    delete from organisation_event_part where organisation = '${before}';
    update organisation set ended_on = null where slug = '${before}'; commit`)
  forgetHistories(site.db)
}

const documentOf = async (id: string) =>
  (
    await ownerDb
      .selectFrom('credential')
      .where('id', '=', id)
      .select('document')
      .executeTakeFirstOrThrow()
  ).document

const withdraw = (codes: readonly string[]) =>
  successor.post(page, {
    ...{ codes: [...codes], cause: 'error', explanation: 'Signed for the wrong day.' },
    understood: 'yes',
  })

describe('what an organisation issued that is no more', () => {
  it('is not found by the issuers of another, of a merger to come, or of a split', async () => {
    const shut = async () => {
      expect((await successor.get(page)).statusCode).toBe(404)
      expect((await withdraw(codes)).statusCode).toBe(404)
      expect(wordsOf(await successor.get('/team/issued'))).not.toContain('Tamsin')
    }
    await shut()
    await happened('merged', addDays(dayOf(new Date()), 1))
    await shut()
    await undone()
    await happened('split', addDays(dayOf(new Date()), -1))
    await shut()
    await undone()
  })

  it('is withdrawn in part by its successor, and the rest stays the predecessor’s of its day', async () => {
    await happened('merged', dayOf(new Date()))
    const list = wordsOf(await successor.get('/team/issued'))
    expect(list).toContain('Tamsin Oyelaran-Pike')
    expect(list).toContain('Issued by Merrowfell Hospitals NHS Trust, which is now part of yours')
    expect((await colleague.get(page)).statusCode).toBe(404)
    const [first = '', ...rest] = codes
    expect((await withdraw([first])).statusCode).toBe(303)
    const withdrawals = await ownerDb
      .selectFrom('sign_off_withdrawal')
      .select(['withdrawn_by', 'withdrawn_for'])
      .execute()
    expect(withdrawals).toEqual([{ withdrawn_by: people.stranger, withdrawn_for: after }])
    const { outcome } = await verifyDocument(site, await documentOf(credential))
    expect(outcome).toBe('invalid')
    expect(rest.length).toBeGreaterThan(0)
    const again = await ownerDb
      .selectFrom('credential')
      .where('replaces', '=', credential)
      .select(['document', 'organisation'])
      .executeTakeFirstOrThrow()
    expect(again.organisation).toBe(before)
    // As if it had been issued the day before the merger, and not on the same day.
    await superuserClient.query(`begin; set local session_replication_role = replica;
      update organisation_event set happened_on = happened_on + 1
        where id in (select event_id from organisation_event_part where organisation = '${before}');
      commit`)
    forgetHistories(site.db)
    const verdict = await verifyDocument(site, again.document)
    expect(JSON.stringify(verdict)).toContain('Issued by Merrowfell Hospitals NHS Trust')
    expect(verdict.outcome).toBe('valid')
    await superuserClient.query(`begin; set local session_replication_role = replica;
      update organisation_event set happened_on = london_day() where happened_on > london_day();
      commit`)
  })

  it('is recorded as the successor’s act, about the holder, who reads it', async () => {
    const events = await ownerDb
      .selectFrom('audit_event')
      .where('action', 'in', ['sign-off.withdrawn', 'credential.withdrawn'])
      .select(['organisation', 'about', 'details'])
      .execute()
    expect(events).toHaveLength(2)
    for (const { organisation, about, details } of events) {
      expect([organisation, about]).toEqual([after, people.holder])
      expect(details).toMatchObject({ issuedBy: before })
    }
    expect(wordsOf(await worker.get('/account/activity'))).toContain('Withdrew a sign-off')
    const looked = await ownerDb.selectFrom('viewing').select('organisation').distinct().execute()
    expect(looked).toContainEqual({ organisation: after })
  })

  it('is said to the holder in the name of whoever withdrew it', async () => {
    const [name] = (
      await database.superuserClient.query('select name from organisation where slug = $1', [after])
    ).rows
    expect(wordsOf(await worker.get('/passport'))).toContain(`${name.name} withdrew your sign-off`)
  })

  it('is closed to whoever recorded the merger', async () => {
    const recordedBy = async (id: string | null) =>
      superuserClient.query(
        `begin; set local session_replication_role = replica;
          update organisation_event set recorded_by = ${id === null ? 'null' : `'${id}'`}
          where id in (select event_id from organisation_event_part where organisation = '${before}');
          commit`,
      )
    await recordedBy(people.stranger)
    expect((await successor.get(page)).statusCode).toBe(404)
    await recordedBy(null)
    expect((await successor.get(page)).statusCode).toBe(200)
  })

  it('is withdrawn once', async () => {
    const again = await withdraw(codes.slice(0, 1))
    expect(again.statusCode).toBe(409)
  })
})
