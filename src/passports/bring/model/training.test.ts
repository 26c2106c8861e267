import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../organisations/invitations/model/read-csv.ts'
import { judgeTraining, keyOfTraining } from './judge-training.ts'
import { findDayOrder, readDayWritten } from './read-day-written.ts'
import { type DayOrder, guessColumns, readTrainingFile } from './training-file.ts'

const today = '2026-06-01'
const bringer = { name: 'Tamsin Oyelaran-Pike', emails: ['tamsin@example.org'] }
const head = ['Course', 'Completed', 'Expires', 'Provider', 'Status', 'Name', 'E-mail']

function judged(rows: readonly (readonly string[])[], known: readonly string[] = [], room = 2000) {
  const mapping = { places: guessColumns(head), dayOrder: 'day-first' as DayOrder }
  const stored = rows.map((cells, index) => ({ number: index + 2, cells }))
  return judgeTraining(stored, { mapping, bringer, today, known: new Set(known), room })
}

const row = (more: Partial<Record<string, string>> = {}) =>
  head.map((name) => more[name] ?? { Course: 'Fire safety', Completed: '31/1/2026' }[name] ?? '')

describe('a day as it is written', () => {
  it.each<[string, DayOrder, string | undefined]>([
    ['31/1/2026', 'day-first', '2026-01-31'],
    ['1/31/2026', 'month-first', '2026-01-31'],
    ['1/31/2026', 'day-first', undefined],
    ['31/2/2026', 'day-first', undefined],
    ['29/2/2024', 'day-first', '2024-02-29'],
    ['29-02-2023', 'day-first', undefined],
    ['2026-01-31', 'month-first', '2026-01-31'],
    ['2026-01-31 00:00:00', 'day-first', '2026-01-31'],
    ['31/01/2026 14:30', 'day-first', '2026-01-31'],
    ['2026-01-31T09:00:00Z', 'day-first', '2026-01-31'],
    ['31-Jan-2026', 'day-first', '2026-01-31'],
    ['31 January 26', 'day-first', '2026-01-31'],
    ['January 31, 2026', 'day-first', '2026-01-31'],
    ['31.1.99', 'day-first', '1999-01-31'],
    ['45731', 'day-first', undefined],
    ['soon', 'day-first', undefined],
    ['', 'day-first', undefined],
  ])('%s, %s', (written, order, expected) => {
    expect(readDayWritten(written, order)).toBe(expected)
  })

  it.each<[string, string[], string]>([
    ['a day above twelve in front', ['3/4/2026', '25/4/2026'], 'day-first'],
    ['a day above twelve behind', ['3/4/2026', '4/25/2026'], 'month-first'],
    ['neither', ['3/4/2026', '5/6/2026'], 'either'],
    ['both', ['25/4/2026', '4/25/2026'], 'either'],
    ['none that matters', ['4/4/2026', '2026-01-02', ''], 'no-matter'],
  ])('tells the order by %s', (_, written, order) => {
    expect(findDayOrder(written)).toBe(order)
  })

  it('reads back every day of the calendar', () => {
    const days = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
        expect(readDayWritten(`${day}/${month}/${year}`, 'day-first')).toBe(
          `${year}-${month}-${day}`,
        )
        expect(readDayWritten(`${month}/${day}/${year}`, 'month-first')).toBe(
          `${year}-${month}-${day}`,
        )
      }),
    )
  })
})

describe('columns are guessed', () => {
  it.each([
    [
      ['Competence Name', 'Date Achieved', 'Expiry Date', 'Status'],
      { title: 0, from: 1, validUntil: 2, status: 3 },
    ],
    [
      ['Employee Name', 'Course Title', 'Completion Date', 'Renewal date'],
      { title: 1, from: 2, validUntil: 3, name: 0 },
    ],
    [
      ['Learner email', 'Module', 'Completed on', 'Provider'],
      { title: 1, from: 2, provider: 3, email: 0 },
    ],
    [['x', 'y'], {}],
  ])('%j', (names, places) => {
    expect(guessColumns(names)).toEqual(places)
  })
})

