/** A sign-off that does not count for a while, because somebody looks at it: with a last day, always. */
import { addMonths } from '../../language/days.ts'
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

/** What is wrong with a last day, in words; undefined where it will do. */
export function checkLastDay(
  until: string,
  {
    today,
    begunOn = today,
    before,
  }: {
    readonly today: string
    readonly begunOn?: string | undefined
    /** The last day until now, where it is given more time. */
    readonly before?: string | undefined
  },
): string | undefined {
  if (until <= today) return 'The last day must be in the future'
  if (before !== undefined && until <= before) {
    return `The last day must be after ${dayInWords(before)}`
  }
  if (until > addMonths(today, longestPause)) {
    return `The last day must be in the next ${longestPause} months`
  }
  if (until > addMonths(begunOn, longestInAll)) {
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
