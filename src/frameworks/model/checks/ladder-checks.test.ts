import { describe, expect, it } from 'vitest'
import { checkedEdition } from '../../../../test/checked-edition.ts'
import { editionOf, sound, statement } from '../../../../test/small-edition.ts'
import {
  type Edition,
  type Level,
  levelSlugs,
  type ProfessionRole,
  type Statement,
  type Variant,
} from '../framework.ts'
import { carersBesideFamilies } from './carers-beside-families.ts'
import type { Check } from './check.ts'
import { conceptMissing } from './concept-missing.ts'
import { equityBeside } from './equity-beside.ts'
import { exampleWithoutPurpose } from './example-without-purpose.ts'
import type { FrameworkRules } from './framework-rules.ts'
import { ladderChecks } from './ladder-checks.ts'
import { levelAsLess } from './level-as-less.ts'
import { listsOutOfStep } from './lists-out-of-step.ts'
import { missingPillars } from './missing-pillars.ts'
import { narrowParties } from './narrow-parties.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { orphanTerms } from './orphan-terms.ts'
import { rolesOutOfLine } from './roles-out-of-line.ts'
import { undefinedTerms } from './undefined-terms.ts'
import { unexplainedPillars } from './unexplained-pillars.ts'
import { unmatchedVariants } from './unmatched-variants.ts'
import { untaggedStatements } from './untagged-statements.ts'
import { vagueWords } from './vague-words.ts'

/** Where a check finds something, and the words in its range. */
function found(check: Check, edition: Edition, rules?: FrameworkRules): string[] {
  const checked = checkedEdition(edition, rules)
  return check.find(checked).map(({ at, range }) => {
    const text = checked.texts.find(({ target }) => target === at)?.text ?? ''
    return range === undefined ? at : `${at}: ${text.slice(range.start, range.end)}`
  })
}

function mended(check: Check, edition: Edition): string[] {
  const checked = checkedEdition(edition)
  return check.find(checked).flatMap(({ at, range, suggestions }) => {
    const text = checked.texts.find(({ target }) => target === at)?.text ?? ''
    return suggestions.map((one) =>
      range === undefined ? one : text.slice(0, range.start) + one + text.slice(range.end),
    )
  })
}

const withStatements = (...statements: readonly Statement[]): Edition =>
  editionOf({
    domains: [
      {
        ...{ number: 1, title: 'Domain', purpose: 'Purpose' },
        sections: [{ code: '1.1', title: 'Section', statements }],
      },
    ],
  })
const withText = (text: string) => withStatements(statement('1.1-entry', { text }))
const inSummary = (summary: string) => editionOf({ summary })
const rulesOf = (rules: Partial<FrameworkRules>): FrameworkRules => ({
  ...{ concepts: [], parties: [], definitions: [], ...rules },
})
const glossaryOf = (...terms: readonly string[]) =>
  terms.map((term) => ({ term, forms: [`${term}s`], meaning: 'A meaning', includes: [] }))

describe('every check', () => {
  it('has a code of its own, a question, and a text that fails beside one that passes', () => {
    expect(new Set(ladderChecks.map(({ code }) => code)).size).toBe(ladderChecks.length)
    for (const { code, question, fails, passes } of ladderChecks) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
      expect(question).toMatch(/^[A-Z].*\?$/)
      expect(fails).not.toBe(passes)
    }
  })

  it.each([[editionOf()], [withStatements()]])(
    'finds nothing where nothing is written',
    (edition) => {
      for (const check of ladderChecks) expect(found(check, edition), check.code).toEqual([])
    },
  )
})

