/** Dates as people read them, such as "3 March 2027", on a clock in London. */

const london = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})

const hour = 3_600_000
const latestWritten = new Map<number, string>()

export function plainDate(moment: Date): string {
  // A day's change in London falls on a whole hour of UTC, so the hour decides the words.
  const hourNumber = Math.floor(moment.getTime() / hour)
  const known = latestWritten.get(hourNumber)
  if (known !== undefined) return known
  if (latestWritten.size >= 1000) latestWritten.clear()
  const words = london.format(moment)
  latestWritten.set(hourNumber, words)
  return words
}

/** A day given as YYYY-MM-DD. Midday is the same day in London all year. */
export function dayInWords(day: string): string {
  return plainDate(new Date(`${day}T12:00:00Z`))
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
})

/** "9:41am". */
export function plainTime(moment: Date): string {
  return londonTime.format(moment).replace(/\s/g, '')
}

const londonMonth = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})

/** "March 2027". */
export function monthInWords(moment: Date): string {
  return londonMonth.format(moment)
}

/** "3 March 2027 at 2:05pm". */
export function timeInWords(moment: Date): string {
  return `${plainDate(moment)} at ${plainTime(moment)}`
}
