/** Who works on a draft, and whoever is asked to. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { AskEntered } from './model/review-entered.ts'
import { DraftInvitationPage } from './pages/draft-invitation-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { findOwnInvitation, listOpenInvitations } from './people-store.ts'
import { readDraftView } from './read-draft-view.ts'
import * as actions from './review-actions/draft-people.ts'
import { askForm } from './review-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function peopleRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get<{ Params: Params }>(paths.draftPeople(':draft'), (request, reply) =>
    sendPeople(request, reply, { entered: { email: '', role: '' } }),
  )

  async function sendPeople(
    request: Request,
    reply: FastifyReply,
    form: { readonly entered: AskEntered; readonly errors?: readonly FieldError[] },
  ) {
    const person = signedIn(request)
    const draft = idOf(request.params.draft)
    const read = await asActor(db, person, async (db) => ({
      view: await readDraftView(db, person, draft),
      invitations: await listOpenInvitations(db, { draft }),
    }))
    const done = textField(request.query, 'done')
    const page = <PeoplePage {...{ ...ownPage(request, reply, site), ...read, ...form, done }} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.askForDraft(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const form = askForm(request.body)
    if (!form.ok) return sendPeople(request, reply, form)
    await actions.askToWorkOnDraft(site, signedIn(request), { draft, ...form.value })
    return reply.redirect(paths.draftPeople(draft, 'asked'), 303)
  })

  app.post<{ Params: Params }>(
    paths.takeBackDraftInvitation(':draft', ':invitation'),
    async (request, reply) => {
      const draft = idOf(request.params.draft)
      const invitation = idOf(request.params.invitation)
      const of = { draft, invitation, now: now() }
      await actions.takeBackInvitation(db, signedIn(request), of)
      return reply.redirect(paths.draftPeople(draft, 'taken-back'), 303)
    },
  )

  app.post<{ Params: Params }>(
    paths.endDraftPerson(':draft', ':person'),
    async (request, reply) => {
      const person = signedIn(request)
      const draft = idOf(request.params.draft)
      const personId = idOf(request.params.person)
      await actions.endWorkOnDraft(db, person, { draft, personId, now: now() })
      const left = personId === person.id
      return reply.redirect(left ? paths.passport() : paths.draftPeople(draft, 'ended'), 303)
    },
  )

  app.get<{ Params: Params }>(paths.draftInvitation(':invitation'), async (request, reply) => {
    const id = idOf(request.params.invitation)
    const found = await asActor(db, signedIn(request), (db) => findOwnInvitation(db, { id }))
    if (found === undefined) throw new NotFound(`invitation ${id}`)
    const view = { ...ownPage(request, reply, site), id, invitation: found }
    return sendPage(reply, <DraftInvitationPage {...view} />)
  })

  app.post<{ Params: Params }>(paths.draftInvitation(':invitation'), async (request, reply) => {
    const invitation = idOf(request.params.invitation)
    const joined = textField(request.body, 'answer') === 'joined'
    const answer = joined ? 'joined' : 'declined'
    const of = { invitation, answer } as const
    const draft = await actions.answerDraftInvitation(db, signedIn(request), of)
    return reply.redirect(joined ? paths.draftPeople(draft, 'joined') : paths.passport(), 303)
  })
}