describe('carers (R31)', () => {
  it.each([
    ['People and families', ['families']],
    ['Families', ['Families']],
    ['Families, scarers and carousels', ['Families']],
    ['Families and caret signs', ['Families']],
    ['Families and scaring noises', ['Families']],
    ['A relatives group', ['relatives']],
    ['Subfamilies', []],
    ['Familiesque', []],
    ['A family', []],
    ['Families and carers', ['Families and carers']],
    ['Families and paid and unpaid carers', []],
    ['Families and each Carer', []],
    ['Families and whoever cares for them', []],
    ['Families and those caring', []],
  ])('are named beside families in “%s” unless found: %j', (summary, words) => {
    expect(found(carersBesideFamilies, inSummary(summary))).toEqual(
      words.map((word) => `edition/summary: ${word}`),
    )
  })

  it('are named beside one family in a statement, and not in a story', () => {
    const text = 'Listens to a person and their family.'
    expect(found(carersBesideFamilies, withText(text))).toEqual([
      'statement/1.1-entry/text: their family',
    ])
    expect(mended(carersBesideFamilies, withText(text))).toEqual([
      'Listens to a person and their family and paid and unpaid carers.',
    ])
    expect(found(carersBesideFamilies, inSummary(text))).toEqual([])
  })

  it('need no naming in a definition', () => {
    const glossary = [{ term: 'kin', forms: [], meaning: 'Families', includes: [] }]
    expect(found(carersBesideFamilies, editionOf({ glossary }))).toEqual([])
  })
})

describe('equity (R07)', () => {
  it.each([
    ['Equality and inclusion for all', ['Equality and inclusion']],
    ['equality, diversity and inclusion', ['equality, diversity and inclusion']],
    ['inclusion, diversity', ['diversity']],
    ['Equality, with inequity', ['Equality']],
    ['Our EDI lead', ['EDI']],
    ['Inequality and biodiversity', []],
    ['Diversitys', []],
    ['Equity, equality and diversity', []],
    ['An equity of diversity', []],
  ])('stands beside equality and diversity in “%s” unless found: %j', (summary, words) => {
    expect(found(equityBeside, inSummary(summary))).toEqual(
      words.map((word) => `edition/summary: ${word}`),
    )
  })

  it('is suggested in the case of what stood there', () => {
    expect(mended(equityBeside, inSummary('Equality, diversity and inclusion here'))).toEqual([
      'Equity, equality, diversity and inclusion here',
    ])
    expect(mended(equityBeside, inSummary('For EDI'))).toEqual([
      'For equity, equality, diversity and inclusion',
    ])
  })

  it('need not stand in a definition', () => {
    const glossary = [{ term: 'fairness', forms: [], meaning: 'Equality', includes: [] }]
    expect(found(equityBeside, editionOf({ glossary }))).toEqual([])
  })
})

describe('the pillars (R48)', () => {
  const at = (level: string, ...pillars: Statement['pillars']) =>
    statement(`1.1-${level}`, { pillars })
  const all = [
    'professional-practice',
    'facilitation-of-learning',
    'leadership',
    'evidence-research-development',
  ] as const

  it('are each met at each level, by any of its statements', () => {
    const edition = withStatements(
      at('entry', 'leadership'),
      at('intermediate', ...all),
      at('assistant-practitioner', ...all),
    )
    expect(found(missingPillars, edition)).toEqual(Array(3).fill('level/entry'))
    expect(found(untaggedStatements, edition)).toEqual([])
  })

  it('are marked on each statement', () => {
    const edition = withStatements(at('entry'), at('intermediate', 'leadership'))
    expect(found(untaggedStatements, edition)).toEqual(['statement/1.1-entry'])
  })

  it.each([
    ['Find leadership where somebody speaks up.', []],
    ['Find it where somebody speaks up.', ['pillar/leadership']],
  ])('are named in the parts when statements are marked with them: %s', (text, expected) => {
    const edition = {
      ...withStatements(at('entry', 'leadership')),
      pillars: [
        { slug: 'leadership', name: 'Leadership', meaning: 'Leading' },
        { slug: 'professional-practice', name: 'Professional practice', meaning: 'Not used' },
      ],
      parts: [
        {
          number: 5,
          title: 'Part',
          sections: [{ id: 'a', heading: 'A', paragraphs: [text], points: [] }],
        },
      ],
    } as const
    expect(found(unexplainedPillars, edition)).toEqual(expected)
  })
})

