import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'

const { app, signIn, database, workOff } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const manager = visitor(app, await signIn('2f6c1c0e-4b1d-4d0a-8f1e-6a6f0d9f3c11'))
const lead = visitor(app, await signIn(people.issuer))
const elsewhere = visitor(app, await signIn(people.stranger))
const anybody = visitor(app)

const inAYear = `1/2/${new Date().getUTCFullYear() + 1}`
const course = (fields: Fields = {}): Fields => ({
  ...{ id: randomUUID(), title: 'Telling the right person', about: 'What to report, and when.' },
  ...{ covers: '3.9', level: 'entry', mode: 'in-person', place: 'Fernhollow', nation: 'england' },
  ...{ hours: '3', cost: '£25', starts: inAYear, until: '', link: 'https://example.org/course' },
  ...fields,
})

async function added(fields: Fields = {}): Promise<string> {
  const sent = course(fields)
  const reply = await lead.post(`/orgs/${at}/courses/add`, sent)
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return String(sent.id)
}

async function asked(courseId: string): Promise<string> {
  const id = randomUUID()
  const reply = await worker.post(`/learning/courses/${courseId}/ask`, { id, words: 'For my work' })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return id
}

const yes = { outcome: 'approved', reply: 'Yes, in your paid hours.' }

const rowOf = (id: string) =>
  database.ownerDb
    .selectFrom('learning_request')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()

describe('from a gap to the passport', () => {
  it('a provider adds it, a worker finds it by gap, asks, a manager says yes, and it is filed once', async () => {
    const courseId = await added()
    const found = await worker.get('/learning')
    expect(found.body).toContain(`/learning/courses/${courseId}`)
    expect(wordsOf(found)).toContain('Covers, of what you look for: 3.9')
    const id = await asked(courseId)
    expect(wordsOf(await manager.get('/team/learning'))).toContain('Telling the right person')
    const reply = await manager.post(`/team/learning/${id}`, yes)
    expect(reply.statusCode).toBe(303)
    expect(wordsOf(await worker.get(`/learning/mine/${id}`))).toContain('Yes, in your paid hours.')
    await worker.post(`/learning/mine/${id}/attended`)
    const filed = await worker.post(`/learning/mine/${id}/file`)
    expect(filed.headers.location).toBe(`/passport/entries/${id}?done=added`)
    await worker.post(`/learning/mine/${id}/file`)
    const entries = await database.ownerDb
      .selectFrom('passport_entry_version')
      .where('title', '=', 'Telling the right person')
      .selectAll()
      .execute()
    expect(entries.map(({ entry_id, codes }) => [entry_id, codes])).toEqual([[id, ['3.9-entry']]])
    expect(wordsOf(await worker.get(`/learning/mine/${id}`))).toContain('It is in your passport')
  })
})

