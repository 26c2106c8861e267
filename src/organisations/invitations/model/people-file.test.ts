import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RowRules, readWrittenDay } from './check-row.ts'
import { judgeRows, type Known, keyOf } from './judge-rows.ts'
import { columns, columnTitles, mostRows, readPeople, templateRows } from './people-file.ts'
import { readCsv } from './read-csv.ts'
import { csvCell, writeCsv } from './write-csv.ts'

const ward = { id: 'f0000000-0000-4000-8000-000000000001', name: 'Stroke ward' }
const rules: RowRules = {
  today: '2026-11-22',
  teams: [ward],
  isEmail: (text) => /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(text),
}
const nobody: Known = {
  emailsHere: new Set(),
  namesHere: new Set(),
  emailsInvited: new Set(),
  namesInvited: new Set(),
}
const head = 'Name,E-mail,Job title,Team,Permissions,Starts on\n'

function judged(source: string | Uint8Array, known = nobody) {
  const csv = readCsv(source)
  if (!csv.ok) throw new Error(csv.message)
  const people = readPeople(csv.rows)
  if (!people.ok) throw new Error(people.message)
  return judgeRows(people.rows, { known, rules })
}

const oneOf = (row: string, known = nobody) => judged(head + row, known)[0]

describe('a file of people', () => {
  const expected = [{ name: 'Zoë Ní Bhriain', email: 'zoe@example.org', jobTitle: 'Assistant' }]
  const rows = ['Name;E-mail;Job title', 'Zoë Ní Bhriain;ZOE@example.org;Assistant'].join('\r\n')
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

  it.each<[string, string | Uint8Array]>([
    ['with a byte order mark', new TextEncoder().encode(`\uFEFF${rows}`)],
    ['without one', new TextEncoder().encode(rows)],
    ['in Windows-1252, as Excel saves it', new Uint8Array(Buffer.from(rows, 'latin1'))],
    ['in UTF-16, as Excel calls “Unicode text”', utf16(rows.replaceAll(';', '\t'))],
    ['with commas', rows.replaceAll(';', ',')],
    ['with the line that tells Excel the separator', `sep=;\r\n${rows}`],
    ['with every cell in quotation marks', rows.replaceAll(/[^;\r\n]+/g, '"$&"')],
    ['with blank rows and spaces', `${rows.replaceAll(';', ' ; ')}\r\n;;\r\n\r\n`],
    [
      'with its columns in another order',
      'job,mail,full name\nAssistant,zoe@example.org,Zoë Ní Bhriain',
    ],
    ['pasted, with old Mac line ends', rows.replaceAll('\r\n', '\r')],
  ])('is read %s', (_, source) => {
    const found = judged(source).map(({ invitee }) => ({
      name: invitee?.name,
      email: invitee?.email,
      jobTitle: invitee?.jobTitle,
    }))
    expect(found).toEqual(expected)
  })

  it('numbers its rows as the spreadsheet does', () => {
    const rows = judged(`${head}\nAda,ada@example.org,Assistant\n\nBo,"no\ne-mail",Assistant\n`)
    expect(rows.map(({ row }) => row.number)).toEqual([3, 5])
  })

  it.each([
    ['', /empty/],
    ['Name,Job title\nAda,Assistant', /Add a column “E-mail”/],
    [head, /no people/],
    ['PK\u0003\u0004\0\0', /not a CSV/],
  ])('that cannot be used says what to do: %j', (source, message) => {
    expect(() => judged(source)).toThrow(message)
  })

  it('of more than 5,000 people is asked for in two', () => {
    const row = 'Ada,ada@example.org,Assistant\n'
    expect(() => judged(head + row.repeat(mostRows + 1))).toThrow(/5,001 people/)
    expect(judged(head + row.repeat(mostRows))).toHaveLength(mostRows)
  })

  it('is our own template, when it comes back', () => {
    expect(judged(writeCsv(templateRows)).map(({ outcome }) => outcome)).toEqual([
      'invite',
      'print',
    ])
  })
})

