const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

/** "22 November 2026" */
export function dayInWords(at: Date): string {
  return day.format(at)
}