describe('the terms of the glossary (R50, R37)', () => {
  it.each([
    ['A carer', []],
    ['CARERS', []],
    ['Somebody', ['glossary/carer']],
  ])('are used in the text: %s', (summary, expected) => {
    expect(found(orphanTerms, editionOf({ summary, glossary: glossaryOf('carer') }))).toEqual(
      expected,
    )
  })

  it('are not used by standing in the definition of another', () => {
    const glossary = [
      ...glossaryOf('carer'),
      { ...glossaryOf('kin')[0], term: 'kin', forms: [], meaning: 'A carer', includes: [] },
    ]
    expect(found(orphanTerms, editionOf({ summary: 'Kin', glossary }))).toEqual(['glossary/carer'])
  })

  it('take in what the framework says must be explained, once the text says it', () => {
    const rules = rulesOf({
      definitions: [{ requirement: 'R37', term: 'equity', because: 'Why.' }],
    })
    const summary = 'With equity for all'
    expect(found(undefinedTerms, editionOf({ summary }), rules)).toEqual([
      'edition/summary: equity',
    ])
    expect(
      found(undefinedTerms, editionOf({ summary, glossary: glossaryOf('equity') }), rules),
    ).toEqual([])
    expect(found(undefinedTerms, editionOf({ summary: 'For all' }), rules)).toEqual([])
  })

  it('might take in a compound that comes back four times, in any number', () => {
    const summary = 'A sign-off, two sign-offs, a sign-off'
    expect(found(undefinedTerms, editionOf({ summary: `${summary} and a sign-off` }))).toEqual([
      'edition/summary: sign-off',
    ])
    expect(found(undefinedTerms, editionOf({ summary }))).toEqual([])
  })
})

describe('parties (R33, R34, R31)', () => {
  const with_ = (text: string, parties: Statement['parties']) =>
    withStatements(statement('1.1-entry', { text, parties }))
  const at = ['statement/1.1-entry']
  it.each<[string, Statement['parties'], readonly string[]]>([
    [sound, ['person'], []],
    [sound, [], at],
    ['Shows carers how.', ['person'], at],
    ['Shows carers how.', ['person', 'unpaid-carer'], []],
    ['Shows paid and unpaid carers how.', ['person', 'unpaid-carer'], at],
    ['Shows a colleague how.', ['person'], at],
    ['Shows a learner how.', ['person', 'learner'], []],
    ['Asks a family how.', ['person', 'unpaid-carer', 'paid-carer'], at],
    [sound, ['person', 'family'], at],
    [sound, ['person', 'family', 'unpaid-carer', 'paid-carer'], []],
  ])('of “%s”, %j: %j', (text, parties, expected) => {
    expect(found(narrowParties, with_(text, parties))).toEqual(expected)
  })

  it('are those that the framework asks of a section', () => {
    const rule = {
      requirement: 'R33',
      section: '1.1',
      parties: ['colleague'],
      because: 'Why.',
    } as const
    const edition = with_(sound, ['person'])
    expect(found(narrowParties, edition, rulesOf({ parties: [rule] }))).toEqual(at)
    const elsewhere = [
      { ...rule, section: '1.10' },
      { ...rule, capability: 'other' },
    ]
    expect(found(narrowParties, edition, rulesOf({ parties: elsewhere }))).toEqual([])
  })
})

