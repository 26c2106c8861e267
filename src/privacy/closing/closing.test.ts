import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  asker,
  asking,
  at,
  type FullRecord,
  fullRecord,
  traces,
} from '../../../test/full-record.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { signInToDemonstration } from '../../accounts/accounts-actions.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import { personalPartsOf } from '../../personal-parts.ts'
import { askToClose, eraseAccount } from './closing-actions.ts'

const test = await testSite()
const { app, site, database, signIn, lettersTo, workOff } = test
const personalParts = personalPartsOf(site)
const { ownerDb, superuserClient } = database
let full: FullRecord
let issuer: Visitor
const holderId = people.holder

beforeAll(async () => {
  full = await fullRecord(test)
  issuer = visitor(app, await signIn(people.issuer))
})

/** As if somebody had asked long enough ago. */
const letTheDaysPass = (personId: string) =>
  superuserClient.query(
    `update account_closing set asked_at = asked_at - interval '20 days',
       erase_after = erase_after - interval '20 days'
     where person_id = $1 and undone_at is null`,
    [personId],
  )

const rows = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

/** Every place in the database, in any column that holds words, where any of these stands. */
async function findEverywhere(words: readonly string[]): Promise<string[]> {
  const columns = await rows(`
    select table_name as t, column_name as c from information_schema.columns
    join pg_tables on tablename = table_name and schemaname = table_schema
    where table_schema in ('public', 'pgboss')
      and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector')`)
  expect(columns.length).toBeGreaterThan(60)
  const found: string[] = []
  for (const { t, c } of columns) {
    const schema = (await rows(`select to_regclass('public.' || quote_ident($1)) as r`, [t]))[0].r
    const place = `${schema === null ? 'pgboss' : 'public'}."${t}"`
    const hits = await rows(
      `select 1 from ${place} where exists (
         select from unnest($1::text[]) word where "${c}"::text ilike '%' || word || '%') limit 1`,
      [words],
    )
    if (hits.length > 0) found.push(`${t}.${c}`)
  }
  return found.sort()
}

describe('before somebody closes their account', () => {
  it('they read what is kept, by whom, why and until when, and what is erased', async () => {
    const words = wordsOf(await full.worker.get('/account/close'))
    expect(words).toContain('Merrowfell Hospitals NHS Trust keeps 2 sign-offs for you')
    expect(words).toContain('1 sign-off that you gave others')
    expect(words).toContain('6 years from the day the account is closed')
    expect(words).toContain('Limitation Act 1980')
    expect(words).toContain('your own answers, your private notes')
    expect(words).toContain('Get a copy of your record')
  })

  it('they tick that they have read it, and show again that it is them', async () => {
    const page = await full.worker.post('/account/close')
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toContain('Tick that you have read')
    const stale = visitor(app, await signIn(asker))
    await ownerDb
      .updateTable('session')
      .where('person_id', '=', asker)
      .set({ stepped_up_at: new Date(Date.now() - 3_600_000) })
      .execute()
    const asked = await stale.post('/account/close', { understood: 'yes' })
    expect(asked.headers.location).toContain('/confirm-it-is-you')
    expect(await rows('select 1 from account_closing where person_id = $1', [asker])).toEqual([])
  })
})

