import { describe, expect, it } from 'vitest'
import type { Target } from './amendment.ts'
import type { Edition, Statement } from './framework.ts'
import { isOptionalField, locateSlot, locateTarget, valueAt } from './locate-target.ts'

function statement(code: string, changes: Partial<Statement> = {}): Statement {
  return {
    ...{ code, capability: 'c', text: `Text of ${code}`, pillars: [], professions: [] },
    ...{ parties: [], settings: [], variants: [], highRisk: false, ...changes },
  }
}

function part(number: number, ...ids: string[]) {
  const sections = ids.map((id) => ({ id, heading: id, paragraphs: ['One'], points: ['A', 'B'] }))
  return { number, title: `Part ${number}`, sections }
}

function section(code: string, ...statements: Statement[]) {
  return { code, title: `Section ${code}`, statements }
}

function domain(number: number, ...sections: ReturnType<typeof section>[]) {
  return { number, title: `Domain ${number}`, purpose: 'To do', sections }
}

const words = { person: 'p', supportWorker: 's', registeredProfessional: 'r' }
const education = Array.from({ length: 12 }, (_, at) => `Course ${at}`)
const level = { name: 'n', summary: 's', education, experience: [], values: [] }
const edition: Edition = {
  ...{ slug: 'small', version: '1', title: 'A framework', status: 'draft', steward: 'Nobody' },
  ...{ notice: 'A test', summary: 'Small' },
  levels: [
    { ...level, slug: 'entry' },
    { ...level, slug: 'intermediate' },
  ],
  pillars: [
    { slug: 'leadership', name: 'n', meaning: 'm' },
    { slug: 'professional-practice', name: 'n', meaning: 'm' },
  ],
  parts: [part(1, 'workers', 'managers'), part(3, 'people'), part(12, 'phase-2', '2nd-phase')],
  domains: [
    domain(1, section('1.1', statement('1.1-entry'))),
    domain(
      10,
      section('10.1'),
      section('10.12', statement('10.12-entry')),
      section(
        '10.2',
        statement('10.2-entry'),
        statement('10.2.1-entry', { requires: { all: ['x', 'y'] } }),
      ),
    ),
  ],
  roles: ['dietetics', 'podiatry'].map((profession) => ({
    ...{ profession, name: 'n', registeredTitle: 't', supportTitles: [], regulator: 'r' },
    ...{ registerAddress: 'a', about: 'a', supportWorkerDoes: ['A', 'B'] },
    registeredProfessionalDoes: [],
    examples: [
      { level: 'entry', ...words },
      { level: 'intermediate', ...words },
    ],
  })),
  glossary: [
    { term: 'Carer', forms: [], meaning: 'm', includes: [] },
    { term: 'Grow your own', forms: ['a', 'b'], meaning: 'm', includes: [] },
  ],
  terms: [
    { use: 'help', insteadOf: ['aid'], because: 'b', owner: 'o', audience: 'a' },
    { use: 'people (all)', insteadOf: ['users'], because: 'b', owner: 'o', audience: 'a' },
  ],
}

const place = (path: string) =>
  path.split(' ').map((key) => (/^\d+$/.test(key) ? Number(key) : key))

