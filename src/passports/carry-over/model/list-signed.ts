/** What is signed, as it counts for the statements of one edition. */
import type { Succession } from '../../../frameworks/model/succession.ts'
import { isPaused } from '../../model/pause.ts'
import { type Signing, standingSignOffs } from '../../model/signing.ts'
import { type Carriable, carryOver, joinByFirstEnd } from './carry-over.ts'

export interface Signed extends Carriable {
  readonly code: string
}

/** Each statement once, by what lasts longest and nobody has to confirm again. */
export function listSigned(
  signings: readonly Signing[],
  {
    ref: to,
    successions,
    today,
  }: { readonly ref: string; readonly successions: readonly Succession[]; readonly today: string },
): Signed[] {
  const held = new Map<string, Map<string, Carriable[]>>()
  for (const signing of signings.filter((one) => !isPaused(one, today))) {
    const byCode = held.get(signing.edition) ?? new Map<string, Carriable[]>()
    held.set(signing.edition, byCode)
    for (const { code } of standingSignOffs(signing)) {
      byCode.set(code, [...(byCode.get(code) ?? []), { until: signing.reviewOn }])
    }
  }
  const carried = carryOver({ held, to, successions, join: joinByFirstEnd })
  return [...carried].flatMap(([code, some]) => {
    const best = some.toSorted((one, other) => rank(other).localeCompare(rank(one)))[0]
    return best === undefined ? [] : [{ ...best, code }]
  })

  function rank({ until, carried }: Carriable): string {
    const inDate = until === undefined || until >= today
    return `${inDate} ${carried?.reconfirmBy === undefined} ${until ?? '9999'}`
  }
}

/** Those that count until a day, and then ask to be confirmed again, the nearest day first. */
export function listToConfirm(
  signed: readonly Signed[],
  from: string,
): (Signed & { until: string })[] {
  return signed
    .flatMap((one) =>
      one.until !== undefined && one.carried?.reconfirmBy !== undefined && one.until >= from
        ? [{ ...one, until: one.until }]
        : [],
    )
    .sort((one, other) => one.until.localeCompare(other.until))
}
