/** Where nobody manages people, a steward invites somebody who will and, once they have joined, makes them so. */
import type { Person, StepUp } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { sendInvitation } from '../invitations/invitations-actions/invite.ts'
import { grantDates } from '../memberships/model/review-grants.ts'
import { tellWorker } from '../memberships/tell-workers.ts'
import type { NamingShownBy } from '../model/manager-naming.ts'
import { lockOrganisations } from '../register-store.ts'
import { asSteward } from './as-steward.ts'
import {
  insertFirstManager,
  insertNaming,
  listInvitedManagers,
  mayNameFirstManager,
} from './first-manager-store.ts'

export interface NamedManager {
  /** Made with the form: sent twice it is one invitation, and one letter. */
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly jobTitle: string
}

/** The link alone gives them nothing: it may come into other hands. */
export function inviteFirstManager(
  site: Site,
  actor: Person,
  { id, organisation, name, email, jobTitle }: NamedManager,
): Promise<'invited' | 'already-invited'> {
  const startsOn = dayOf(site.now())
  return asSteward(site.db, actor, async (db) => {
    await refuseManaged(db, organisation)
    const invitee = { name, email, jobTitle, teamIds: [], permissions: [], startsOn }
    const sent = await sendInvitation(db, site, { id, actor, organisation, invitee })
    return sent ? 'invited' : 'already-invited'
  })
}

const months = 12

const notOneself =
  'You cannot make yourself a manager. Invite somebody else, or ask another steward to invite and name you.'

/** Throws NotFound for an invitation of somebody else, or one that nobody has accepted. */
export function makeFirstManager(
  { db, now, jobs }: Pick<Site, 'db' | 'now' | 'jobs'>,
  actor: Person,
  wanted: {
    readonly organisation: string
    readonly invitation: string
    readonly shownBy: NamingShownBy
    readonly reason: string
    readonly stepUp: StepUp
  },
): Promise<void> {
  const { organisation, invitation, shownBy, reason, stepUp } = wanted
  return asSteward(db, actor, async (db) => {
    await lockOrganisations(db, [organisation])
    const invited = await listInvitedManagers(db, { organisation, invitedBy: actor.id })
    const { personId, worksThere } = invited.find(({ id }) => id === invitation) ?? {}
    if (personId === undefined) throw new NotFound(`invitation ${invitation}`)
    if (personId === actor.id) throw new Conflict(notOneself)
    await refuseManaged(db, organisation)
    if (!worksThere) throw new Conflict('They do not work there any more. Invite somebody else.')
    const dates = grantDates(dayOf(now()), months)
    const grant = { personId, organisation, grantedBy: actor.id, ...dates }
    const id = await insertFirstManager(db, grant)
    await insertNaming(db, { grantId: id, organisation, namedBy: actor.id, shownBy, reason })
    await recordEvent(db, actor, 'permission.given', `grant:${id}`, {
      ...{ organisation, permission: 'manage-team', about: personId },
      ...{ expiresOn: dates.expiresOn, stepUp: stepUp.how, shownBy },
    })
    const change = { kind: 'permission-given', permission: 'manage-team' } as const
    await tellWorker(db, { jobs }, { actor, personId, organisation, change })
  })
}

async function refuseManaged(db: Transaction, organisation: string): Promise<void> {
  if (await mayNameFirstManager(db, organisation)) return
  throw new Conflict(
    'This organisation has a manager already, or it cannot issue. Its own managers invite others.',
  )
}