describe('a file', () => {
  const read = (text: string | Buffer) => {
    const csv = readCsv(text)
    return csv.ok ? readTrainingFile(csv.rows) : csv
  }

  it('may have the report’s title above its columns', () => {
    const file = read('My compliance\n\nCourse,Completed\nFire safety,2026-01-31\n')
    expect(file).toMatchObject({ ok: true, head: ['Course', 'Completed'] })
    expect(file.ok && file.rows).toHaveLength(1)
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFCourse\tCompleted\nŁódź\t2026-01-31', 'utf16le'), 'Łódź'],
    ['Windows', Buffer.from('Course;Completed\nCaf\xe9;2026-01-31', 'latin1'), 'Café'],
    [
      'UTF-8 with quotes',
      Buffer.from('\uFEFFCourse,Completed\n"Fire, ""hot""",2026-01-31'),
      'Fire, "hot"',
    ],
  ])('may be in %s', (_, bytes, title) => {
    const file = read(bytes)
    expect(file.ok && file.rows[0]?.cells[0]).toBe(title)
  })

  it.each([
    ['', /empty/],
    ['Course\nFire', /a column for the training/],
    ['Course,Completed', /nothing below/],
    [`Course,Completed\n${'a,b\n'.repeat(20_001)}`, /20,000 rows or fewer/],
  ])('says what is wrong: %#', (text, message) => {
    expect(read(text)).toMatchObject({ ok: false, message: expect.stringMatching(message) })
  })
})

describe('a passport that is nearly full', () => {
  it('takes the first rows that would be added, and no more', () => {
    const rows = ['One', 'One', '', 'Two', 'Three'].map((Course) => row({ Course }))
    const outcomes = judged(rows, [], 2).map(({ outcome, draft }) => [outcome, draft?.title])
    expect(outcomes).toEqual([
      ['new', 'One'],
      ['duplicate', undefined],
      ['problem', undefined],
      ['new', 'Two'],
      ['no-room', undefined],
    ])
    expect(judged(rows, [], -1).every(({ draft }) => draft === undefined)).toBe(true)
  })
})

describe('a row', () => {
  it('that is right becomes an entry', () => {
    const [one] = judged([
      row({ Expires: '31/1/2027', Provider: '=Evil Ltd', Status: 'Completed' }),
    ])
    expect(one).toMatchObject({
      outcome: 'new',
      draft: {
        ...{ title: 'Fire safety', from_on: '2026-01-31', valid_until: '2027-01-31' },
        facts: { provider: 'Evil Ltd', source: 'file' },
      },
    })
  })

  it.each([
    ['of the future', { Completed: '2/6/2026' }, /in the future/],
    ['of 31 February', { Completed: '31/2/2026' }, /no day of the calendar/],
    ['before 1900', { Completed: '31/12/1899' }, /before 1900/],
    ['without a day', { Completed: '' }, /Enter the day/],
    ['without a title', { Course: '-' }, /Enter what/],
    ['that ends before it begins', { Expires: '1/1/2026' }, /is before the day/],
    ['that never ends', { Expires: '1/1/2999' }, /more than 50 years/],
    ['that is a formula', { Course: '=HYPERLINK("https://evil.example","x")' }, /formula/],
    ['that is a formula by another sign', { Course: '@SUM(A1)' }, /formula/],
    ['that is too long', { Course: 'a'.repeat(201) }, /200 characters/],
    ['that may tell who a patient is', { Course: 'Mr Hollis Byrne 3/4/1950' }, /patient/],
    ['that is not finished', { Status: 'Not started' }, /not finished/],
    ['that was booked', { Status: 'Enrolled' }, /not finished/],
  ])('%s is to be put right', (_, more, message) => {
    const [one] = judged([row(more)])
    expect(one?.outcome).toBe('problem')
    expect(one?.problems.join()).toMatch(message)
    expect(one?.draft).toBeUndefined()
  })

  it('for somebody else is refused, without their name', () => {
    const [named, mailed, both, own] = judged([
      row({ Name: 'Callum Wijeratne-Moss' }),
      row({ 'E-mail': 'callum@example.org' }),
      row({ Name: 'Tamsin Oyelaran-Pike', 'E-mail': 'callum@example.org', Course: 'A' }),
      row({ Name: 'OYELARAN-PIKE, Mrs Tamsin' }),
    ])
    expect(named?.outcome).toBe('not-yours')
    expect(named?.problems.join()).not.toContain('Callum')
    expect(mailed?.outcome).toBe('not-yours')
    expect(both?.outcome).toBe('new')
    expect(own?.outcome).toBe('new')
  })

  it('is taken once, whether it stands twice in the file or is there already', () => {
    const rows = judged(
      [row(), row({ Course: 'fire SAFETY' }), row({ Course: 'Moving' })],
      [keyOfTraining('Moving', '2026-01-31')],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'duplicate', 'duplicate'])
    expect(rows[1]?.problems).toEqual(['The same stands in row 2'])
  })

  it('is judged whatever it holds, and a draft is never of the future', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 8 }), { maxLength: 5 }), (rows) => {
        for (const { outcome, draft } of judged(rows)) {
          expect(draft === undefined).toBe(outcome !== 'new')
          if (draft !== undefined) expect(draft.from_on <= today).toBe(true)
        }
      }),
    )
  })
})
