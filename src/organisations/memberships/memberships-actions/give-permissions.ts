/** Permissions are given, looked at again and ended. Nobody gives themselves anything. */
import type { Permission, Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import {
  findGrant,
  insertGrant,
  listGrants,
  lockManagers,
  setGrantEnded,
  setLapsedGrantEnded,
} from '../grants-store.ts'
import { fitsKind, needsStepUp } from '../model/may-grant.ts'
import { type Grant, standingOfAll } from '../model/person-at.ts'
import { grantDates, usualGrantMonths } from '../model/review-grants.ts'
import { getEmployer, getPersonAt } from '../people-store.ts'
import { tellWorker } from '../tell-workers.ts'
import { type ChangeSite, type EndResult, isLastManager, requireManager } from './manage-jobs.ts'

export interface Giving {
  readonly organisation: string
  readonly personId: string
  readonly permission: Permission
  readonly months: number
  readonly today: string
  /** How the giver showed that it is them, where that is asked. */
  readonly stepUp?: StepUp | undefined
}

/** What is held already is left as it is: a form that is sent twice gives nothing twice. */
export function givePermission(site: ChangeSite, actor: Person, giving: Giving): Promise<void> {
  const { organisation, personId, permission } = giving
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    await lockManagers(db, organisation)
    await refuseGiving(db, actor, giving)
    const held = await listGrants(db, { personId, organisation })
    if (held.some((grant) => grant.permission === permission)) return
    await insertGiven(db, actor, giving)
    const change = { kind: 'permission-given', permission } as const
    await tellWorker(db, site, { actor, personId, organisation, change })
  })
}

/** Looked at, and given anew: an end further off, and another look before it. */
export function keepPermission(
  db: Database,
  actor: Person,
  kept: Omit<Giving, 'permission' | 'months' | 'personId'> & { readonly grantId: string },
): Promise<void> {
  const { organisation, grantId, today } = kept
  requireManager(actor, organisation)
  return asActor(db, actor, async (db) => {
    await lockManagers(db, organisation)
    const grant = await getGrant(db, { id: grantId, organisation })
    if (grant.ended) return
    const { personId, permission } = grant
    const giving = { ...kept, personId, permission, months: usualGrantMonths }
    await refuseGiving(db, actor, giving)
    await setGrantEnded(db, { id: grantId, organisation, on: today, by: actor.id })
    await insertGiven(db, actor, giving)
  })
}

export function endPermission(
  site: ChangeSite,
  actor: Person,
  {
    organisation,
    grantId,
    today,
  }: { readonly organisation: string; readonly grantId: string; readonly today: string },
): Promise<EndResult> {
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    await lockManagers(db, organisation)
    const { personId, permission } = await getGrant(db, { id: grantId, organisation })
    const manages = permission === 'manage-team'
    if (manages && (await isLastManager(db, { organisation, personId, day: today }))) {
      return { outcome: 'last-manager' }
    }
    const by = actor.id
    if (await setGrantEnded(db, { id: grantId, organisation, on: today, by })) {
      await recordEvent(db, actor, 'permission.ended', `grant:${grantId}`, {
        ...{ organisation, permission, about: personId },
      })
      const change = { kind: 'permission-ended', permission } as const
      await tellWorker(db, site, { actor, personId, organisation, change })
    }
    return { outcome: 'ended' }
  })
}

async function refuseGiving(
  db: Transaction,
  actor: Person,
  { organisation, personId, permission, today, stepUp }: Giving,
): Promise<void> {
  if (personId === actor.id) {
    throw new Conflict(
      'Nobody gives a permission to themselves. Ask another manager to look at it.',
    )
  }
  const employer = await getEmployer(db, organisation)
  if (!fitsKind(permission, employer.kind)) throw new NotFound(`${permission} at ${organisation}`)
  if (needsStepUp(permission) && stepUp === undefined) throw new Error('step-up was not asked for')
  const { name, jobs } = await getPersonAt(db, { personId, organisation })
  if (standingOfAll(jobs, today) !== 'now') {
    throw new Conflict(`${name} does not work here now, so they can have no permission here.`)
  }
}

async function insertGiven(db: Transaction, actor: Person, giving: Giving): Promise<void> {
  const { organisation, personId, permission, months, today, stepUp } = giving
  const given = { personId, organisation, permission }
  await setLapsedGrantEnded(db, { ...given, on: today, by: actor.id })
  const dates = grantDates(today, months)
  const id = await insertGrant(db, { ...given, ...dates, grantedBy: actor.id })
  await recordEvent(db, actor, 'permission.given', `grant:${id}`, {
    ...{ organisation, permission, about: personId, expiresOn: dates.expiresOn },
    ...(stepUp === undefined ? {} : { stepUp: stepUp.how }),
  })
}

async function getGrant(
  db: Transaction,
  wanted: { readonly id: string; readonly organisation: string },
): Promise<Grant & { readonly ended: boolean }> {
  const grant = await findGrant(db, wanted)
  if (grant === undefined) throw new NotFound(`grant ${wanted.id}`)
  return grant
}
