/** Who did what, written in the change's own transaction. The service never reads it to work. */
import { randomUUID } from 'node:crypto'
import { type Actor, actorRef } from '../actor.ts'
import type { Transaction } from '../database/database.ts'

/** `subjectRef` names the thing by kind and id (`signing:…`); details hold no text that people wrote. */
export async function recordEvent(
  db: Transaction,
  actor: Actor,
  action: string,
  subjectRef: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      id: randomUUID(),
      actor: actorRef(actor),
      action,
      subject_ref: subjectRef,
      details: JSON.stringify(details),
    })
    .execute()
}
