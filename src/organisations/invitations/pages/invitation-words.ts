import { plainDate } from '../../../language/plain-dates.ts'
import type { Invitation, InvitationState } from '../model/invitation.ts'

/** Where an invitation stands, as its managers read it. */
export function stateWords(invitation: Invitation, state: InvitationState): string {
  const { way, expiresAt, acceptedAt, declinedAt, cancelledAt } = invitation
  switch (state) {
    case 'waiting':
      return way === 'email'
        ? `Sent. The link works until ${plainDate(expiresAt)}`
        : `Printed. The code works until ${plainDate(expiresAt)}`
    case 'to-print':
      return 'The code is not printed yet'
    case 'expired':
      return `Ran out on ${plainDate(expiresAt)}`
    case 'accepted':
      return `Joined${onDay(acceptedAt)}`
    case 'declined':
      return `Said no${onDay(declinedAt)}`
    case 'cancelled':
      return `Taken back${onDay(cancelledAt)}`
  }
}

function onDay(moment: Date | undefined): string {
  return moment === undefined ? '' : ` on ${plainDate(moment)}`
}

/** Thirty days after it is over nobody needs to know who it was. */
export function nameOf({ name }: Pick<Invitation, 'name'>): string {
  return name ?? 'Name no longer kept'
}
