/** People and organisations, as other features see them. */
import type { Permission } from '../../actor.ts'

export interface Membership {
  readonly organisation: string
  readonly organisationName: string
  readonly jobTitle: string
  readonly permissions: readonly Permission[]
}

export const checkOutcomes = ['on-register', 'not-found'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** Somebody looked at the public register, by hand. */
export interface RegistrationCheck {
  readonly outcome: CheckOutcome
  /** The organisation's name. */
  readonly by: string
  /** ISO date. */
  readonly on: string
}

/** What somebody says of themselves; whether it is so, only a check can say. */
export interface Registration {
  readonly regulator: string
  readonly number: string
  /** The latest that the reader may see. Without one it counts as not checked. */
  readonly check?: RegistrationCheck | undefined
}

/** A person as a colleague sees them. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly organisation: string
  readonly organisationName: string
  readonly registration?: Registration | undefined
}

export const identityCheckWays = [
  'photo-document-in-person',
  'document-online',
  'known-to-employer',
] as const
export type IdentityCheckWay = (typeof identityCheckWays)[number]

/**
 * All that anybody outside learns of the way. Which document it was can tell of somebody's
 * immigration status: it stays with the employer and is kept nowhere here.
 */
export const identityCheckWords = {
  'photo-document-in-person': 'Photo identity document, seen in person',
  'document-online': 'Identity document, checked online',
  'known-to-employer': 'Known to the employer already',
} as const satisfies Readonly<Record<IdentityCheckWay, string>>
export type IdentityCheckWords = (typeof identityCheckWords)[IdentityCheckWay]

/** Who checked a person's identity, when and how: a fact of its own in every credential. */
export interface IdentityCheck {
  readonly organisationName: string
  readonly how: IdentityCheckWords
  /** ISO date. */
  readonly checkedOn: string
  readonly checkedBy?: string | undefined
}

export interface DemonstrationPerson {
  readonly id: string
  readonly name: string
  readonly about: string
}
