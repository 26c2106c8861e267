/** Where I work, as I see it myself: each employer and what it sees; and to say that I have left. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { endJob } from './memberships-actions/manage-jobs.ts'
import { freshLastDay, lastDayForm } from './memberships-forms.ts'
import { listOwnJobs } from './own-jobs-store.ts'
import { LeaveJobPage, OwnJobsPage } from './pages/own-jobs-page.tsx'

export function ownJobsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const today = () => dayOf(now())

  app.get(paths.ownJobs(), async (request, reply) => {
    const person = signedIn(request)
    const jobs = await asActor(db, person, (db) => listOwnJobs(db, { personId: person.id }))
    const left = textField(request.query, 'done') === 'left'
    const page = { jobs, today: today(), left }
    return sendPage(reply, <OwnJobsPage {...ownPage(request, reply, site)} {...page} />)
  })

  async function readJob(request: Parameters<typeof signedIn>[0], id: string | undefined) {
    const person = signedIn(request)
    const jobs = await asActor(db, person, (db) => listOwnJobs(db, { personId: person.id }))
    const job = jobs.find((one) => one.id === idOf(id))
    if (job === undefined || (job.to !== undefined && job.to < today())) {
      throw new NotFound('no such job of one’s own')
    }
    return { person, job }
  }

  app.get<{ Params: Params }>('/account/jobs/:job/leave', async (request, reply) => {
    const { job } = await readJob(request, request.params.job)
    const page = { job, entered: freshLastDay(today()) }
    return sendPage(reply, <LeaveJobPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post<{ Params: Params }>('/account/jobs/:job/leave', async (request, reply) => {
    const { person, job } = await readJob(request, request.params.job)
    const form = lastDayForm(request.body, today())
    const own = ownPage(request, reply, site)
    if (!form.ok) {
      const { entered, errors } = form
      return sendPage(reply, <LeaveJobPage {...own} {...{ job, entered, errors }} />, 422)
    }
    const { organisation } = job
    const ended = { organisation, personId: person.id, jobId: job.id, lastDay: form.value }
    const { outcome } = await endJob(site, person, ended)
    if (outcome === 'ended') return reply.redirect(paths.ownJobs('left'), 303)
    const refused = { job, entered: form.entered, lastManager: true }
    return sendPage(reply, <LeaveJobPage {...own} {...refused} />, 409)
  })
}
