import { describe, expect, it } from 'vitest'
import type { Change, Insertable, Target } from './amendment.ts'
import { applyChange } from './apply-change.ts'
import type { Edition, Section, Statement } from './framework.ts'

function statement(code: string, changes: Partial<Statement> = {}): Statement {
  return {
    ...{ code, capability: 'c', text: `Text of ${code}`, pillars: [], professions: [] },
    ...{ parties: [], settings: [], variants: [], highRisk: false, ...changes },
  }
}

const points = Array.from({ length: 12 }, (_, at) => `Point ${at}`)
const first = statement('7.1-entry', { example: 'Like this' })
const second = statement('7.1-intermediate', { variants: [{ sector: 'nhs', text: 'In it' }] })
const section: Section = { code: '7.1', title: 'One', about: 'About', statements: [first, second] }
const edition: Edition = {
  ...{ slug: 'small', version: '1', title: 'Users and user-led work', status: 'draft' },
  ...{ steward: 'Nobody', notice: 'A test', summary: 'aXa aXa', levels: [], pillars: [] },
  parts: [{ number: 1, title: 'P', sections: [{ id: 'a', heading: 'h', paragraphs: [], points }] }],
  domains: [
    { number: 7, title: 'D', purpose: 'p', sections: [section, { ...section, code: '7.2' }] },
  ],
  roles: [],
  glossary: [],
  terms: [],
}

function changed(change: Change, given = edition): Edition {
  const outcome = applyChange(given, change)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome.edition
}

function faultsOf(change: Change, given = edition) {
  const outcome = applyChange(given, change)
  return outcome.ok ? [] : outcome.faults
}

const sectionsOf = (given: Edition) => given.domains.flatMap(({ sections }) => sections)
const statementsIn = (given: Edition) => sectionsOf(given)[0]?.statements.map(({ code }) => code)
const pointsOf = (given: Edition) => given.parts[0]?.sections[0]?.points

function insert(target: Target, value: Insertable, after?: Target): Change {
  return { kind: 'insert', target, value, after }
}

function remove(target: Target, value: Insertable, after?: Target): Change {
  return { kind: 'delete', target, value, after }
}

