import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const site = 'https://lanyard.example:8443'
const now = new Date('2026-11-22T12:00:00Z')
const write = (words: string, on = '2027-03-28') =>
  calendarFile([{ id: 'signing-7', on, words, path: '/passport/renew' }], { site, now })

describe('a calendar file', () => {
  it('has a whole day for each date, without a time of day', () => {
    const file = write('Sign-off to look at again')
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(file).toContain('\r\nDTSTART;VALUE=DATE:20270328\r\n')
    expect(file).toContain('\r\nSUMMARY:Sign-off to look at again\r\n')
    expect(file).toContain(`\r\nURL;VALUE=URI:${site}/passport/renew\r\n`)
    expect(file).toContain('\r\nUID:signing-7@lanyard.example:8443\r\n')
  })

  it.each(['2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31'])(
    'keeps the day when the clocks change, in leap years and at new year: %s',
    (on) => {
      expect(write('x', on)).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\n`)
    },
  )

  it('takes words for words: no line of a file can be put into them', () => {
    const file = write('One; two, three\r\nATTACH:https://elsewhere.example')
    expect(file).not.toMatch(/^ATTACH/m)
    expect(file).toContain('One\\; two\\, three\\nATTACH')
  })

  it('folds long lines, at 75 octets', () => {
    const lines = write('é'.repeat(200)).split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  it('is a calendar with nothing in it where nothing is due', () => {
    expect(calendarFile([], { site, now })).not.toContain('VEVENT')
  })
})
