/** What somebody takes along on their own phone: what they hold, and never a private note. */

import { sessionEnd } from '../../accounts/sign-in/model/session.ts'
import { listSessions } from '../../accounts/sign-in/sessions-store.ts'
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { type Signing, standingSignOffs } from '../model/signing.ts'
import { listLiveShares } from '../shares/shares-store.ts'
import { evaluateHeldLevel, readHeld } from '../standing/read-evaluation.ts'
import type { HeldSigning } from './pages/copy-page.tsx'

export async function readCopy(
  db: Transaction,
  {
    person,
    stored,
    now,
  }: { readonly person: Person; readonly stored: ShelvedEdition; readonly now: Date },
) {
  const holderId = person.id
  const held = await readHeld(db, { holderId, ref: stored.ref })
  const entries = held.entries.filter((entry) => !entry.private)
  const evaluation = evaluateHeldLevel({ ...held, entries }, stored, { today: dayOf(now) })
  const shares = await listLiveShares(db, { holderId, now })
  const sessions = await listSessions(db, { personId: holderId, now })
  const current = sessions.find(({ id }) => id === person.session?.id)
  return {
    ...{ level: evaluation.level, evaluation, entries },
    signings: held.signings.filter((signing) => standingSignOffs(signing).length > 0),
    shares: shares.map(({ id }) => id),
    sessionEndsAt: current === undefined ? now : sessionEnd(current.startedAt),
  }
}

/** Each in the wording of the edition that it was signed in. */
export function readWordings(
  shelf: EditionShelf,
  signings: readonly Signing[],
): Promise<HeldSigning[]> {
  return Promise.all(
    signings.map(async (signing) => {
      const { edition } = await shelf.get(signing.edition)
      const { section } = findSection(edition, signing.section)
      const codes = standingSignOffs(signing).map(({ code }) => code)
      return { signing, edition, statements: confirmedStatements(section, codes) }
    }),
  )
}
