/** What a worker says of what helps them, and what their organisation offers. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { listOwnJobs } from '../../organisations/memberships/own-jobs-store.ts'
import type { Site } from '../../web/site.ts'
import { type SupportAnswer, type SupportKind, sharedWith } from './model/support.ts'
import {
  getOwnNeed,
  getSharedNeed,
  insertNeed,
  insertOffer,
  insertSupportShare,
  setNeedEnded,
  setOfferAnswered,
  setSharesStopped,
} from './support-store.ts'

/** Sent twice, it is written once. */
export function addNeed(
  { db }: Site,
  person: Person,
  need: { readonly id: string; readonly kind: SupportKind; readonly words: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    if (!(await insertNeed(db, { ...need, holderId: person.id }))) return
    await recordEvent(db, person, 'support.added', `support:${need.id}`)
  })
}

/**
 * With the managers of an organisation where they work today, and with nobody else. What they shared
 * in an earlier job there is over.
 */
export function shareNeed(
  { db, now }: Site,
  person: Person,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    const need = await getOwnNeed(db, { id, holderId })
    if (need.endedAt !== undefined) throw new Conflict('You said that you no longer need this')
    const today = dayOf(now())
    const jobs = await listOwnJobs(db, { personId: holderId })
    const isThere = jobs.some(
      (job) =>
        job.organisation === organisation &&
        job.from <= today &&
        (job.to === undefined || job.to >= today),
    )
    if (!isThere) throw new NotFound('that workplace')
    const place = { needId: id, holderId, organisation }
    const isShared = sharedWith(need).some((share) => share.organisation === organisation)
    if (!isShared) await setSharesStopped(db, { ...place, at: now() })
    const share = { id: randomUUID(), ...place }
    if (!(await insertSupportShare(db, share))) return
    await recordEvent(db, person, 'support.shared', `support:${id}`)
  })
}

/** At once: whoever looks next sees nothing of it. */
export function stopSharingNeed(
  { db, now }: Site,
  person: Person,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await getOwnNeed(db, { id, holderId })
    const stopped = await setSharesStopped(db, { needId: id, holderId, organisation, at: now() })
    if (stopped > 0) await recordEvent(db, person, 'support.stopped', `support:${id}`)
  })
}

/** It stays in their own history, and is shared with nobody. */
export function endNeed({ db, now }: Site, person: Person, id: string): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await getOwnNeed(db, { id, holderId })
    const at = now()
    await setSharesStopped(db, { needId: id, holderId, at })
    if (!(await setNeedEnded(db, { id, holderId, at }))) return
    await recordEvent(db, person, 'support.ended', `support:${id}`)
  })
}

/** They may change their mind: what they said last counts. */
export function answerOffer(
  { db, now }: Site,
  person: Person,
  { id, answer }: { readonly id: string; readonly answer: SupportAnswer },
): Promise<{ readonly needId: string }> {
  return asActor(db, person, async (db) => {
    const offer = await setOfferAnswered(db, { id, holderId: person.id, answer, at: now() })
    await recordEvent(db, person, 'support.answered', `support-offer:${id}`)
    return offer
  })
}

/** While it is shared. Sent twice, it is offered once. */
export function offerSupport(
  { db }: Site,
  person: Person,
  offer: {
    readonly id: string
    readonly needId: string
    readonly words: string
    readonly organisations: readonly string[]
  },
): Promise<void> {
  const { id, needId, words, organisations } = offer
  return asActor(db, person, async (db) => {
    const { holderId, shares } = await getSharedNeed(db, { id: needId, organisations })
    const [share] = shares
    if (share === undefined || holderId === person.id) throw new NotFound(`need ${needId}`)
    const { organisation } = share
    const made = { id, needId, holderId, organisation, offeredBy: person.id, words }
    if (!(await insertOffer(db, made))) return
    await recordEvent(db, person, 'support.offered', `support:${needId}`, { about: holderId })
  })
}