describe('a target', () => {
  it.each<[Target, string]>([
    ['edition/title', 'title'],
    ['edition/domains', 'domains'],
    ['level/intermediate', 'levels 1'],
    ['level/intermediate/education/1', 'levels 1 education 1'],
    ['level/intermediate/education/10', 'levels 1 education 10'],
    ['pillar/professional-practice/meaning', 'pillars 1 meaning'],
    ['part/1', 'parts 0'],
    ['part/12', 'parts 2'],
    ['part/12/sections/2nd-phase/heading', 'parts 2 sections 1 heading'],
    ['part/phase-2/heading', 'parts 2 sections 0 heading'],
    ['part/2nd-phase', 'parts 2 sections 1'],
    ['statement/10.12-entry', 'domains 1 sections 1 statements 0'],
    ['part/3/title', 'parts 1 title'],
    ['part/managers', 'parts 0 sections 1'],
    ['part/people/heading', 'parts 1 sections 0 heading'],
    ['part/people/audience', 'parts 1 sections 0 audience'],
    ['part/managers/points/1', 'parts 0 sections 1 points 1'],
    ['part/1/sections/managers', 'parts 0 sections 1'],
    ['part/3/sections/people/heading', 'parts 1 sections 0 heading'],
    ['part/3/sections/people/points/0', 'parts 1 sections 0 points 0'],
    ['part/3/sections', 'parts 1 sections'],
    ['domain/10/purpose', 'domains 1 purpose'],
    ['section/10.2', 'domains 1 sections 2'],
    ['section/10.2/title', 'domains 1 sections 2 title'],
    ['section/10.2/about', 'domains 1 sections 2 about'],
    ['section/10.2/cites', 'domains 1 sections 2 cites'],
    ['statement/10.2-entry', 'domains 1 sections 2 statements 0'],
    ['statement/10.2.1-entry/text', 'domains 1 sections 2 statements 1 text'],
    ['statement/10.2-entry/high-risk', 'domains 1 sections 2 statements 0 highRisk'],
    ['statement/10.2-entry/example', 'domains 1 sections 2 statements 0 example'],
    ['statement/10.2-entry/requires', 'domains 1 sections 2 statements 0 requires'],
    ['statement/10.2.1-entry/requires/all/1', 'domains 1 sections 2 statements 1 requires all 1'],
    ['role/podiatry/support-worker-does/1', 'roles 1 supportWorkerDoes 1'],
    ['role/podiatry/few-roles', 'roles 1 fewRoles'],
    ['role/podiatry/intermediate', 'roles 1 examples 1'],
    ['role/podiatry/intermediate/support-worker', 'roles 1 examples 1 supportWorker'],
    ['role/podiatry/entry/registered-professional', 'roles 1 examples 0 registeredProfessional'],
    ['role/podiatry/examples/1/person', 'roles 1 examples 1 person'],
    ['glossary/grow-your-own/forms/1', 'glossary 1 forms 1'],
    ['term/people-all/because', 'terms 1 because'],
  ])('%s stands at %s', (target, path) => {
    expect(locateTarget(edition, target)).toEqual(place(path))
  })

  it.each<Target>([
    'edition/nothing',
    'edition/domains/first',
    'level/assistant-practitioner',
    'level/entry/education/12',
    'level/entry/education/x1',
    'level/entry/education/1x',
    'level/entry/nothing',
    'level/entry/constructor',
    'level/entry/name/length',
    'part/2',
    'part/2/title',
    'part/nobody',
    'part/3/sections/workers',
    'part/2/sections/workers',
    'part/1/sections/nobody/heading',
    'part/managers/audience/0',
    'part/managers/about',
    'domain/2',
    'domain/1x',
    'section/10.9',
    'section/2.1',
    'section/101',
    'section/10.2/few-roles',
    'statement/10.2-intermediate',
    'statement/10.9-entry',
    'statement/nothing',
    'statement/10.2-entry/requires/all/0',
    'statement/10.2-entry/Text',
    'role/podiatry/assistant-practitioner',
    'role/podiatry/assistant-practitioner/person',
    'role/podiatry/entry/nothing',
    'role/nobody/about',
    'glossary/Carer',
    'glossary/undefined',
    'term/nothing',
  ])('%s stands nowhere', (target) => {
    expect(locateTarget(edition, target)).toBeUndefined()
  })

  it('of a kind that there is not stands nowhere', () => {
    // A target may come from a file.
    const targets = ['nothing/entry', 'title', '', 'levels/entry'] as unknown as Target[]
    for (const target of targets) {
      expect(locateTarget(edition, target)).toBeUndefined()
      expect(locateSlot(edition, target)).toBeUndefined()
    }
  })

  it('alone stands for all of it', () => {
    // As a member's target without its last name.
    expect(locateTarget(edition, 'edition' as Target)).toEqual([])
    expect(locateTarget(edition, 'level' as Target)).toBeUndefined()
  })

  it.each<[Target, boolean]>([
    ['section/10.2/about', true],
    ['section/10.2/cites', true],
    ['section/10.2/title', false],
    ['section/10.2/example', false],
    ['section/10.2', false],
    ['statement/10.2-entry/example', true],
    ['statement/10.2-entry/requires', true],
    ['statement/10.2-entry/requires/all', false],
    ['part/workers/audience', true],
    ['part/1/sections/workers/audience', true],
    ['part/1/audience/workers', false],
    ['role/podiatry/few-roles', true],
    ['glossary/carer/about', false],
    ['role/part/1/sections/few-roles', false],
  ])('%s may be absent: %s', (target, isOptional) => {
    expect(isOptionalField(target)).toBe(isOptional)
  })
})

