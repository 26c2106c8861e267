/** Giving a permission, ending it, and looking at all of them again in time. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { permissions } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { listRegistrations } from '../registrations/registrations-store.ts'
import {
  findGrant,
  listDecidedGrants,
  listDueGrants,
  listGrants,
  type ReviewedGrant,
} from './grants-store.ts'
import { type ManagersRequest, managerOf } from './managing.ts'
import {
  endPermission,
  givePermission,
  keepPermission,
} from './memberships-actions/give-permissions.ts'
import { freshGiving, giveForm } from './memberships-forms.ts'
import type { GivenEntered } from './model/entered.ts'
import { fitsKind, needsStepUp } from './model/may-grant.ts'
import { readPermission } from './model/permission-words.ts'
import { reviewDays, usualGrantMonths } from './model/review-grants.ts'
import { GivePermissionPage } from './pages/give-permission-page.tsx'
import { LastManagerPage } from './pages/last-manager-page.tsx'
import { type ReviewChange, ReviewsPage, reviewChanges } from './pages/reviews-page.tsx'
import { getEmployer, getPersonAt } from './people-store.ts'
import { askedOf } from './person-routes.tsx'

type Faults = readonly { readonly field: string; readonly message: string }[]

export function permissionsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const today = () => dayOf(now())

  app.get<{ Params: Params }>('/orgs/:slug/people/:person/permissions', (request, reply) =>
    sendGive(request, reply, { entered: freshGiving }),
  )

  app.post<{ Params: Params }>('/orgs/:slug/people/:person/permissions', async (request, reply) => {
    const { person: manager, organisation, personId } = askedOf(request)
    const { offered } = await readGiving(request)
    const form = giveForm(request.body, offered)
    if (!form.ok) return sendGive(request, reply, form)
    const page = paths.givePermission(organisation, personId)
    const stepUp = needsStepUp(form.value.permission)
      ? requireStepUp(request, now(), { page })
      : undefined
    const giving = { organisation, personId, ...form.value, today: today(), stepUp }
    await givePermission(site, manager, giving)
    return reply.redirect(paths.person(organisation, personId, 'given'), 303)
  })

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/:person/permissions/:grant/end',
    async (request, reply) => {
      const { organisation, personId } = askedOf(request)
      const refused = await endAsked(request, reply)
      return refused ?? reply.redirect(paths.person(organisation, personId, 'ended'), 303)
    },
  )

  /** What a manager may give this person here and has not given yet. */
  function readGiving(request: ManagersRequest) {
    const { person: manager, organisation, personId } = askedOf(request)
    const at = { organisation, personId }
    return asActor(db, manager, async (db) => {
      const employer = await getEmployer(db, organisation)
      const held = (await listGrants(db, at)).map(({ permission }) => permission)
      const registrations = await listRegistrations(db, { personId, checkedAt: organisation })
      return {
        employer,
        person: await getPersonAt(db, at),
        registrations: registrations.map(({ checks, ...one }) => ({ ...one, check: checks[0] })),
        offered: permissions.filter((one) => fitsKind(one, employer.kind) && !held.includes(one)),
      }
    })
  }

  async function sendGive(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: GivenEntered; readonly errors?: Faults },
  ) {
    const page = { ...(await readGiving(request)), entered, errors }
    const own = ownPage(request, reply, site)
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <GivePermissionPage {...own} {...page} />, status)
  }

  /** The page that refuses, or nothing where it was done. */
  async function endAsked(request: ManagersRequest, reply: FastifyReply) {
    const { person: manager, organisation } = managerOf(request)
    const grantId = idOf(request.params.grant)
    const { outcome } = await endPermission(site, manager, {
      organisation,
      grantId,
      today: today(),
    })
    if (outcome === 'ended') return undefined
    const view = await asActor(db, manager, async (db) => {
      const grant = await findGrant(db, { id: grantId, organisation })
      const personId = grant?.personId ?? manager.id
      return {
        employer: await getEmployer(db, organisation),
        person: await getPersonAt(db, { personId, organisation }),
      }
    })
    return sendPage(reply, <LastManagerPage {...ownPage(request, reply, site)} {...view} />, 409)
  }

  app.get<{ Params: Params }>('/orgs/:slug/people/reviews', async (request, reply) => {
    const { person: manager, organisation } = managerOf(request)
    const day = today()
    const view = await asActor(db, manager, async (db) => ({
      employer: await getEmployer(db, organisation),
      due: await listDueGrants(db, { organisation, today: day, by: addDays(day, reviewDays) }),
      decided: latestOf(await listDecidedGrants(db, { organisation, on: day })),
    }))
    const page = { ...view, managerId: manager.id, done: doneOf(request.query) }
    return sendPage(reply, <ReviewsPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post<{ Params: Params }>('/orgs/:slug/people/reviews/:grant/keep', async (request, reply) => {
    const { person: manager, organisation } = managerOf(request)
    const grantId = idOf(request.params.grant)
    const grant = await asActor(db, manager, (db) => findGrant(db, { id: grantId, organisation }))
    const page = paths.permissionReviews(organisation)
    const asks = grant !== undefined && needsStepUp(grant.permission)
    const stepUp = asks ? requireStepUp(request, now(), { page }) : undefined
    await keepPermission(db, manager, { organisation, grantId, today: today(), stepUp })
    return reply.redirect(paths.permissionReviews(organisation, 'kept'), 303)
  })

  app.post<{ Params: Params }>('/orgs/:slug/people/reviews/:grant/end', async (request, reply) => {
    const { organisation } = managerOf(request)
    const refused = await endAsked(request, reply)
    return refused ?? reply.redirect(paths.permissionReviews(organisation, 'ended'), 303)
  })

  app.post<{ Params: Params }>('/orgs/:slug/people/reviews/give-back', async (request, reply) => {
    const { person: manager, organisation } = managerOf(request)
    const personId = idOf(textField(request.body, 'person'))
    const permission = readPermission(textField(request.body, 'permission'))
    const page = paths.permissionReviews(organisation)
    if (permission === undefined) return reply.redirect(page, 303)
    const stepUp = needsStepUp(permission) ? requireStepUp(request, now(), { page }) : undefined
    const given = { organisation, personId, permission, months: usualGrantMonths }
    await givePermission(site, manager, { ...given, today: today(), stepUp })
    return reply.redirect(paths.permissionReviews(organisation, 'given-back'), 303)
  })
}

/** Of each person and permission what stands now: given again after an end, only that. */
function latestOf(decided: readonly ReviewedGrant[]): ReviewedGrant[] {
  const seen = new Map<string, ReviewedGrant>()
  for (const grant of decided) {
    const key = `${grant.personId} ${grant.permission}`
    const before = seen.get(key)
    if (before === undefined || isLater(grant, before)) seen.set(key, grant)
  }
  return [...seen.values()]
}

function isLater(one: ReviewedGrant, other: ReviewedGrant): boolean {
  if (one.endedOn === undefined) return true
  return other.endedOn !== undefined && one.givenAt > other.givenAt
}

function doneOf(query: unknown): ReviewChange | undefined {
  const done = textField(query, 'done')
  return (Object.keys(reviewChanges) as ReviewChange[]).find((change) => change === done)
}
