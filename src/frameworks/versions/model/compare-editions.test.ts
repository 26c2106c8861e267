import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../../test/small-edition.ts'
import { readEditionContent } from '../../frameworks-content.ts'
import type { Edition, Statement } from '../../model/framework.ts'
import { compareEditions } from './compare-editions.ts'
import type { EditionChange } from './edition-change.ts'
import { codeOf } from './passage.ts'

function edition(...statements: readonly Statement[]): Edition {
  const sections = [{ code: '7.1', title: 'Values', statements }]
  return editionOf({ domains: [{ number: 7, title: 'Leadership', purpose: 'Lead', sections }] })
}

const said = (code: string, text: string, capability = code) =>
  statement(code, { text, capability })
const told = ({ kind, before, after }: EditionChange) =>
  `${before.map(codeOf).join('+')} ${kind} ${after.map(codeOf).join('+')}`.trim()
const compared = (before: Edition, after: Edition) =>
  compareEditions(before, after).changes.map(told)

const notices = 'Notices that a person is tired and tells the registered professional at once'
const listens = 'Listens to the family and writes down what matters to them most'
const both = `${notices}. ${listens}`

describe('what became of a statement', () => {
  const cases: Record<string, [Statement[], Statement[], string[]]> = {
    'other words': [
      [said('7.1-entry', notices)],
      [said('7.1-entry', `${notices} and kindly`)],
      ['7.1-entry reworded 7.1-entry'],
    ],
    'other words altogether, under the same capability': [
      [said('7.1-entry', notices, 'values')],
      [said('7.1-entry', listens, 'values')],
      ['7.1-entry reworded 7.1-entry'],
    ],
    'another code, known by its capability': [
      [said('7.1-entry', notices, 'values')],
      [said('7.1.2-entry', notices, 'values')],
      ['7.1-entry moved 7.1.2-entry'],
    ],
    'another code and capability, known by its words': [
      [said('7.1-entry', notices, 'values')],
      [said('7.1.2-entry', `${notices} today`, 'tiredness')],
      ['7.1-entry moved 7.1.2-entry'],
    ],
    'two that changed places, known by their capabilities': [
      [said('7.1-entry', notices, 'a'), said('7.1.2-entry', listens, 'b')],
      [said('7.1-entry', listens, 'b'), said('7.1.2-entry', notices, 'a')],
      ['7.1.2-entry moved 7.1-entry', '7.1-entry moved 7.1.2-entry'],
    ],
    'the same words at another level are another statement': [
      [said('7.1-entry', notices)],
      [said('7.1-intermediate', notices)],
      ['7.1-entry retired', 'added 7.1-intermediate'],
    ],
    'one that became two': [
      [said('7.1-entry', both)],
      [said('7.1-entry', notices), said('7.1.2-entry', listens)],
      ['7.1-entry split 7.1-entry+7.1.2-entry'],
    ],
    'two that became one': [
      [said('7.1-entry', notices), said('7.1.2-entry', listens)],
      [said('7.1-entry', both)],
      ['7.1-entry+7.1.2-entry merged 7.1-entry'],
    ],
    'a new one that is like an old one that stays is new': [
      [said('7.1-entry', notices)],
      [said('7.1-entry', notices), said('7.1.2-entry', `${notices}, and why`)],
      ['added 7.1.2-entry'],
    ],
    'one that is gone': [[said('7.1-entry', notices)], [], ['7.1-entry retired']],
    'the same words for others': [
      [said('7.1-entry', notices)],
      [{ ...said('7.1-entry', notices), parties: ['family'] }],
      ['7.1-entry details 7.1-entry'],
    ],
    'the same parties in another order': [
      [{ ...said('7.1-entry', notices), parties: ['family', 'person'] }],
      [{ ...said('7.1-entry', notices), parties: ['person', 'family'] }],
      [],
    ],
  }

  it.each(Object.entries(cases))('%s', (_, [before, after, expected]) => {
    expect(compared(edition(...before), edition(...after))).toEqual(expected)
  })

  it('names what differs, text by text', () => {
    const before = said('7.1-entry', notices)
    const after = { ...before, example: 'Such as.', requires: { all: ['one', 'two'] } }
    const [change] = compareEditions(edition(before), edition(after)).changes
    expect(change?.differences).toEqual([
      { name: 'Asks for', before: '', after: 'All of these: one; two' },
      { name: 'Example', before: '', after: 'Such as.' },
    ])
  })
})