describe('the slot of a target', () => {
  it.each<[Target, string, number, string]>([
    ['level/intermediate', 'levels', 1, 'intermediate'],
    ['level/assistant-practitioner', 'levels', -1, 'assistant-practitioner'],
    ['pillar/leadership', 'pillars', 0, 'leadership'],
    ['domain/10', 'domains', 1, '10'],
    ['domain/11/title', 'domains', -1, '11'],
    ['role/podiatry/about', 'roles', 1, 'podiatry'],
    ['glossary/equity', 'glossary', -1, 'equity'],
    ['term/people-all', 'terms', 1, 'people-all'],
    ['section/10.3', 'domains 1 sections', -1, '10.3'],
    ['statement/10.2.9-entry', 'domains 1 sections 2 statements', -1, '10.2.9-entry'],
    ['part/3/title', 'parts', 1, '3'],
    ['part/2', 'parts', -1, '2'],
    ['part/people', 'parts 1 sections', 0, 'people'],
    ['part/3/sections/others', 'parts 1 sections', -1, 'others'],
  ])('%s is in %s at %i', (target, list, index, name) => {
    expect(locateSlot(edition, target)).toMatchObject({ list: place(list), index, name })
  })

  it.each<Target>([
    'section/7.1',
    'statement/10.9-entry',
    'statement/x10.2-entry',
    'part/nobody',
    'part/2/sections/x',
  ])('%s has no list to stand in', (target) => {
    expect(locateSlot(edition, target)).toBeUndefined()
  })

  it.each<[Target, unknown, string | undefined]>([
    ['section/10.3', { code: '10.3' }, '10.3'],
    ['domain/11', { number: 11 }, '11'],
    ['glossary/equity', { term: 'Equity, now' }, 'equity-now'],
    ['term/people', { use: 'People!' }, 'people'],
    ['part/3/sections/x', { id: 'x' }, 'x'],
    ['section/10.3', {}, undefined],
    ['section/10.3', null, undefined],
    ['section/10.3', 'code', undefined],
  ])('%s reads the name of %j as %s', (target, member, name) => {
    expect(locateSlot(edition, target)?.nameOf(member)).toBe(name)
  })
})

describe('a value', () => {
  it.each([
    [[], edition],
    [['levels', 1, 'slug'], 'intermediate'],
    [['levels', '1'], undefined],
    [['levels', 'length'], undefined],
    [['title', 0], undefined],
    [['title', 'length'], undefined],
    [['toString'], undefined],
    [['nothing', 'more'], undefined],
  ])('stands at %j', (path, value) => {
    expect(valueAt(edition, path)).toBe(value)
  })

  it('stands nowhere in nothing', () => {
    expect(valueAt(null, ['a'])).toBeUndefined()
    expect(valueAt(undefined, ['a'])).toBeUndefined()
  })
})
