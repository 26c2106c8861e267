import type { OrganisationHistory } from './organisation-history.ts'

/** One name of an organisation, drawn between two places of a line that runs from 0 to 1. */
export interface NameSpan {
  readonly name: string
  /** Undefined where nobody knows since when. */
  readonly from?: string | undefined
  /** The first day on which it had the name no more; undefined while it has it. */
  readonly until?: string | undefined
  readonly start: number
  readonly end: number
}

/** Its names, the earliest first. Where the beginning is not known, the line begins before them. */
export function nameSpans(
  { names, openedOn, ending }: Pick<OrganisationHistory, 'names' | 'openedOn' | 'ending'>,
  today: string,
): readonly NameSpan[] {
  const last = ending?.on ?? today
  const spans = names.map((named, index) => ({
    name: named.name,
    from: index === 0 ? openedOn : named.from,
    until: names[index + 1]?.from ?? ending?.on,
  }))
  const known = spans.flatMap(({ from }) => (from === undefined ? [] : [dayNumber(from)]))
  const to = dayNumber(last)
  const earliest = Math.min(to, ...known)
  const lead = openedOn === undefined ? Math.max(1, (to - earliest) / 3) : 0
  const begin = earliest - lead
  const place = (day: string | undefined, otherwise: number) =>
    day === undefined
      ? otherwise
      : Math.min(1, Math.max(0, (dayNumber(day) - begin) / (to - begin || 1)))
  return spans.map((span) => ({ ...span, start: place(span.from, 0), end: place(span.until, 1) }))
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) / 86_400_000
}
