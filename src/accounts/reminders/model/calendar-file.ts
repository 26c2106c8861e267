/** Days for somebody's own calendar (RFC 5545). */
import { ICalCalendar, ICalCalendarMethod } from 'ical-generator'
import type { DueDate } from '../../../due-date.ts'

export function calendarFile(
  dates: readonly DueDate[],
  { site, now }: { readonly site: string; readonly now: Date },
): string {
  const calendar = new ICalCalendar({
    name: 'Lanyard',
    prodId: { company: 'Lanyard', product: 'Lanyard', language: 'EN-GB' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const { host } = new URL(site)
  for (const { id, on, words, path } of dates) {
    calendar.createEvent({
      id: `${id}@${host}`,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      stamp: now,
      summary: words,
      url: `${site}${path}`,
    })
  }
  return calendar.toString()
}
