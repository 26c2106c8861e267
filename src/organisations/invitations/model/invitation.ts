/** Somebody is asked to join an organisation: by a letter, or with a code on paper. */
import type { Permission } from '../../../actor.ts'

export const invitationWays = ['email', 'printed-code'] as const
export type InvitationWay = (typeof invitationWays)[number]

/** For both ways, from the day on which the letter went or the code was printed. */
export const invitationDays = 14

export type InvitationState =
  | 'waiting'
  /** To be given a printed code, which nobody has printed yet. */
  | 'to-print'
  | 'expired'
  | 'accepted'
  | 'declined'
  | 'cancelled'

export interface Invitation {
  readonly id: string
  readonly organisation: string
  /** As the employer knows them; gone when it is long over. */
  readonly name: string | undefined
  readonly email: string | undefined
  readonly way: InvitationWay
  readonly jobTitle: string
  readonly teamIds: readonly string[]
  readonly permissions: readonly Permission[]
  /** ISO date. */
  readonly startsOn: string
  readonly invitedAt: Date
  readonly hasSecret: boolean
  readonly expiresAt: Date
  readonly identityChecked: boolean
  readonly acceptedAt: Date | undefined
  readonly acceptedBy: string | undefined
  readonly declinedAt: Date | undefined
  readonly cancelledAt: Date | undefined
}

export function invitationState(
  invitation: Pick<
    Invitation,
    'acceptedAt' | 'declinedAt' | 'cancelledAt' | 'expiresAt' | 'hasSecret'
  >,
  now: Date,
): InvitationState {
  if (invitation.acceptedAt !== undefined) return 'accepted'
  if (invitation.declinedAt !== undefined) return 'declined'
  if (invitation.cancelledAt !== undefined) return 'cancelled'
  if (!invitation.hasSecret) return 'to-print'
  return invitation.expiresAt > now ? 'waiting' : 'expired'
}

/** May still be taken back, sent again or printed again. */
export function isUnanswered(state: InvitationState): boolean {
  return state === 'waiting' || state === 'to-print' || state === 'expired'
}
