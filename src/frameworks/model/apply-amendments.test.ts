import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amendment, Change, Target } from './amendment.ts'
import { applyAmendments, undoAmendments } from './apply-amendments.ts'
import type { Edition, LevelSlug, Statement } from './framework.ts'
import { listChanges } from './list-changes.ts'

function statement(code: string, text: string): Statement {
  return {
    code,
    capability: 'role-model',
    text,
    pillars: ['leadership'],
    professions: [],
    parties: ['colleague'],
    settings: [],
    variants: [],
    highRisk: false,
  }
}

const edition: Edition = {
  slug: 'small',
  version: '1',
  title: 'A capability framework',
  status: 'draft',
  steward: 'Nobody',
  notice: 'A test',
  summary: 'Small',
  levels: (['entry', 'intermediate'] as const).map((slug: LevelSlug) => ({
    slug,
    name: slug,
    summary: `Work at the ${slug} level`,
    education: ['A course', 'Another course'],
    experience: [],
    values: [],
  })),
  pillars: [],
  parts: [
    {
      number: 1,
      title: 'How to use it',
      sections: [
        { id: 'workers', heading: 'Workers', paragraphs: ['Read it.'], points: ['One', 'Two'] },
        { id: 'managers', heading: 'Managers', paragraphs: ['Plan with it.'], points: [] },
      ],
    },
  ],
  domains: [
    {
      number: 7,
      title: 'Leadership',
      purpose: 'Leading people',
      sections: [
        {
          code: '7.1',
          title: 'Being a role model',
          statements: [
            statement('7.1-entry', 'Shows people the values of the service to people.'),
            statement('7.1-intermediate', 'Talks people through the values.'),
          ],
        },
        { code: '7.2', title: 'Teamwork', statements: [] },
      ],
    },
  ],
  roles: [
    {
      profession: 'podiatry',
      name: 'Podiatry',
      registeredTitle: 'Podiatrist',
      supportTitles: ['Podiatry assistant'],
      regulator: 'HCPC',
      registerAddress: 'https://example.org',
      about: 'Feet',
      supportWorkerDoes: ['Looks at feet'],
      registeredProfessionalDoes: ['Plans'],
      examples: [
        {
          level: 'entry',
          person: 'Walks',
          supportWorker: 'Walks along',
          registeredProfessional: 'Plans',
        },
      ],
    },
  ],
  glossary: [{ term: 'Grow your own', forms: [], meaning: 'Growing a workforce', includes: [] }],
  terms: [{ use: 'people', insteadOf: ['users'], because: 'kind', owner: 'us', audience: 'all' }],
}

function amend(change: Change, id = 'a-001'): Amendment {
  return { id, requirements: ['R40'], reason: 'because', sources: [], change }
}

function replace(target: Target, before: string, after: string): Change {
  return { kind: 'replace', target, before, after }
}

