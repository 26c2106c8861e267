/** What is reviewed soon, or should have been, and was not signed again since. */
import { addDays } from '../../../language/days.ts'
import { isOpen, type SignOffRequest } from '../../model/sign-off-request.ts'
import { isReviewDue, type Signing, standingSignOffs } from '../../model/signing.ts'

/** How long before its review something can be renewed, in days. */
const soonDays = 60

export interface Renewal {
  readonly signing: Signing
  readonly codes: readonly string[]
  readonly lapsed: boolean
  /** Asked for and not yet answered. */
  readonly waiting?: SignOffRequest | undefined
}

/** The one that is due first comes first. */
export function listRenewals(
  signings: readonly Signing[],
  requests: readonly SignOffRequest[],
  today: string,
): Renewal[] {
  const until = addDays(today, soonDays)
  return signings
    .filter(({ reviewOn }) => reviewOn !== undefined && reviewOn <= until)
    .map((signing) => ({
      signing,
      codes: codesToRenew(signing, signings),
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
  from: string,
): readonly { readonly signing: Signing; readonly on: string }[] {
  return signings.flatMap((signing) => {
    const { reviewOn: on } = signing
    const comes = on !== undefined && on >= from && codesToRenew(signing, signings).length > 0
    return comes ? [{ signing, on }] : []
  })
}

/** Those that stand, and stand nowhere else with a later review. */
function codesToRenew(signing: Signing, all: readonly Signing[]): string[] {
  const later = new Set(
    all
      .filter((other) => other.edition === signing.edition && isReviewedLater(other, signing))
      .flatMap((other) => standingSignOffs(other).map(({ code }) => code)),
  )
  return standingSignOffs(signing)
    .map(({ code }) => code)
    .filter((code) => !later.has(code))
}

/** Of two with the same review date, the one signed later. */
function isReviewedLater(other: Signing, signing: Signing): boolean {
  const [theirs, own] = [other.reviewOn ?? '9999', signing.reviewOn ?? '9999']
  return theirs > own || (theirs === own && other.at > signing.at)
}

function isAbout(request: SignOffRequest, signing: Signing): boolean {
  return request.section === signing.section && request.level === signing.level
}
