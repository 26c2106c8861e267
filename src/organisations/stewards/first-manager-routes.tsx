/** A steward names whoever manages people where nobody does, first of all or again. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { readOrganisation } from '../read-organisation.ts'
import { readAsSteward } from './as-steward.ts'
import { inviteFirstManager, makeFirstManager } from './first-manager-actions.ts'
import { firstManagerForm, namingForm } from './first-manager-forms.ts'
import { listInvitedManagers } from './first-manager-store.ts'
import {
  type FirstManagerEntered,
  FirstManagerPage,
  type FirstManagerPageProps,
} from './pages/first-manager-page.tsx'

type OfOrganisation = { Params: { readonly slug: string } }
type OfInvitation = { Params: { readonly slug: string; readonly invitation: string } }

const empty: FirstManagerEntered = { name: '', email: '', jobTitle: '' }

export function firstManagerRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get<OfOrganisation>(paths.firstManager(':slug'), (request, reply) =>
    sendForm(request, reply, empty),
  )

  app.post<OfOrganisation>(paths.firstManager(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug } = request.params
    const form = firstManagerForm(request.body)
    if (!form.ok) return sendForm(request, reply, form.entered, form.errors)
    const id = idOf(textField(request.body, 'id'))
    const named = { id, organisation: slug, ...form.value }
    const outcome = await inviteFirstManager(site, person, named)
    if (outcome === 'invited') return reply.redirect(`${paths.firstManager(slug)}?done=sent`, 303)
    const errors = [{ field: 'email', message: 'This address is invited there already' }]
    return sendForm(request, reply, form.entered, errors)
  })

  app.post<OfInvitation>(paths.makeFirstManager(':slug', ':invitation'), async (request, reply) => {
    const person = signedIn(request)
    const { slug, invitation } = request.params
    await readAsSteward(db, person, async () => {})
    const id = idOf(invitation)
    const form = namingForm(request.body, id)
    if (!form.ok) {
      const naming = { invitation: id, ...form.entered }
      return sendForm(request, reply, empty, form.errors, naming)
    }
    const stepUp = requireStepUp(request, now(), { page: paths.firstManager(slug) })
    const wanted = { organisation: slug, invitation: id, ...form.value, stepUp }
    await makeFirstManager(site, person, wanted)
    return reply.redirect(`${paths.stewardsOrganisation(slug)}?done=managed`, 303)
  })

  async function sendForm(
    request: FastifyRequest<OfOrganisation>,
    reply: FastifyReply,
    entered: FirstManagerEntered,
    errors?: FirstManagerPageProps['errors'],
    naming?: FirstManagerPageProps['naming'],
  ) {
    const person = signedIn(request)
    const { slug } = request.params
    const { name, invited } = await readAsSteward(db, person, async (db) => ({
      ...(await readOrganisation(db, slug, dayOf(now()))),
      invited: await listInvitedManagers(db, { organisation: slug, invitedBy: person.id }),
    }))
    if (naming !== undefined && !invited.some(({ id }) => id === naming.invitation)) {
      throw new NotFound('an invitation of another steward')
    }
    // Before anything is typed: what is asked for then goes through.
    if (invited.some(({ worksThere }) => worksThere)) requireStepUp(request, now())
    const invitationId = readId(textField(request.body, 'id')) ?? randomUUID()
    const sent = textField(request.query, 'done') === 'sent'
    const view = { slug, name, invited, invitationId, now: now(), sent, entered, errors, naming }
    const own = ownPage(request, reply, site)
    return sendPage(
      reply,
      <FirstManagerPage {...own} {...view} />,
      errors === undefined ? 200 : 422,
    )
  }
}
