/** Who sees what: what pages say of it, and what other eyes really see. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import {
  shareCredential,
  type WorkedPassport,
  workPassport,
} from '../../../test/worked-passport.ts'
import { insertStandIn } from '../../accounts/stand-in-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { asStandIn } from '../../database/as-stand-in.ts'
import { readAudiencesFile } from './audiences-content.ts'

const given = await testSite()
const { app, site, database, signIn } = given
const { db } = site
const employer = 'merrowfell-hospitals'

let passport: WorkedPassport
let worker: Visitor

beforeAll(async () => {
  passport = await workPassport(given)
  worker = passport.worker
})

const seenBy = async (query: string) => {
  const page = await worker.get(`/passport/preview${query}`)
  expect(page.statusCode).toBe(200)
  const [, seen = '', hidden = ''] = wordsOf(page).split(/What they see|What they do not see/)
  return { seen, hidden: hidden.split('Who sees this')[0] ?? '' }
}

describe('who sees this', () => {
  const routes = app.routeTable.filter((route) => route.method === 'GET' && !route.public)
  const { audiences, without } = readAudiencesFile()
  const listed = [...audiences.flatMap(({ pages }) => pages), ...without.map(({ page }) => page)]

  it.each(routes.map(({ url }) => url))('is said, or need not be, of %s', (url) => {
    expect(listed).toContain(url)
  })

  it.each(listed)('is said of a page that there is: %s', (url) => {
    expect(routes.map((route) => route.url)).toContain(url)
  })

  it('stands at the end of every kind of page that is somebody’s own', async () => {
    const { credential, openRequest, assessor, signing } = passport
    const issuer = visitor(app, await signIn(people.issuer))
    const shown: [Visitor, string][] = [
      [worker, '/passport'],
      [worker, `/passport/${credential}`],
      [worker, '/passport/assess/3.9/entry'],
      [worker, '/passport/shares'],
      [worker, '/passport/preview'],
      [worker, '/passport/preview?as=manager'],
      [assessor, `/team/requests/${openRequest}`],
      [issuer, `/team/issued/${signing}/withdraw`],
    ]
    for (const [who, url] of shown) {
      const { body } = await who.get(url)
      expect(body.indexOf('id="who-sees-this"'), url).toBeGreaterThan(body.indexOf('<h1'))
    }
  })

  it('is not said on a refusal, which shows nothing', async () => {
    const { body, statusCode } = await worker.get('/passport/not-a-credential')
    expect(statusCode).toBe(404)
    expect(body).not.toContain('who-sees-this')
  })
})

describe('a private note', () => {
  it('says beside it that employers cannot open it, that a court can, and to name no patient', async () => {
    const words = wordsOf(await worker.get('/passport/assess/3.9/entry'))
    expect(words).toContain('Closed to your employer, your manager and your assessor.')
    expect(words).toContain('A court can order it to be shown.')
    expect(words).toContain('Do not name a patient')
  })
})

describe('a preview', () => {
  it('shows side by side what each sees', async () => {
    const words = wordsOf(await worker.get('/passport/preview'))
    expect(words).toContain('A manager at Merrowfell Hospitals NHS Trust')
    expect(words).toContain('You have no link that works now')
  })

  it('as a manager shows a name, a job and that an identity was checked, and nothing of the passport', async () => {
    const { seen, hidden } = await seenBy('?as=manager')
    expect(seen).toContain('Tamsin Oyelaran-Pike')
    expect(seen).toContain('Occupational therapy assistant')
    expect(seen).toContain('Identity check')
    expect(seen).not.toContain(passport.note)
    expect(seen).not.toContain('confidence')
    for (const kind of ['Own answers', 'Private notes', 'Requests', 'Sign-offs', 'Credentials']) {
      expect(hidden).toContain(kind)
    }
  })

  it('as an issuer shows what was signed off there, and still no answer and no note', async () => {
    const { seen, hidden } = await seenBy('?as=issuer')
    expect(seen).toContain('Farzana Whitlock-Rahimi')
    expect(seen).toContain('Credentials')
    for (const kind of ['Own answers', 'Private notes', 'Requests']) {
      expect(hidden).toContain(kind)
    }
  })

  it.each(['other-employer', 'stranger'])('as %s shows nothing at all', async (eyes) => {
    const { seen } = await seenBy(`?as=${eyes}`)
    expect(seen).toContain('Nothing at all.')
  })

  it('as a link shows a name and the credential that was chosen', async () => {
    expect((await seenBy('?as=link')).seen).toContain('Nothing at all.')
    const share = await shareCredential(passport)
    const { seen, hidden } = await seenBy('?as=link')
    expect(seen).toContain('Tamsin Oyelaran-Pike')
    expect(seen).toContain('Credentials')
    expect(hidden).toContain('Job')
    expect(hidden).toContain('Sign-offs')
    await worker.post(`/passport/shares/${share}/stop`)
    expect((await seenBy('?as=link')).seen).toContain('Nothing at all.')
  })

  it.each(['?as=colleague', '?as[]=manager', '?as=manager&as=link', '?at=ostlewick-community'])(
    'as nobody that is offered shows all side by side: %s',
    async (query) => {
      expect(wordsOf(await worker.get(`/passport/preview${query}`))).toContain('Side by side')
    },
  )

  it('is never of an employer that the holder does not work for', async () => {
    const { seen } = await seenBy('?as=manager&at=ostlewick-community')
    expect(seen).toContain('Merrowfell Hospitals')
    expect(seen).not.toContain('Ostlewick')
  })

  it('is only ever of whoever asks', async () => {
    const other = visitor(app, await signIn(people.stranger))
    const words = wordsOf(await other.get('/passport/preview?as=manager'))
    expect(words).not.toContain('Tamsin')
    expect(words).toContain('Sunil Braithwood')
    expect((await visitor(app).get('/passport/preview')).statusCode).toBe(303)
  })
})

describe('a stand-in', () => {
  const manager = { organisation: employer, permissions: ['manage-team'] } as const

  it('is gone when its reading ends', async () => {
    const before = await countPeople()
    const during = await asStandIn(
      db,
      (db) => insertStandIn(db, manager),
      async (db) => {
        const { rows } = await sql<{ works: boolean }>`
          select works_with(${people.holder}) as works`.execute(db)
        return rows[0]?.works
      },
    )
    expect(during).toBe(true)
    expect(await countPeople()).toBe(before)
  })

  it('writes nothing', async () => {
    const writing = asStandIn(
      db,
      (db) => insertStandIn(db, manager),
      (db) => sql`insert into private_note values (gen_random_uuid())`.execute(db),
    )
    await expect(writing).rejects.toThrow(/read-only transaction/)
  })

  it('is never kept: the database refuses the commit', async () => {
    const preview = { kind: 'job', name: 'preview' } as const
    const kept = asActor(db, preview, (db) => insertStandIn(db, manager))
    await expect(kept).rejects.toThrow(/a stand-in is never kept/)
    expect(await countStandIns()).toBe(0)
  })

  it('is put in by nobody else, and the preview puts in nobody else', async () => {
    const id = '00000000-0000-8000-8000-000000000001'
    const asPerson = asActor(db, personWith(people.holder), (db) =>
      db.insertInto('person').values({ id, name: 'Me' }).execute(),
    )
    await expect(asPerson).rejects.toThrow(/row-level security/)
    const real = asActor(db, { kind: 'job', name: 'preview' }, (db) =>
      db
        .insertInto('permission_grant')
        .values({ person_id: people.stranger, organisation: employer, permission: 'issue' })
        .execute(),
    )
    await expect(real).rejects.toThrow(/row-level security/)
  })

  const countPeople = async () =>
    (await database.ownerDb.selectFrom('person').select('id').execute()).length
  const countStandIns = async () =>
    (
      await database.ownerDb
        .selectFrom('person')
        .where('name', '=', 'Stand-in')
        .select('id')
        .execute()
    ).length
})
