/** What somebody takes along on their own phone: what they hold, and never a private note. */

import { sessionEnd } from '../../accounts/sign-in/model/session.ts'
import { listSessions } from '../../accounts/sign-in/sessions-store.ts'
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../../frameworks/frameworks-store.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { listEntries } from '../entries/entries-store.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { evaluatePassport } from '../model/evaluate-passport.ts'
import { type Signing, standingSignOffs } from '../model/signing.ts'
import { findOwnRole, listAnswers } from '../passports-store.ts'
import { listLiveShares } from '../shares/shares-store.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import type { HeldSigning } from './pages/copy-page.tsx'

export async function readCopy(
  db: Transaction,
  {
    person,
    stored: { edition, ref },
    now,
  }: { readonly person: Person; readonly stored: StoredEdition; readonly now: Date },
) {
  const holderId = person.id
  const { level = 'entry', profession } = await findOwnRole(db, holderId)
  const answers = await listAnswers(db, { holderId, edition: ref })
  const signings = await listSigningsFor(db, { holderId })
  const entries = (await listEntries(db, { holderId })).filter((entry) => !entry.private)
  const today = dayOf(now)
  const wanted = { level, profession }
  const evaluation = evaluatePassport({
    ...{ edition, ref, wanted, answers, signings, entries, today },
  })
  const shares = await listLiveShares(db, { holderId, now })
  const sessions = await listSessions(db, { personId: holderId, now })
  const current = sessions.find(({ id }) => id === person.session?.id)
  return {
    ...{ level, evaluation, entries },
    signings: signings.filter((signing) => standingSignOffs(signing).length > 0),
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
