import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedEdition } from '../../../../test/checked-edition.ts'
import { editionOf, statement } from '../../../../test/small-edition.ts'
import { type Edition, type GlossaryEntry, type LevelSlug, levelSlugs } from '../framework.ts'
import type { Check } from './check.ts'
import { ladderDrop } from './ladder-drop.ts'
import { lostActs } from './lost-acts.ts'
import { sameAtTwoLevels } from './same-at-two-levels.ts'
import { wordMissingAtLevel } from './word-missing-at-level.ts'

const glossary: GlossaryEntry[] = ['role model', 'supervision', 'entry'].map((term) => ({
  ...{ term, forms: [`${term}s`], meaning: 'A meaning', includes: [] },
}))
const levels = [
  { slug: 'entry' as const, name: 'Entry', summary: '', education: [], experience: [], values: [] },
]

/** One capability, its texts from the lowest level up; undefined where a level says nothing. */
function ladderOf(
  title: string,
  texts: readonly (string | undefined)[],
  siblings: readonly (string | undefined)[] = [],
): Edition {
  const rungs = (number: string, capability: string, held: readonly (string | undefined)[]) =>
    levelSlugs.flatMap((level, index) => {
      const text = held[index]
      return text === undefined ? [] : [statement(`${number}-${level}`, { capability, text })]
    })
  const statements = [
    ...rungs('7.1', 'being-watched', texts),
    ...rungs('7.1.2', 'sibling', siblings),
  ]
  return editionOf({
    ...{ glossary, levels },
    domains: [
      {
        number: 7,
        title: 'Domain',
        purpose: 'Purpose',
        sections: [{ code: '7.1', title, statements }],
      },
    ],
  })
}

function found(check: Check, edition: Edition): string[] {
  const checked = checkedEdition(edition)
  return check.find(checked).map(({ at, severity, range }) => {
    const text = checked.texts.find(({ target }) => target === at)?.text ?? ''
    const words = range === undefined ? '' : `: ${text.slice(range.start, range.end)}`
    return `${severity} ${at}${words}`
  })
}

const at = (level: LevelSlug) => `statement/7.1-${level}/text`
const asModel = 'Shows the values in everyday work as a role model.'
const without = 'Shows the values in everyday work, and says why.'

describe('what a lower level does', () => {
  it.each<[string, readonly (string | undefined)[], readonly string[]]>([
    ['stays', [asModel, asModel, asModel], []],
    ['is not asked again at a lower level than where it begins', [without, asModel, asModel], []],
    [
      'vanishes in the middle',
      [asModel, without, asModel],
      [`must ${at('intermediate')}: everyday work`],
    ],
    [
      'vanishes for good',
      [asModel, without, without],
      [
        `must ${at('intermediate')}: everyday work`,
        `must ${at('assistant-practitioner')}: everyday work`,
      ],
    ],
    [
      'vanishes, and nothing says where it stood',
      [asModel, asModel, 'Names a value that is slipping.'],
      [`must ${at('assistant-practitioner')}`],
    ],
    [
      'stays in another form',
      [asModel, 'Shows the values as one of the role models.', asModel],
      [],
    ],
  ])('%s', (_, texts, expected) => {
    expect(found(ladderDrop, ladderOf('Values', texts))).toEqual(expected)
  })

  it('may go on in another capability of its section', () => {
    const edition = ladderOf('Values', [asModel, without, asModel], [without, asModel, without])
    expect(found(ladderDrop, edition)).not.toContain(`must ${at('intermediate')}: everyday work`)
  })

  it('is put back where it stood', () => {
    const edition = ladderOf('Values', [asModel, without, asModel])
    const [finding] = ladderDrop.find(checkedEdition(edition))
    expect(finding?.suggestions).toEqual(['everyday work as a role model'])
    expect(finding?.message).toBe(
      'The entry level says “as a role model”, and it has vanished at intermediate level: say it here too',
    )
  })

  it('is the heart of the section when its title or the capability says it', () => {
    const texts = [
      'Meets for supervision, and asks why.',
      'Asks why, at once.',
      'Asks why, at once.',
    ]
    expect(found(ladderDrop, ladderOf('Supervision', texts))).toEqual([
      `must ${at('intermediate')}`,
      `must ${at('assistant-practitioner')}`,
    ])
  })

  it('is for a person to look at when it is a term besides, from the level below alone', () => {
    const texts = [
      'Meets for supervision, and asks why.',
      'Asks why, at once.',
      'Asks why, at once.',
    ]
    expect(found(ladderDrop, ladderOf('Learning', texts))).toEqual([`advice ${at('intermediate')}`])
  })

  it('is not the name of a level', () => {
    const texts = ['Knows what is asked at entry.', 'Asks why, at once.', 'Asks why, at once.']
    expect(found(ladderDrop, ladderOf('Learning', texts))).toEqual([])
  })
})

