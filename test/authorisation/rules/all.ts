/** The rules of every feature; one route stands in one file. */
import type { RouteRules } from '../route-rule.ts'
import { accountsRules } from './accounts.ts'
import { adoptionRules } from './adoption.ts'
import { assessingRules } from './assessing.ts'
import { bringRules } from './bring.ts'
import { corridorRules } from './corridor.ts'
import { crosswalksRules } from './crosswalks.ts'
import { delegationsRules } from './delegations.ts'
import { draftsRules } from './drafts.ts'
import { entriesRules } from './entries.ts'
import { goalsRules } from './goals.ts'
import { invitationsRules } from './invitations.ts'
import { learningRules } from './learning.ts'
import { leavingRules } from './leaving.ts'
import { membershipsRules } from './memberships.ts'
import { offlineRules } from './offline.ts'
import { organisationsRules } from './organisations.ts'
import { overlaysRules } from './overlays.ts'
import { passportsRules } from './passports.ts'
import { plumbingRules } from './plumbing.ts'
import { privacyRules } from './privacy.ts'
import { publicationRules } from './publication.ts'
import { questionsRules } from './questions.ts'
import { readingRules } from './reading.ts'
import { recognitionRules } from './recognition.ts'
import { reviewRules } from './review.ts'
import { standingRules } from './standing.ts'
import { supervisionRules } from './supervision.ts'
import { termsRules } from './terms.ts'
import { versionsRules } from './versions.ts'

export const routeRules: RouteRules = {
  ...plumbingRules,
  ...accountsRules,
  ...organisationsRules,
  ...membershipsRules,
  ...invitationsRules,
  ...readingRules,
  ...publicationRules,
  ...crosswalksRules,
  ...versionsRules,
  ...draftsRules,
  ...reviewRules,
  ...termsRules,
  ...overlaysRules,
  ...passportsRules,
  ...corridorRules,
  ...questionsRules,
  ...adoptionRules,
  ...assessingRules,
  ...entriesRules,
  ...goalsRules,
  ...offlineRules,
  ...bringRules,
  ...recognitionRules,
  ...learningRules,
  ...supervisionRules,
  ...delegationsRules,
  ...standingRules,
  ...privacyRules,
  ...leavingRules,
}
