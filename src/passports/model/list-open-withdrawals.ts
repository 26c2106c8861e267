/** Withdrawn, and neither asked for nor signed off again since: what a holder must hear of first. */
import type { SignOffRequest } from './sign-off-request.ts'
import { type Signing, standingSignOffs } from './signing.ts'

export interface OpenWithdrawal {
  readonly signing: Signing
  /** Of the latest sign-off that was withdrawn. */
  readonly at: Date
}

export function listOpenWithdrawals(
  signings: readonly Signing[],
  requests: readonly SignOffRequest[],
): OpenWithdrawal[] {
  const standing = new Set(
    signings.flatMap((signing) =>
      standingSignOffs(signing).map(({ code }) => `${signing.edition} ${code}`),
    ),
  )
  return signings
    .flatMap((signing) => {
      const times = signing.signOffs.flatMap(({ code, withdrawal }) =>
        withdrawal === undefined || standing.has(`${signing.edition} ${code}`)
          ? []
          : [withdrawal.at.getTime()],
      )
      return times.length === 0 ? [] : [{ signing, at: new Date(Math.max(...times)) }]
    })
    .filter(
      ({ signing, at }) =>
        !requests.some(
          (request) =>
            request.section === signing.section &&
            request.level === signing.level &&
            request.answer?.outcome !== 'taken-back' &&
            request.at > at,
        ),
    )
}