describe('a row', () => {
  it('asks for what it says', () => {
    const row =
      'Ada Example,Ada@Example.org,Assistant,stroke WARD,"Sign off, see figures",1/12/2026'
    expect(oneOf(row)?.invitee).toEqual({
      name: 'Ada Example',
      email: 'ada@example.org',
      jobTitle: 'Assistant',
      teamIds: [ward.id],
      permissions: ['assess', 'see-statistics'],
      startsOn: '2026-12-01',
    })
  })

  it.each([
    [',ada@example.org,Assistant', 'Enter a name'],
    ['12,ada@example.org,Assistant', 'Enter a name'],
    ['Ada,,Assistant', 'Enter an e-mail address, or write: no e-mail'],
    ['Ada,ada@example,Assistant', 'is not an e-mail address'],
    ['Ada,ada@example.org,', 'Enter a job title'],
    [`Ada,ada@example.org,${'x'.repeat(101)}`, '100 characters or fewer'],
    ['Ada,ada@example.org,Assistant,Ward 9', 'You have no team “Ward 9”'],
    ['Ada,ada@example.org,Assistant,,chief', 'is not a permission'],
    ['Ada,ada@example.org,Assistant,,Manage people', 'never given by invitation'],
    ['Ada,ada@example.org,Assistant,,Answer for sign-offs', 'never given by invitation'],
    ['Ada,ada@example.org,Assistant,,,31/2/2027', 'is not a date'],
    ['Ada,ada@example.org,Assistant,,,1/1/2028', 'more than a year away'],
    ['Ada,ada@example.org,Assistant,,,1/1/1900', 'too long ago'],
  ])('that is wrong says what to do: %s', (row, message) => {
    const found = oneOf(row)
    expect(found?.outcome).toBe('error')
    expect(found?.problems.join()).toContain(message)
  })

  it('says all that is wrong with it at once', () => {
    expect(oneOf(',,x,Ward 9')?.problems).toHaveLength(3)
  })

  it('of somebody who is here, or invited, invites nobody', () => {
    const known = {
      emailsHere: new Set(['here@example.org']),
      namesHere: new Set([keyOf('Zoë  HERE')]),
      emailsInvited: new Set(['invited@example.org']),
      namesInvited: new Set([keyOf('Ivo Invited')]),
    }
    const outcome = (row: string) => oneOf(row, known)?.outcome
    expect(outcome('Ada,Here@example.org,x')).toBe('works-here')
    expect(outcome('Zoe Here,none,x')).toBe('works-here')
    expect(outcome('Ada,invited@example.org,x')).toBe('already-invited')
    expect(outcome('ivo invited,no e-mail,x')).toBe('already-invited')
    expect(outcome('Zoe Here,another@example.org,x')).toBe('invite')
  })

  it('that stands twice is asked about', () => {
    const rows = judged(`${head}Ada,a@example.org,x\nBo,A@example.org,x\nCy,no,x\nCY,no,x\n`)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['invite', 'error', 'print', 'error'])
    expect(rows[1]?.problems).toEqual([
      'The same e-mail address stands in row 2. Take one of them out',
    ])
  })
})

describe('a written date', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['1/12/2026', '2026-12-01'],
    ['01-12-26', '2026-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['1 Dec 2026', '2026-12-01'],
    ['1-December-26', '2026-12-01'],
    ['12/31/2026', undefined],
    ['46000', undefined],
    ['1 Foo 2026', undefined],
  ])('%s is %s', (text, day) => {
    expect(readWrittenDay(text)).toBe(day)
  })
})

describe('CSV that we write', () => {
  it('holds no cell that a spreadsheet runs as a formula', () => {
    const begins = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝', 'a')
    fc.assert(
      fc.property(begins, fc.string(), (first, rest) => {
        expect(csvCell(first + rest)).not.toMatch(/^"(\s*[=+\-@＝＋－＠]|[\t\r\n])/)
      }),
    )
  })

  it('is read again as it was', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^\p{L}+$/u.test(text))
    const cell = fc.oneof(
      word,
      word.map((text) => `=${text}`),
      word.map((text) => `"${text}", "`),
    )
    const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 9 }), (rows) => {
        const read = readCsv(writeCsv([['one', 'two'], ...rows]))
        if (!read.ok) throw new Error(read.message)
        expect(read.rows.slice(1).map(({ cells }) => cells)).toEqual(
          rows.map((row) => row.map(tidy)),
        )
      }),
    )
  })

  it('names the columns as the page does', () => {
    expect(templateRows[0]).toEqual(columns.map((column) => columnTitles[column]))
  })
})

it('a file of 5,000 people is judged without delay to anybody else', () => {
  const rows = Array.from({ length: mostRows }, (_, index) => `Ada ${index},a${index}@b.org,x`)
  expect(judged(head + rows.join('\n')).every(({ outcome }) => outcome === 'invite')).toBe(true)
})
