/** What was entered to invite somebody, or to join, as the forms show it again. */
import type { JobEntered } from '../../memberships/model/entered.ts'

export interface InviteEntered extends JobEntered {
  readonly way: string
  readonly name: string
  readonly email: string
  readonly permissions: readonly string[]
}

export interface JoinEntered {
  readonly name: string
  readonly kind: string
  readonly shared: boolean
}
