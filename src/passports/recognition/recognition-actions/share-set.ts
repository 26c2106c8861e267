import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { dayOf } from '../../../language/days.ts'
import { readOrganisation } from '../../../organisations/read-organisation.ts'
import type { Site } from '../../../web/site.ts'
import { insertReply, listDecisions } from '../decisions-store.ts'
import type { SetForm } from '../recognition-forms.ts'
import {
  type ChosenItems,
  getRecognitionShare,
  insertRecognitionEnd,
  insertRecognitionShare,
  lockRecognition,
} from '../shared-sets-store.ts'
import { tellRecognition } from '../tell-recognition.ts'

/** Throws Conflict where nobody knows any more that the organisation is who it says. */
export function shareSet(
  site: Pick<Site, 'db' | 'now' | 'jobs'>,
  person: Person,
  {
    organisation,
    set,
    chosen,
  }: { readonly organisation: string; readonly set: SetForm; readonly chosen: ChosenItems },
): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const { judgement, name } = await readOrganisation(db, organisation, dayOf(site.now()))
    if (!judgement.may) throw new Conflict(`You cannot share with ${name} now: it is not verified.`)
    const { id, purpose, endsOn } = set
    const share = { id, holderId: person.id, organisation, purpose, endsOn }
    if (!(await insertRecognitionShare(db, share, chosen))) {
      await getRecognitionShare(db, { id, holderId: person.id })
      return
    }
    const items = chosen.credentials.length + chosen.entries.length + chosen.received.length
    const details = { about: person.id, with: organisation, items, ends: endsOn }
    await recordEvent(db, person, 'recognition.shared', `set:${id}`, details)
    await tellRecognition(db, site, { told: 'arrived', shareId: id, organisation })
  })
}

/** Stopping it twice changes nothing. Throws NotFound for somebody else's. */
export function stopSet(db: Database, person: Person, id: string): Promise<void> {
  return asActor(db, person, async (db) => {
    await lockRecognition(db, id)
    const ended = await insertRecognitionEnd(db, { id, holderId: person.id })
    if (!ended) throw new NotFound(`set ${id}`)
    await recordEvent(db, person, 'recognition.stopped', `set:${id}`, { about: person.id })
  })
}

/** Throws NotFound for a decision on somebody else. */
export function replyToDecision(
  site: Pick<Site, 'db' | 'now' | 'jobs'>,
  person: Person,
  {
    shareId,
    reply,
  }: {
    readonly shareId: string
    readonly reply: { readonly id: string; readonly decision: string; readonly words: string }
  },
): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const { organisation } = await getRecognitionShare(db, { id: shareId, holderId: person.id })
    const decided = await listDecisions(db, { shareId })
    if (!decided.some(({ id }) => id === reply.decision)) throw new NotFound('decision')
    const { id, decision: decisionId, words } = reply
    const made = { id, decisionId, words, holderId: person.id, organisation }
    if (!(await insertReply(db, made))) return
    const details = { organisation, about: person.id }
    await recordEvent(db, person, 'recognition.replied', `decision:${decisionId}`, details)
    await tellRecognition(db, site, { told: 'replied', shareId, organisation, decisionId })
  })
}
