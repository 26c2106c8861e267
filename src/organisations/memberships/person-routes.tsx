/** A person as their employer sees them, their jobs here, and the check of who they are. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { listRegistrations } from '../registrations/registrations-store.ts'
import { findIdentityCheckAt } from './checks-store.ts'
import { listGrants } from './grants-store.ts'
import { listOpenTeams, type ManagersRequest, managerOf } from './managing.ts'
import {
  addJob,
  changeJob,
  continueJob,
  endJob,
  mayTakeBackEnd,
} from './memberships-actions/manage-jobs.ts'
import { recordIdentityCheck } from './memberships-actions/record-identity-check.ts'
import { freshLastDay, identityForm, jobForm, lastDayForm } from './memberships-forms.ts'
import type { IdentityEntered, JobEntered, LastDayEntered } from './model/entered.ts'
import { permissionWords } from './model/permission-words.ts'
import { standingOfAll } from './model/person-at.ts'
import { IdentityPage } from './pages/identity-page.tsx'
import { EndJobPage, JobPage } from './pages/job-pages.tsx'
import { LastManagerPage } from './pages/last-manager-page.tsx'
import { type PersonChange, PersonPage, personChanges } from './pages/person-page.tsx'
import { getEmployer, getPersonAt } from './people-store.ts'

type Faults = readonly { readonly field: string; readonly message: string }[]

export function personRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const today = () => dayOf(now())

  app.get<{ Params: Params }>('/orgs/:slug/people/:person', async (request, reply) => {
    const { person: manager, ...at } = askedOf(request)
    const view = await asActor(db, manager, async (db) => {
      const seen = await readPerson(db, at)
      const viewing = { holderId: at.personId, what: 'person' as const }
      await recordViewing(db, { ...viewing, viewer: manager, organisation: at.organisation })
      return seen
    })
    const page = { ...view, ...judge(view, { manager, today: today() }), today: today() }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <PersonPage {...own} {...page} done={doneOf(request.query)} />)
  })

  app.get<{ Params: Params }>('/orgs/:slug/people/:person/jobs/add', async (request, reply) => {
    const entered = { jobTitle: '', teams: [], from: partsOfDay(today()) }
    return sendJob(request, reply, { entered })
  })

  app.post<{ Params: Params }>('/orgs/:slug/people/:person/jobs/add', async (request, reply) => {
    const { person: manager, organisation, personId } = askedOf(request)
    const form = await readJobForm(request, true)
    if (!form.ok) return sendJob(request, reply, form)
    const job = { organisation, personId, ...form.value, today: today() }
    await addJob(db, manager, job)
    return reply.redirect(paths.person(organisation, personId, 'job-added'), 303)
  })

  app.get<{ Params: Params }>('/orgs/:slug/people/:person/jobs/:job', async (request, reply) => {
    const { job } = await readJob(request)
    const teams = job.teams.map(({ id }) => id)
    return sendJob(request, reply, {
      entered: { jobTitle: job.jobTitle, teams, from: partsOfDay(job.from) },
    })
  })

  app.post<{ Params: Params }>('/orgs/:slug/people/:person/jobs/:job', async (request, reply) => {
    const { person: manager, ...at } = askedOf(request)
    const form = await readJobForm(request, false)
    if (!form.ok) return sendJob(request, reply, form)
    const { jobTitle, teamIds } = form.value
    await changeJob(db, manager, { ...at, jobId: jobOf(request), jobTitle, teamIds })
    return reply.redirect(paths.person(at.organisation, at.personId, 'job-changed'), 303)
  })

  app.get<{ Params: Params }>('/orgs/:slug/people/:person/jobs/:job/end', (request, reply) =>
    sendEnd(request, reply, { entered: freshLastDay(today()) }),
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/:person/jobs/:job/end',
    async (request, reply) => {
      const { person: manager, ...at } = askedOf(request)
      const form = lastDayForm(request.body, today())
      if (!form.ok) return sendEnd(request, reply, form)
      const ended = { ...at, jobId: jobOf(request), lastDay: form.value }
      const { outcome } = await endJob(site, manager, ended)
      if (outcome === 'last-manager') return sendLastManager(request, reply)
      return reply.redirect(paths.person(at.organisation, at.personId, 'job-ended'), 303)
    },
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/:person/jobs/:job/continue',
    async (request, reply) => {
      const { person: manager, ...at } = askedOf(request)
      await continueJob(site, manager, { ...at, jobId: jobOf(request), today: today() })
      return reply.redirect(paths.person(at.organisation, at.personId, 'job-continued'), 303)
    },
  )

  app.get<{ Params: Params }>('/orgs/:slug/people/:person/identity', (request, reply) =>
    sendIdentity(request, reply, { entered: { how: '', on: partsOfDay(today()) } }),
  )

  app.post<{ Params: Params }>('/orgs/:slug/people/:person/identity', async (request, reply) => {
    const { person: manager, ...at } = askedOf(request)
    const form = identityForm(request.body, today())
    if (!form.ok) return sendIdentity(request, reply, form)
    const id = idOf(textField(request.body, 'id'))
    await recordIdentityCheck(db, manager, { id, ...at, ...form.value, today: today() })
    return reply.redirect(paths.person(at.organisation, at.personId, 'identity'), 303)
  })

  /** The person, whom the manager must see there, with the employer. */
  function readAsked(request: ManagersRequest) {
    const { person: manager, ...at } = askedOf(request)
    return asActor(db, manager, async (db) => ({
      employer: await getEmployer(db, at.organisation),
      person: await getPersonAt(db, at),
      grants: await listGrants(db, at),
      teams: await listOpenTeams(db, { organisation: at.organisation, today: today() }),
    }))
  }

  async function readJob(request: ManagersRequest) {
    const asked = await readAsked(request)
    const job = asked.person.jobs.find(({ id }) => id === readId(request.params.job))
    if (job === undefined) throw new NotFound('no such job')
    return { ...asked, job }
  }

  async function readJobForm(request: ManagersRequest, starts: boolean) {
    const { teams } = await readAsked(request)
    return jobForm(request.body, { teams, today: today(), starts })
  }

  async function sendJob(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: JobEntered; readonly errors?: Faults },
  ) {
    const adding = request.params.job === undefined
    const { employer, person, teams } = await readAsked(request)
    const job = adding ? undefined : (await readJob(request)).job
    const page = { employer, person, job, teams, entered, errors }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <JobPage {...own} {...page} />, errors === undefined ? 200 : 422)
  }

  async function sendEnd(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: LastDayEntered; readonly errors?: Faults },
  ) {
    const { employer, person, job, grants } = await readJob(request)
    const permissions = grants.map(({ permission }) => permissionWords[permission].label)
    const page = { employer, person, job, permissions, entered, errors }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <EndJobPage {...own} {...page} />, errors === undefined ? 200 : 422)
  }

  async function sendLastManager(request: ManagersRequest, reply: FastifyReply) {
    const { employer, person } = await readAsked(request)
    const own = ownPage(request, reply, site)
    return sendPage(reply, <LastManagerPage {...own} {...{ employer, person }} />, 409)
  }

  async function sendIdentity(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: IdentityEntered; readonly errors?: Faults },
  ) {
    const { employer, person } = await readAsked(request)
    const checkId = readId(textField(request.body, 'id')) ?? randomUUID()
    const page = { employer, person, checkId, entered, errors }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <IdentityPage {...own} {...page} />, errors === undefined ? 200 : 422)
  }
}

