import { isTakenBack, type Signing, standingSignOffs } from '../../model/signing.ts'

/** What became of all that was signed in one visit. */
type WhatStands = 'nothing-signed' | 'all' | 'in-part' | 'taken-back' | 'withdrawn'

export function whatStands(signings: readonly Pick<Signing, 'signOffs'>[]): WhatStands {
  const signed = signings.flatMap(({ signOffs }) => signOffs)
  if (signed.length === 0) return 'nothing-signed'
  const standing = signings.flatMap(standingSignOffs)
  if (standing.length === signed.length) return 'all'
  if (standing.length > 0) return 'in-part'
  return signings.every(isTakenBack) ? 'taken-back' : 'withdrawn'
}
