import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelSlugs } from '../../../frameworks/model/framework.ts'
import { readGoalWords } from '../goals-content.ts'
import { findOffer, qualificationLevel } from './find-offer.ts'
import { goalKinds } from './goal.ts'
import { suggestSteps } from './suggest-steps.ts'

const words = readGoalWords()

const qualification = (ladder: string, level: string) => ({
  ...({ id: 'a', version: 1, kind: 'qualification', title: 'A diploma', private: false } as const),
  ...{ edition: 'a/1', codes: [], facts: { ladder, level }, at: new Date(0) },
})

describe('the level of a qualification', () => {
  it.each([
    ['rqf', '3', 3],
    ['cqfw', 'Level 5', 5],
    ['rqf', 'Entry', 0],
    // Scotland numbers its levels differently.
    ['scqf', '7', 0],
    ['elsewhere', '3', 0],
  ])('of %s %s is %i', (ladder, level, expected) => {
    expect(qualificationLevel(qualification(ladder, level))).toBe(expected)
  })
})

describe('what an employer should offer', () => {
  const at = (level: (typeof levelSlugs)[number], ...entries: ReturnType<typeof qualification>[]) =>
    findOffer(words.offers, { level, entries, standings: [] })?.qualification

  it.each([
    ['entry', [], 2],
    ['intermediate', [], 3],
    ['intermediate', [qualification('rqf', '2')], 3],
    ['intermediate', [qualification('rqf', '3')], undefined],
    ['intermediate', [qualification('cqfw', '4')], undefined],
    ['intermediate', [qualification('scqf', '7')], 3],
    ['assistant-practitioner', [qualification('rqf', '3')], 5],
  ] as const)('at %s with what they hold', (level, entries, expected) => {
    expect(at(level, ...entries)).toBe(expected)
  })

  it('is among the steps of every kind of goal alike', () => {
    fc.assert(
      fc.property(fc.constantFrom(...levelSlugs), fc.constantFrom(...goalKinds), (level, kind) => {
        const offer = findOffer(words.offers, { level, entries: [], standings: [] })
        const steps = suggestSteps(words, { kind, level, offer })
        expect(steps.filter((step) => step.offer === offer?.offer)).toHaveLength(1)
        expect(suggestSteps(words, { kind, level }).some((step) => step.offer)).toBe(false)
      }),
    )
  })
})
