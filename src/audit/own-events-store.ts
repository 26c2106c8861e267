import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/** Oldest first. Row-level security shows somebody what is about them, and what is about nobody. */
export function listEventsOf(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('audit_event')
    .where((eb) =>
      eb.or([
        eb('about', '=', personId),
        eb.and([eb('actor', '=', personId), eb('about', 'is', null)]),
      ]),
    )
    .orderBy('at')
    .orderBy('id')
    .select(['id', 'at', 'action', 'subject_ref as subjectRef', 'organisation', 'details'])
    .select(
      sql<string>`case when actor = ${personId} then 'you'
        when actor like 'job:%' then 'service' else 'other' end`.as('by'),
    )
    .execute()
}
