import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, dayOf, readDay } from './days.ts'
import { dayInWords } from './plain-dates.ts'

describe('a day', () => {
  it.each([
    ['2026-07-01T22:59:59Z', '2026-07-01'],
    ['2026-07-01T23:00:00Z', '2026-07-02'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
  ])('of %s is that of London, %s', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day)
  })

  it.each([
    [{ day: 29, month: 2, year: 2028 }, '2028-02-29'],
    [{ day: 29, month: 2, year: 2027 }, undefined],
    [{ day: 31, month: 4, year: 2026 }, undefined],
    [{ day: 0, month: 1, year: 2026 }, undefined],
    [{ day: 1, month: 13, year: 2026 }, undefined],
    [{ day: 1, month: 2, year: 26 }, '0026-02-01'],
    [{ day: 1, month: 2, year: 20260 }, undefined],
    [{ day: Number.NaN, month: 2, year: 2026 }, undefined],
  ])('%j reads as %s', (parts, day) => {
    expect(readDay(parts)).toBe(day)
  })

  it('moves by days, over the ends of months and of summer time', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  })

  it('moves by years, and 29 February to the 28th', () => {
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(addYears('2026-11-22', -5)).toBe('2021-11-22')
    expect(addYears('0996-02-29', 1)).toBe('0997-02-28')
  })

  it.each([
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-05-31', 6, '2026-11-30'],
  ])('%s and %i months is %s', (day, months, moved) => {
    expect(addMonths(day, months)).toBe(moved)
  })

  it('stands in words', () => {
    expect(dayInWords('2027-03-03')).toBe('3 March 2027')
  })

  it('sorts as time does', () => {
    const days = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, days, (one, other) => {
        fc.pre(one.getTime() <= other.getTime())
        expect(dayOf(one) <= dayOf(other)).toBe(true)
      }),
    )
  })
})
