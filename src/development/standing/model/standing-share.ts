/** How much of where they stand a worker lets others at work see. */
import { addDays } from '../../../language/days.ts'
import type { Entry } from '../../../passports/model/entry.ts'
import type { Evaluated } from '../../../passports/model/evaluate-passport.ts'
import type { Audience } from './audience.ts'

export const depths = ['counts', 'statements', 'own-words'] as const
export type Depth = (typeof depths)[number]

export interface StandingShare {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly audience: Audience
  readonly depth: Depth
  readonly at: Date
  /** YYYY-MM-DD: the last day. */
  readonly endsOn: string
  readonly endedAt?: Date | undefined
  /** Whether it counts today: not stopped, not past its day, still in that job, and supervised there. */
  readonly live: boolean
}

export const depthNames: Readonly<Record<Depth, string>> = {
  counts: 'Only how many, by domain and by pillar',
  statements: 'Each statement, and whether it is signed off',
  'own-words': 'Each statement, also what I say of myself',
}

/** About a year: what somebody wanted once is asked again. */
export function lastDayFrom(today: string): string {
  return addDays(today, 365)
}

type Proofs = Pick<Evaluated, 'answers' | 'answersElsewhere' | 'signings' | 'entries'>

/** As much of what somebody holds as they show. What is private or of life is in none of it. */
export function limitHeld<Held extends Proofs>(held: Held, depth: Depth): Held {
  const shown = held.entries.filter((one) => !one.private && one.kind !== 'lived-experience')
  if (depth === 'own-words') return { ...held, entries: shown }
  const none = { answers: new Map(), answersElsewhere: new Map() }
  return { ...held, ...none, entries: shown.flatMap(withoutOwnWord) }
}

/** What others vouch for, and not what the holder says that it counts towards besides. */
function withoutOwnWord(entry: Entry): Entry[] {
  const codes = entry.confirmation?.codes ?? []
  return codes.length === 0 ? [] : [{ ...entry, codes }]
}
