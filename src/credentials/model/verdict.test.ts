import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, type Outcome, type Step, unreadable } from './verdict.ts'

const outcomes = ['valid', 'invalid', 'unknown'] as const

function steps(...given: readonly Outcome[]): readonly Step[] {
  return given.map((outcome) => ({ step: 'signature', outcome, message: outcome }))
}

describe('a verdict', () => {
  it.each([
    { given: ['valid', 'valid'] as const, outcome: 'valid' },
    { given: ['valid', 'unknown'] as const, outcome: 'unknown' },
    { given: ['unknown', 'invalid', 'valid'] as const, outcome: 'invalid' },
    { given: [] as const, outcome: 'unknown' },
  ])('over $given is $outcome', ({ given, outcome }) => {
    expect(judge(steps(...given)).outcome).toBe(outcome)
  })

  it('is valid only where every step is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 1 }), (given) => {
        expect(judge(steps(...given)).outcome === 'valid').toBe(given.every((o) => o === 'valid'))
      }),
    )
  })

  it('over something unreadable is unknown and says so', () => {
    expect(unreadable('Why.')).toEqual({
      outcome: 'unknown',
      steps: [{ step: 'signature', outcome: 'unknown', message: 'Why.' }],
      unreadable: 'not-a-credential',
    })
  })
})