/** Throws NotFound for what can be the id of nobody. */
export function askedOf(request: ManagersRequest) {
  const { person, organisation } = managerOf(request)
  return { person, organisation, personId: idOf(request.params.person) }
}

function jobOf({ params }: ManagersRequest): string {
  return idOf(params.job)
}

async function readPerson(
  db: Transaction,
  at: { readonly organisation: string; readonly personId: string },
) {
  const { organisation, personId } = at
  const registrations = await listRegistrations(db, { personId, checkedAt: organisation })
  return {
    employer: await getEmployer(db, organisation),
    person: await getPersonAt(db, at),
    grants: await listGrants(db, at),
    identity: await findIdentityCheckAt(db, at),
    registrations: registrations.map(({ checks, ...one }) => ({ ...one, check: checks[0] })),
  }
}

function judge(
  { person }: Pick<Awaited<ReturnType<typeof readPerson>>, 'person'>,
  { manager, today }: { readonly manager: Person; readonly today: string },
) {
  const own = person.id === manager.id
  const ended = person.jobs.filter((job) => !own && mayTakeBackEnd(job, today))
  return {
    own,
    worksHere: standingOfAll(person.jobs, today) === 'now',
    mayContinue: ended.map(({ id }) => id),
  }
}

function doneOf(query: unknown): PersonChange | undefined {
  const done = textField(query, 'done')
  return (Object.keys(personChanges) as PersonChange[]).find((change) => change === done)
}
