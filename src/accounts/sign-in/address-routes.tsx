/** A person's own e-mail addresses: added with a code, and taken away. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { addAddress, askToAdd, findAddressToAdd, takeAddressAway } from './addresses-actions.ts'
import { listAddresses } from './addresses-store.ts'
import type { EmailCode } from './email-codes-store.ts'
import { browserOf } from './let-in.ts'
import { AddAddressPage, ConfirmAddressPage, RemoveAddressPage } from './pages/address-pages.tsx'
import { NoOwnCodePage, TooManyCodesPage } from './pages/confirm-code-page.tsx'
import { addressForm, codeForm, freshAddress, wrongCode } from './sign-in-forms.ts'

const own = { act: 'own-account' } as const

export function addressRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  const listOwn = (request: FastifyRequest) => {
    const person = signedIn(request)
    return asActor(db, person, (db) => listAddresses(db, { personId: person.id }))
  }

  app.get(paths.addAddress(), async (request, reply) => {
    requireStepUp(request, now(), own)
    const page = ownPage(request, reply, site)
    return sendPage(reply, <AddAddressPage {...page} entered={freshAddress(request.query)} />)
  })

  app.post(paths.addAddress(), async (request, reply) => {
    requireStepUp(request, now(), { ...own, page: paths.addAddress() })
    const held = (await listOwn(request)).map(({ address }) => address)
    const form = addressForm(request.body, { today: dayOf(now()), own: held })
    if (!form.ok) {
      const page = { ...ownPage(request, reply, site), entered: form.entered, errors: form.errors }
      return sendPage(reply, <AddAddressPage {...page} />, 422)
    }
    const { device } = browserOf(site, request)
    const sent = await askToAdd(site, signedIn(request), { ...form.value, device })
    if (sent === 'sent') return reply.redirect(paths.confirmAddress(), 303)
    const page = { ...ownPage(request, reply, site), again: paths.addAddress() }
    return sendPage(reply, <TooManyCodesPage {...page} />, 429)
  })

  app.get(paths.confirmAddress(), async (request, reply) =>
    sendConfirm(request, reply, await findAddressToAdd(site, signedIn(request))),
  )

  app.post(paths.confirmAddress(), async (request, reply) => {
    const person = signedIn(request)
    const form = codeForm(request.body)
    const { device } = browserOf(site, request)
    const typed = form.ok ? form.value : undefined
    if (await addAddress(site, person, { typed, device })) {
      return reply.redirect(paths.account('address-added'), 303)
    }
    const code = await findAddressToAdd(site, person)
    const errors = form.ok ? code && wrongCode(code) : form.errors
    return sendConfirm(request, reply, code, { entered: form.entered, errors })
  })

  function sendConfirm(
    request: FastifyRequest,
    reply: FastifyReply,
    code: EmailCode | undefined,
    shown: { readonly entered?: string; readonly errors?: readonly FieldFault[] | undefined } = {},
  ) {
    const page = ownPage(request, reply, site)
    const status = shown.entered === undefined ? 200 : 422
    if (code === undefined) {
      return sendPage(reply, <NoOwnCodePage {...page} again={paths.addAddress()} />, status)
    }
    return sendPage(
      reply,
      <ConfirmAddressPage {...page} {...shown} address={code.address} />,
      status,
    )
  }

  app.get<{ Params: Params }>('/account/addresses/:id/remove', async (request, reply) => {
    const id = idOf(request.params.id)
    const known = (await listOwn(request)).find((one) => one.id === id)
    if (known === undefined) throw new NotFound(`address ${id}`)
    requireStepUp(request, now(), own)
    return sendPage(reply, <RemoveAddressPage {...ownPage(request, reply, site)} known={known} />)
  })

  app.post<{ Params: Params }>('/account/addresses/:id/remove', async (request, reply) => {
    const id = idOf(request.params.id)
    requireStepUp(request, now(), { ...own, page: paths.removeAddress(id) })
    const { device } = browserOf(site, request)
    await takeAddressAway(site, signedIn(request), { id, device })
    return reply.redirect(paths.account('address-removed'), 303)
  })
}
