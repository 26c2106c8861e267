import { describe, expect, it } from 'vitest'
import { plainTime } from './plain-dates.ts'

describe('a time of day', () => {
  it.each([
    ['2026-11-22T10:42:00Z', '10:42am'],
    ['2026-11-22T00:05:00Z', '12:05am'],
    ['2026-11-22T12:30:00Z', '12:30pm'],
    ['2026-07-01T13:07:59Z', '2:07pm'],
    ['2026-07-01T23:30:00Z', '12:30am'],
  ])('%s reads %s on a clock in London', (moment, words) => {
    expect(plainTime(new Date(moment))).toBe(words)
  })
})