describe('a concept in its place (R09, R22, R38)', () => {
  const rule = { requirement: 'R09', concept: 'equity', words: ['equitable'], because: 'Why.' }
  const edition: Edition = {
    ...withStatements(
      statement('1.1-entry', { text: 'Acts with equity.' }),
      statement('1.1-intermediate', { example: 'With equity.' }),
    ),
    levels: [levelOf('entry')],
    parts: [
      {
        number: 3,
        title: 'Levels',
        sections: [{ id: 'staying', heading: 'In an equitable way', paragraphs: [], points: [] }],
      },
    ],
  }
  it.each<[string, Partial<FrameworkRules['concepts'][number]>, readonly string[]]>([
    ['a domain', { place: 'domain/1' }, []],
    ['a section', { place: 'section/1.1' }, []],
    ['a part by its number', { place: 'part/3' }, []],
    ['a section of a part', { place: 'part/staying' }, []],
    ['a section of a part that has gone', { place: 'part/gone' }, ['edition/title']],
    ['a domain that has gone', { place: 'domain/9' }, ['edition/title']],
    [
      'each of two levels',
      { place: 'section/1.1', levels: ['entry', 'intermediate'] },
      ['statement/1.1-intermediate'],
    ],
    [
      'a level with no statement',
      { place: 'section/1.1', levels: ['assistant-practitioner'] },
      ['section/1.1'],
    ],
    [
      'one capability, at every level',
      { place: 'section/1.1', capability: '1.1' },
      ['statement/1.1-intermediate', 'section/1.1'],
    ],
    ['a level', { place: 'level/entry' }, ['level/entry']],
    ['a list of a level that is empty', { place: 'level/entry/experience' }, ['level/entry']],
  ])('is looked for in %s', (_, place, expected) => {
    const rules = rulesOf({ concepts: [{ ...rule, place: 'domain/1', ...place }] })
    expect(found(conceptMissing, edition, rules)).toEqual(expected)
  })

  it('is one matter where one requirement asks for two in one place', () => {
    const concepts = ['charity', 'voluntary'].map((concept) => ({
      ...rule,
      concept,
      words: [concept],
      place: 'domain/1' as const,
    }))
    const [finding, ...more] = conceptMissing.find(checkedEdition(edition, rulesOf({ concepts })))
    expect(finding?.message).toContain(
      'Domain 1: Domain does not say “charity” or “voluntary”: Why.',
    )
    expect(more).toEqual([])
  })
})

describe('variants (R41)', () => {
  const nhs: Variant = { sector: 'nhs', nation: 'england', text: 'NHS' }
  const care: Variant = { sector: 'social-care', nation: 'england', text: 'Care' }
  const at = (level: string, variants: readonly Variant[]) =>
    statement(`1.1-${level}`, { variants })
  it.each<[string, Statement[], readonly string[]]>([
    ['for the NHS alone', [at('entry', [nhs])], ['statement/1.1-entry']],
    [
      'for social care in another nation',
      [at('entry', [nhs, { ...care, nation: 'wales' }])],
      ['statement/1.1-entry'],
    ],
    [
      'for social care in every nation',
      [at('entry', [nhs, { sector: 'social-care', text: 'Care' }])],
      [],
    ],
    ['for both', [at('entry', [nhs, care])], []],
    [
      'at one level and not at another',
      [at('entry', [care]), at('intermediate', [])],
      ['statement/1.1-intermediate'],
    ],
  ])('%s', (_, statements, expected) => {
    expect(found(unmatchedVariants, withStatements(...statements))).toEqual(expected)
  })
})

describe('a level (R19)', () => {
  it.each([
    ['A full job, done well.', []],
    ['Only carries out tasks.', ['Only']],
    ['A basic role, and a stepping stone.', ['stepping stone', 'basic']],
  ])('is a job in its own right: %s', (summary, words) => {
    const levels = [{ ...levelOf('entry'), summary }]
    expect(found(levelAsLess, editionOf({ levels }))).toEqual(
      words.map((word) => `level/entry/summary: ${word}`),
    )
  })

  it.each([
    ['Move to another level when you want to.', ['part/3']],
    ['Move to another level, or stay.', []],
  ])('may be stayed at, says the part on levels: %s', (text, expected) => {
    const parts = [
      {
        number: 3,
        title: 'Levels and pathways',
        sections: [{ id: 'a', heading: 'A', paragraphs: [text], points: [] }],
      },
    ]
    expect(found(levelAsLess, editionOf({ parts }))).toEqual(expected)
  })
})