const possible: readonly Change[] = [
  replace('edition/title', 'capability', 'competency'),
  replace('domain/7/purpose', 'Leading', 'Following'),
  replace('section/7.1/title', 'Being', 'Seeing'),
  replace('statement/7.1-entry/text', 'Shows people', 'Tells folk'),
  replace('part/workers/points/1', 'Two', 'Three'),
  replace('part/1/title', 'use it', 'read it'),
  replace('level/entry/education/0', 'A course', 'No course'),
  replace('role/podiatry/entry/support-worker', 'along', 'ahead'),
  replace('role/podiatry/about', 'Feet', 'Toes'),
  replace('glossary/grow-your-own/meaning', 'Growing', 'Finding'),
  { kind: 'set', target: 'statement/7.1-entry/parties', before: ['colleague'], after: ['learner'] },
  { kind: 'set', target: 'statement/7.1-entry/example', before: null, after: 'Like this' },
  {
    kind: 'set',
    target: 'statement/7.1-intermediate/variants',
    before: [],
    after: [{ sector: 'nhs', text: 'x' }],
  },
  {
    kind: 'insert',
    target: 'statement/7.1.2-entry',
    value: statement('7.1.2-entry', 'Also'),
    after: 'statement/7.1-entry',
  },
  {
    kind: 'insert',
    target: 'section/7.3',
    value: { code: '7.3', title: 'New', statements: [] },
    after: 'section/7.2',
  },
  {
    kind: 'insert',
    target: 'part/1/sections/people',
    value: { id: 'people', heading: 'People', paragraphs: [], points: [] },
  },
  {
    kind: 'insert',
    target: 'glossary/equity',
    value: { term: 'Equity', forms: [], meaning: 'Fair', includes: [] },
    after: 'glossary/grow-your-own',
  },
  { kind: 'insert', target: 'part/workers/points/0', value: { text: 'Nought' } },
  {
    kind: 'delete',
    target: 'statement/7.1-intermediate',
    value: statement('7.1-intermediate', 'Talks people through the values.'),
    after: 'statement/7.1-entry',
  },
  {
    kind: 'insert',
    target: 'statement/7.1-entry/variants/0',
    value: { sector: 'nhs', text: 'In the NHS' },
  },
  {
    kind: 'delete',
    target: 'term/people',
    value: { use: 'people', insteadOf: ['users'], because: 'kind', owner: 'us', audience: 'all' },
  },
  {
    kind: 'term',
    words: [{ before: 'people', after: 'persons' }],
    occurrences: ['statement/7.1-entry/text', 'statement/7.1-intermediate/text'],
  },
]

/** Any order and choice of changes, each kept only where it can be carried out after those before. */
const sequences = fc.shuffledSubarray([...possible]).map((changes) =>
  changes.reduce<Amendment[]>((kept, change) => {
    const longer = kept.concat(amend(change, `a-${kept.length}`))
    return applyAmendments(edition, longer).ok ? longer : kept
  }, []),
)

function applied(start: Edition, amendments: readonly Amendment[]): Edition {
  const result = applyAmendments(start, amendments)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.edition
}

function undone(start: Edition, amendments: readonly Amendment[]): Edition {
  const result = undoAmendments(start, amendments)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.edition
}

