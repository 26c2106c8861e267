/** The rules of every store, by file. */
import type { StoreRules } from '../store-rule.ts'
import { accountsStores } from './accounts.ts'
import { adoptionStores } from './adoption.ts'
import { assessingStores } from './assessing.ts'
import { auditStores } from './audit.ts'
import { bringStores } from './bring.ts'
import { corridorStores } from './corridor.ts'
import { crosswalksStores } from './crosswalks.ts'
import { delegationsStores } from './delegations.ts'
import { draftsStores } from './drafts.ts'
import { entriesStores } from './entries.ts'
import { exchangeStores } from './exchange.ts'
import { goalsStores } from './goals.ts'
import { invitationsStores } from './invitations.ts'
import { learningStores } from './learning.ts'
import { membershipsStores } from './memberships.ts'
import { organisationsStores } from './organisations.ts'
import { overlaysStores } from './overlays.ts'
import { passportsStores } from './passports.ts'
import { privacyStores } from './privacy.ts'
import { questionsStores } from './questions.ts'
import { readingStores } from './reading.ts'
import { recognitionStores } from './recognition.ts'
import { reviewStores } from './review.ts'
import { standingStores } from './standing.ts'
import { supervisionStores } from './supervision.ts'
import { termsStores } from './terms.ts'
import { versionsStores } from './versions.ts'
import { waysInStores } from './ways-in.ts'

export const storeRules: Readonly<Record<string, StoreRules>> = {
  ...accountsStores,
  ...waysInStores,
  ...auditStores,
  ...organisationsStores,
  ...membershipsStores,
  ...invitationsStores,
  ...readingStores,
  ...crosswalksStores,
  ...draftsStores,
  ...versionsStores,
  ...reviewStores,
  ...exchangeStores,
  ...termsStores,
  ...overlaysStores,
  ...passportsStores,
  ...corridorStores,
  ...questionsStores,
  ...adoptionStores,
  ...assessingStores,
  ...entriesStores,
  ...goalsStores,
  ...bringStores,
  ...recognitionStores,
  ...learningStores,
  ...supervisionStores,
  ...delegationsStores,
  ...standingStores,
  ...privacyStores,
}
