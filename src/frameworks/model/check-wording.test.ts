import { describe, expect, it } from 'vitest'
import { editionOf, sound, statement } from '../../../test/small-edition.ts'
import { readLanguage } from '../language-content.ts'
import { checkWording as check } from './check-wording.ts'
import {
  type Edition,
  type GlossaryEntry,
  levelSlugs,
  type PreferredTerm,
  pillarSlugs,
  type Statement,
} from './framework.ts'

/** What the edition's own list says, without the lists of the house. */
const language = { ...readLanguage(), lists: [] }
/** The rules that each have a test of their own see to the rest. */
const codes = [
  ...['word-not-used-here', 'statement-form', 'and-or', 'undeclared-choice', 'pillar-missing'],
  ...['example-without-purpose', 'carers-not-named', 'equity-not-named', 'orphan-term'],
]
const checkWording = (edition: Edition) =>
  check(edition, language).filter(({ code }) => codes.includes(code))

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

const findingsIn = (edition: Edition) => checkWording(edition).map(({ code, at }) => [code, at])
const codesOf = (text: string) => checkWording(withStatement({ text })).map(({ code }) => code)
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

  it('is told of in reading order, a thing before the texts in it', () => {
    const edition = withStatement(
      { text: 'Helps families and/or sees to equality, here and in other places.', pillars: [] },
      {
        terms: [preferred('supports', ['helps'])],
        glossary: [entry('equity')],
      },
    )
    const text = 'statement/1.1-entry/text'
    expect(findingsIn(edition)).toEqual([
      ...pillarSlugs.map(() => ['pillar-missing', 'level/entry']),
      ['word-not-used-here', text],
      ['carers-not-named', text],
      ['and-or', text],
      ['undeclared-choice', text],
      ['equity-not-named', text],
      ['orphan-term', 'glossary/equity'],
    ])
  })
})

describe('the form of a statement', () => {
  it.each([
    [sound],
    [words(8)],
    [words(30)],
    [words(30).replaceAll(' ', '  ')],
    ['Explains, to a person, how the next meeting will go.'],
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
    const found = checkWording(withStatement({ text }))
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
    const faults = checkWording(withStatement({ text: 'Is well' }))
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('2 words'),
      expect.stringContaining('“Is” cannot be watched'),
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
    const [found] = checkWording(withStatement({ text: choice }))
    expect(found?.message).toMatch(/all of these.*any one of them/)
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
    for (const { message } of checkWording(editionOf({ summary }))) {
      expect(message).toMatch(/“and”.*“or”/)
    }
  })
})

describe('an example', () => {
  it.each([
    ['Sets out the chairs.', 1],
    ['Sets out the chairs so they stand well.', 1],
    ['Sets out the chairs also that one.', 1],
    ['Sets out the chairs so thatched roofs hold.', 1],
    ['Sets out the chairs so that people can turn.', 0],
    [undefined, 0],
  ])('says what its task is for: %s', (example, count) => {
    const found = checkWording(withStatement({ example }))
    expect(found.map(({ code, at }) => [code, at])).toEqual(
      Array(count).fill(['example-without-purpose', 'statement/1.1-entry/example']),
    )
    for (const { message } of found) expect(message).toContain('so that')
  })
})

describe('carers', () => {
  it.each([
    ['People and families', 1],
    ['Families', 1],
    ['Families, scarers and carousels', 1],
    ['Families and caret signs', 1],
    ['Families and scaring noises', 1],
    ['Subfamilies', 0],
    ['Familiesque', 0],
    ['A family', 0],
    ['Families and carers', 1],
    ['Families and paid and unpaid carers', 0],
    ['Families and each Carer', 0],
    ['Families and whoever cares for them', 0],
    ['Families and those caring', 0],
  ])('are named beside families in “%s” unless found: %i', (summary, count) => {
    expect(inSummary(summary)).toEqual(Array(count).fill(['carers-not-named', 'edition/summary']))
    for (const { message } of checkWording(editionOf({ summary }))) {
      expect(message).toMatch(/paid.*unpaid/)
    }
  })

  it('need no naming in a definition', () => {
    const glossary = [entry('kin', { meaning: 'Families' })]
    expect(findingsIn(editionOf({ summary: 'For kin', glossary }))).toEqual([])
  })
})

describe('equity', () => {
  it.each([
    ['Equality and inclusion', 1],
    ['inclusion, diversity', 1],
    ['Equality, with inequity', 1],
    ['Inequality and biodiversity', 0],
    ['Diversitys', 0],
    ['Equity, equality and diversity', 0],
    ['An equity of diversity', 0],
  ])('stands beside equality and diversity in “%s” unless found: %i', (summary, count) => {
    expect(inSummary(summary)).toEqual(Array(count).fill(['equity-not-named', 'edition/summary']))
    for (const { message } of checkWording(editionOf({ summary }))) {
      expect(message).toContain('equity')
    }
  })

  it('need not stand in a definition', () => {
    const glossary = [entry('fairness', { meaning: 'Equality' })]
    expect(findingsIn(editionOf({ summary: 'In fairness', glossary }))).toEqual([])
  })
})

describe('the pillars', () => {
  it('are each met at each level, by any of its statements', () => {
    const [first, ...rest] = pillarSlugs
    expect(findingsIn(withStatement({ pillars: [first] }))).toEqual(
      rest.map(() => ['pillar-missing', 'level/entry']),
    )
    const found = checkWording(withStatement({ pillars: rest }))
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(first)])
    expect(found[0]?.message).toContain('entry')
  })
})

describe('a term of the glossary', () => {
  it.each([
    ['A carer', [], 0],
    ['CARERS', ['carers'], 0],
    ['Somebody', ['carers'], 1],
  ])('is used in the text: %s %j', (summary, forms, count) => {
    const found = checkWording(editionOf({ summary, glossary: [entry('Carer', { forms })] }))
    expect(found.map(({ code, at }) => [code, at])).toEqual(
      Array(count).fill(['orphan-term', 'glossary/carer']),
    )
    for (const { message } of found) expect(message).toContain('“Carer”')
  })

  it('is not used by standing in the definition of another', () => {
    const glossary = [entry('carer'), entry('kin', { meaning: 'A carer' })]
    expect(findingsIn(editionOf({ summary: 'Kin', glossary }))).toEqual([
      ['orphan-term', 'glossary/carer'],
    ])
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
    ['They ask for help and help', ['“help”']],
    ['With an assistance dog, with Assistance dogs', []],
    ['With assistance', ['“assistance”']],
    ['With assistance dogma', ['“assistance”']],
    ['Of the Royal College of Patients', []],
    ['We support people', []],
    ['Helpful', []],
  ])('is found with the word to write in “%s”: %j', (summary, said) => {
    const found = checkWording(editionOf({ summary, terms }))
    expect(found.map(({ code, at }) => [code, at])).toEqual(
      said.length === 0 ? [] : [['word-not-used-here', 'edition/summary']],
    )
    for (const word of said) expect(found[0]?.message).toContain(word)
  })

  it('is found each time that it stands', () => {
    expect(checkWording(editionOf({ summary: 'Help patients', terms }))).toHaveLength(2)
  })
})

function entry(term: string, changes: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return { term, forms: [], meaning: 'A meaning', includes: [], ...changes }
}

function preferred(use: string, insteadOf: readonly string[]): PreferredTerm {
  const because = `Because of ${insteadOf.join(', ')}`
  return { use, insteadOf, because, owner: 'Nobody', audience: 'Everybody' }
}
