/** A worker lets one registrant of another employer ask them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listMemberships } from '../accounts/accounts-store.ts'
import { asActor } from '../database/as-actor.ts'
import { paths } from '../paths.ts'
import type { FieldFault } from '../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { textField } from '../web/posted-form.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { endCode, giveCode } from './delegations-actions/openings.ts'
import { listOpenings } from './openings-store.ts'
import { DelegationCodePage } from './pages/delegation-code-page.tsx'

/** What a person's own employer is called in the form: no organisation's slug. */
const ownEmployer = 'own:employer'

export function codeRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  async function sendCodes(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { readonly code?: string; readonly errors?: readonly FieldFault[] } = {},
  ) {
    const person = signedIn(request)
    const view = await asActor(db, person, async (db) => ({
      jobs: await listMemberships(db, person.id),
      openings: await listOpenings(db, { workerId: person.id }),
    }))
    const own = ownPage(request, reply, site)
    const page = (
      <DelegationCodePage {...own} {...view} {...shown} {...{ ownEmployer, now: now() }} />
    )
    return sendPage(reply, page, shown.errors ? 422 : 200)
  }

  app.get(paths.delegationCode(), (request, reply) => sendCodes(request, reply))

  app.post(paths.delegationCode(), async (request, reply) => {
    const person = signedIn(request)
    const jobs = await asActor(db, person, (db) => listMemberships(db, person.id))
    const sent = textField(request.body, 'employer')
    const employer = jobs.find(({ organisation }) => organisation === sent)?.organisation
    if (employer === undefined && sent !== ownEmployer) {
      const errors = [{ field: 'employer', message: 'Select who employs you for this work' }]
      return sendCodes(request, reply, { errors })
    }
    const code = await giveCode(site, person, { workerAt: employer })
    return sendCodes(request, reply, { code })
  })

  app.post<{ Params: Params }>('/delegations/code/:id/end', async (request, reply) => {
    await endCode(db, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.delegationCode(), 303)
  })
}
