/** Complaining, signed in or not, and seeing where it stands with a reference and a code. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listMemberships } from '../../accounts/accounts-store.ts'
import type { Actor, Nobody, Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { textField } from '../../web/posted-form.ts'
import { accountOf, sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import type { Regulator } from '../purposes/model/purpose.ts'
import { viewOf } from './complaint-view.ts'
import { complain, followComplaint } from './complaints-actions.ts'
import { complainForm, emptyComplaint } from './complaints-forms.ts'
import { replyWays } from './model/complaint.ts'
import { ComplainPage } from './pages/complain-page.tsx'
import type { VisitorProps } from './pages/complaint-layout.tsx'
import { ComplaintPage } from './pages/complaint-page.tsx'
import { ComplaintSentPage } from './pages/complaint-sent-page.tsx'
import { FollowComplaintPage } from './pages/follow-complaint-page.tsx'

export function complaintRoutes(app: FastifyInstance, site: Site, regulator: Regulator): void {
  const { db, now } = site

  app.get(paths.complain(), async (request, reply) => {
    const actor = complainant(request)
    const offered = await listOffered(actor)
    const entered = emptyComplaint(actor.kind === 'person' ? actor.name : '')
    const view = { ...offered, regulator, entered }
    return sendPage(reply, <ComplainPage {...visitorOf(request, reply, site)} {...view} />)
  })

  app.post(paths.complain(), async (request, reply) => {
    const actor = complainant(request)
    const offered = await listOffered(actor)
    const employers = offered.employers.map(({ slug }) => slug)
    const form = complainForm(request.body, { ...offered, employers })
    const visitor = visitorOf(request, reply, site)
    if (!form.ok) {
      const { entered, errors } = form
      const again = { ...offered, regulator, entered, errors }
      return sendPage(reply, <ComplainPage {...visitor} {...again} />, 422)
    }
    const taken = await complain(site, actor, form.value)
    const sent = { ...taken, replyBy: form.value.replyBy, regulator }
    return sendPage(reply, <ComplaintSentPage {...visitor} {...sent} />)
  })

  app.get(paths.followComplaint(), async (request, reply) => {
    const entered = { reference: '', code: '' }
    const page = <FollowComplaintPage {...visitorOf(request, reply, site)} entered={entered} />
    return sendPage(reply, page)
  })

  app.post(paths.followComplaint(), async (request, reply) => {
    const visitor = visitorOf(request, reply, site)
    const reference = textField(request.body, 'reference')
    const entered = { reference, code: textField(request.body, 'code') }
    const complaint = await followComplaint(site, entered).catch(unlessNotFound)
    if (complaint === undefined) {
      const message = 'Enter a reference and a code that belong together'
      const page = { entered, errors: [{ field: 'reference', message }] }
      return sendPage(reply, <FollowComplaintPage {...visitor} {...page} />, 422)
    }
    const view = { ...viewOf(complaint, now()), regulator }
    return sendPage(reply, <ComplaintPage {...visitor} account={undefined} {...view} />)
  })

  /** Where the complainant works, and how they can be answered. */
  async function listOffered(actor: Person | Nobody) {
    if (actor.kind === 'nobody') {
      return { employers: [], replyWays: replyWays.filter((way) => way !== 'here') }
    }
    const jobs = await asActor(db, actor, (db) => listMemberships(db, actor.id))
    const employers = jobs.map((job) => [job.organisation, job.organisationName] as const)
    const named = [...new Map(employers)].map(([slug, name]) => ({ slug, name }))
    return { employers: named, replyWays }
  }
}

function visitorOf(request: FastifyRequest, reply: FastifyReply, { config }: Site): VisitorProps {
  const account = accountOf(request, reply)
  return { account, csrfToken: account?.csrfToken ?? reply.generateCsrf(), demo: config.demo }
}

function complainant({ actor }: { readonly actor: Actor }): Person | Nobody {
  return actor.kind === 'person' ? actor : { kind: 'nobody' }
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}
