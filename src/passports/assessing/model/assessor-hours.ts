/** The hours that assessors gave, for the organisation and for nobody in it. */

/** Fewer people than this stand behind no figure. */
export const threshold = 5

/** A quarter that has ended: later pages say the same of it, so no two can be compared. */
export interface CountedQuarter {
  /** Its first day. */
  readonly quarter: string
  readonly assessors: number
  readonly minutes: number
  /** Of the minutes, those from opening a code to signing, and of how many people they are. */
  readonly visits: number
  readonly visitAssessors: number
  /** How many people the rest of the minutes are of. */
  readonly enteredAssessors: number
  readonly signings: number
  readonly timedSignings: number
}

/** Undefined is hidden. Whole hours. */
export interface QuarterHours {
  readonly quarter: string
  readonly hours?: number | undefined
  readonly visits?: number | undefined
  readonly entered?: number | undefined
  /** In tens, of a hundred sign-offs: how many have a time at all. */
  readonly timed?: number | undefined
}

/**
 * A quarter of fewer than five people is hidden. Its two parts are shown only where neither part is of
 * few, since either could be worked out from the other.
 */
export function quarterHours(counted: CountedQuarter): QuarterHours {
  const { quarter, assessors, minutes, signings, timedSignings } = counted
  if (assessors < threshold) return { quarter }
  const hours = Math.round(minutes / 60)
  const timed = Math.round((timedSignings / signings) * 10) * 10
  const parts = [counted.visitAssessors, counted.enteredAssessors]
  if (parts.some((people) => people > 0 && people < threshold)) return { quarter, hours, timed }
  const visits = Math.round(counted.visits / 60)
  return { quarter, hours, visits, entered: hours - visits, timed }
}

/** "January to March 2026". */
export function quarterWords(quarter: string): string {
  const [year = '', month = ''] = quarter.split('-')
  const names = ['January to March', 'April to June', 'July to September', 'October to December']
  return `${names[Math.floor((Number(month) - 1) / 3)]} ${year}`
}
