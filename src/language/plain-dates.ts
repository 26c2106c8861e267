/** Dates as people read them: 3 March 2027, in London. */

const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})

export function plainDate(moment: Date): string {
  return words.format(moment)
}

/** A day written `2027-03-03`, in words. Midday is the same day in London all year. */
export function plainDay(day: string): string {
  return plainDate(new Date(`${day}T12:00:00Z`))
}
