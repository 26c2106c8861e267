import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../test/small-edition.ts'
import { NotFound } from '../../errors.ts'
import { countStatements, findStatements, type StatementFilter } from './find-statements.ts'
import {
  type Domain,
  levelOf,
  levelSlugs,
  pillarSlugs,
  type Statement,
  statementsOf,
} from './framework.ts'
import { findSection, findStatement, sectionOf } from './look-up.ts'
import { showEdition } from './show-edition.ts'

function domain(number: number, statements: readonly Statement[]): Domain {
  const codes = [...new Set(statements.map(({ code }) => sectionOf(code)))]
  const sections = codes.map((code) => ({
    ...{ code, title: `Section ${code}`, cites: '9.9', about: 'About it' },
    statements: statements.filter((one) => sectionOf(one.code) === code),
  }))
  return { number, title: `Domain ${number}`, purpose: `Purpose ${number}`, sections }
}

const edition = editionOf({
  domains: [
    domain(1, [
      statement('1.1-entry', { pillars: ['leadership'] }),
      statement('1.1-intermediate', { pillars: ['leadership', 'professional-practice'] }),
      statement('1.1.2-entry', { pillars: ['professional-practice'], professions: ['dietetics'] }),
      statement('1.2-entry', { professions: ['dietetics', 'radiography'] }),
    ]),
    domain(2, [statement('2.1-assistant-practitioner', { pillars: ['leadership'] })]),
  ],
  roles: ['dietetics', 'radiography'].map((profession) => ({
    ...{ profession, name: profession, registeredTitle: 't', supportTitles: [], regulator: 'r' },
    ...{ registerAddress: 'a', about: 'a', supportWorkerDoes: [], registeredProfessionalDoes: [] },
    examples: [],
  })),
})
const codes = statementsOf(edition).map(({ code }) => code)
const found = (filter: StatementFilter) => findStatements(edition, filter).map(({ code }) => code)

describe('statements', () => {
  it.each<[StatementFilter, readonly string[]]>([
    [{}, codes],
    [{ level: 'entry' }, ['1.1-entry', '1.1.2-entry', '1.2-entry']],
    [{ pillar: 'professional-practice' }, ['1.1-intermediate', '1.1.2-entry']],
    [
      { profession: 'radiography' },
      ['1.1-entry', '1.1-intermediate', '1.2-entry', '2.1-assistant-practitioner'],
    ],
    [{ level: 'entry', pillar: 'leadership' }, ['1.1-entry']],
    [{ level: 'intermediate', profession: 'dietetics' }, ['1.1-intermediate']],
    [{ found: [] }, []],
    [
      { found: ['1.2-entry', 'gone', '1.1-entry', '1.1-intermediate'] },
      ['1.2-entry', '1.1-entry', '1.1-intermediate'],
    ],
    [
      { found: ['1.2-entry', '1.1-intermediate', '1.1-entry'], level: 'entry' },
      ['1.2-entry', '1.1-entry'],
    ],
  ])('for %j are %j', (filter, expected) => {
    expect(found(filter)).toEqual(expected)
  })

  it('are counted for each choice as they would then be found, the other choices staying', () => {
    const filters = fc.record({
      level: fc.option(fc.constantFrom(...levelSlugs), { nil: undefined }),
      pillar: fc.option(fc.constantFrom(...pillarSlugs), { nil: undefined }),
      profession: fc.option(fc.constantFrom('dietetics', 'radiography'), { nil: undefined }),
      found: fc.option(fc.subarray(codes), { nil: undefined }),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        const counts = countStatements(edition, filter)
        expect([...counts.level.keys()]).toEqual(levelSlugs)
        expect([...counts.pillar.keys()]).toEqual(pillarSlugs)
        expect([...counts.profession.keys()]).toEqual(['dietetics', 'radiography'])
        for (const level of levelSlugs) {
          expect(counts.level.get(level)).toBe(found({ ...filter, level }).length)
        }
        for (const pillar of pillarSlugs) {
          expect(counts.pillar.get(pillar)).toBe(found({ ...filter, pillar }).length)
        }
        for (const profession of ['dietetics', 'radiography']) {
          expect(counts.profession.get(profession)).toBe(found({ ...filter, profession }).length)
        }
      }),
    )
  })

  it.each(codes)('%s is looked up by its code, with its section and domain', (code) => {
    const { domain, section, statement } = findStatement(edition, code)
    expect(statement.code).toBe(code)
    expect(section.statements).toContain(statement)
    expect(domain.sections).toContain(section)
    expect(findSection(edition, section.code)).toEqual({ domain, section })
  })

  it.each([
    ['1.1-expert', 'statement 1.1-expert'],
    ['1.9-entry', 'section 1.9'],
    ['9', 'section 9'],
    ['x1.1-entry', 'section x1.1-entry'],
  ])('%s is not found', (code, said) => {
    expect(() => findStatement(edition, code)).toThrow(NotFound)
    expect(() => findStatement(edition, code)).toThrow(said)
  })

  it.each([
    ['3.9.2-entry', '3.9'],
    ['13.10-entry', '13.10'],
    ['a3.9-entry', 'a3.9-entry'],
    ['3-entry', '3-entry'],
    ['3x9-entry', '3x9-entry'],
  ])('%s stands in section %s', (code, section) => {
    expect(sectionOf(code)).toBe(section)
  })
})

describe('an edition as machines read it', () => {
  const shown = showEdition(edition)

  it('has its domains, sections and statements in three flat lists', () => {
    expect(shown.slug).toBe('small')
    expect(shown.domains).toEqual([
      { number: 1, title: 'Domain 1', purpose: 'Purpose 1' },
      { number: 2, title: 'Domain 2', purpose: 'Purpose 2' },
    ])
    const about = { cites: '9.9', about: 'About it' }
    expect(shown.sections).toEqual([
      { code: '1.1', title: 'Section 1.1', domain: 1, ...about },
      { code: '1.2', title: 'Section 1.2', domain: 1, ...about },
      { code: '2.1', title: 'Section 2.1', domain: 2, ...about },
    ])
  })

  it('has every statement whole, with its level, section and domain', () => {
    expect(shown.statements).toEqual(
      statementsOf(edition).map((statement) => ({
        ...statement,
        level: levelOf(statement.code),
        section: sectionOf(statement.code),
        domain: Number(statement.code[0]),
      })),
    )
  })
})