describe('when somebody asks to close their account', () => {
  const open = asking(test)
  const leaver = '79aa6a69-e71a-4183-8039-11b38ada78ec'

  it('nobody waits for them any more, and they are signed in nowhere', async () => {
    const worker = visitor(app, await signIn(asker))
    const request = await open.ask(worker, '2.1', { colleague: `${leaver} ${at}` })
    const leaving = visitor(app, await signIn(leaver))
    const elsewhere = visitor(app, await signIn(leaver))
    const reply = await leaving.post('/account/close', { understood: 'yes' })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/account-closing'])
    expect(wordsOf(await visitor(app).get('/account-closing'))).toContain('14 days after you asked')
    expect((await elsewhere.get('/account')).headers.location).toContain('/sign-in')
    expect(
      await rows('select outcome, reason from sign_off_answer where request_id = $1', [request]),
    ).toEqual([
      {
        outcome: 'declined',
        reason: 'I am closing my account here. Please ask another colleague.',
      },
    ])
    const [letter] = (await lettersTo('dominik@example.org')).slice(-1)
    expect(letter?.subject).toBe('Your Lanyard account will be closed')
  })

  it('nobody can ask them for a sign-off, by the page or beside it', async () => {
    const worker = visitor(app, await signIn(asker))
    expect(wordsOf(await worker.get('/passport/ask/5.7/entry'))).not.toContain('Dominik')
    await expect(
      ownerDb
        .insertInto('sign_off_request')
        .values({
          ...{ id: crypto.randomUUID(), holder_id: asker, assessor_id: leaver },
          ...{ organisation: at, edition: 'ahp-support-worker/2026', section: '5.7' },
          ...{ level: 'entry', codes: ['5.7-entry'], message: null },
        })
        .execute(),
    ).rejects.toThrow('this account is closing')
  })

  it('signing in again leads to one page, on which they can keep it', async () => {
    const back = visitor(app, await signIn(leaver))
    expect((await back.get('/passport')).headers.location).toBe('/account/closing')
    expect((await back.post('/passport/assess/2.1/entry')).headers.location).toBe(
      '/account/closing',
    )
    expect(wordsOf(await back.get('/account/closing'))).toContain('Keep my account')
    expect((await back.get('/account/export')).statusCode).toBe(200)
    const kept = await back.post('/account/closing/keep')
    expect(kept.headers.location).toBe('/account?done=account-kept')
    expect((await back.get('/passport')).statusCode).toBe(200)
    expect((await back.post('/account/closing/keep')).statusCode).toBe(409)
    await letTheDaysPass(leaver)
    expect(await eraseAccount(site.db, personalParts, leaver)).toBe(false)
  })

  it('twice at once is once', async () => {
    const leaving = { site, parts: personalParts }
    await Promise.all([
      askToClose(leaving, personWith(leaver)),
      askToClose(leaving, personWith(leaver)),
      askToClose(leaving, personWith(leaver)),
    ])
    const open = await rows(
      'select 1 from account_closing where person_id = $1 and undone_at is null',
      [leaver],
    )
    expect(open).toHaveLength(1)
  })
})

