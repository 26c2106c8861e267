/** A supervision session: what both see of it, and whose turn it is. */
import type { Side } from './supervising.ts'

export interface Session {
  readonly id: string
  readonly supervisingId: string
  readonly workerId: string
  readonly supervisorId: string
  readonly workerName: string
  readonly supervisorName: string
  readonly organisation: string
  readonly organisationName: string
  /** YYYY-MM-DD */
  readonly plannedOn: string
  readonly happenedOn?: string | undefined
  readonly minutes?: number | undefined
  readonly confirmed: Readonly<Record<Side, boolean>>
  /** The supervision goes on, so that it can still be written. */
  readonly open: boolean
}

export interface AgendaPoint {
  /** What it is of: `due:3.9-entry`, `action:…`, `words:…`. */
  readonly key: string
  readonly words: string
  readonly addedBy: string
}

export interface Note {
  readonly authorId: string
  readonly version: number
  readonly words: string
  readonly at: Date
}

export const doers = ['worker', 'supervisor', 'both'] as const
export type Doer = (typeof doers)[number]
export const actionStates = ['open', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

export interface AgreedAction {
  readonly id: string
  readonly sessionId: string
  readonly version: number
  readonly words: string
  readonly doer: Doer
  readonly dueOn?: string | undefined
  readonly state: ActionState
  readonly changedBy: string
  readonly at: Date
}

export type SessionState =
  | 'planned'
  /** Its day has passed and nobody has said whether it took place: nobody's fault. */
  | 'not-written'
  | 'written'
  | 'confirmed'
  | 'closed'

export function sessionState(session: Session, today: string): SessionState {
  const { happenedOn, confirmed, plannedOn, open } = session
  if (confirmed.worker && confirmed.supervisor) return 'confirmed'
  if (!open) return 'closed'
  if (happenedOn !== undefined) return 'written'
  return plannedOn < today ? 'not-written' : 'planned'
}

/** The nearest that is still to come. */
export function findNext(
  sessions: readonly Session[],
  supervisingId: string,
  today: string,
): Session | undefined {
  return sessions
    .filter((one) => one.supervisingId === supervisingId && one.happenedOn === undefined)
    .filter(({ plannedOn }) => plannedOn >= today)
    .sort((one, other) => one.plannedOn.localeCompare(other.plannedOn))[0]
}

export type Turn = 'you' | 'other' | 'both' | 'nobody'

/** Whose turn it is, as one side sees it. */
export function turnOf(session: Session, side: Side, today: string): Turn {
  switch (sessionState(session, today)) {
    case 'confirmed':
    case 'closed':
    case 'planned':
      return 'nobody'
    case 'not-written':
      return 'both'
    case 'written': {
      const other = side === 'worker' ? 'supervisor' : 'worker'
      if (session.confirmed[side]) return 'other'
      return session.confirmed[other] ? 'you' : 'both'
    }
  }
}

/** All that is confirmed, as one text: whoever confirms says which of it they have read. */
export function contentOf(shared: {
  readonly session: Pick<Session, 'happenedOn' | 'minutes'>
  readonly agenda: readonly AgendaPoint[]
  readonly notes: readonly Note[]
  readonly actions: readonly Pick<AgreedAction, 'id' | 'version'>[]
}): string {
  const { session, agenda, notes, actions } = shared
  return JSON.stringify([
    [session.happenedOn ?? '', session.minutes ?? 0],
    agenda.map(({ key }) => key).sort(),
    notes.map(({ authorId, version }) => `${authorId} ${version}`).sort(),
    actions.map(({ id, version }) => `${id} ${version}`).sort(),
  ])
}

export interface ActionFields {
  readonly words: string
  readonly doer: Doer
  readonly dueOn?: string | undefined
  readonly state: ActionState
}

/** What somebody else changed while one was writing: the fields that differ. */
export function compareActions(one: ActionFields, other: ActionFields): (keyof ActionFields)[] {
  const fields = ['words', 'doer', 'dueOn', 'state'] as const
  return fields.filter((field) => one[field] !== other[field])
}

/** "1 hour 15 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    ...(hours > 0 ? [hours === 1 ? '1 hour' : `${hours} hours`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 minute' : `${rest} minutes`] : []),
  ]
  return parts.length === 0 ? '0 minutes' : parts.join(' ')
}
