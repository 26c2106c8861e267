/** A line a feature: what has a day in it. */
import { delegationsDue } from './delegations/delegations-due.ts'
import { developmentDue } from './development/development-due.ts'
import type { DueDates } from './due-date.ts'
import { carryOverDue } from './passports/carry-over/carry-over-due.ts'
import { renewalsDue } from './passports/renewals/renewals-due.ts'

export const dueDates: readonly DueDates[] = [
  renewalsDue,
  carryOverDue,
  developmentDue,
  delegationsDue,
]
