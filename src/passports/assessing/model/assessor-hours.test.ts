import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedQuarter, quarterHours, quarterWords, threshold } from './assessor-hours.ts'

const quarter = '2026-07-01'
const counted = (over: Partial<CountedQuarter> = {}): CountedQuarter => ({
  ...{ quarter, assessors: 10, minutes: 600, visits: 360, visitAssessors: 6, enteredAssessors: 5 },
  ...{ signings: 50, timedSignings: 38 },
  ...over,
})

describe('the hours of a quarter', () => {
  it.each<[string, Partial<CountedQuarter>, object]>([
    ['all shown', {}, { hours: 10, visits: 6, entered: 4, timed: 80 }],
    ['four assessors', { assessors: 4 }, {}],
    ['nobody', { assessors: 0, minutes: 0 }, {}],
    ['few in visits: neither part', { visitAssessors: 4 }, { hours: 10, timed: 80 }],
    ['few who entered: neither part', { enteredAssessors: 1 }, { hours: 10, timed: 80 }],
    [
      'all in visits',
      { enteredAssessors: 0, visits: 600 },
      { hours: 10, visits: 10, entered: 0, timed: 80 },
    ],
  ])('%s', (_, over, expected) => {
    expect(quarterHours(counted(over))).toEqual({ quarter, ...expected })
  })

  it('show no figure of few, and none that gives one away', () => {
    const people = fc.nat(12)
    fc.assert(
      fc.property(people, people, fc.nat(9000), fc.nat(9000), (visiting, entering, one, two) => {
        const assessors = Math.max(visiting, entering)
        const visits = visiting === 0 ? 0 : one
        const minutes = visits + (entering === 0 ? 0 : two)
        const shown = quarterHours(
          counted({
            assessors,
            visitAssessors: visiting,
            enteredAssessors: entering,
            visits,
            minutes,
          }),
        )
        if (assessors < threshold) expect(Object.keys(shown)).toEqual(['quarter'])
        const few = (count: number) => count > 0 && count < threshold
        if (few(visiting) || few(entering)) {
          expect(shown.visits).toBeUndefined()
          expect(shown.entered).toBeUndefined()
        }
        if (shown.visits !== undefined) {
          expect((shown.visits ?? 0) + (shown.entered ?? 0)).toBe(shown.hours)
        }
      }),
    )
  })
})

describe('a quarter in words', () => {
  it.each([
    ['2026-01-01', 'January to March 2026'],
    ['2026-10-01', 'October to December 2026'],
  ])('%s', (first, words) => expect(quarterWords(first)).toBe(words))
})
