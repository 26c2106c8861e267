import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, answers } from '../../../passports/model/answer.ts'
import { type Standing, states } from '../../../passports/model/evaluate-passport.ts'
import { goalKinds } from './goal.ts'
import { suggestFocus } from './suggest-focus.ts'

const standing = (code: string, state: Standing['state'], answer?: Answer): Standing => ({
  statement: {
    ...{ code, capability: 'a', text: 'Does this', pillars: [], professions: [], parties: [] },
    ...{ settings: [], variants: [], highRisk: false },
  },
  ...{ state, entries: [], answer: answer && { answer, at: new Date(0) } },
})
const codes = (found: readonly Standing[]) => found.map(({ statement }) => statement.code)

const some = [
  standing('1.1-entry', 'missing'),
  standing('2.1-entry', 'held'),
  standing('3.1-entry', 'self-assessed', 'with-support'),
  standing('3.1.2-entry', 'self-assessed', 'with-support'),
  standing('4.1-entry', 'lapsed'),
  standing('5.1-entry', 'missing', 'not-yet'),
  standing('6.1-entry', 'self-assessed', 'confident'),
  standing('7.1-entry', 'not-my-role', 'not-my-role'),
  standing('8.1-entry', 'missing', 'not-now'),
]

describe('what a goal may be about', () => {
  it.each([
    ['deepen', ['3.1-entry', '4.1-entry', '6.1-entry', '2.1-entry', '5.1-entry']],
    ['change-setting', ['4.1-entry', '6.1-entry', '3.1-entry', '5.1-entry']],
    ['move-level', ['5.1-entry', '3.1-entry', '6.1-entry', '4.1-entry']],
    ['pre-registration', ['5.1-entry', '3.1-entry', '4.1-entry', '6.1-entry']],
  ] as const)('is suggested for %s from where somebody stands', (kind, expected) => {
    expect(codes(suggestFocus(kind, some))).toEqual(expected)
  })

  it('begins in different domains where nothing was said yet, and not with certificates', () => {
    const blank = ['1.1', '2.1', '2.2', '3.1', '4.1'].map((code) =>
      standing(`${code}-entry`, 'missing'),
    )
    expect(codes(suggestFocus('deepen', blank))).toEqual(['2.1-entry', '3.1-entry', '4.1-entry'])
  })

  it('is few, each once, and never what somebody put off or does not do', () => {
    const any = fc.array(
      fc.record({
        section: fc.integer({ min: 1, max: 9 }),
        domain: fc.integer({ min: 1, max: 8 }),
        state: fc.constantFrom(...states),
        answer: fc.option(fc.constantFrom(...answers), { nil: undefined }),
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...goalKinds), any, (kind, drawn) => {
        const all = drawn.map(({ domain, section, state, answer }, at) =>
          standing(`${domain}.${section}.${at + 2}-entry`, state, answer),
        )
        const found = suggestFocus(kind, all)
        expect(found.length).toBeLessThanOrEqual(6)
        expect(new Set(found).size).toBe(found.length)
        for (const one of found) {
          expect(all).toContain(one)
          expect(one.state).not.toBe('not-my-role')
          if (one.state === 'missing') expect(one.answer?.answer).not.toBe('not-now')
        }
      }),
    )
  })
})
