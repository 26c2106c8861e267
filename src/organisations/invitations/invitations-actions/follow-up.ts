/** What managers do with an invitation that waits: send or print it again, take it back, hand it over. */
import type { IdentityCheckWay } from '../../../accounts/model/account.ts'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import { requireManager } from '../../memberships/memberships-actions/manage-jobs.ts'
import {
  getInvitation,
  listToPrint,
  setCancelled,
  setHandedOver,
  setSecret,
} from '../invitations-store.ts'
import { type Invitation, invitationState, isUnanswered } from '../model/invitation.ts'
import { makeCodeSecret, makeLinkSecret } from '../secrets.ts'
import { expiryFrom, postInvitation } from './invite.ts'

interface Wanted {
  readonly id: string
  readonly organisation: string
}

/** Another letter with another link; the link before it stops working. */
export function sendAgain(site: Site, actor: Person, wanted: Wanted): Promise<void> {
  requireManager(actor, wanted.organisation)
  return asActor(site.db, actor, async (db) => {
    const { email } = await getWaiting(db, site, wanted)
    if (email === undefined) throw new Conflict('This invitation has no e-mail address.')
    const secret = makeLinkSecret(site)
    const expiresAt = expiryFrom(site.now())
    await renew(db, { ...wanted, hash: secret.hash, expiresAt })
    const { organisation } = wanted
    await postInvitation(db, site, { to: email, organisation, token: secret.shown, expiresAt })
    await recordEvent(db, actor, 'invitation.sent-again', `invitation:${wanted.id}`, {
      organisation,
    })
  })
}

export interface PrintedCode {
  readonly invitation: Invitation
  readonly code: string
  readonly expiresAt: Date
}

/** A new code for one person. It is shown once; a code before it stops working. */
export function printCode(site: Site, actor: Person, wanted: Wanted): Promise<PrintedCode> {
  requireManager(actor, wanted.organisation)
  return asActor(site.db, actor, async (db) => {
    const invitation = await getWaiting(db, site, wanted)
    if (invitation.way !== 'printed-code') throw new Conflict('This invitation went by e-mail.')
    return makePrinted(db, site, { actor, invitation })
  })
}

/** As many as are printed in one go. */
const printedAtOnce = 200

/** The next of a file that nobody has printed yet. */
export function printNext(
  site: Site,
  actor: Person,
  { batchId, organisation }: { readonly batchId: string; readonly organisation: string },
): Promise<PrintedCode[]> {
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    const waiting = await listToPrint(db, { organisation, batchId, limit: printedAtOnce })
    const printed: PrintedCode[] = []
    for (const invitation of waiting) {
      printed.push(await makePrinted(db, site, { actor, invitation }))
    }
    return printed
  })
}

async function makePrinted(
  db: Transaction,
  site: Site,
  { actor, invitation }: { readonly actor: Person; readonly invitation: Invitation },
): Promise<PrintedCode> {
  const { id, organisation } = invitation
  const secret = makeCodeSecret(site)
  const expiresAt = expiryFrom(site.now())
  await renew(db, { id, organisation, hash: secret.hash, expiresAt })
  await recordEvent(db, actor, 'invitation.printed', `invitation:${id}`, { organisation })
  return { invitation, code: secret.shown, expiresAt }
}

/** The identity check goes with the code: it is recorded of whoever joins with it. */
export function handOver(
  site: Site,
  actor: Person,
  handed: Wanted & { readonly how: IdentityCheckWay; readonly on: string },
): Promise<void> {
  const { id, organisation, how, on } = handed
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    const invitation = await getWaiting(db, site, handed)
    if (invitation.way !== 'printed-code') throw new Conflict('This invitation went by e-mail.')
    if (!(await setHandedOver(db, { ...handed, by: actor.id }))) throw answered()
    await recordEvent(db, actor, 'invitation.handed-over', `invitation:${id}`, {
      ...{ organisation, how, on },
    })
  })
}

/** Its link or code opens nothing any more. Twice is once. */
export function cancelInvitation(site: Site, actor: Person, wanted: Wanted): Promise<void> {
  const { id, organisation } = wanted
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    const { cancelledAt } = await getInvitation(db, wanted)
    if (cancelledAt !== undefined) return
    if (!(await setCancelled(db, { ...wanted, by: actor.id, at: site.now() }))) throw answered()
    await recordEvent(db, actor, 'invitation.cancelled', `invitation:${id}`, { organisation })
  })
}

async function getWaiting(db: Transaction, { now }: Site, wanted: Wanted): Promise<Invitation> {
  const invitation = await getInvitation(db, wanted)
  if (!isUnanswered(invitationState(invitation, now()))) throw answered()
  return invitation
}

async function renew(
  db: Transaction,
  secret: Wanted & { readonly hash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  if (!(await setSecret(db, secret))) throw answered()
}

function answered(): Conflict {
  return new Conflict('This invitation was answered or taken back. Nothing was changed.')
}
