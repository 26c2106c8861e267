/** What came into a passport and when, the latest first. */
import { dayOf } from '../../language/days.ts'
import { type Entry, entryKindNames } from './entry.ts'
import { pausedNow } from './pause.ts'
import { currentCredential, type Signing, standingSignOffs } from './signing.ts'

export interface TimelineItem {
  readonly id: string
  /** YYYY-MM-DD: the day that it happened, or began. */
  readonly on: string
  /** YYYY-MM-DD: for what lasted. */
  readonly to?: string | undefined
  readonly kind: string
  readonly title: string
  readonly by?: string | undefined
  readonly private: boolean
  /** Of a sign-off that does not count for now. */
  readonly paused?: string | undefined
  /** Where it stands: undefined for a sign-off whose credential is gone. */
  readonly of:
    | { readonly credential: string }
    | { readonly entry: string }
    | { readonly brought: string }
    | undefined
}

/** By year, the latest first. What has no day of its own stands at the day it was written. */
export function buildTimeline(
  signings: readonly Signing[],
  entries: readonly Entry[],
  nameOf: (signing: Signing) => string,
  today: string,
): ReadonlyMap<string, readonly TimelineItem[]> {
  const items = [
    ...signings.filter(isStanding).map((signing) => ofSigning(signing, nameOf(signing), today)),
    ...entries.map(ofEntry),
  ].sort((one, other) => other.on.localeCompare(one.on) || compareTitles(one.title, other.title))
  const years = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const year = item.on.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), item])
  }
  return years
}

/** 3.9 before 3.10. */
const { compare: compareTitles } = new Intl.Collator('en-GB', { numeric: true })

function isStanding(signing: Signing): boolean {
  return standingSignOffs(signing).length > 0
}

function ofSigning(signing: Signing, title: string, today: string): TimelineItem {
  const credential = currentCredential(signing)
  return {
    ...{ id: signing.id, on: signing.assessedOn, kind: 'Signed off', title, private: false },
    by: `${signing.shown.assessor.name}, ${signing.shown.organisation}`,
    of: credential === undefined ? undefined : { credential },
    paused: pausedNow(signing, today),
  }
}

function ofEntry(entry: Entry): TimelineItem {
  const { id, from, to, at, kind, title, private: own, confirmation, brought } = entry
  return {
    ...{ id, on: from ?? to ?? dayOf(at), kind: entryKindNames[kind], title, private: own },
    ...{
      to: from === undefined ? undefined : to,
      by: confirmation?.by,
      of: brought ? { brought: id } : { entry: id },
    },
  }
}
