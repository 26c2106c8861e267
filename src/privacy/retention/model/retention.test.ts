import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptInWords, type RetentionKind, runsOutBefore } from './retention.ts'

const kind = (keepFor: RetentionKind['keepFor']): RetentionKind => ({
  ...{ kind: 'one', what: 'one', from: 'the day', why: 'so', basis: 'our-choice' },
  keepFor,
})

describe('when a kind runs out', () => {
  it.each([
    [{ days: 1 }, '2026-03-01', '2026-02-28'],
    [{ months: 6 }, '2026-08-31', '2026-02-28'],
    [{ months: 1 }, '2024-03-31', '2024-02-29'],
    [{ years: 1 }, '2024-02-29', '2023-02-28'],
    [{ years: 6 }, '2026-11-22', '2020-11-22'],
  ])('%j before %s is %s', (keepFor, today, before) => {
    const moment = runsOutBefore(kind(keepFor), new Date(`${today}T10:00:00Z`))
    expect(moment?.toISOString()).toBe(`${before}T10:00:00.000Z`)
  })

  it('is never for what lasts as long as the account or the service', () => {
    expect(runsOutBefore(kind('while-open'), new Date(0))).toBeUndefined()
    expect(runsOutBefore(kind('always'), new Date(0))).toBeUndefined()
  })

  it('is never sooner for a longer time', () => {
    const when = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    const months = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(when, months, (now, count) => {
        const shorter = runsOutBefore(kind({ months: count }), now)?.getTime() ?? 0
        const longer = runsOutBefore(kind({ months: count + 1 }), now)?.getTime() ?? 0
        expect(longer).toBeLessThan(shorter)
        expect(shorter).toBeLessThan(now.getTime())
      }),
    )
  })
})

describe('how long is told', () => {
  it.each([
    [{ days: 1 }, '1 day from the day'],
    [{ years: 2 }, '2 years from the day'],
    ['while-open', 'until your account is closed'],
    ['always', 'as long as the service runs'],
  ] as const)('%j', (keepFor, words) => {
    expect(keptInWords(kind(keepFor))).toBe(words)
  })
})
