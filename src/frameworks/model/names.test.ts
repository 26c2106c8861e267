import { describe, expect, it } from 'vitest'
import {
  nationSlugs,
  type ProfessionRole,
  partySlugs,
  sectorSlugs,
  settingSlugs,
} from './framework.ts'
import {
  inWords,
  levelName,
  partyNames,
  pillarName,
  professionName,
  sectorNames,
  settingNames,
  variantName,
} from './names.ts'

const role: ProfessionRole = {
  ...{ profession: 'dietetics', name: 'Dietetics', registeredTitle: 't', supportTitles: [] },
  ...{ registerAddress: 'a', about: 'a', supportWorkerDoes: [], registeredProfessionalDoes: [] },
  ...{ examples: [], regulator: 'r' },
}
const level = { slug: 'entry', name: 'Support worker', summary: 's' } as const
const levels = [{ ...level, education: [], experience: [], values: [] }]
const pillars = [{ slug: 'leadership', name: 'Leading', meaning: 'm' }] as const

describe('a name', () => {
  it('is that of the edition, or else the slug', () => {
    expect(levelName({ levels }, 'entry')).toBe('Support worker')
    expect(levelName({ levels }, 'intermediate')).toBe('intermediate')
    expect(pillarName({ pillars }, 'leadership')).toBe('Leading')
    expect(pillarName({ pillars }, 'facilitation')).toBe('facilitation')
    expect(professionName({ roles: [role] }, 'dietetics')).toBe('Dietetics')
    expect(professionName({ roles: [role] }, 'alchemy')).toBe('alchemy')
  })

  it.each([
    ['party', partySlugs, partyNames],
    ['sector', sectorSlugs, sectorNames],
    ['setting', settingSlugs, settingNames],
  ] as const)('tells each %s from the others', (_, slugs, names) => {
    expect(Object.keys(names).sort()).toEqual([...slugs].sort())
    expect(Object.values(names).every((name) => /[a-z]{2}/.test(name))).toBe(true)
    expect(new Set(Object.values(names)).size).toBe(slugs.length)
  })
})

describe('the name of a variant', () => {
  it('says where it holds', () => {
    expect(variantName({ nation: 'wales', text: 't' })).toBe('In Wales')
    expect(variantName({ sector: 'social-care', text: 't' })).toBe('In social care')
    expect(variantName({ sector: 'social-care', nation: 'northern-ireland', text: 't' })).toBe(
      'In social care in Northern Ireland',
    )
  })

  it('tells each nation from the others', () => {
    const names = nationSlugs.map((nation) => variantName({ nation, text: 't' }))
    expect(names.every((name) => /^In [A-Z][a-z]+/.test(name))).toBe(true)
    expect(new Set(names).size).toBe(nationSlugs.length)
  })
})

describe('a list in words', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  ])('of %j is “%s”', (names, words) => {
    expect(inWords(names)).toBe(words)
  })
})
