/**
 * Who looked at somebody's record. Called wherever one person's page shows another's record, in the
 * transaction that reads it, so that what could not be noted is not shown. The holder reads it at
 * `/account/who-looked`; nobody else does.
 */
import type { Transaction } from '../database/database.ts'
import type { Viewing } from './model/viewing.ts'

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
