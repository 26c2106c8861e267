/** A signing that waits for a second assessor, and who could be it. */
import { findNames, findRegistration, listAssessors } from '../../accounts/accounts-store.ts'
import type { Transaction } from '../../database/database.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { type Signing, waitingSignOffs } from '../model/signing.ts'
import { getSigningAmong } from '../sign-offs/signings-store.ts'
import { judgeStatements, withoutRefused } from './judge-statements.ts'
import { whyNotSecond } from './model/may-second.ts'

/** Why somebody may not be the second: for all of it, or by code for some of it. */
export async function judgeSecond(
  db: Transaction,
  {
    signing,
    secondId,
    edition,
  }: { readonly signing: Signing; readonly secondId: string; readonly edition: Edition },
): Promise<{ readonly all?: string | undefined; readonly refused: ReadonlyMap<string, string> }> {
  const { organisation, holderId } = signing
  const registration = await findRegistration(db, { personId: secondId, organisation })
  const codes = waitingSignOffs(signing).map(({ code }) => code)
  const request = { holderId, organisation, assessorId: secondId }
  const { refused } = await judgeStatements(db, { request, edition, codes })
  return { all: whyNotSecond({ id: secondId, registration }, signing), refused }
}

/** Colleagues who may be the second for at least some of it. */
export async function listSeconds(
  db: Transaction,
  {
    signing,
    askedBy,
    edition,
  }: { readonly signing: Signing; readonly askedBy: string; readonly edition: Edition },
) {
  const codes = waitingSignOffs(signing).map(({ code }) => code)
  const colleagues = (await listAssessors(db, askedBy)).filter(
    (one) => one.organisation === signing.organisation && whyNotSecond(one, signing) === undefined,
  )
  return withoutRefused(db, { colleagues, holderId: signing.holderId, edition, codes })
}

/** Throws NotFound for whoever has nothing to do with it. */
export async function readWaiting(
  db: Transaction,
  wanted: { readonly id: string; readonly personId: string },
) {
  const signing = await getSigningAmong(db, wanted)
  const names = await findNames(db, [signing.holderId])
  return { signing, holderName: names.get(signing.holderId) ?? 'A colleague' }
}
