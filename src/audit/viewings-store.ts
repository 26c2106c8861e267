/**
 * Who looked at somebody's record. Called wherever one person's page shows another's record, in the
 * transaction that reads it, so that what could not be noted is not shown. The holder reads it at
 * `/account/who-looked`; nobody else does.
 */
import type { Link, Person } from '../actor.ts'
import type { Transaction } from '../database/database.ts'

/** What can be looked at. A new kind needs words in privacy/viewings/model/describe-viewing.ts. */
export const viewedKinds = [
  /** A request for sign-off, by whom it was sent to. */
  'request',
  /** One sign-off, by those who answer for it. */
  'sign-off',
  /** The list of all the sign-offs that an organisation answers for. */
  'issued-list',
  /** What a share link opens, by whoever has the link. */
  'share',
  /** The page about a person, by their manager. */
  'person',
  /** A list of the people of a team. */
  'team-list',
  /** A request to put a record right, or an objection, by those who answer it. */
  'rights-request',
  'complaint',
] as const
export type Viewed = (typeof viewedKinds)[number]

export interface Viewing {
  readonly holderId: string
  /** Whoever has a link stays unknown: a time and the link are kept, and nothing of who it was. */
  readonly viewer: Person | Link
  /** For whom a person looks, by slug. */
  readonly organisation?: string | undefined
  readonly what: Viewed
  /** The request, sign-off or link that was opened; nothing for a list or a person. */
  readonly subjectId?: string | undefined
  /** A section or statement of a framework ("3.9"), never words that people wrote. */
  readonly about?: string | undefined
}

/** Once an hour for the same viewer and record, so that a page loaded again says nothing new. */
export function recordViewing(db: Transaction, viewing: Viewing): Promise<void> {
  return recordViewings(db, [viewing])
}

/** The same of a list, which shows several people at once. One's own record is not looked at. */
export async function recordViewings(db: Transaction, viewings: readonly Viewing[]): Promise<void> {
  const rows = viewings.filter(({ holderId, viewer }) => viewer.id !== holderId).map(rowOf)
  if (rows.length === 0) return
  await db
    .insertInto('viewing')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function rowOf({ holderId, viewer, organisation, what, subjectId, about }: Viewing) {
  const person = viewer.kind === 'person'
  return {
    holder_id: holderId,
    what,
    subject_id: subjectId ?? null,
    about: about ?? null,
    viewer_id: person ? viewer.id : null,
    organisation: person ? (organisation ?? null) : null,
  }
}