describe('asking', () => {
  it('is done once, however often it is pressed', async () => {
    const courseId = await added({ title: 'Pressed twice' })
    await asked(courseId)
    await asked(courseId)
    const rows = await database.ownerDb
      .selectFrom('learning_request')
      .where('course_id', '=', courseId)
      .select('id')
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('is answered by one of two managers at once', async () => {
    const id = await asked(await added({ title: 'Two managers' }))
    const no = { outcome: 'declined', reply: 'Not this month.' }
    const replies = await Promise.all([
      manager.post(`/team/learning/${id}`, yes),
      lead.post(`/team/learning/${id}`, no),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  })

  it('is not answered by whoever asks, and not after it was taken back', async () => {
    const courseId = await added({ title: 'My own' })
    const own = randomUUID()
    await lead.post(`/learning/courses/${courseId}/ask`, { id: own, words: '' })
    expect((await lead.get(`/team/learning/${own}`)).statusCode).toBe(404)
    expect((await lead.post(`/team/learning/${own}`, yes)).statusCode).toBe(404)
    const id = await asked(courseId)
    expect((await worker.post(`/learning/mine/${id}/withdraw`)).statusCode).toBe(303)
    expect((await manager.post(`/team/learning/${id}`, yes)).statusCode).toBe(409)
    expect((await worker.post(`/learning/mine/${id}/attended`)).statusCode).toBe(409)
    expect((await rowOf(id)).outcome).toBeNull()
  })

  it('needs a reason for "not this time"', async () => {
    const id = await asked(await added({ title: 'Why not' }))
    const reply = await manager.post(`/team/learning/${id}`, { outcome: 'declined', reply: '' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Enter why not')
  })

  it('is nobody else’s to see, answer, take back or file', async () => {
    const id = await asked(await added({ title: 'Not yours' }))
    const replies = await Promise.all([
      elsewhere.get(`/team/learning/${id}`),
      elsewhere.post(`/team/learning/${id}`, yes),
      manager.get(`/learning/mine/${id}`),
      manager.post(`/learning/mine/${id}/withdraw`),
      manager.post(`/learning/mine/${id}/file`),
    ])
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  })

  it('asks about a number that may be a patient’s', async () => {
    const courseId = await added({ title: 'With a number' })
    const words = 'To look after 943 476 5919 better'
    const reply = await worker.post(`/learning/courses/${courseId}/ask`, {
      id: randomUUID(),
      words,
    })
    expect(reply.statusCode).toBe(422)
  })

  it('puts nothing in a passport before somebody was there', async () => {
    const id = await asked(await added({ title: 'Not yet' }))
    expect((await worker.post(`/learning/mine/${id}/file`)).statusCode).toBe(409)
  })
})

describe('a provider', () => {
  it('is told what to mend, and loses nothing that was typed', async () => {
    const wrong = course({ covers: '3.9, 99.1', hours: 'long', cost: 'much', starts: '31/2/2027' })
    const reply = await lead.post(`/orgs/${at}/courses/add`, wrong)
    expect(reply.statusCode).toBe(422)
    const words = wordsOf(reply)
    expect(words).toContain('No statement has the code 99.1')
    expect(words).toContain('Enter how many hours it takes')
    expect(words).toContain('is no day of the calendar')
    expect(reply.body).toContain('value="long"')
  })

  it('changes and removes its own alone', async () => {
    const id = await added({ title: 'To be changed' })
    const changed = course({ title: 'Changed', cost: 'Free' })
    const theirs = 'ostlewick-community'
    expect((await elsewhere.post(`/orgs/${theirs}/courses/of/${id}`, changed)).statusCode).toBe(404)
    expect((await elsewhere.post(`/orgs/${at}/courses/of/${id}`, changed)).statusCode).toBe(404)
    await elsewhere.post(`/orgs/${theirs}/courses/of/${id}/remove`)
    expect((await lead.post(`/orgs/${at}/courses/of/${id}`, changed)).statusCode).toBe(303)
    expect(wordsOf(await anybody.get(`/learning/courses/${id}`))).toContain('Changed')
    await lead.post(`/orgs/${at}/courses/of/${id}/remove`)
    expect(wordsOf(await anybody.get(`/learning/courses/${id}`))).toContain(
      'can no longer be asked',
    )
    expect((await anybody.get('/learning')).body).not.toContain(id)
  })

  it('adds one, however often the form is sent, and none like another', async () => {
    const sent = course({ title: 'Sent twice' })
    for (const _ of [1, 2]) {
      expect((await lead.post(`/orgs/${at}/courses/add`, sent)).statusCode).toBe(303)
    }
    const like = await lead.post(`/orgs/${at}/courses/add`, { ...sent, id: randomUUID() })
    expect(like.statusCode).toBe(422)
  })

  it('is an organisation, and not somebody who only works there', async () => {
    expect((await worker.get(`/orgs/${at}/courses`)).statusCode).toBe(404)
    expect((await worker.post(`/orgs/${at}/courses/add`, course())).statusCode).toBe(404)
    expect((await anybody.get(`/orgs/${at}/courses`)).statusCode).toBe(303)
  })
})

describe('finding', () => {
  it('narrows by place, mode, nation, hours and cost, and shows what is online everywhere', async () => {
    const here = await added({
      title: 'In Quarrymoor',
      place: 'Quarrymoor',
      cost: '£90',
      hours: '7',
    })
    const online = await added({ title: 'On screen', mode: 'online', place: '', cost: 'Free' })
    const search = async (query: string) => (await anybody.get(`/learning?${query}`)).body
    const near = await search('place=quarry')
    expect([near.includes(here), near.includes(online)]).toEqual([true, true])
    const free = await search('cost=0')
    expect([free.includes(here), free.includes(online)]).toEqual([false, true])
    expect(await search('mode=in-person&place=quarry&hours=2')).not.toContain(here)
    expect(await search('nation=wales')).not.toContain(here)
    expect(await search('place=%25')).not.toContain(here)
  })

  it('does not list what has begun, or what nobody can ask for any more', async () => {
    const id = await added({ title: 'Over' })
    await database.superuserClient.query(
      `update course set starts_on = current_date - 1, listed_until = current_date - 2 where id = $1`,
      [id],
    )
    expect((await anybody.get('/learning')).body).not.toContain(id)
    const reply = await worker.post(`/learning/courses/${id}/ask`, { id: randomUUID(), words: '' })
    expect(reply.statusCode).toBe(409)
  })
})

describe('what is missing', () => {
  it('is told only when it is ticked, once, and taken back', async () => {
    const before = await worker.post('/learning/missing')
    expect(before.headers.location).toBe('/learning')
    for (const _ of [1, 2]) await worker.post('/learning/missing', { codes: ['6.4-entry 1.1-x'] })
    const rows = await database.ownerDb.selectFrom('learning_wish').selectAll().execute()
    expect(rows.map(({ code, area }) => [code, area])).toEqual([
      ['6.4-entry', 'merrowfell-and-ostlewick'],
    ])
    const page = await worker.get('/learning/mine')
    expect(wordsOf(page)).toContain('6.4')
    const wish = rows[0]?.id ?? ''
    expect((await manager.post(`/learning/missing/${wish}/take-back`)).statusCode).toBe(404)
    await worker.post(`/learning/missing/${wish}/take-back`)
    expect(await database.ownerDb.selectFrom('learning_wish').selectAll().execute()).toEqual([])
  })

  it('is shown to providers from five people on, without names', async () => {
    const shown = async () => wordsOf(await lead.get(`/orgs/${at}/courses/wanted`))
    const wish = (count: number) =>
      database.superuserClient.query(
        `insert into learning_wish (id, holder_id, edition, code, area)
          select gen_random_uuid(), id, 'ahp-support-worker/2026', '6.1-entry', 'merrowfell-and-ostlewick'
          from (select id from person order by id limit $1) people on conflict do nothing`,
        [count],
      )
    await wish(4)
    expect(await shown()).not.toContain('6.1')
    await database.superuserClient.query(
      `insert into learning_wish (id, holder_id, edition, code, area)
        select gen_random_uuid(), told.holder_id, told.edition, told.code, other.slug
        from (select * from learning_wish order by holder_id limit 3) told
          cross join (select slug from organisation where kind = 'integrated-care-system'
            and nation = 'england' and slug <> 'merrowfell-and-ostlewick' limit 1) other`,
    )
    const all = await database.superuserClient.query('select from learning_wish')
    expect(all.rowCount, 'three of the four are in two areas').toBe(7)
    expect(await shown()).not.toContain('6.1')
    await database.superuserClient.query('delete from learning_wish')
    await wish(5)
    expect(await shown()).toMatch(/6\.1 .*5/)
    expect((await worker.get(`/orgs/${at}/courses/wanted`)).statusCode).toBe(404)
    await database.superuserClient.query('delete from learning_wish')
  })
})

describe('a file of courses', () => {
  const head = 'Title,Covers,Level,How,Place,Nation,Hours,Cost,Starts on,Last day to ask'
  const upload = async (...rows: string[]) => {
    const reply = await lead.post(`/orgs/${at}/courses/file`, {
      pasted: [head, ...rows].join('\n'),
    })
    expect(reply.statusCode, wordsOf(reply)).toBe(303)
    return String(reply.headers.location)
  }

  it('tells the faults of each row before anything is added', async () => {
    const file = await upload(
      'From a file,3.11,Entry,Online,,England,2,Free,,',
      'From a file,3.11,Entry,Online,,England,2,Free,,',
      'Wrong codes,"3.9; 42.1; 3.77",Entry,Online,,England,2,Free,,',
      'Wrong day,3.9,Entry,In person,Fernhollow,England,2,-5,31/2/2027,',
      '"=HYPERLINK(""x"")",3.9,Entry,Online,,England,2,Free,,',
      'About 943 476 5919,3.9,Entry,Online,,England,2,Free,,',
    )
    const page = wordsOf(await lead.get(file))
    expect(page).toContain('Add 1 course')
    expect(page).toContain('The same stands in row 2')
    expect(page).toContain('No statement has the code 42.1, 3.77')
    expect(page).toContain('“31/2/2027” is no day of the calendar')
    expect(page).toContain('Enter what it costs')
    expect(page).toContain('must not begin with =')
    const left = await lead.get(`${file}/left-out.csv`)
    expect(left.body).toContain('What to do')
    expect(left.body).not.toMatch(/(^|,)"=/m)
    expect((await elsewhere.get(file)).statusCode).toBe(404)
    const theirs = file.replace(at, 'ostlewick-community')
    expect((await elsewhere.get(theirs)).statusCode).toBe(404)
    expect((await elsewhere.post(`${theirs}/import`)).statusCode).toBe(404)
  })

  it('is taken in behind the page, once, and what is there already is left', async () => {
    const file = await upload(
      'Taken in,3.11,Entry,Online,,England,2,Free,,',
      'Taken in too,"3.9, 3.11",Any level,In person,Fernhollow,England,7.5,"£1,250.50",,',
    )
    await lead.post(`${file}/import`)
    await lead.post(`${file}/import`)
    expect(wordsOf(await lead.get(file))).toContain('0 of 2 courses')
    await workOff()
    expect(wordsOf(await lead.get(file))).toContain('2 courses are added')
    const rows = await database.ownerDb
      .selectFrom('course')
      .where('title', 'like', 'Taken in%')
      .orderBy('title')
      .select(['pence', 'minutes', 'codes'])
      .execute()
    expect(rows.map(({ pence, minutes, codes }) => [pence, minutes, codes.length])).toEqual([
      [0, 120, 1],
      [125_050, 450, 6],
    ])
    const again = await upload('Taken in,3.11,Entry,Online,,England,2,Free,,')
    expect(wordsOf(await lead.get(again))).toContain('Nothing would be added')
  })

  it('that is given up is forgotten', async () => {
    const file = await upload('Given up,3.11,Entry,Online,,England,2,Free,,')
    await lead.post(`${file}/cancel`)
    await lead.post(`${file}/import`)
    expect(wordsOf(await lead.get(file))).toContain('Nothing was added')
  })

  it('that lacks columns is refused with their names', async () => {
    const reply = await lead.post(`/orgs/${at}/courses/file`, { pasted: 'Title,Covers\na,b' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('“How”, “Nation”, “Hours”, “Cost”')
  })
})

it('nobody elsewhere works as a colleague here', async () => {
  const other = visitor(app, await signIn(colleague.elsewhere))
  const courseId = await added({ title: 'For another employer' })
  const id = randomUUID()
  const sent = { id, organisation: at, words: '' }
  await other.post(`/learning/courses/${courseId}/ask`, sent)
  expect((await rowOf(id)).organisation).toBe('ostlewick-community')
})