describe('a capability', () => {
  it.each<[readonly (string | undefined)[], readonly string[]]>([
    [[without, without, without], []],
    [[without, undefined, without], ['must section/7.1']],
    [[without, without, undefined], ['must section/7.1']],
    [
      [without, undefined, undefined],
      ['must section/7.1', 'must section/7.1'],
    ],
    [[undefined, without, without], ['should section/7.1']],
    [
      [undefined, undefined, without],
      ['should section/7.1', 'should section/7.1'],
    ],
  ])('with the levels %j: %j', (texts, expected) => {
    expect(found(ladderDrop, ladderOf('Values', texts))).toEqual(expected)
  })
})

describe('a law of the ladder', () => {
  const words = [
    'shows',
    'values',
    'as a role model',
    'in supervision',
    'every day',
    'with care',
    'and why',
  ]
  const text = fc
    .shuffledSubarray(words, { minLength: 1 })
    .map((some) => `Shows ${some.join(' ')}.`)

  it('is that a level which repeats all below it drops nothing', () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text), ([one, two, three]) => {
        const growing = [one, `${one} ${two}`, `${one} ${two} ${three}`]
        const edition = ladderOf('Values', growing)
        expect(found(ladderDrop, edition)).toEqual([])
        expect(found(lostActs, edition)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('is that nothing found at a level depends on the levels above it', () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text, text), ([one, two, three, other]) => {
        const below = (top: string) =>
          found(ladderDrop, ladderOf('Values', [one, two, top])).filter(
            (line) => !line.includes('assistant'),
          )
        expect(below(three)).toEqual(below(other))
      }),
      { numRuns: 60 },
    )
  })
})

describe('an act', () => {
  it('of which no word is left at the next level is pointed at', () => {
    const texts = [
      'Asks what went well, and thanks everybody warmly.',
      'Asks what went well.',
      'Asks what went well.',
    ]
    expect(found(lostActs, ladderOf('Learning', texts))).toEqual([
      `advice ${at('entry')}: thanks everybody warmly`,
    ])
  })

  it.each([
    ['is left in part', 'Asks what went well, and thanks them.'],
    ['has one word alone', 'Asks, and tells them.'],
  ])('is not when it %s', (_, higher) => {
    expect(
      found(
        lostActs,
        ladderOf('Learning', ['Asks what went well, and thanks them.', higher, higher]),
      ),
    ).toEqual([])
  })
})

describe('a word of the title (R30)', () => {
  const both = 'Talks about health and wellbeing.'
  it.each<[string, readonly string[], readonly string[]]>([
    ['at every level', [both, both, both], []],
    [
      'missing beside the one that it is joined with',
      ['Talks about wellbeing.', both, both],
      [`must ${at('entry')}: wellbeing`],
    ],
    [
      'missing at the first of the two',
      ['Talks about health.', both, both],
      [`must ${at('entry')}: health`],
    ],
    [
      'missing where the others do not join them',
      ['Talks about wellbeing.', 'Talks of health. Wellbeing.', both],
      [`advice ${at('entry')}`],
    ],
    [
      'missing altogether',
      ['Talks.', both, both],
      [`advice ${at('entry')}`, `advice ${at('entry')}`],
    ],
    ['missing at two', ['Talks.', 'Talks.', both], []],
    ['dropped higher up, which is the ladder’s matter', [both, 'Talks about wellbeing.', both], []],
  ])('%s', (_, texts, expected) => {
    expect(found(wordMissingAtLevel, ladderOf('Health and wellbeing', texts))).toEqual(expected)
  })

  it('is suggested as the title joins it', () => {
    const edition = ladderOf('Health and wellbeing', ['Talks about wellbeing.', both, both])
    expect(wordMissingAtLevel.find(checkedEdition(edition))[0]?.suggestions).toEqual([
      'health and wellbeing',
    ])
  })
})

describe('two levels in the same words', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['Asks why.', 'Asks why.', 'Asks why now.'], [`should ${at('intermediate')}`]],
    [
      ['Asks why.', 'Asks  why.', 'Asks why.'],
      [`should ${at('intermediate')}`, `should ${at('assistant-practitioner')}`],
    ],
    [['Asks why.', 'Asks how.', 'Asks why.'], []],
  ])('%j: %j', (texts, expected) => {
    expect(found(sameAtTwoLevels, ladderOf('Learning', texts))).toEqual(expected)
  })
})
