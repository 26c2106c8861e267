/** Whoever is acting. Imported by all, imports nothing. */

export const permissions = [
  'assess',
  'delegate',
  'manage-team',
  'issue',
  'steward-framework',
  'decide-consultation',
  'see-statistics',
] as const

export type Permission = (typeof permissions)[number]

/** The ways to show that it is really you, equal in rank. Choosing a made-up person is the demonstration's. */
export type Proof =
  | 'passkey'
  | 'email-code'
  | 'oidc'
  | 'recovery-sheet'
  | 'printed-code'
  | 'demonstration'

/** When and how a person last showed that it is really them, in this session. */
export interface StepUp {
  readonly how: Proof
  readonly at: Date
}

/** The session that a person acts in. */
export interface PersonSession {
  /** Names it in a list; it is not the token. */
  readonly id: string
  readonly sharedComputer: boolean
  readonly stepUp: StepUp
}

export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  /** Undefined where a person acts outside a request, as on the command line and in tests. */
  readonly session?: PersonSession | undefined
  /** Set while their account is closing and they can still keep it. */
  readonly closing?: { readonly eraseAfter: Date } | undefined
  /** Where they work today, by slug. Undefined where a person acts outside a request. */
  readonly employers?: readonly string[] | undefined
  /** What this person may do, and for which organisation (by slug). */
  readonly permissions: readonly {
    readonly organisation: string
    readonly permission: Permission
  }[]
}

/** Somebody who holds a share link or a respondent link. */
export interface Link {
  readonly kind: 'link'
  readonly id: string
}

/** The service itself; row-level security names each job that may read. */
export interface Job {
  readonly kind: 'job'
  readonly name: string
}

export interface Nobody {
  readonly kind: 'nobody'
}

export type Actor = Person | Link | Job | Nobody

/** The value of `app.actor`, which row-level security reads. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.id
    case 'link':
      return `link:${actor.id}`
    case 'job':
      return `job:${actor.name}`
    case 'nobody':
      return ''
  }
}

export function hasPermission(
  actor: Actor,
  permission: Permission,
  organisation?: string,
): boolean {
  return (
    actor.kind === 'person' &&
    actor.permissions.some(
      (held) =>
        held.permission === permission &&
        (organisation === undefined || held.organisation === organisation),
    )
  )
}
