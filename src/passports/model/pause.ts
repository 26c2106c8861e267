/** A sign-off that does not count for a while, because somebody looks at it: with a last day, always. */
import { addDays, addMonths, dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'

export const pauseCauses = ['being-checked', 'concern-raised', 'possible-mistake'] as const
export type PauseCause = (typeof pauseCauses)[number]

export const pauseCauseNames: Readonly<Record<PauseCause, string>> = {
  'being-checked': 'How it was assessed is being checked',
  'concern-raised': 'Somebody raised a concern about it',
  'possible-mistake': 'It may have been signed by mistake',
}

export interface Pause {
  readonly id: string
  /** YYYY-MM-DD: its last day. The day after, what was paused counts again by itself. */
  readonly until: string
  readonly since: Date
  /** The organisation that looks at it. */
  readonly by: string
}

/** As a function of the database gives it, beside a signing. */
export interface PauseColumns {
  readonly pause_id: string | null
  readonly paused_until: string | null
  readonly paused_since: Date | null
  readonly paused_by: string | null
}

export function pauseIn(row: PauseColumns): Pause | undefined {
  const { pause_id: id, paused_until: until, paused_since: since, paused_by: by } = row
  if (id === null || until === null || since === null || by === null) return undefined
  return { id, until, since, by }
}

/** How long one pause, or more time for it, may last; and all of it together. In months. */
export const longestPause = 3
export const longestInAll = 6

export function isPaused(
  { pause }: { readonly pause?: Pause | undefined },
  today: string,
): boolean {
  return pause !== undefined && pause.until >= today
}

interface PauseStep {
  readonly pauseId: string
  readonly act: string
  readonly until: string | null
  readonly at: Date
}

/** The days of every pause but this one, the first and the last day counted: the oldest act first. */
export function daysPaused(acts: readonly PauseStep[], but?: string): number {
  const pauses = Map.groupBy(
    acts.filter(({ pauseId }) => pauseId !== but),
    ({ pauseId }) => pauseId,
  )
  return [...pauses.values()].reduce((sum, steps) => sum + lengthOf(steps), 0)
}

function lengthOf(steps: readonly PauseStep[]): number {
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === undefined || last === undefined) return 0
  const end = last.until ?? dayOf(last.at)
  return Math.max(1, daysBetween(dayOf(first.at), end) + 1)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Once an issuer has looked and let it count, whoever signed it does not pause it again. */
export function isEndedByIssuer(
  acts: readonly { readonly act: string; readonly actedBy: string }[],
  assessorId: string,
): boolean {
  return acts.some(({ act, actedBy }) => act === 'ended' && actedBy !== assessorId)
}

/** What is wrong with a last day, in words; undefined where it will do. */
export function checkLastDay(
  until: string,
  {
    today,
    begunOn = today,
    before,
    used = 0,
  }: {
    readonly today: string
    readonly begunOn?: string | undefined
    /** The last day until now, where it is given more time. */
    readonly before?: string | undefined
    /** Days of the pauses before this one. */
    readonly used?: number | undefined
  },
): string | undefined {
  if (until <= today) return 'The last day must be in the future'
  if (before !== undefined && until <= before) {
    return `The last day must be after ${dayInWords(before)}`
  }
  if (until > addMonths(today, longestPause)) {
    return `The last day must be in the next ${longestPause} months`
  }
  const end = addDays(addMonths(begunOn, longestInAll), -used)
  if (until > end && used > 0) {
    return `All pauses of a sign-off together last ${longestInAll} months at most, and it was paused before: this one until ${dayInWords(end)}. After that, decide: let it count, or withdraw it`
  }
  if (until > end) {
    return `A pause must end within ${longestInAll} months of its first day, ${dayInWords(addMonths(begunOn, longestInAll))}. After that, decide: let it count again, or withdraw it`
  }
  return undefined
}

/** Of one that is paused today, for wherever it would else read as signed off. */
export function pausedNow(
  { pause }: { readonly pause?: Pause | undefined },
  today: string,
): string | undefined {
  return pause && isPaused({ pause }, today) ? pausedWords(pause) : undefined
}

/** Paused, and never "withdrawn": the same words on every page. */
export function pausedWords({ until, by }: Pick<Pause, 'until' | 'by'>): string {
  return `Paused until ${dayInWords(until)} while ${by} looks at it`
}
