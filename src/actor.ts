/** Whoever is acting. Imported by all, imports nothing. */

export type Permission = 'assess' | 'issue' | 'steward-framework' | 'decide-consultation'

export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
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
