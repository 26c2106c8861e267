import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../test/small-edition.ts'
import { checkEdition } from './check-edition.ts'
import {
  type Edition,
  type LevelSlug,
  levelSlugs,
  type ProfessionRole,
  type Section,
} from './framework.ts'

function section(code: string, changes: Partial<Section> = {}): Section {
  const statements = levelSlugs.map((level) => statement(`${code}-${level}`))
  return { code, title: `Section ${code}`, statements, ...changes }
}

function domain(number: number, sections: readonly Section[]) {
  return { number, title: `Domain ${number}`, purpose: 'A purpose', sections }
}

function role(profession: string, levels: readonly LevelSlug[] = levelSlugs): ProfessionRole {
  const words = { person: 'p', supportWorker: 's', registeredProfessional: 'r' }
  return {
    ...{ profession, name: profession, registeredTitle: 't', supportTitles: [], regulator: 'r' },
    ...{ registerAddress: 'a', about: 'a', supportWorkerDoes: [], registeredProfessionalDoes: [] },
    examples: levels.map((level) => ({ level, ...words })),
  }
}

const edition = editionOf({
  domains: [domain(1, [section('1.1'), section('1.2')]), domain(2, [section('2.1')])],
  roles: [role('dietetics'), role('radiography')],
  glossary: [{ term: 'Carer', forms: [], meaning: 'm', includes: [] }],
  parts: [
    { number: 1, title: 'P', sections: [{ id: 'a', heading: 'h', paragraphs: [], points: [] }] },
  ],
})

/** The sound edition with one section put in domain 3. */
function withSection(given: Section): Edition {
  return { ...edition, domains: [...edition.domains, domain(3, [given])] }
}

const findingsIn = (given: Edition) => checkEdition(given).map(({ code, at }) => [code, at])

describe('the shape of an edition', () => {
  it('that is sound has no finding, and neither has one with nothing in it', () => {
    expect(checkEdition(edition)).toEqual([])
    expect(checkEdition(editionOf())).toEqual([])
  })

  const [again] = edition.glossary
  it.each([
    ['statement-twice', 'statement/3.1-entry', withSection(twiceOver(section('3.1')))],
    [
      'section-twice',
      'section/3.1',
      { ...edition, domains: [domain(3, [section('3.1', { statements: [] }), section('3.1')])] },
    ],
    [
      'glossary-twice',
      'glossary/carer',
      { ...edition, glossary: again ? [again, { ...again, term: 'CARER' }] : [] },
    ],
    ['part-twice', 'part/a', { ...edition, parts: [...edition.parts, ...edition.parts] }],
    ['role-twice', 'role/dietetics', { ...edition, roles: [...edition.roles, role('dietetics')] }],
  ])('is told of %s at %s', (code, at, given) => {
    expect(findingsIn(given)).toEqual([[code, at]])
    const [found] = checkEdition(given)
    expect(found?.message).toContain(`"${at.slice(at.indexOf('/') + 1)}"`)
  })

  it.each([
    ['4.1', 1],
    ['31.1', 1],
    ['3.10', 0],
  ])('has each section in its domain: %s in domain 3', (code, count) => {
    const given = withSection(section(code))
    expect(findingsIn(given)).toEqual(
      Array(count).fill(['section-in-wrong-domain', `section/${code}`]),
    )
    for (const { message } of checkEdition(given)) expect(message).toContain('domain 3')
  })

  it.each([
    ['3.1-entry', 0],
    ['3.1.2-entry', 0],
    ['3.1.12-assistant-practitioner', 0],
    ['3.2-entry', 1],
    ['3.2.1-entry', 1],
    ['3.11-entry', 1],
    ['13.1-entry', 1],
    ['3.1.2.3-entry', 1],
    ['3.1.x-entry', 1],
    ['3.1x1-entry', 1],
    ['3.1.1x-entry', 1],
    ['3.1-expert', 1],
    ['3.1-undefined', 1],
    ['3.1', 1],
    ['3.1x', 1],
  ])('has each statement in its section: %s in 3.1', (code, count) => {
    const statements = [statement(code, { capability: 'c' })]
    const found = checkEdition(withSection(section('3.1', { statements }))).filter(
      (finding) => finding.code === 'statement-in-wrong-section',
    )
    expect(found.map(({ at }) => at)).toEqual(Array(count).fill(`statement/${code}`))
    for (const { message } of found) {
      expect(message).toContain(code)
      expect(message).toContain('section 3.1')
    }
  })

  it('has each capability at each level (R40)', () => {
    const one = levelSlugs.map((level) => statement(`3.1-${level}`, { capability: 'one' }))
    const other = statement('3.1.2-intermediate', { capability: 'other' })
    const found = checkEdition(withSection(section('3.1', { statements: [...one, other] })))
    expect(found.map(({ code, at }) => [code, at])).toEqual([
      ['level-missing', 'section/3.1'],
      ['level-missing', 'section/3.1'],
    ])
    expect(found[0]?.message).toMatch(/"other".* entry/)
    expect(found[1]?.message).toMatch(/"other".* assistant-practitioner/)
  })

  it('names professions that it has a role for', () => {
    const professions = ['dietetics', 'alchemy']
    const statements = levelSlugs.map((level) => statement(`3.1-${level}`, { professions }))
    const found = checkEdition(withSection(section('3.1', { statements })))
    expect(found.map(({ code, at }) => [code, at])).toEqual(
      levelSlugs.map((level) => ['unknown-profession', `statement/3.1-${level}`]),
    )
    expect(found[0]?.message).toMatch(/"alchemy".*dietetics, radiography/)
  })

  it('has an example of each role at each level', () => {
    const found = checkEdition({ ...edition, roles: [role('dietetics', ['intermediate'])] })
    expect(found.map(({ code, at }) => [code, at])).toEqual(
      Array(2).fill(['role-example-missing', 'role/dietetics']),
    )
    expect(found[0]?.message).toMatch(/entry.*dietetics/)
    expect(found[1]?.message).toMatch(/assistant-practitioner.*dietetics/)
  })

  it('is told of in reading order', () => {
    const statements = [statement('9.9-entry', { professions: ['alchemy'] })]
    const given = {
      ...withSection(section('4.1', { statements })),
      roles: [...edition.roles, role('dietetics', [])],
    }
    expect(checkEdition(given).map(({ code }) => code)).toEqual([
      'role-twice',
      'section-in-wrong-domain',
      'statement-in-wrong-section',
      ...['level-missing', 'level-missing'],
      'unknown-profession',
      ...levelSlugs.map(() => 'role-example-missing'),
    ])
  })
})

function twiceOver(given: Section): Section {
  return { ...given, statements: [...given.statements, ...given.statements.slice(0, 1)] }
}
