/** The look at an original: asked by its holder, answered by a person where they work. */
import { isDeepStrictEqual } from 'node:util'
import type { Confirmation, Entry, EntryKind } from '../../model/entry.ts'

/** What whoever is asked is shown of the entry. */
export interface RequestShown {
  readonly kind: EntryKind
  readonly title: string
  readonly from?: string | undefined
  readonly validUntil?: string | undefined
  readonly facts: Readonly<Record<string, string>>
}

/** As it was that day: people move and change names. */
export interface AnswerShown {
  readonly by: string
  readonly organisation: string
}

export const waysOfSeeing = ['paper', 'awarding-body', 'screen'] as const
export type WayOfSeeing = (typeof waysOfSeeing)[number]

export const wayWords: Readonly<Record<WayOfSeeing, string>> = {
  paper: 'I held the paper original in my hands',
  'awarding-body': 'I looked it up with whoever awarded it',
  screen: 'They signed in to the provider’s own website and showed me',
}

export interface OriginalAnswer {
  readonly id: string
  readonly outcome: 'seen' | 'not-seen'
  readonly how?: WayOfSeeing | undefined
  /** YYYY-MM-DD */
  readonly on?: string | undefined
  readonly until?: string | undefined
  readonly reason?: string | undefined
  readonly answeredBy: string
  readonly shown: AnswerShown
  readonly at: Date
  readonly takenBackAt?: Date | undefined
}

export interface OriginalRequest {
  readonly id: string
  readonly entryId: string
  readonly version: number
  readonly holderId: string
  readonly organisation: string
  readonly organisationName: string
  /** Where whoever reads may see it. */
  readonly holderName?: string | undefined
  readonly shown: RequestShown
  readonly at: Date
  readonly endedAt?: Date | undefined
  /** The oldest first; those taken back stay with their trace. */
  readonly answers: readonly OriginalAnswer[]
}

export function standingAnswer({ answers }: OriginalRequest): OriginalAnswer | undefined {
  return answers.find(({ takenBackAt }) => takenBackAt === undefined)
}

export function isWaiting(request: OriginalRequest): boolean {
  return request.endedAt === undefined && standingAnswer(request) === undefined
}

/** Kinds of which there is an original to look at. */
export const kindsWithOriginal: readonly EntryKind[] = [
  'training',
  'qualification',
  'apprenticeship',
]

/** What is never shown to anybody but its holder has nobody to look at it. */
export function mayBeLookedAt({ kind, private: own }: Pick<Entry, 'kind' | 'private'>): boolean {
  return kindsWithOriginal.includes(kind) && !own
}

/** What is shown of an entry to whoever is asked. */
export function shownOf({ kind, title, from, validUntil, facts }: Entry): RequestShown {
  return { kind, title, from, validUntil, facts }
}

/** Whether the entry still says what was shown; what it counts towards was not. */
export function saysTheSame(entry: Entry, { shown }: Pick<OriginalRequest, 'shown'>): boolean {
  const { kind, title, from, validUntil, facts } = shown
  return isDeepStrictEqual(shownOf(entry), { kind, title, from, validUntil, facts })
}

/**
 * The entry with what others say they saw. It counts while the entry says what they were shown, and
 * for no statement: that a paper is real does not show what somebody can do.
 */
export function withConfirmation(entry: Entry, requests: readonly OriginalRequest[]): Entry {
  const seen = requests
    .filter((request) => request.entryId === entry.id && saysTheSame(entry, request))
    .filter(({ endedAt }) => endedAt === undefined)
    .flatMap((request) => standingAnswer(request) ?? [])
    .filter(({ outcome }) => outcome === 'seen')
  const latest = seen.reduce<OriginalAnswer | undefined>(
    (best, one) => (best === undefined || (one.on ?? '') > (best.on ?? '') ? one : best),
    undefined,
  )
  return latest === undefined ? entry : { ...entry, confirmation: confirmationOf(latest) }
}

function confirmationOf({ shown, on = '', until }: OriginalAnswer): Confirmation {
  return { by: shown.organisation, how: 'original-seen', on, until, codes: [] }
}