describe('amendments', () => {
  it.each(possible.map((change) => [change]))('can carry out and undo %j', (change) => {
    const after = applied(edition, [amend(change)])
    expect(after).not.toEqual(edition)
    expect(undone(after, [amend(change)])).toEqual(edition)
  })

  it('give the consulted edition back when undone, in any order and choice', () => {
    fc.assert(
      fc.property(sequences, (amendments) => {
        expect(undone(applied(edition, amendments), amendments)).toEqual(edition)
      }),
    )
  })

  it('give the amended edition back when undone and applied again', () => {
    fc.assert(
      fc.property(sequences, (amendments) => {
        const after = applied(edition, amendments)
        expect(applied(undone(after, amendments), amendments)).toEqual(after)
      }),
    )
  })

  it('replace any range of any text so that it can be undone, or refuse', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '$', '&', ' '), maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, texts, texts, (start, before, end, after) => {
        const held: Edition = { ...edition, summary: start + before + end }
        const amendments = [amend(replace('edition/summary', before, after))]
        const result = applyAmendments(held, amendments)
        if (!result.ok) return
        expect(result.edition.summary).toBe(held.summary.split(before).join(after))
        expect(undone(result.edition, amendments)).toEqual(held)
      }),
    )
  })

  it('change a term in any text so that it can be undone, or refuse', () => {
    const texts = fc.array(fc.constantFrom('user', 'users', 'person', 'people', 'the', ','))
    fc.assert(
      fc.property(texts, (words) => {
        const held: Edition = { ...edition, summary: words.join(' ') }
        const amendments = [
          amend({
            kind: 'term',
            words: [
              { before: 'users', after: 'people' },
              { before: 'user', after: 'person' },
            ],
            occurrences: ['edition/summary'],
          }),
        ]
        const result = applyAmendments(held, amendments)
        const mixed = /user/.test(held.summary) && /person|people/.test(held.summary)
        const clear = /user/.test(held.summary) && !mixed
        if (clear) expect(result.ok).toBe(true)
        if (!result.ok) return
        expect(result.edition.summary).not.toMatch(/user/)
        expect(undone(result.edition, amendments)).toEqual(held)
      }),
    )
  })

  it.each<[string, Change]>([
    ['amendment-target-missing', replace('statement/9.9-entry/text', 'a', 'b')],
    ['amendment-target-missing', replace('statement/7.1-entry/parties', 'a', 'b')],
    ['amendment-target-missing', replace('statement/7.1-entry/constructor', 'a', 'b')],
    ['amendment-target-missing', replace('part/workers/points/length', '2', '3')],
    ['amendment-target-missing', replace('role/podiatry/intermediate/person', 'a', 'b')],
    ['amendment-quote-missing', replace('statement/7.1-entry/text', 'Hides', 'Shows')],
    ['amendment-quote-ambiguous', replace('statement/7.1-entry/text', 'people', 'folk')],
    ['amendment-quote-ambiguous', replace('statement/7.1-entry/text', 'Shows people', 'the')],
    ['amendment-quote-empty', replace('edition/title', '', 'x')],
    ['amendment-quote-empty', replace('edition/title', 'A', '')],
    [
      'amendment-value-differs',
      { kind: 'set', target: 'statement/7.1-entry/parties', before: ['public'], after: [] },
    ],
    [
      'amendment-value-shape',
      { kind: 'set', target: 'edition/summary', before: 'Small', after: null },
    ],
    [
      'amendment-target-exists',
      { kind: 'insert', target: 'section/7.2', value: { code: '7.2', title: 'x', statements: [] } },
    ],
    [
      'amendment-value-differs',
      { kind: 'insert', target: 'section/7.3', value: { code: '7.4', title: 'x', statements: [] } },
    ],
    [
      'amendment-value-differs',
      { kind: 'delete', target: 'section/7.1', value: { code: '7.1', title: 'x', statements: [] } },
    ],
    [
      'amendment-place-missing',
      {
        kind: 'insert',
        target: 'section/7.3',
        value: { code: '7.3', title: 'x', statements: [] },
        after: 'section/7.8',
      },
    ],
    [
      'amendment-quote-missing',
      {
        kind: 'term',
        words: [{ before: 'user', after: 'person' }],
        occurrences: ['edition/title'],
      },
    ],
    [
      'amendment-not-reversible',
      {
        kind: 'term',
        words: [{ before: 'Shows', after: 'people' }],
        occurrences: ['statement/7.1-entry/text'],
      },
    ],
  ])('refuse with %s, naming the amendment and changing nothing: %j', (code, change) => {
    const good = amend(replace('edition/title', 'A', 'The'), 'a-007')
    const result = applyAmendments(edition, [good, amend(change, 'a-008')])
    expect(result).toEqual({
      ok: false,
      findings: [{ code, at: expect.stringContaining('a-008 '), message: expect.any(String) }],
    })
  })

  it('refuse two amendments of one id', () => {
    const one = amend(replace('edition/title', 'A ', 'The '))
    const two = amend(replace('edition/summary', 'Small', 'Big'))
    const result = applyAmendments(edition, [one, two])
    expect(result).toMatchObject({
      ok: false,
      findings: [{ code: 'amendment-id-twice', at: 'a-001' }],
    })
  })

  it('report every fault at once', () => {
    const result = applyAmendments(edition, [
      amend(replace('edition/title', 'x', 'y'), 'a-001'),
      amend(replace('edition/nothing', 'x', 'y'), 'a-002'),
    ])
    expect(result.ok ? [] : result.findings.map(({ at }) => at.slice(0, 5))).toEqual([
      'a-001',
      'a-002',
    ])
  })

  it('are listed with where, what, before, after and why', () => {
    const rows = listChanges(possible.map((change, index) => amend(change, `a-${index}`)))
    expect(rows).toHaveLength(possible.length)
    expect(rows.find(({ id }) => id === 'a-4')).toEqual({
      id: 'a-4',
      page: undefined,
      requirements: ['R40'],
      sources: [],
      targets: ['part/workers/points/1'],
      where: 'part workers, points 2',
      what: 'reworded',
      before: 'Two',
      after: 'Three',
      why: 'because',
    })
    expect(rows.every(({ before, after }) => before !== after)).toBe(true)
  })
})
