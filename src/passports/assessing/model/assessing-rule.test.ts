import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edition, levelSlugs } from '../../../frameworks/model/framework.ts'
import {
  aboutWords,
  mayAssess,
  needsSecond,
  type RuleLine,
  type RuleTerms,
  unwrittenRule,
  whoWords,
  whyNotAssess,
} from './assessing-rule.ts'
import { checkRule } from './check-rule.ts'

const statement = (code: string, highRisk: boolean) => ({ code, highRisk })
const level = (slug: string) => ({ slug, name: slug })
// Only what the rule looks at.
const edition = {
  levels: levelSlugs.map(level),
  domains: [
    {
      number: 1,
      title: 'People',
      sections: [{ code: '1.1', statements: [statement('1.1-entry', false)] }],
    },
    {
      number: 3,
      title: 'Safety',
      sections: [
        {
          code: '3.9',
          statements: [statement('3.9-entry', true), statement('3.9-intermediate', true)],
        },
      ],
    },
  ],
} as unknown as Edition

const names = new Map([['physiotherapy', 'Physiotherapist']])
const line = (over: Partial<RuleLine> = {}): RuleLine => ({
  ...{ highRisk: false, who: 'registered', professions: [] },
  ...over,
})
const rule = (...lines: RuleLine[]): RuleTerms => ({ lines, second: 'none' })
const nobody: readonly string[] = []
const physio = ['physiotherapy']

describe('who may sign a statement', () => {
  it.each<[string, RuleTerms, string, readonly string[], boolean]>([
    ['nothing is written', unwrittenRule, '3.9-entry', nobody, true],
    ['all need a registration', rule(line()), '1.1-entry', nobody, false],
    ['all need a registration that is there', rule(line()), '1.1-entry', physio, true],
    ['another profession', rule(line({ professions: ['dietetics'] })), '1.1-entry', physio, false],
    ['one of the professions', rule(line({ professions: physio })), '1.1-entry', physio, true],
    ['another domain', rule(line({ domain: 3 })), '1.1-entry', nobody, true],
    ['the domain', rule(line({ domain: 3 })), '3.9-entry', nobody, false],
    ['another level', rule(line({ level: 'intermediate' })), '3.9-entry', nobody, true],
    ['the level', rule(line({ level: 'intermediate' })), '3.9-intermediate', nobody, false],
    ['only higher-risk ones', rule(line({ highRisk: true })), '1.1-entry', nobody, true],
    ['higher-risk', rule(line({ highRisk: true })), '3.9-entry', nobody, false],
    [
      'an earlier line says experienced',
      rule(line({ domain: 3, who: 'experienced' }), line()),
      '3.9-entry',
      nobody,
      true,
    ],
  ])('%s', (_, terms, code, professions, expected) => {
    const asked = { edition, code }
    expect(mayAssess(terms, asked, { professions })).toBe(expected)
    const why = whyNotAssess(terms, asked, { professions, names })
    expect(why === undefined).toBe(expected)
    if (why !== undefined) expect(why).toContain(code)
  })

  it('never refuses more when somebody holds another registration', () => {
    const someLine = fc.record({
      domain: fc.option(fc.constantFrom(1, 3), { nil: undefined }),
      level: fc.option(fc.constantFrom(...levelSlugs), { nil: undefined }),
      highRisk: fc.boolean(),
      who: fc.constantFrom('experienced' as const, 'registered' as const),
      professions: fc.subarray(['physiotherapy', 'dietetics', 'nursing']),
    })
    const held = fc.subarray(['physiotherapy', 'dietetics', 'nursing'])
    const codes = fc.constantFrom('1.1-entry', '3.9-entry', '3.9-intermediate')
    fc.assert(
      fc.property(fc.array(someLine), held, held, codes, (lines, some, more, code) => {
        const asked = { edition, code }
        const both = [...some, ...more]
        if (!mayAssess(rule(...lines), asked, { professions: some })) return
        expect(mayAssess(rule(...lines), asked, { professions: both })).toBe(true)
      }),
    )
  })
})

describe('a rule in words', () => {
  it.each([
    [line(), 'All statements'],
    [line({ domain: 3 }), 'Statements of domain 3 (Safety)'],
    [line({ highRisk: true, level: 'entry' }), 'Higher-risk statements, entry level'],
  ])('%j', (one, expected) => expect(aboutWords(one, edition)).toBe(expected))

  it('names the professions', () => {
    expect(whoWords(line({ professions: physio }), names)).toContain('(physiotherapist)')
  })
})

describe('a second assessor', () => {
  it.each([
    ['high-risk', '3.9-entry', true],
    ['high-risk', '1.1-entry', false],
    ['none', '3.9-entry', false],
  ] as const)('with %s for %s: %s', (second, code, expected) => {
    expect(needsSecond({ lines: [], second }, { edition, code })).toBe(expected)
  })
})

describe('what a rule would do', () => {
  it.each<[string, RuleTerms, readonly (readonly string[])[], readonly string[]]>([
    ['nobody signs off there', unwrittenRule, [], ['nobody-may-sign']],
    ['somebody does', unwrittenRule, [nobody], []],
    ['nobody is registered', rule(line({ domain: 3 })), [nobody], ['nobody-may-sign']],
    ['one, where two are needed', { lines: [], second: 'high-risk' }, [nobody], ['nobody-second']],
    ['two, where two are needed', { lines: [], second: 'high-risk' }, [nobody, nobody], []],
  ])('%s', (_, terms, held, codes) => {
    const assessors = held.map((professions) => ({ professions }))
    expect(checkRule(terms, { edition, assessors }).map(({ code }) => code)).toEqual(codes)
  })
})
