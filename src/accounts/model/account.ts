/** People and organisations, as other features see them. */
import type { Permission } from '../../actor.ts'

export interface Organisation {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly nation: string
  readonly sector: string
}

export interface Membership {
  readonly organisation: string
  readonly organisationName: string
  readonly jobTitle: string
  readonly permissions: readonly Permission[]
}

export interface Registration {
  readonly regulator: string
  readonly number: string
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

/** Who checked a person's identity, when and how: a fact of its own in every credential. */
export interface IdentityCheck {
  readonly organisationName: string
  readonly how: string
  /** ISO date. */
  readonly checkedOn: string
  readonly checkedBy?: string | undefined
}

export interface DemonstrationPerson {
  readonly id: string
  readonly name: string
  readonly about: string
}
