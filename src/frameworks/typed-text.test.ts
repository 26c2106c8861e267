/** The same words are taken, or refused, by whichever door they come in. */
import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../test/small-edition.ts'
import { thingForm } from './authoring/thing-forms.ts'
import { checkTexts } from './exchange/model/check-texts.ts'
import { readSheets } from './exchange/model/read-sheets.ts'
import type { SheetRow } from './exchange/model/sheet.ts'
import { writeSheets } from './exchange/model/write-sheets.ts'
import type { Edition, Statement } from './model/framework.ts'
import { statementForm } from './overlays/overlays-forms.ts'
import { termForm } from './terms/terms-forms.ts'

const tags = { capability: 'one-thing', pillars: ['leadership'], parties: ['person'] } as const

function editionWith(changes: Partial<Statement>): Edition {
  const statements = [statement('1.1-entry', { ...tags, ...changes })]
  const sections = [{ code: '1.1', title: 'Words', statements }]
  return editionOf({ domains: [{ number: 1, title: 'Words', purpose: 'Words.', sections }] })
}

function bySheet(changes: Partial<Statement>): string[] {
  const sheets = Object.entries(writeSheets(editionWith(changes))).map(([sheet, rows]) => [
    sheet,
    rows.map((cells, index): SheetRow => ({ number: index + 2, cells })),
  ])
  const read = readSheets(Object.fromEntries(sheets))
  return read.ok ? [] : read.findings.map(({ message }) => message)
}

type Form = { readonly ok: boolean; readonly errors?: readonly { readonly message: string }[] }
const messagesOf = ({ errors = [] }: Form) => errors.map(({ message }) => message)
const typed = (fields: object) =>
  messagesOf(thingForm('statement', { ...tags, ...fields }, { code: '1.1-entry', ...tags }))

const doors: Readonly<Record<string, (text: string) => string[]>> = {
  form: (text) => typed({ text }),
  spreadsheet: (text) => bySheet({ text }),
  folder: (text) => checkTexts(editionWith({ text })).map(({ message }) => message),
  term: (text) => messagesOf(termForm({ old: 'before', new: text })),
  overlay: (text) =>
    messagesOf(
      statementForm({ ...tags, text, level: 'entry', after: 'section/1.1' }, ['section/1.1']),
    ),
}

const cases: readonly [string, string, RegExp | undefined][] = [
  ['plain words', 'Shows 3 < 4 & “more”.', undefined],
  ['a colon after data', 'Keeps data: names and dates.', undefined],
  ['HTML', 'Shows <b>values</b>.', /must not hold HTML/],
  ['a script', '<script src=x', /must not hold HTML/],
  ['a link that runs', 'Reads javascript: alert(1).', /link that runs something/],
  ['a link of data', 'Reads data:text/html,x.', /link that runs something/],
  ['a web address', 'Reads https://example.org.', /name what you mean in words/],
  ['an address of www', 'Reads www.example.org.', /name what you mean in words/],
  ['an email address', 'Writes to mailto:a@example.org.', /name what you mean in words/],
  ['a file address', 'Takes ftp://example.org/x.', /name what you mean in words/],
  ['words turned round', 'Shows \u202evalues.', /cannot be seen/],
  ['a control character', 'Shows\u0007 values.', /cannot be seen/],
  ['a page', 'word '.repeat(300), /must be [\d,]+ characters or fewer/],
]

describe.each(Object.entries(doors))('by the door of a %s', (_, through) => {
  it.each(cases)('%s', (_, text, message) => {
    const found = through(text)
    if (message === undefined) expect(found).toEqual([])
    else expect(found.join()).toMatch(message)
  })
})

describe('a statement that the form takes', () => {
  const long = 'w'.repeat(1_000)
  const full = {
    ...{ text: long, example: long, 'requires-how': 'all' },
    'requires-parts': Array.from({ length: 4 }, (_, at) => `${at}${'w'.repeat(999)}`).join('\n'),
    ...Object.fromEntries(
      ['nhs', 'social-care', 'education', 'nhs', 'social-care', 'education'].flatMap(
        (sector, at) => [
          [`variants-${at}-sector`, sector],
          [`variants-${at}-text`, long],
        ],
      ),
    ),
  }

  it('comes back by its own spreadsheet, and in its folder', () => {
    const form = thingForm('statement', { ...tags, ...full }, { code: '1.1-entry', ...tags })
    if (!form.ok) throw new Error(JSON.stringify(form.errors))
    const value = form.value as Statement
    expect(bySheet(value)).toEqual([])
    expect(checkTexts(editionWith(value))).toEqual([])
  })

  it.each([
    ['a thing of several', { 'requires-how': 'all', 'requires-parts': `a\n${long}w` }],
    ['words for a sector', { 'variants-0-sector': 'nhs', 'variants-0-text': `${long}w` }],
  ])('has no %s that is longer', (_, more) => {
    expect(typed({ text: 'Shows.', ...more }).join()).toContain('1,000 characters or fewer')
  })
})
