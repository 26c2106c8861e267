import {
  isTakenBack,
  type Signing,
  standingSignOffs,
  waitingSignOffs,
} from '../../model/signing.ts'

/** What became of all that was signed in one visit. */
type WhatStands =
  | 'nothing-signed'
  | 'all'
  | 'waiting'
  | 'in-part'
  | 'taken-back'
  | 'withdrawn'
  | 'not-confirmed'

export function whatStands(signings: readonly Pick<Signing, 'signOffs'>[]): WhatStands {
  const signed = signings.flatMap(({ signOffs }) => signOffs)
  if (signed.length === 0) return 'nothing-signed'
  const standing = signings.flatMap(standingSignOffs)
  if (standing.length === signed.length) return 'all'
  if (signings.flatMap(waitingSignOffs).length > 0) return 'waiting'
  if (standing.length > 0) return 'in-part'
  if (signed.every(({ withdrawal }) => withdrawal === undefined)) return 'not-confirmed'
  return signings.every(isTakenBack) ? 'taken-back' : 'withdrawn'
}
