/** What is reviewed soon, or should have been, and was not signed again since. */
import { sectionOf } from '../../../frameworks/model/look-up.ts'
import type { Succession } from '../../../frameworks/model/succession.ts'
import { addDays } from '../../../language/days.ts'
import { becameOf } from '../../carry-over/model/list-what-changed.ts'
import { isOpen, type SignOffRequest } from '../../model/sign-off-request.ts'
import { isReviewDue, type Signing, standingSignOffs } from '../../model/signing.ts'

/** How long before its review something can be renewed, in days. */
const soonDays = 60

/** What the holder is read by. */
export interface ReadBy {
  readonly ref: string
  readonly successions: readonly Succession[]
}

export interface Renewal {
  readonly signing: Signing
  /** Of the edition that the holder is read by: what it became, which is asked for. */
  readonly codes: readonly string[]
  readonly lapsed: boolean
  /** Asked for and not yet answered. */
  readonly waiting?: SignOffRequest | undefined
}

/** The one that is due first comes first. */
export function listRenewals(
  signings: readonly Signing[],
  requests: readonly SignOffRequest[],
  by: ReadBy & { readonly today: string },
): Renewal[] {
  const { today } = by
  const until = addDays(today, soonDays)
  return signings
    .filter(({ reviewOn }) => reviewOn !== undefined && reviewOn <= until)
    .map((signing) => ({
      signing,
      codes: codesNow(signing, codesToRenew(signing, signings, by), by),
      lapsed: isReviewDue(signing, today),
      waiting: requests.find((request) => isOpen(request) && isAbout(request, signing)),
    }))
    .filter(({ codes }) => codes.length > 0)
    .toSorted((one, other) =>
      (one.signing.reviewOn ?? '').localeCompare(other.signing.reviewOn ?? ''),
    )
}

/** Those whose review comes on this day or later, each with its day. */
export function listReviewsFrom(
  signings: readonly Signing[],
  successions: readonly Succession[],
  from: string,
): readonly { readonly signing: Signing; readonly on: string }[] {
  return signings.flatMap((signing) => {
    const { reviewOn: on } = signing
    const comes =
      on !== undefined && on >= from && codesToRenew(signing, signings, { successions }).length > 0
    return comes ? [{ signing, on }] : []
  })
}

/** Those that stand, and stand nowhere else with a later review, in the words of any edition. */
function codesToRenew(
  signing: Signing,
  all: readonly Signing[],
  { successions }: Pick<ReadBy, 'successions'>,
): string[] {
  const later = Map.groupBy(
    all.filter((other) => isReviewedLater(other, signing)),
    ({ edition }) => edition,
  )
  const signedLater = [...later].map(
    ([edition, some]) =>
      [edition, new Set(some.flatMap(standingSignOffs).map(({ code }) => code))] as const,
  )
  return standingSignOffs(signing)
    .map(({ code }) => code)
    .filter((code) => {
      const from = { edition: signing.edition, code }
      return !signedLater.some(([edition, codes]) => {
        const became = becameOf(from, edition, successions)
        return became.length > 0 && became.every((one) => codes.has(one))
      })
    })
}

/** What they became in the section that they stand in: what was retired is not asked for again. */
function codesNow({ edition }: Signing, codes: readonly string[], { ref, successions }: ReadBy) {
  const became = codes.flatMap((code) => becameOf({ edition, code }, ref, successions))
  const [first] = became
  return [...new Set(became)].filter((code) => first && sectionOf(code) === sectionOf(first))
}

/** Of two with the same review date, the one signed later. */
function isReviewedLater(other: Signing, signing: Signing): boolean {
  const [theirs, own] = [other.reviewOn ?? '9999', signing.reviewOn ?? '9999']
  return theirs > own || (theirs === own && other.at > signing.at)
}

function isAbout(request: SignOffRequest, signing: Signing): boolean {
  return request.section === signing.section && request.level === signing.level
}
