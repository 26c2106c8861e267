/** Who did what, written in the change's own transaction. The service never reads it to work. */
import { randomUUID } from 'node:crypto'
import { type Actor, actorRef } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import { checkEvent, type EventDetails } from './model/event-details.ts'

/**
 * `subjectRef` names the thing by kind and id (`signing:…`); details hold no text that people wrote.
 * `organisation` and `about` among them say who may read the event; `person:…` is about that person.
 */
export async function recordEvent(
  db: Transaction,
  actor: Actor,
  action: string,
  subjectRef: string,
  { organisation, about = personOf(subjectRef), ...details }: EventDetails = {},
): Promise<void> {
  const faults = checkEvent(action, subjectRef, { ...details, organisation, about })
  if (faults.length > 0) throw new Error(`The event ${action}: ${faults.join('; ')}`)
  await db
    .insertInto('audit_event')
    .values({
      id: randomUUID(),
      actor: actorRef(actor),
      action,
      subject_ref: subjectRef,
      organisation: organisation ?? null,
      about: about ?? null,
      details: JSON.stringify(details),
    })
    .execute()
}

function personOf(subjectRef: string): string | undefined {
  return /^person:([0-9a-f-]{36})$/.exec(subjectRef)?.[1]
}
