/** The rules of every feature; one route stands in one file. */
import type { RouteRules } from '../route-rule.ts'
import { accountsRules } from './accounts.ts'
import { invitationsRules } from './invitations.ts'
import { membershipsRules } from './memberships.ts'
import { organisationsRules } from './organisations.ts'
import { passportsRules } from './passports.ts'
import { plumbingRules } from './plumbing.ts'
import { privacyRules } from './privacy.ts'
import { readingRules } from './reading.ts'
import { recognitionRules } from './recognition.ts'

export const routeRules: RouteRules = {
  ...plumbingRules,
  ...accountsRules,
  ...organisationsRules,
  ...membershipsRules,
  ...invitationsRules,
  ...readingRules,
  ...passportsRules,
  ...recognitionRules,
  ...privacyRules,
}
