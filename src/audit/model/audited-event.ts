/** An event as it is sealed: the bytes of its leaf are the same wherever they are made. */
import { hashLeaf } from './merkle-tree.ts'

export interface AuditedEvent {
  readonly id: string
  /** UTC to the microsecond, as PostgreSQL keeps it: `2026-11-22T10:57:28.123456Z`. */
  readonly at: string
  /** A person's id, `link:…` or `job:…`. */
  readonly actor: string
  readonly action: string
  readonly subjectRef: string
  readonly organisation: string | null
  readonly about: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** JSON, members in this order, the details' by name: also what an outside party hashes. */
export function leafText(event: AuditedEvent): string {
  const { id, at, actor, action, subjectRef, organisation, about } = event
  const details = inOrder(event.details)
  return JSON.stringify({ id, at, actor, action, subjectRef, organisation, about, details })
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]))
}

export function leafOf(event: AuditedEvent): Buffer {
  return hashLeaf(Buffer.from(leafText(event)))
}
