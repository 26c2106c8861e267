import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { asking, at, type FullRecord, fullRecord } from '../../../test/full-record.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import type { Actor } from '../../actor.ts'
import type { Viewing } from '../../audit/model/viewing.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'

const test = await testSite()
const { app, site, database, signIn } = test
const { superuserClient } = database
let full: FullRecord
let assessor: Visitor
let issuer: Visitor
const holder = people.holder

beforeAll(async () => {
  full = await fullRecord(test)
  assessor = visitor(app, await signIn(people.assessor))
  issuer = visitor(app, await signIn(people.issuer))
  await forget()
})

const rows = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

/** So that each test begins with none. */
const forget = () =>
  superuserClient.query(
    'alter table viewing disable trigger user; delete from viewing; alter table viewing enable trigger user',
  )

const seen = () =>
  rows(
    'select what, subject_id, about, viewer_id, organisation from viewing where holder_id = $1',
    [holder],
  )

const looked = async () => wordsOf(await full.worker.get('/account/who-looked'))

describe('whoever opens somebody’s record', () => {
  it('is noted with what they opened, and reads no less for it', async () => {
    const id = full.openRequest
    expect(wordsOf(await assessor.get(`/team/requests/${id}`))).toContain('Tamsin')
    expect(await seen()).toEqual([
      {
        ...{ what: 'request', subject_id: id, about: '5.7' },
        ...{ viewer_id: people.assessor, organisation: at },
      },
    ])
    expect(await looked()).toContain(
      'Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust, opened your request about 5.7.',
    )
  })

  it('is noted once an hour, however often they load it, and at once', async () => {
    await forget()
    const address = `/team/requests/${full.openRequest}`
    await Promise.all(Array.from({ length: 6 }, () => assessor.get(address)))
    await assessor.get(`${address}/decline`)
    expect(await seen()).toHaveLength(1)
    await superuserClient.query(
      `alter table viewing disable trigger user; update viewing set at = at - interval '1 hour';
       alter table viewing enable trigger user`,
    )
    await assessor.get(address)
    expect(await seen()).toHaveLength(2)
  })

  it('is noted in the list of an issuer, once for each person in it, and in each sign-off', async () => {
    await forget()
    await issuer.get('/team/issued')
    expect(await seen()).toEqual([
      {
        ...{ what: 'issued-list', subject_id: null, about: null },
        ...{ viewer_id: people.issuer, organisation: at },
      },
    ])
    expect(await rows('select 1 from viewing where what = $1', ['issued-list'])).toHaveLength(2)
    await issuer.get(`/team/issued/${full.signing}/withdraw`)
    expect(await looked()).toContain('opened your sign-off for 3.9')
  })

  it('by a link stays unknown: a time and the link, and nothing else', async () => {
    await forget()
    const { statusCode } = await app.inject({
      url: full.shareAddress,
      remoteAddress: '198.51.100.7',
      headers: { 'user-agent': 'Traced/1.0', cookie: await signIn(people.assessor) },
    })
    expect(statusCode).toBe(200)
    await app.inject(full.shareAddress)
    const [row, ...more] = await rows('select * from viewing')
    expect(more).toEqual([])
    expect(
      Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([key]) => key),
    ).toEqual([...['id', 'holder_id', 'at', 'what', 'subject_id', 'about']])
    expect(await looked()).toMatch(/Somebody with the link you made on .* opened it/)
  })

  it('is not noted for what is not found', async () => {
    await forget()
    const stranger = visitor(app, await signIn(people.stranger))
    expect((await stranger.get(`/team/requests/${full.openRequest}`)).statusCode).toBe(404)
    expect((await stranger.get(`/team/issued/${full.signing}/withdraw`)).statusCode).toBe(404)
    expect((await app.inject('/share/nonsense')).statusCode).toBe(404)
    expect(await rows('select 1 from viewing')).toEqual([])
  })
})

