import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { uploadFile } from '../../../test/uploads.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { listEntries } from '../entries/entries-store.ts'
import { mostEntries } from '../model/entry.ts'

const test = await testSite()
const { app, site, signIn, workOff } = test
const session = await signIn(people.holder)
const colleague = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'
const worker = visitor(app, session)
const url = '/passport/bring/file'

const entriesOf = (holderId: string) =>
  asActor(site.db, personWith(holderId), (db) => listEntries(db, { holderId }))

async function upload(text: string | Buffer, who = session): Promise<string> {
  const reply = await uploadFile(app, who, { url, file: text, name: 'training.csv' })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return String(reply.headers.location).replace('/columns', '')
}

const columns = { title: '0', from: '1', validUntil: '2' }
const text = [
  'Course,Completed,Expires,Name',
  'Fire safety,31/1/2026,31/1/2027,Tamsin Oyelaran-Pike',
  'Moving people,2/2/2026,,"OYELARAN-PIKE, Tamsin"',
  'Nobody’s,31/2/2026,,',
  'Theirs,1/2/2026,,Callum Wijeratne-Moss',
  'Fire safety,31/1/2026,,',
].join('\n')

describe('a list of training', () => {
  it('is mapped, looked at, taken in behind the page, and taken in once', async () => {
    const file = await upload(text)
    const mapping = wordsOf(await worker.get(`${file}/columns`))
    expect(mapping).toContain('Which column is which?')
    const saved = await worker.post(`${file}/columns`, { ...columns, name: '3' })
    expect(saved.statusCode).toBe(303)
    const preview = wordsOf(await worker.get(file))
    expect(preview).toMatch(/Will be added : 2|Will be added: 2/)
    expect(preview).toContain('no day of the calendar')
    expect(preview).not.toContain('Theirs')
    expect(await entriesOf(people.holder)).toEqual([])
    await worker.post(`${file}/import`)
    await worker.post(`${file}/import`)
    expect(wordsOf(await worker.get(file))).toContain('0 of 2 rows')
    await workOff()
    expect(wordsOf(await worker.get(file))).toContain('2 rows of training are added')
    const entries = await entriesOf(people.holder)
    expect(entries.map(({ title, from, validUntil }) => [title, from, validUntil]).sort()).toEqual([
      ['Fire safety', '2026-01-31', '2027-01-31'],
      ['Moving people', '2026-02-02', undefined],
    ])
    expect(entries.every(({ confirmation }) => confirmation === undefined)).toBe(true)

    const again = await upload(text)
    expect((await worker.get(again)).headers.location).toBe(`${again}/columns`)
    expect((await worker.get(`${again}/columns`)).body).toMatch(
      /name="name"[\s\S]*value="3" selected/,
    )
    await worker.post(`${again}/columns`, { ...columns, name: '3' })
    expect(wordsOf(await worker.get(again))).toContain('Nothing would be added.')
    await worker.post(`${again}/import`)
    await workOff()
    expect(await entriesOf(people.holder)).toHaveLength(2)
  })

  it('hands back the rows to put right, with no formula in them', async () => {
    const file = await upload('Course,Completed\n=SUM(A1),31/1/2026\nGood,31/1/2026')
    await worker.post(`${file}/columns`, { title: '0', from: '1' })
    const { body, headers } = await worker.get(`${file}/left-out.csv`)
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toContain(`"'=SUM(A1)","31/1/2026","The title begins like a formula`)
    expect(body).not.toContain('Good')
  })

  it('asks once how its dates are written, where they can be read in two ways', async () => {
    const file = await upload('Course,Completed\nFire,3/4/2026\nMoving,5/6/2025')
    expect(wordsOf(await worker.get(`${file}/columns`))).toContain('How are the dates written?')
    const refused = await worker.post(`${file}/columns`, { title: '0', from: '1' })
    expect(refused.statusCode).toBe(422)
    expect(wordsOf(refused)).toContain('Select which part of a date comes first')
    await worker.post(`${file}/columns`, { title: '0', from: '1', dayOrder: 'month-first' })
    await worker.post(`${file}/import`)
    await workOff()
    const days = (await entriesOf(people.holder)).map(({ from }) => from)
    expect(days).toContain('2026-03-04')
  })

  it.each([
    [{ title: '', from: '1' }, 'Select the column for'],
    [{ title: '0', from: '0' }, 'must be a column of its own'],
    [{ title: '9', from: '1' }, 'Select the column for'],
  ])('is refused with columns that cannot be: %j', async (fields, words) => {
    const file = await upload('Course,Completed\nFire,31/1/2026')
    const reply = await worker.post(`${file}/columns`, fields)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('can be given up, before and while it is taken in', async () => {
    const before = await entriesOf(people.holder)
    const file = await upload('Course,Completed\nGiven up,31/1/2026')
    await worker.post(`${file}/columns`, { title: '0', from: '1' })
    await worker.post(`${file}/import`)
    await worker.post(`${file}/cancel`)
    await workOff()
    expect(wordsOf(await worker.get(file))).toContain('Nothing was added.')
    expect(await entriesOf(people.holder)).toEqual(before)
  })
})

describe('the rows of a list', () => {
  it('are told apart by what stands in one’s own passport alone', async () => {
    const other = await signIn(colleague)
    const theirs = visitor(app, other)
    const mine = await upload('Course,Completed\nOnly mine,31/1/2026')
    await worker.post(`${mine}/columns`, { title: '0', from: '1' })
    await worker.post(`${mine}/import`)
    await workOff()
    const file = await upload('Course,Completed\nOnly mine,31/1/2026', other)
    await theirs.post(`${file}/columns`, { title: '0', from: '1' })
    expect(wordsOf(await theirs.get(file))).toMatch(/Will be added ?: 1/)
    for (const end of ['', '/columns', '/left-out.csv']) {
      expect((await worker.get(`${file}${end}`)).statusCode).toBe(404)
    }
    for (const end of ['/columns', '/import', '/cancel']) {
      expect((await worker.post(`${file}${end}`, { title: '0', from: '1' })).statusCode).toBe(404)
    }
  })
})

describe('a passport that is full', () => {
  it('takes in what there is room for, and says so of the rest', async () => {
    const holder = await signIn(people.issuer)
    const full = visitor(app, holder)
    const put = (most: number) =>
      test.database.superuserClient.query(
        `with made as (insert into passport_entry (id, holder_id, kind)
            select gen_random_uuid(), $1, 'training' from generate_series(1, $2) returning id)
          insert into passport_entry_version
            (entry_id, version, holder_id, title, from_on, private, edition, codes, facts)
          select id, 1, $1, 'Course ' || id, '2026-01-01', false, 'ahp-support-worker/2026', '{}',
            '{}' from made`,
        [people.issuer, most],
      )
    await put(mostEntries - 1)
    const list = 'Course,Completed\nFits,31/1/2026\nToo many,31/1/2026'
    const [file, other] = [await upload(list, holder), await upload(list, holder)]
    for (const one of [file, other]) await full.post(`${one}/columns`, { title: '0', from: '1' })
    const preview = wordsOf(await full.get(file))
    expect(preview).toMatch(/Will be added ?: 1/)
    expect(preview).toContain('There is no room for 1 of these rows.')
    await full.post(`${file}/import`)
    expect(wordsOf(await full.get(other))).toContain('There is no room for 2 of these rows.')
    await full.post(`${other}/import`)
    await workOff()
    expect(await entriesOf(people.issuer)).toHaveLength(mostEntries)
    const certificate = await full.post('/passport/bring/certificate', {
      ...{
        kind: 'qualification',
        title: 'Diploma',
        given: 'A college',
        organisation: 'nobody-yet',
      },
      ...{ 'from-day': '30', 'from-month': '6', 'from-year': '2024' },
    })
    expect(certificate.statusCode).toBe(422)
    expect(wordsOf(certificate)).toContain('Your passport is full.')
  })
})

describe('a file that is no list', () => {
  it.each([
    ['an Excel file', Buffer.from('PK\x03\x04 xl/', 'latin1'), /zip|office/],
    ['a PDF', Buffer.from('%PDF-1.7'), /a PDF/],
    ['a column alone', 'Course\nFire', /a column for the training/],
    ['an open quotation mark', 'Course,Completed\n"Fire,31/1/2026', /quotation mark/],
  ])('is told apart: %s', async (_, file, words) => {
    const reply = await uploadFile(app, session, { url, file, name: 'training.csv' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toMatch(words)
  })
})