describe('an example (R17)', () => {
  it.each([
    ['Sets out the chairs.', ['statement/1.1-entry/example']],
    ['Sets out the chairs so they stand well.', ['statement/1.1-entry/example']],
    ['Sets out the chairs also that one.', ['statement/1.1-entry/example']],
    ['Sets out the chairs so thatched roofs hold.', ['statement/1.1-entry/example']],
    ['Sets out the chairs so that people can turn.', []],
    [undefined, []],
  ])('says what its task is for: %s', (example, expected) => {
    expect(
      found(exampleWithoutPurpose, withStatements(statement('1.1-entry', { example }))),
    ).toEqual(expected)
  })

  it.each([
    ['Uses strategies at home.', ['strategies']],
    ['Shows the techniques that were agreed.', ['techniques']],
    ['Shows breathing techniques.', []],
    ['Shows techniques such as pacing.', []],
    ['Uses a tool for reaching.', []],
    ['Tries the equipment that he chose.', []],
  ])('says which: %s', (example, words) => {
    expect(found(vagueWords, withStatements(statement('1.1-entry', { example })))).toEqual(
      words.map((word) => `statement/1.1-entry/example: ${word}`),
    )
  })
})

describe('the professions (R15)', () => {
  const twelve = 'Practises everyday things with you at your own pace, in your own kitchen.'
  it('have as much said of each', () => {
    const roles = [
      roleOf('a', twelve),
      roleOf('b', twelve),
      roleOf('c', twelve),
      roleOf('d', 'Sees to equipment.'),
    ]
    expect(found(rolesOutOfLine, editionOf({ roles }))).toEqual(['role/d/support-worker-does/0'])
    expect(found(rolesOutOfLine, editionOf({ roles: roles.slice(1) }))).toEqual([])
    const long = roleOf('d', `${twelve} ${twelve} ${twelve}`)
    expect(found(rolesOutOfLine, editionOf({ roles: [...roles.slice(0, 3), long] }))).toEqual([
      'role/d/support-worker-does/0',
    ])
  })

  it('are not said to help where the others enable', () => {
    const helps = 'Helps you with your everyday things, and assists you to get out of the house.'
    const roles = [
      roleOf('a', twelve),
      roleOf('b', twelve),
      roleOf('c', twelve),
      roleOf('d', helps),
    ]
    expect(found(rolesOutOfLine, editionOf({ roles }))).toEqual(['role/d'])
  })
})

describe('the points of a list (R13)', () => {
  it.each([
    [['Use it to plan.', 'Use it to teach.', 'Progression is to be made.'], ['2: Progression']],
    [['Use it to plan.', 'Use it to teach.', 'Use it to learn'], ['2: n']],
    [['Enables each try.', 'Encourages each try.', 'Facilitates each try.', 'A try.'], ['3: A']],
    [['Use it to plan.', 'Progression is to be made.'], []],
    [['One way.', 'Another way.', 'This way.'], []],
  ])('are in step: %j', (points, expected) => {
    const parts = [
      { number: 1, title: 'Part', sections: [{ id: 'a', heading: 'A', paragraphs: [], points }] },
    ]
    expect(found(listsOutOfStep, editionOf({ parts }))).toEqual(
      expected.map((point) => `part/a/points/${point}`),
    )
  })
})

describe('two capabilities', () => {
  const text = 'Tells people in plain words who can answer their question about equipment.'
  it('in nearly the same words are pointed at once, at the later', () => {
    const levels = levelSlugs.flatMap((level) => [
      statement(`1.1-${level}`, { capability: 'one', text }),
      statement(`1.1.2-${level}`, { capability: 'two', text: text.replace('equipment', 'tools') }),
    ])
    expect(found(nearDuplicates, withStatements(...levels))).toHaveLength(1)
    expect(
      found(
        nearDuplicates,
        withStatements(statement('1.1-entry', { text }), statement('1.1-intermediate', { text })),
      ),
    ).toEqual([])
  })
})

function levelOf(slug: Level['slug']): Level {
  return { slug, name: 'Entry', summary: 'A job', education: [], experience: [], values: [] }
}

function roleOf(profession: string, does: string): ProfessionRole {
  return {
    ...{ profession, name: profession, registeredTitle: 'x', supportTitles: [], regulator: 'x' },
    ...{ registerAddress: 'x', about: 'It is about moving well.', supportWorkerDoes: [does] },
    ...{ registeredProfessionalDoes: [], examples: [] },
  }
}
