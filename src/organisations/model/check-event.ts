import type { Finding } from '../../finding.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import type {
  EventKind,
  EventPart,
  Histories,
  OrganisationHistory,
} from './organisation-history.ts'
import { existedOn, nameOn } from './organisation-on.ts'

/** What a steward wants to record, before it is checked. */
export interface WantedEvent {
  readonly kind: EventKind
  /** Slugs of those that it happened to. */
  readonly before: readonly string[]
  /** Slugs of those that are there afterwards; some may be of those before. */
  readonly after: readonly string[]
  /** The new name, where one is renamed. */
  readonly name?: string | undefined
  readonly on: string
}

export interface EventPartOf {
  readonly organisation: string
  readonly part: EventPart
}

export interface CheckedAgainst {
  /** Of all that are named. */
  readonly histories: Histories
  readonly today: string
  /** Those for which the steward acts: nobody ends the organisation they act for. */
  readonly stewards: readonly string[]
}

/** All that is wrong with an event, in reading order; `at` is the field. */
export function checkEvent(wanted: WantedEvent, against: CheckedAgainst): Finding[] {
  const { histories, today } = against
  if (wanted.on > today) return [fault('on', 'in-future', 'The day must be today or in the past')]
  const isNew = (slug: string) => beganThen(wanted, histories.get(slug))
  const before = present(wanted.before, histories).filter(({ slug }) => !isNew(slug))
  const after = present(wanted.after, histories)
  return [
    ...sidesFindings(wanted),
    ...before.flatMap((history) => orderFindings(history, wanted.on)),
    ...after
      .filter(({ slug }) => !wanted.before.includes(slug))
      .flatMap((history) => successorFindings(history, wanted)),
    ...nameFindings(wanted, histories),
    ...stewardFindings(wanted, against),
  ]
}

/** What the event is for each of them. */
export function partsOf({ before, after, on }: WantedEvent, histories: Histories): EventPartOf[] {
  const part = (slug: string): EventPart => {
    if (!after.includes(slug)) return 'ended'
    return beganThen({ after, on }, histories.get(slug)) ? 'began' : 'continued'
  }
  return [...new Set([...before, ...after])].map((slug) => ({
    organisation: slug,
    part: part(slug),
  }))
}

/** Whoever opens on the day, and is there afterwards, began with it; it may be named with the others. */
function beganThen(
  { after, on }: Pick<WantedEvent, 'after' | 'on'>,
  history: OrganisationHistory | undefined,
): boolean {
  return history !== undefined && history.openedOn === on && after.includes(history.slug)
}

function present(slugs: readonly string[], histories: Histories): OrganisationHistory[] {
  return slugs.flatMap((slug) => histories.get(slug) ?? [])
}

function sidesFindings({ kind, before, after }: WantedEvent): Finding[] {
  if (kind === 'merged' && before.every((slug) => after.includes(slug))) {
    return [fault('into', 'nobody-ended', 'Enter one organisation that the others merged into')]
  }
  if (kind === 'split' && new Set(after).size < 2) {
    return [fault('others', 'one-alone', 'Enter two or more organisations that it was split into')]
  }
  return []
}

/** What is recorded is recorded in order: nothing before what the register has already. */
function orderFindings(history: OrganisationHistory, on: string): Finding[] {
  const name = nameOn(history.names, on)
  if (history.ending !== undefined) {
    return [
      fault('on', 'has-ended', `${name} ended on ${dayInWords(history.ending.on)}: choose another`),
    ]
  }
  const latest = history.latestEventOn
  if (latest !== undefined && on <= latest) {
    const words = `The day must be after ${dayInWords(latest)}, the latest that is recorded of ${name}`
    return [fault('on', 'out-of-order', words)]
  }
  if (history.openedOn !== undefined && on <= history.openedOn) {
    const words = `The day must be after ${dayInWords(history.openedOn)}, when ${name} opened`
    return [fault('on', 'before-beginning', words)]
  }
  return []
}

function successorFindings(history: OrganisationHistory, { kind, on }: WantedEvent): Finding[] {
  if (existedOn(history, on)) return []
  const name = nameOn(history.names, on)
  const at = kind === 'split' ? 'others' : 'into'
  return [fault(at, 'not-there', `${name} was not there on ${dayInWords(on)}: choose another`)]
}

function nameFindings({ kind, before, name }: WantedEvent, histories: Histories): Finding[] {
  if (kind !== 'renamed') return []
  const [renamed] = present(before, histories)
  if (renamed?.names.at(-1)?.name !== name) return []
  return [fault('name', 'same-name', 'Enter a name that it does not have already')]
}

function stewardFindings({ before, after }: WantedEvent, { stewards }: CheckedAgainst): Finding[] {
  const ends = before.some((slug) => stewards.includes(slug) && !after.includes(slug))
  if (!ends) return []
  const words = 'You act for this organisation, so somebody from another steward must record this'
  return [fault('on', 'own-steward', words)]
}

function fault(at: string, code: string, message: string): Finding {
  return { code, at, message }
}
