import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOver, type Phone, seenAt, wasEnded, week } from './phone-life.ts'

const since = Date.UTC(2026, 10, 20, 14, 5)
const phone: Phone = { person: 'p', since, seen: since, ends: since + 3_600_000, answers: false }
const hour = 3_600_000

describe('what is kept on a phone', () => {
  it.each([
    ['at once', since, false],
    ['a minute before seven days', since + week - 60_000, false],
    ['at seven days', since + week, true],
    ['where the clock was put right by five minutes', since - 300_000, false],
    ['where the clock was set back by an hour', since - hour, true],
  ])('%s', (_, now, over) => {
    expect(isOver(phone, now)).toBe(over)
  })

  it('is over where the clock goes back behind what it showed later', () => {
    const later = seenAt(phone, since + 5 * 24 * hour)
    expect(isOver(later, since + 4 * 24 * hour)).toBe(true)
  })

  it('lasts no longer than seven days and the slack, however the clock is turned back', () => {
    const turns = fc.array(fc.integer({ min: -3 * week, max: 3 * week }), { minLength: 1 })
    fc.assert(
      fc.property(turns, (times) => {
        let now = phone
        for (const turn of times) {
          if (isOver(now, since + turn)) break
          expect(turn).toBeLessThan(week)
          expect(since + turn).toBeGreaterThanOrEqual(now.seen - 600_000)
          now = seenAt(now, since + turn)
        }
      }),
    )
  })
})

describe('a session that is over', () => {
  it('was ended by somebody where its time was not up', () => {
    expect(wasEnded(phone, since + 1)).toBe(true)
    expect(wasEnded(phone, since + hour)).toBe(false)
  })
})
