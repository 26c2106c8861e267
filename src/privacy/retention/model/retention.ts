/** How long each kind of record about a person is kept, and in which words that is told. */

export interface Period {
  readonly days?: number | undefined
  readonly months?: number | undefined
  readonly years?: number | undefined
}

export interface RetentionKind {
  /** Slug. */
  readonly kind: string
  /** Begins small, so that it can stand in a sentence. */
  readonly what: string
  readonly keepFor: Period | 'while-open' | 'always'
  readonly from: string
  readonly why: string
  readonly basis: 'law' | 'our-choice'
  readonly law?: string | undefined
}

/** What began before this moment has run out; undefined for what no day ends. */
export function runsOutBefore({ keepFor }: RetentionKind, now: Date): Date | undefined {
  if (typeof keepFor === 'string') return undefined
  const { days = 0, months = 0, years = 0 } = keepFor
  const moment = new Date(now)
  const day = moment.getUTCDate()
  moment.setUTCMonth(moment.getUTCMonth() - months - years * 12)
  // 31 August less six months is the last day of February, and no day in March.
  if (moment.getUTCDate() !== day) moment.setUTCDate(0)
  moment.setUTCDate(moment.getUTCDate() - days)
  return moment
}

/** "2 years from the day of the look". */
export function keptInWords({ keepFor, from }: RetentionKind): string {
  if (keepFor === 'always') return 'as long as the service runs'
  if (keepFor === 'while-open') return 'until your account is closed'
  return `${periodInWords({ keepFor })} from ${from}`
}

/** "2 years"; nothing where no number says it. */
export function periodInWords({ keepFor }: Pick<RetentionKind, 'keepFor'>): string {
  if (typeof keepFor === 'string') return ''
  const { days, months, years } = keepFor
  const parts = [inUnits(years, 'year'), inUnits(months, 'month'), inUnits(days, 'day')]
  return parts.filter((part) => part !== undefined).join(' and ')
}

function inUnits(count: number | undefined, unit: string): string | undefined {
  if (count === undefined) return undefined
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}

/** Throws where no such kind is in the file: a programmer's mistake. */
export function kindOf(kinds: readonly RetentionKind[], slug: string): RetentionKind {
  const found = kinds.find(({ kind }) => kind === slug)
  if (found === undefined) throw new Error(`content/privacy/retention.yaml has no kind ${slug}`)
  return found
}