describe('a change', () => {
  it('keeps all that it does not touch, the very same', () => {
    const after = changed({
      kind: 'replace',
      target: 'section/7.2/title',
      before: 'One',
      after: 'Two',
    })
    expect(sectionsOf(after).map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(sectionsOf(after)[0]).toBe(section)
    expect(after.parts).toBe(edition.parts)
  })

  it('takes a field out, so that it is not there at all', () => {
    const target = 'statement/7.1-entry/example'
    const after = changed({ kind: 'set', target, before: 'Like this', after: null })
    expect(Object.keys(sectionsOf(after)[0]?.statements[0] ?? {})).toEqual(
      Object.keys(first).filter((key) => key !== 'example'),
    )
  })

  it('sets a whole field', () => {
    const target = 'section/7.1/about'
    const after = changed({ kind: 'set', target, before: 'About', after: 'Else' })
    expect(sectionsOf(after)[0]).toEqual({ ...section, about: 'Else' })
    const steward = { target: 'edition/steward', before: 'Nobody', after: 'Somebody' } as const
    expect(changed({ kind: 'set', ...steward }).steward).toBe('Somebody')
  })

  it('puts a statement first, or after its neighbour, and takes it out there', () => {
    const third = statement('7.1.2-entry')
    const target = 'statement/7.1.2-entry'
    const codes = ['7.1-entry', '7.1-intermediate']
    expect(statementsIn(changed(insert(target, third)))).toEqual([third.code, ...codes])
    const middle = insert(target, third, 'statement/7.1-entry')
    expect(statementsIn(changed(middle))).toEqual(['7.1-entry', third.code, '7.1-intermediate'])
    const last = insert(target, third, 'statement/7.1-intermediate')
    expect(statementsIn(changed(last))).toEqual([...codes, third.code])
    expect(statementsIn(changed(remove('statement/7.1-entry', first)))).toEqual(codes.slice(1))
  })

  it('puts a text into a list, up to its end, and takes it out', () => {
    const [target, text] = ['part/a/points/1' as const, 'New']
    expect(pointsOf(changed(insert(target, { text })))).toEqual(points.toSpliced(1, 0, text))
    expect(pointsOf(changed(insert('part/a/points/12', { text })))).toEqual([...points, text])
    expect(pointsOf(changed(remove('part/a/points/10', { text: 'Point 10' })))).toEqual(
      points.toSpliced(10, 1),
    )
  })

  it('puts a variant in whole, also one that holds for all', () => {
    const variant = { nation: 'wales', text: 'In Wales' } as const
    const after = changed(insert('statement/7.1-intermediate/variants/1', variant))
    expect(sectionsOf(after)[0]?.statements[1]?.variants).toEqual([...second.variants, variant])
  })

  it('of a term takes the longest word first, whole words only, and signs as they are', () => {
    const term = (title: string, ...pairs: readonly [string, string][]) =>
      changed(
        {
          kind: 'term',
          words: pairs.map(([before, after]) => ({ before, after })),
          occurrences: ['edition/title'],
        },
        { ...edition, title },
      ).title
    const pairs: readonly [string, string][] = [
      ['care', 'support'],
      ['care home', 'dwelling'],
    ]
    expect(term('a care home, care, carer', ...pairs)).toBe('a dwelling, support, carer')
    expect(term('a care home, care', ...pairs.toReversed())).toBe('a dwelling, support')
    expect(term('an A.H.P. and an AxHxPx', ['A.H.P', 'AHP'])).toBe('an AHP. and an AxHxPx')
    expect(term('écare care2 care', ['care', 'help'])).toBe('écare care2 help')
  })
})

describe('a change that cannot be carried out', () => {
  const set = (target: Target, before: string | null, after: string | string[] | null): Change => ({
    ...{ kind: 'set', target, before, after },
  })
  const term = (...occurrences: readonly Target[]): Change => ({
    kind: 'term',
    words: [
      { before: 'Users', after: 'user' },
      { before: 'gone', after: 'lost' },
    ],
    occurrences,
  })
  const third = statement('7.1.2-entry')
  it.each<[string, Change, string, readonly string[]]>([
    [
      'an empty quote',
      { kind: 'replace', target: 'edition/title', before: '', after: 'x' },
      'amendment-quote-empty',
      ['before and after'],
    ],
    [
      'nothing in the place of a quote',
      { kind: 'replace', target: 'edition/title', before: 'Users', after: '' },
      'amendment-quote-empty',
      ['before and after'],
    ],
    [
      'a quote in a list',
      { kind: 'replace', target: 'part/a/points', before: 'Point 1', after: 'x' },
      'amendment-target-missing',
      ['part/a/points'],
    ],
    [
      'a quote that is not there',
      { kind: 'replace', target: 'edition/title', before: 'lost', after: 'x' },
      'amendment-quote-missing',
      ['"lost"'],
    ],
    [
      'a quote that stands twice',
      { kind: 'replace', target: 'edition/summary', before: 'aXa', after: 'b' },
      'amendment-quote-ambiguous',
      ['"aXa"', 'more than once'],
    ],
    [
      'new words that stand there already',
      { kind: 'replace', target: 'edition/title', before: 'Users', after: 'work' },
      'amendment-quote-ambiguous',
      ['"work"'],
    ],
    [
      'a text of nothing',
      { kind: 'replace', target: 'section/7.9/title', before: 'a', after: 'b' },
      'amendment-target-missing',
      ['section/7.9/title'],
    ],
    [
      'a field that is absent',
      set('section/7.1/cites', '7.1', null),
      'amendment-value-differs',
      ['null'],
    ],
    ['another value', set('edition/title', 'x', 'y'), 'amendment-value-differs', ['"Users and']],
    [
      'a list for a text',
      set('edition/steward', 'Nobody', ['x']),
      'amendment-value-shape',
      ['string', 'a list'],
    ],
    [
      'nothing for a text',
      set('edition/steward', 'Nobody', null),
      'amendment-value-shape',
      ['string', 'nothing'],
    ],
    ['a field of nothing', set('edition/x', null, 'y'), 'amendment-target-missing', ['edition/x']],
    [
      'a term in nothing',
      term('section/7.9/title'),
      'amendment-target-missing',
      ['section/7.9/title'],
    ],
    ['a term in a list', term('part/a/points'), 'amendment-target-missing', ['part/a/points']],
    [
      'a term that is not there',
      term('edition/steward'),
      'amendment-quote-missing',
      ['"Users", "gone"'],
    ],
    [
      'a term whose new word is there',
      term('edition/title'),
      'amendment-not-reversible',
      ['"user", "lost"'],
    ],
    [
      'a member of nothing',
      insert('part/b/points/0', { text: 'x' }),
      'amendment-target-missing',
      ['part/b/points/0'],
    ],
    [
      'a member of a text',
      insert('edition/title/0', { text: 'x' }),
      'amendment-target-missing',
      ['edition/title/0'],
    ],
    [
      'a member past the end',
      insert('part/a/points/13', { text: 'x' }),
      'amendment-place-missing',
      ['entry 12'],
    ],
    [
      'another member',
      remove('part/a/points/1', { text: 'Point 2' }),
      'amendment-value-differs',
      ['not what'],
    ],
    [
      'a member past the last',
      remove('part/a/points/12', { text: 'x' }),
      'amendment-value-differs',
      ['not what'],
    ],
    [
      'a statement of no section',
      insert('statement/7.9-entry', statement('7.9-entry')),
      'amendment-target-missing',
      ['statement/7.9-entry'],
    ],
    [
      'a statement of another name',
      insert('statement/7.1.2-entry', first),
      'amendment-value-differs',
      ['not what'],
    ],
    [
      'a statement that is there',
      insert('statement/7.1-entry', first, 'statement/7.1-intermediate'),
      'amendment-target-exists',
      ['already'],
    ],
    [
      'a statement after one that is not there',
      insert('statement/7.1.2-entry', third, 'statement/7.1.9-entry'),
      'amendment-place-missing',
      ['statement/7.1.9-entry'],
    ],
    [
      'a statement after one of another section',
      insert('statement/7.1.2-entry', third, 'statement/7.2-entry'),
      'amendment-place-missing',
      ['statement/7.2-entry'],
    ],
    [
      'a statement after a section',
      insert('statement/7.1.2-entry', third, 'section/7.1'),
      'amendment-place-missing',
      ['section/7.1'],
    ],
    [
      'a statement after nothing that there is',
      insert('statement/7.1.2-entry', third, 'statement/9.9-entry'),
      'amendment-place-missing',
      ['statement/9.9-entry'],
    ],
    [
      'a statement to take out that is not there',
      remove('statement/7.1.2-entry', third),
      'amendment-target-missing',
      ['statement/7.1.2-entry'],
    ],
    [
      'a statement to take out that reads otherwise',
      remove('statement/7.1-entry', { ...first, text: 'Else' }),
      'amendment-value-differs',
      ['not what'],
    ],
    [
      'a statement to take out first that is not the first',
      remove('statement/7.1-intermediate', second),
      'amendment-place-missing',
      ['nothing'],
    ],
    [
      'a statement to take out after itself',
      remove('statement/7.1-entry', first, 'statement/7.1-intermediate'),
      'amendment-place-missing',
      ['statement/7.1-intermediate'],
    ],
  ])('is told of for %s', (_, change, code, words) => {
    const given = { ...edition, domains: [...edition.domains] }
    const found = faultsOf(change, given)
    expect(found.map((finding) => finding.code)).toEqual([code])
    expect(found[0]?.at).toBe(change.kind === 'term' ? change.occurrences[0] : change.target)
    for (const word of words) expect(found[0]?.message).toContain(word)
  })

  it('tells of every place of a term that is at fault', () => {
    const found = faultsOf(term('edition/steward', 'section/7.9/title', 'edition/title'))
    expect(found.map(({ code }) => code)).toEqual([
      'amendment-quote-missing',
      'amendment-target-missing',
      'amendment-not-reversible',
    ])
  })
})
