/** Who did what, written in the change's own transaction. The service never reads it to work. */
import { randomUUID } from 'node:crypto'
import { type Actor, actorRef } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import { type Act, placesOf } from './model/act-words.ts'
import { checkEvent, type EventDetails } from './model/event-details.ts'

/**
 * `subjectRef` names the thing by kind and id (`signing:…`); details hold no text that people wrote.
 * `organisation` and `about` among them say who may read the event; `person:…` is about that person,
 * and so is an event that names a `person` among its details.
 */
export async function recordEvent(
  db: Transaction,
  actor: Actor,
  action: Act,
  subjectRef: string,
  { organisation, about, ...details }: EventDetails = {},
): Promise<void> {
  const whose = about ?? personOf(subjectRef, details) ?? ownActor(actor, action, organisation)
  const faults = checkEvent(subjectRef, { ...details, organisation, whose })
  if (faults.length > 0) throw new Error(`The event ${action}: ${faults.join('; ')}`)
  await db
    .insertInto('audit_event')
    .values({
      id: randomUUID(),
      actor: actorRef(actor),
      action,
      subject_ref: subjectRef,
      organisation: organisation ?? null,
      about: whose ?? null,
      details: JSON.stringify(details),
    })
    .execute()
}

/** What people do for themselves is about them, and never the service's. */
function ownActor(actor: Actor, act: Act, organisation: string | undefined): string | undefined {
  if (actor.kind !== 'person' || organisation !== undefined) return undefined
  return placesOf(act).includes('own') ? actor.id : undefined
}

const personId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function personOf(subjectRef: string, { person }: EventDetails): string | undefined {
  const named = subjectRef.startsWith('person:') ? subjectRef.slice('person:'.length) : person
  return typeof named === 'string' && personId.test(named) ? named : undefined
}
