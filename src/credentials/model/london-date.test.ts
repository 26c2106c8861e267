import { describe, expect, it } from 'vitest'
import { plainDate } from '../../language/plain-dates.ts'
import { endOfLondonDay, readTimestamp, timestamp } from './london-date.ts'

describe('a date in plain words', () => {
  it.each([
    ['2027-03-03T12:00:00Z', '3 March 2027'],
    ['2026-07-01T23:30:00Z', '2 July 2026'],
    ['2026-01-01T23:30:00Z', '1 January 2026'],
  ])('of %s is %s in London', (moment, words) => {
    expect(plainDate(new Date(moment))).toBe(words)
  })
})

describe('the end of a day in London', () => {
  it.each([
    ['2027-01-15', '2027-01-15T23:59:59Z'],
    ['2027-07-15', '2027-07-15T22:59:59Z'],
    ['2027-03-28', '2027-03-28T22:59:59Z'],
    ['2027-10-31', '2027-10-31T23:59:59Z'],
  ])('of %s is %s', (day, moment) => {
    expect(endOfLondonDay(day)).toBe(moment)
  })

  it('is not made of something that is no day', () => {
    expect(() => endOfLondonDay('soon')).toThrow()
  })
})

describe('a timestamp', () => {
  it('is read back as the second it was written at', () => {
    const moment = new Date('2026-03-03T10:11:12Z')
    expect(readTimestamp(timestamp(moment))).toEqual(moment)
  })

  it.each(['2026-03-03', '2026-03-03T10:00:00', '2026-02-31T10:00:00Z', '3 March', 7, null])(
    'is not read from %j',
    (value) => {
      expect(readTimestamp(value)).toBeUndefined()
    },
  )
})
