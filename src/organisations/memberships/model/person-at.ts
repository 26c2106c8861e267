/** A person as one employer sees them: their work here, and nothing of anywhere else. */
import type { IdentityCheckWay, RegistrationCheck } from '../../../accounts/model/account.ts'
import type { Permission } from '../../../actor.ts'

export interface Job {
  /** Of the membership. */
  readonly id: string
  readonly jobTitle: string
  /** ISO dates; the last day is one on which they still work. */
  readonly from: string
  readonly to?: string | undefined
  /** The person said themselves that they leave. */
  readonly endedByPerson: boolean
  readonly teams: readonly { readonly id: string; readonly name: string }[]
}

export type Standing = 'now' | 'starting' | 'left'

function standingOf({ from, to }: Pick<Job, 'from' | 'to'>, today: string): Standing {
  if (to !== undefined && to < today) return 'left'
  return from > today ? 'starting' : 'now'
}

/** Of several jobs, what counts is whether they work here at all. */
export function standingOfAll(jobs: readonly Pick<Job, 'from' | 'to'>[], today: string): Standing {
  const standings = jobs.map((job) => standingOf(job, today))
  return (['now', 'starting'] as const).find((one) => standings.includes(one)) ?? 'left'
}

export interface Grant {
  readonly id: string
  readonly personId: string
  readonly permission: Permission
  /** Undefined for what was there before anybody was asked, and for who is not seen any more. */
  readonly givenBy?: string | undefined
  readonly givenAt: Date
  readonly expiresOn?: string | undefined
  readonly reviewOn?: string | undefined
}

export interface RegistrationAt {
  readonly id: string
  readonly regulator: string
  readonly number: string
  readonly profession: string
  readonly recordedAt: Date
  /** By this employer. */
  readonly check?: RegistrationCheck | undefined
}

export interface IdentityCheckAt {
  readonly how: IdentityCheckWay
  readonly on: string
  readonly by?: string | undefined
}

/** For how many days an employer still sees who has left. The database keeps to the same. */
export const daysShownAfterLeaving = 90
/** For how many days a manager may take back that somebody's job has ended. */
export const daysToTakeBackAnEnd = 30
