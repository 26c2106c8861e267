import { describe, expect, it } from 'vitest'
import { editionOf, sound, statement } from '../../../test/small-edition.ts'
import { checkWording } from './check-wording.ts'
import { ladderChecks } from './checks/ladder-checks.ts'
import {
  type Edition,
  type GlossaryEntry,
  levelSlugs,
  type PreferredTerm,
  pillarSlugs,
  type Statement,
} from './framework.ts'

const across = new Set(ladderChecks.map(({ code }) => code))
/** Without the checks across levels, which have a test of their own. */
const wordingOf = (edition: Edition) =>
  checkWording(edition).filter(({ code }) => !across.has(code))

const base = statement('1.1-entry', { pillars: pillarSlugs })
const others = levelSlugs
  .filter((level) => level !== 'entry')
  .map((level) => statement(`1.1-${level}`, { pillars: pillarSlugs }))

/** An edition in which nothing is to be mended but what is given. */
function withStatement(changes: Partial<Statement>, rest: Partial<Edition> = {}): Edition {
  const section = {
    code: '1.1',
    title: 'Section',
    statements: [{ ...base, ...changes }, ...others],
  }
  return editionOf({
    domains: [{ number: 1, title: 'Domain', purpose: 'Purpose', sections: [section] }],
    ...rest,
  })
}

const findingsIn = (edition: Edition) => wordingOf(edition).map(({ code, at }) => [code, at])
const codesOf = (text: string) => wordingOf(withStatement({ text })).map(({ code }) => code)
const inSummary = (summary: string) => findingsIn(editionOf({ summary }))
const words = (count: number) =>
  `Explains ${Array(count - 2)
    .fill('it')
    .join(' ')} all.`

describe('the wording of an edition', () => {
  it('that is sound, or has no statement yet, has no finding', () => {
    expect(findingsIn(withStatement({}))).toEqual([])
    expect(findingsIn(editionOf())).toEqual([])
  })

  it('is looked at rule by rule', () => {
    const edition = withStatement(
      { text: 'Helps families and/or sees to equality, here and in other places.', pillars: [] },
      {
        terms: [preferred('supports', ['helps'])],
        glossary: [entry('equity')],
      },
    )
    const text = 'statement/1.1-entry/text'
    expect(findingsIn(edition)).toEqual([
      ['word-not-used-here', text],
      ['and-or', text],
      ['undeclared-choice', text],
    ])
  })
})

describe('the form of a statement', () => {
  it.each([
    [sound],
    [words(8)],
    [words(30)],
    [words(30).replaceAll(' ', '  ')],
    ['Explains\nto a person how the next meeting will go.'],
  ])('is sound in “%s”', (text) => {
    expect(codesOf(text)).toEqual([])
  })

  it.each([
    [words(7), ['7 words', '8 to 30']],
    [words(31), ['31 words', '8 to 30']],
    ['Explain to a person how the next meeting will go.', ['verb', '“Explain”']],
    ['explains to a person how the next meeting will go.', ['verb', '“explains”']],
    ['EXPLAINs to a person how the next meeting will go.', ['verb', '“EXPLAINs”']],
    ['Explains, to a person, how the next meeting will go.', ['verb', '“Explains,”']],
    ['co-Explains to a person how the next meeting will go.', ['verb', '“co-Explains”']],
    ['MisKnows for a person how the next meeting will go.', ['verb', '“MisKnows”']],
    ['Understands for a person how the next meeting will go.', ['“Understands”', 'watched']],
    ['Knows for a person how the next meeting will go.', ['“Knows”', 'watched']],
    ['Has for a person what the next meeting will need.', ['“Has”', 'watched']],
    ['Appreciates for a person how the next meeting will go.', ['“Appreciates”', 'watched']],
    ['Explains to a person how the next meeting will go', ['full stop']],
    ['Explains to a person the next meeting. It goes well.', ['full stop']],
    ['Explains to a person the meeting; it will go well.', ['full stop']],
    ['Explains to a person how the meeting will go. And', ['full stop']],
  ])('is not in “%s”', (text, said) => {
    const found = wordingOf(withStatement({ text }))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code: 'statement-form', at: 'statement/1.1-entry/text' })
    for (const word of said) expect(found[0]?.message).toContain(word)
  })

  it.each(['Understandss', 'Misknows', 'Hass', 'Appreciatess'])(
    'is sound where the first word is %s, which only holds one that cannot be watched',
    (verb) => {
      expect(codesOf(sound.replace('Explains', verb))).toEqual([])
    },
  )

  it('has every fault that it has, and a single letter is no verb', () => {
    const faults = wordingOf(withStatement({ text: 'Is well' }))
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('2 words'),
      expect.stringContaining('“Is”'),
      expect.stringContaining('watched'),
      expect.stringContaining('full stop'),
    ])
  })
})

