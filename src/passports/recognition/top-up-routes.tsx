/** A person of the organisation that asked for a top-up records that it was done. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { TopUpEntered } from './model/recognition-entered.ts'
import { TopUpPage } from './pages/top-up-page.tsx'
import { readTopUp, recordTopUp, takeBackTopUp } from './recognition-actions/record-top-up.ts'
import { topUpForm } from './top-up-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function topUpRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  function ofRequest({ params: { slug = '', share, decision } }: Request) {
    return { organisation: slug, shareId: idOf(share), decisionId: idOf(decision) }
  }

  async function send(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: TopUpEntered; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const of = ofRequest(request)
    const awaited = await asActor(db, person, (db) => readTopUp(db, person, of))
    const entered = form?.entered ?? { id: randomUUID(), on: partsOfDay(dayOf(now())) }
    const view = { ...awaited, slug: of.organisation, entered, errors: form?.errors }
    const page = <TopUpPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  const address = paths.topUp(':slug', ':share', ':decision')
  app.get<{ Params: Params }>(address, (request, reply) => send(request, reply))

  app.post<{ Params: Params }>(address, async (request, reply) => {
    const person = signedIn(request)
    const of = ofRequest(request)
    const { share } = await asActor(db, person, (db) => readTopUp(db, person, of))
    const form = topUpForm(request.body, { first: dayOf(share.at), last: dayOf(now()) })
    if (!form.ok) return send(request, reply, form)
    await recordTopUp(site, person, { ...of, ...form.value })
    return reply.redirect(`${paths.stillToDo(of.organisation, of.shareId)}?done=top-up`, 303)
  })

  app.post<{ Params: Params }>(
    paths.takeBackTopUp(':slug', ':share', ':decision'),
    async (request, reply) => {
      const of = ofRequest(request)
      const id = idOf(textField(request.body, 'id'))
      await takeBackTopUp(site, signedIn(request), { ...of, id })
      return reply.redirect(`${paths.stillToDo(of.organisation, of.shareId)}?done=back`, 303)
    },
  )
}