describe('the list of who looked', () => {
  it('is the holder’s alone', async () => {
    await issuer.get('/team/issued')
    for (const who of [assessor, issuer]) {
      expect(wordsOf(await who.get('/account/who-looked'))).not.toContain('5.7')
    }
    for (const who of [people.assessor, people.issuer, people.stranger]) {
      const read = await asActor(site.db, personWith(who), (db) =>
        db.selectFrom('viewing').where('holder_id', '=', holder).selectAll().execute(),
      )
      expect(read).toEqual([])
    }
    expect((await visitor(app).get('/account/who-looked')).statusCode).toBe(303)
  })

  it('says when nobody has looked, and what will show', async () => {
    const quiet = visitor(app, await signIn('a9dbc668-4cbc-4297-a0b1-139e23170286'))
    expect(wordsOf(await quiet.get('/account/who-looked'))).toContain('Nobody has looked yet.')
  })

  it('is by month, the latest first, a page at a time', async () => {
    await forget()
    await superuserClient.query(
      `insert into viewing (holder_id, at, what, viewer_id, organisation, subject_id)
        select $1, '2026-03-31 22:30Z'::timestamptz + n * interval '1 hour', 'person', $2, $3,
          gen_random_uuid() from generate_series(0, 60) n`,
      [holder, people.issuer, at],
    )
    const first = await full.worker.get('/account/who-looked')
    const words = wordsOf(first)
    // Half past eleven in London is still March; half past midnight is April.
    expect(words).not.toContain('March 2026')
    expect(first.body).toContain('page=2')
    const second = wordsOf(await full.worker.get('/account/who-looked?page=2'))
    expect(second.indexOf('April 2026')).toBeLessThan(second.indexOf('March 2026'))
    expect(second.match(/opened the page about you/g)).toHaveLength(11)
    expect(wordsOf(await full.worker.get('/account/who-looked?page=3'))).toContain(
      'There is nothing older.',
    )
    expect((await full.worker.get('/account/who-looked?page=nonsense')).statusCode).toBe(200)
  })

  it('names the organisation where whoever looked has closed their account', async () => {
    await superuserClient.query(
      `insert into account_closing (id, person_id, asked_at, erase_after, erased_at)
        values (gen_random_uuid(), $1, now() - interval '15 days', now(), now())`,
      [people.issuer],
    )
    const words = await looked()
    expect(words).toContain('Somebody, Merrowfell Hospitals NHS Trust, opened the page about you')
    expect(words).not.toContain('Odette')
    await superuserClient.query('delete from account_closing where person_id = $1', [people.issuer])
  })
})

describe('the database', () => {
  const write = (actor: Actor, viewing: Partial<Viewing>) =>
    asActor(site.db, actor, (db) =>
      recordViewing(db, {
        ...{ holderId: holder, viewer: personWith(people.assessor), organisation: at },
        ...{ what: 'person', subjectId: randomUUID(), ...viewing },
      }),
    )
  const refused = 'new row violates row-level security policy'

  it('lets a viewer write for themselves alone', async () => {
    await expect(write(personWith(people.assessor), {})).resolves.toBeUndefined()
    await expect(write(personWith(people.issuer), {})).rejects.toThrow(refused)
  })

  it('only about somebody whom they may see, and for where they work or worked', async () => {
    const stranger = personWith(people.stranger)
    const own = { viewer: stranger, organisation: 'ostlewick-community' }
    await expect(write(stranger, own)).rejects.toThrow(refused)
    const elsewhere = { organisation: 'ostlewick-community' }
    await expect(write(personWith(people.assessor), elsewhere)).rejects.toThrow(refused)
  })

  it('lets a link write of its own holder alone, and without a name', async () => {
    const [share] = await rows(
      `select id, holder_id from share where holder_id = $1 and not exists
        (select from share_end where share_id = share.id)`,
      [holder],
    )
    const link = { kind: 'link', id: share.id } as const
    const by = { viewer: link, what: 'share', organisation: undefined } as const
    await expect(write(link, { ...by, subjectId: share.id })).resolves.toBeUndefined()
    await expect(write(link, { ...by, subjectId: randomUUID() })).rejects.toThrow(refused)
    await expect(
      write(link, { ...by, subjectId: share.id, holderId: people.assessor }),
    ).rejects.toThrow(refused)
    await expect(write({ kind: 'nobody' }, { ...by, subjectId: share.id })).rejects.toThrow(refused)
  })

  it('keeps no look that is changed or taken back', async () => {
    await expect(rows('delete from viewing')).rejects.toThrow('append-only')
    await expect(rows(`update viewing set what = 'person'`)).rejects.toThrow('append-only')
  })

  it('takes nothing but a code for what it was about', async () => {
    await expect(
      write(personWith(people.assessor), { about: 'She seemed unwell today' }),
    ).rejects.toThrow('check constraint')
  })
})

describe('a page that could not note who looked', () => {
  it('is not shown', async () => {
    await superuserClient.query('alter table viewing rename to viewing_gone')
    const page = await assessor.get(`/team/requests/${await asking(test).ask(full.worker, '6.1')}`)
    await superuserClient.query('alter table viewing_gone rename to viewing')
    expect(page.statusCode).toBe(500)
    expect(page.body).not.toContain('Tamsin')
  })
})