describe('a choice', () => {
  const choice = 'Explains to a person or a carer how it goes.'

  it('is to be declared', () => {
    expect(findingsIn(withStatement({ text: choice }))).toEqual([
      ['undeclared-choice', 'statement/1.1-entry/text'],
    ])
    expect(codesOf('Explains to a person for more than an hour.')).toEqual([])
    expect(codesOf('Explains to an orderly person how it will go.')).toEqual([])
    const [found] = wordingOf(withStatement({ text: choice }))
    expect(found?.message).toMatch(/requires.*all.*any/)
  })

  it.each([{ any: ['a person', 'a carer'] }, { all: ['a person', 'a carer'] }])(
    'that is declared as %j is sound',
    (requires) => {
      expect(findingsIn(withStatement({ text: choice, requires }))).toEqual([])
    },
  )

  it.each([
    ['Meetings and/or visits', [['and-or', 'edition/summary']]],
    ['Meetings AND/OR visits', [['and-or', 'edition/summary']]],
    ['Meetings and visits or talks', []],
    ['Island/Oran', []],
    ['and/orange', []],
    ['sand/or', []],
  ])('in any text is not “and/or”: %s', (summary, found) => {
    expect(inSummary(summary)).toEqual(found)
    for (const { message } of wordingOf(editionOf({ summary }))) {
      expect(message).toMatch(/“and”.*“or”/)
    }
  })
})

describe('a word that is not used here', () => {
  const terms = [
    preferred('support', ['help', 'assistance']),
    preferred('people', ['patients']),
    preferred('people', ['clients']),
    preferred('Royal College of Patients', ['the College']),
  ]
  it.each([
    ['We help', ['“help”', 'support', 'Because of help']],
    ['HELP', ['“HELP”', 'support']],
    ['Our patients', ['“patients”', 'people']],
    ['Our clients', ['“clients”', 'people', 'Because of clients']],
    ['In the college', ['“the college”', 'Royal College']],
    ['They ask for help', []],
    ['They asked for help, called for help and keep asking for help', []],
    ['Asks for help, calls for help, call for help, Calling for help', []],
    ['They task for help', ['“help”']],
    ['They ask for helpers', []],
    ['They ask for help with help', ['“help”']],
    ['With an assistance dog, with Assistance dogs', []],
    ['With assistance', ['“assistance”']],
    ['With assistance dogma', ['“assistance”']],
    ['Of the Royal College of Patients', []],
    ['We support people', []],
    ['Helpful', []],
  ])('is found with the word to write in “%s”: %j', (summary, said) => {
    const found = wordingOf(editionOf({ summary, terms }))
    expect(found.map(({ code, at }) => [code, at])).toEqual(
      said.length === 0 ? [] : [['word-not-used-here', 'edition/summary']],
    )
    for (const word of said) expect(found[0]?.message).toContain(word)
  })

  it('is found each time that it stands', () => {
    expect(wordingOf(editionOf({ summary: 'Help patients', terms }))).toHaveLength(2)
  })
})

function entry(term: string, changes: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return { term, forms: [], meaning: 'A meaning', includes: [], ...changes }
}

function preferred(use: string, insteadOf: readonly string[]): PreferredTerm {
  const because = `Because of ${insteadOf.join(', ')}`
  return { use, insteadOf, because, owner: 'Nobody', audience: 'Everybody' }
}