describe('erasing', () => {
  const document = async () =>
    (
      await ownerDb
        .selectFrom('credential')
        .where('id', '=', full.credential)
        .select('document')
        .executeTakeFirstOrThrow()
    ).document

  it('is refused to everybody but the job, and to the job before the day', async () => {
    const parts = ['passport', 'credentials', 'organisations', 'privacy', 'account']
    for (const actor of [
      personWith(holderId),
      personWith(people.issuer),
      { kind: 'job', name: 'erase-account' } as const,
      { kind: 'job', name: 'load-content' } as const,
    ]) {
      for (const part of parts) {
        await expect(
          asActor(site.db, actor, (db) =>
            sql`select ${sql.ref(`erase_${part}`)}(${holderId})`.execute(db),
          ),
        ).rejects.toThrow('this account is not to be erased')
      }
    }
    expect(await eraseAccount(site.db, personalParts, holderId)).toBe(false)
  })

  it('cannot be done beside its functions: the tables stay append-only', async () => {
    const eraser = { kind: 'job', name: 'erase-account' } as const
    for (const table of ['self_assessment', 'private_note', 'signing', 'viewing'] as const) {
      await expect(
        asActor(site.db, eraser, (db) => sql`delete from ${sql.table(table)}`.execute(db)),
      ).rejects.toThrow(/permission denied/)
    }
    await expect(superuserClient.query('delete from private_note')).rejects.toThrow('append-only')
  })

  it('leaves no word of them anywhere but where it was said before', async () => {
    const before = await findEverywhere([traces.note, traces.name, ...traces.addresses])
    expect(before).toContain('private_note.note')
    expect(before).toContain('email_address.address')
    await full.worker.post('/account/close', { understood: 'yes' })
    const events = await rows('select id, actor, action, subject_ref, details from audit_event')
    await letTheDaysPass(holderId)
    await superuserClient.query(
      `update pgboss.job set start_after = now() where name = 'erase-account'`,
    )
    await workOff()
    expect(
      await rows(
        'select erased_at is not null as erased from account_closing where person_id = $1 and undone_at is null',
        [holderId],
      ),
    ).toEqual([{ erased: true }])
    const left = await findEverywhere(Object.values(traces).flat())
    // Of the person: the issuer's register of whom each sign-off was for. As an assessor: their
    // name in what others hold, as it was issued.
    expect(left).toEqual(['credential.document', 'kept_name.name', 'signing.shown'])
    const stillThere = await rows('select id, actor, action, subject_ref, details from audit_event')
    expect(stillThere).toEqual(expect.arrayContaining(events))
  })

  it('leaves no row that only they could read', async () => {
    for (const [table, column] of [
      ['self_assessment', 'holder_id'],
      ['private_note', 'holder_id'],
      ['share', 'holder_id'],
      ['viewing', 'holder_id'],
      ['session', 'person_id'],
      ['email_address', 'person_id'],
      ['passkey', 'person_id'],
      ['registration', 'person_id'],
      ['identity_check', 'person_id'],
      ['former_name', 'person_id'],
      ['export_copy', 'person_id'],
    ]) {
      expect(await rows(`select 1 from ${table} where ${column} = $1`, [holderId]), table).toEqual(
        [],
      )
    }
  })

  it('leaves the organisation what it answers for, with the name it was for', async () => {
    const words = wordsOf(await issuer.get('/team/issued'))
    expect(words).toContain(`${traces.name}: 3.9`)
    expect(await rows('select 1 from viewing where holder_id = $1', [holderId])).toEqual([])
    const other = visitor(app, await signIn(people.assessor))
    const requests = wordsOf(await other.get('/team/requests'))
    expect(requests).not.toContain(traces.name)
    expect(requests).toContain('Somebody who closed their account')
  })

  it('leaves a credential that somebody holds on file as good as it was', async () => {
    const verdict = await verifyDocument(site, await document())
    expect(verdict.outcome).toBe('valid')
  })

  it('can be withdrawn from by the issuer still, and nobody gets a new key', async () => {
    const keys = await rows('select did from holder_key where holder_id = $1', [holderId])
    const reply = await issuer.post(`/team/issued/${full.signing}/withdraw`, {
      codes: (await asking(test).codesOf('3.9')).slice(0, 1),
      ...{ cause: 'error', explanation: 'Wrong person.', understood: 'yes' },
    })
    expect(reply.statusCode).toBe(303)
    expect(await rows('select did from holder_key where holder_id = $1', [holderId])).toEqual(keys)
  })

  it('lets nobody sign in as them, and a link opens nothing', async () => {
    await expect(signInToDemonstration(site.db, holderId, new Date())).rejects.toThrow()
    await expect(
      superuserClient.query(
        `insert into session (token_hash, person_id, expires_at, proof, stepped_up_how,
           stepped_up_at, shared_computer, last_seen_at, device)
         values ('x', $1, now() + interval '1 hour', 'demonstration', 'demonstration', now(),
           false, now(), 'x')`,
        [holderId],
      ),
    ).rejects.toThrow('this account is closed')
    expect((await app.inject(full.shareAddress)).statusCode).toBe(404)
  })

  it('done again does nothing', async () => {
    expect(await eraseAccount(site.db, personalParts, holderId)).toBe(false)
  })
})
