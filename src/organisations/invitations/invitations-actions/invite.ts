/** Somebody is invited, one at a time: by a letter, or with a code on paper. */
import { randomUUID } from 'node:crypto'
import type { Job, Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { paths } from '../../../paths.ts'
import type { Site } from '../../../web/site.ts'
import { requireManager } from '../../memberships/memberships-actions/manage-jobs.ts'
import { getEmployer } from '../../memberships/people-store.ts'
import { findKnown, insertInvitation, setExpiredCancelled } from '../invitations-store.ts'
import type { Invitee } from '../model/check-row.ts'
import { invitationDays } from '../model/invitation.ts'
import { invitationLetter } from '../model/letters.ts'
import { makeLinkSecret } from '../secrets.ts'

export type InviteResult =
  | { readonly outcome: 'invited'; readonly id: string }
  | { readonly outcome: 'works-here' }
  | { readonly outcome: 'already-invited' }

/** `id` comes with the form: sent twice it is one invitation, and one letter. */
export function inviteOne(
  site: Site,
  actor: Person,
  { id, organisation, invitee }: { id: string; organisation: string; invitee: Invitee },
): Promise<InviteResult> {
  requireManager(actor, organisation)
  const { email } = invitee
  return asActor(site.db, actor, async (db) => {
    const now = site.now()
    if (email !== undefined) {
      const known = await findKnown(db, { organisation, emails: [email], names: false, now })
      if (known.emailsHere.has(email)) return { outcome: 'works-here' }
    }
    const sent = await sendInvitation(db, site, { id, actor, organisation, invitee })
    return sent ? { outcome: 'invited', id } : { outcome: 'already-invited' }
  })
}

export interface Sending {
  readonly id?: string | undefined
  /** A manager, or the job that sends a file for one. */
  readonly actor: Person | Job
  readonly invitedBy?: string | undefined
  readonly organisation: string
  readonly invitee: Invitee
  readonly batch?: { readonly id: string; readonly row: number } | undefined
}

/** In the transaction in which it is written down, the letter is posted. False where it stands already. */
export async function sendInvitation(
  db: Transaction,
  site: Site,
  { id = randomUUID(), actor, organisation, invitee, batch, ...sending }: Sending,
): Promise<boolean> {
  const invitedBy = sending.invitedBy ?? ('id' in actor ? actor.id : '')
  const { email } = invitee
  const at = site.now()
  const expiresAt = expiryFrom(at)
  const secret = email === undefined ? undefined : makeLinkSecret(site)
  if (email !== undefined) await setExpiredCancelled(db, { organisation, email, by: invitedBy, at })
  const made = await insertInvitation(db, {
    ...{ id, organisation, batch, invitedBy, ...invitee, email },
    ...{ secretHash: secret?.hash, expiresAt },
  })
  if (!made) return false
  if (email !== undefined && secret !== undefined) {
    await postInvitation(db, site, { to: email, organisation, token: secret.shown, expiresAt })
  }
  const way = email === undefined ? 'printed-code' : 'email'
  await recordEvent(db, actor, 'invitation.made', `invitation:${id}`, {
    ...{ organisation, way, permissions: invitee.permissions },
    ...(batch === undefined ? {} : { file: batch.id }),
  })
  return true
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000)
}

export async function postInvitation(
  db: Transaction,
  site: Site,
  letter: {
    readonly to: string
    readonly organisation: string
    readonly token: string
    readonly expiresAt: Date
  },
): Promise<void> {
  const { to, organisation, token, expiresAt } = letter
  const { name } = await getEmployer(db, organisation)
  const link = `${site.config.baseUrl}${paths.joinLink(token)}`
  await site.post(db, { to, ...invitationLetter({ organisationName: name, link, expiresAt }) })
}
