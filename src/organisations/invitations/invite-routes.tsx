/** Inviting one person, and what becomes of each invitation. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { listOpenTeams, type ManagersRequest, managerOf } from '../memberships/managing.ts'
import { identityForm } from '../memberships/memberships-forms.ts'
import type { IdentityEntered } from '../memberships/model/entered.ts'
import { getEmployer } from '../memberships/people-store.ts'
import {
  cancelInvitation,
  handOver,
  printCode,
  sendAgain,
} from './invitations-actions/follow-up.ts'
import { inviteOne } from './invitations-actions/invite.ts'
import { freshInvite, inviteForm } from './invitations-forms.ts'
import { getInvitation, listInvitations } from './invitations-store.ts'
import type { InviteEntered } from './model/entered.ts'
import { invitationState } from './model/invitation.ts'
import {
  type InvitationChange,
  InvitationPage,
  invitationChanges,
} from './pages/invitation-page.tsx'
import { InvitationsPage } from './pages/invitations-page.tsx'
import { InvitePage } from './pages/invite-page.tsx'
import { PrintedCodesPage } from './pages/printed-codes-page.tsx'

type Faults = readonly { readonly field: string; readonly message: string }[]

const pageLength = 50

export function inviteRoutes(app: FastifyInstance, site: Site): void {
  const { db, now, config } = site
  const today = () => dayOf(now())

  app.get<{ Params: Params }>('/orgs/:slug/people/invite', (request, reply) =>
    sendInvite(request, reply, { entered: freshInvite(today()) }),
  )

  app.post<{ Params: Params }>('/orgs/:slug/people/invite', async (request, reply) => {
    const { person, organisation } = managerOf(request)
    const { teams } = await readPlace(request)
    const form = inviteForm(request.body, { teams, today: today() })
    if (!form.ok) return sendInvite(request, reply, form)
    const id = idOf(textField(request.body, 'id'))
    const { outcome } = await inviteOne(site, person, { id, organisation, invitee: form.value })
    if (outcome === 'invited') {
      const done = form.value.email === undefined ? 'enrolled' : 'sent'
      return reply.redirect(paths.invitation(organisation, id, done), 303)
    }
    const errors = [{ field: 'email', message: notInvited[outcome] }]
    return sendInvite(request, reply, { entered: form.entered, errors })
  })

  async function sendInvite(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: InviteEntered; readonly errors?: Faults },
  ) {
    const place = await readPlace(request)
    const invitationId = readId(textField(request.body, 'id')) ?? randomUUID()
    const page = { ...place, invitationId, entered, errors }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <InvitePage {...own} {...page} />, errors === undefined ? 200 : 422)
  }

  function readPlace(request: ManagersRequest) {
    const { person, organisation } = managerOf(request)
    return asActor(db, person, async (db) => ({
      employer: await getEmployer(db, organisation),
      teams: await listOpenTeams(db, { organisation, today: today() }),
    }))
  }

  app.get<{ Params: Params }>('/orgs/:slug/people/invitations', async (request, reply) => {
    const { person, organisation } = managerOf(request)
    const over = textField(request.query, 'show') === 'over'
    const asked = Number(textField(request.query, 'page'))
    const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
    const listed = { organisation, over, offset: (page - 1) * pageLength, limit: pageLength }
    const view = await asActor(db, person, async (db) => ({
      employer: await getEmployer(db, organisation),
      ...(await listInvitations(db, listed)),
    }))
    const pages = Math.ceil(view.count / pageLength)
    const own = ownPage(request, reply, site)
    return sendPage(
      reply,
      <InvitationsPage {...own} {...view} {...{ page, pages, over }} now={now()} />,
    )
  })

  app.get<{ Params: Params }>('/orgs/:slug/people/invitations/:id', (request, reply) =>
    sendInvitation(request, reply, { entered: { how: '', on: partsOfDay(today()) } }),
  )

  async function sendInvitation(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: IdentityEntered; readonly errors?: Faults },
  ) {
    const { person, ...wanted } = wantedOf(request)
    const view = await asActor(db, person, async (db) => {
      const invitation = await getInvitation(db, wanted)
      const id = invitation.acceptedBy
      const name = id === undefined ? undefined : (await findNames(db, [id])).get(id)
      const joined = id === undefined || name === undefined ? undefined : { id, name }
      return { employer: await getEmployer(db, wanted.organisation), invitation, joined }
    })
    const state = invitationState(view.invitation, now())
    const page = { ...view, state, entered, errors, done: doneOf(request.query) }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <InvitationPage {...own} {...page} />, errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invitations/:id/send-again',
    { config: { limit: { most: 60, minutes: 10 } } },
    async (request, reply) => {
      const { person, ...wanted } = wantedOf(request)
      await sendAgain(site, person, wanted)
      return reply.redirect(paths.invitation(wanted.organisation, wanted.id, 'sent-again'), 303)
    },
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invitations/:id/cancel',
    async (request, reply) => {
      const { person, ...wanted } = wantedOf(request)
      await cancelInvitation(site, person, wanted)
      return reply.redirect(paths.invitation(wanted.organisation, wanted.id, 'cancelled'), 303)
    },
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invitations/:id/hand-over',
    async (request, reply) => {
      const { person, ...wanted } = wantedOf(request)
      const form = identityForm(request.body, today())
      if (!form.ok) return sendInvitation(request, reply, form)
      await handOver(site, person, { ...wanted, ...form.value })
      return reply.redirect(paths.invitation(wanted.organisation, wanted.id, 'handed-over'), 303)
    },
  )

  // Answered with the page itself: the code is kept nowhere that another request could read.
  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invitations/:id/print',
    async (request, reply) => {
      const { person, ...wanted } = wantedOf(request)
      const printed = [await printCode(site, person, wanted)]
      const { employer } = await readPlace(request)
      const back = {
        href: paths.invitation(wanted.organisation, wanted.id),
        text: 'I have it on paper: go on to hand it over',
      }
      const page = { employer, printed, site: config.baseUrl, back, left: 0 }
      return sendPage(reply, <PrintedCodesPage {...ownPage(request, reply, site)} {...page} />)
    },
  )
}

const notInvited = {
  'works-here': 'Somebody with this e-mail address works here already. Find them under People',
  'already-invited': 'This e-mail address is invited already. Find it under Invitations',
} as const

function wantedOf(request: ManagersRequest) {
  return { ...managerOf(request), id: idOf(request.params.id) }
}

function doneOf(query: unknown): InvitationChange | undefined {
  const done = textField(query, 'done')
  return (Object.keys(invitationChanges) as InvitationChange[]).find((one) => one === done)
}