describe('the rest of an edition', () => {
  it('is compared too', () => {
    const before = editionOf({
      glossary: [{ term: 'equity', forms: [], meaning: 'What is fair.', includes: [] }],
      parts: [
        {
          ...{ number: 1, title: 'About' },
          sections: [{ id: 'why', heading: 'Why', paragraphs: ['One.'], points: [] }],
        },
      ],
    })
    const after = editionOf({
      glossary: [{ term: 'equity', forms: [], meaning: 'What each needs.', includes: [] }],
      parts: [
        {
          ...{ number: 1, title: 'About' },
          sections: [{ id: 'why', heading: 'Why', paragraphs: ['One.', 'Two.'], points: [] }],
        },
      ],
    })
    expect(compareEditions(before, after).changes.map(({ after }) => after[0]?.target)).toEqual([
      'part/why',
      'glossary/equity',
    ])
  })
})

const words = ['people', 'families', 'carers', 'notes', 'plans', 'learns', 'shows', 'tells', 'care']
const anyText = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
const anyStatements = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 1, max: 6 }),
      level: fc.constantFrom('entry', 'intermediate'),
      capability: fc.constantFrom('a', 'b', 'c', 'd'),
      text: anyText,
    })
    .map(({ number, level, capability, text }) =>
      said(`7.1.${number}-${level}`, text.join(' '), capability),
    ),
  { selector: ({ code }) => code, maxLength: 8 },
)
const anyEdition = anyStatements.map((statements) => edition(...statements))

describe('comparing', () => {
  it('an edition with itself finds nothing', () => {
    fc.assert(
      fc.property(anyEdition, (one) => {
        expect(compared(one, structuredClone(one))).toEqual([])
      }),
    )
  })

  it('the other way round finds the same, mirrored', () => {
    const opposite: Record<string, string> = {
      ...{ added: 'retired', retired: 'added', split: 'merged', merged: 'split' },
    }
    const mirrored = ({ kind, before, after, differences }: EditionChange): EditionChange => ({
      kind: (opposite[kind] ?? kind) as EditionChange['kind'],
      before: after,
      after: before,
      differences: differences.map((one) => ({ ...one, before: one.after, after: one.before })),
    })
    const sorted = (changes: readonly EditionChange[]) =>
      changes.map((change) => `${told(change)} ${JSON.stringify(change.differences)}`).sort()
    fc.assert(
      fc.property(anyEdition, anyEdition, (one, other) => {
        const there = compareEditions(one, other).changes
        const back = compareEditions(other, one).changes.map(mirrored)
        expect(sorted(back)).toEqual(sorted(there))
      }),
      { numRuns: 300 },
    )
  })

  it('accounts for each statement of both editions exactly once', () => {
    fc.assert(
      fc.property(anyEdition, anyEdition, (one, other) => {
        const { changes, unchanged } = compareEditions(one, other)
        const before = [...changes.flatMap((c) => c.before), ...unchanged.map((c) => c.before)]
        const after = [...changes.flatMap((c) => c.after), ...unchanged.map((c) => c.after)]
        for (const passages of [before, after]) {
          expect(new Set(passages.map(({ target }) => target)).size).toBe(passages.length)
        }
      }),
    )
  })
})

describe('the draft of 2021 and the edition of 2026', () => {
  it('share their statements by capability, and retire none', () => {
    const [draft, now] = ['2021-consultation-draft', '2026'].map(
      (version) => readEditionContent(`ahp-support-worker/${version}`).edition,
    )
    if (draft === undefined || now === undefined) throw new Error('both are in content')
    const { changes } = compareEditions(draft, now)
    const kinds = Map.groupBy(changes, ({ kind }) => kind)
    expect(kinds.get('reworded')?.length).toBeGreaterThan(20)
    expect(compared(draft, now)).toContain('7.1-intermediate reworded 7.1-intermediate')
  })
})
