/** Somebody is asked to work on a draft, joins, and leaves. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { paths } from '../../../paths.ts'
import type { Site } from '../../../web/site.ts'
import { getDraft } from '../../authoring/drafts-store.ts'
import { lockOpenDraft } from '../../authoring/lock-open-draft.ts'
import type { DraftRole } from '../../authoring/model/draft.ts'
import { draftInvitationLetter } from '../model/draft-letters.ts'
import * as store from '../people-store.ts'
import { requireSteward } from './open-draft.ts'

/**
 * The same is done, and the same is said, whether or not somebody has an account with that address.
 * Throws NotFound for whoever is no steward of it, Conflict once it is closed.
 */
export function askToWorkOnDraft(
  site: Pick<Site, 'db' | 'post' | 'config'>,
  person: Person,
  { draft: id, role, address }: { draft: string; role: DraftRole; address: string },
): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const draft = await lockOpenDraft(db, id)
    requireSteward(person, draft)
    const open = await store.listOpenInvitations(db, { draft: id })
    if (open.length >= mostOpen) {
      throw new Conflict(`${mostOpen} people have not answered yet. Take some of those back first.`)
    }
    const asked = { draft: id, role, address, by: person.id }
    const invitation = await store.insertDraftInvitation(db, asked)
    const page = `${site.config.baseUrl}${paths.draftInvitation(invitation)}`
    await site.post(db, { to: address, ...draftInvitationLetter(role, page) })
    await recordEvent(db, person, 'draft.person-asked', `draft:${id}`, { invitation, role })
  })
}

const mostOpen = 30

/** Throws NotFound, and Conflict where it was answered. */
export function takeBackInvitation(
  db: Database,
  person: Person,
  { draft: id, invitation, now }: { draft: string; invitation: string; now: Date },
): Promise<void> {
  return asActor(db, person, async (db) => {
    requireSteward(person, await lockOpenDraft(db, id))
    if (!(await store.setInvitationTakenBack(db, { draft: id, id: invitation, now }))) {
      throw new Conflict('This was answered already, or taken back.')
    }
    await recordEvent(db, person, 'draft.invitation-taken-back', `draft:${id}`, { invitation })
  })
}

/** Gives the draft. Throws NotFound for an invitation of somebody else, or one that is over. */
export function answerDraftInvitation(
  db: Database,
  person: Person,
  { invitation: id, answer }: { invitation: string; answer: 'joined' | 'declined' },
): Promise<string> {
  return asActor(db, person, async (db) => {
    const draft = await store.setOwnInvitationAnswered(db, { id, answer })
    if (draft === undefined) throw new NotFound(`invitation ${id}`)
    const act = answer === 'joined' ? 'draft.joined' : 'draft.invitation-declined'
    await recordEvent(db, person, act, `draft:${draft}`, { invitation: id })
    return draft
  })
}

/** A steward ends it, or they leave. Throws NotFound, and Conflict where it ended before. */
export function endWorkOnDraft(
  db: Database,
  person: Person,
  { draft: id, personId, now }: { draft: string; personId: string; now: Date },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const draft = await getDraft(db, { draft: id })
    const leaves = personId === person.id
    if (!leaves) requireSteward(person, draft)
    if (!(await store.setDraftPersonEnded(db, { draft: id, personId, now }))) {
      throw new Conflict('They do not work on this draft any more.')
    }
    const act = leaves ? 'draft.left' : 'draft.person-ended'
    await recordEvent(db, person, act, `draft:${id}`, { person: personId })
  })
}
