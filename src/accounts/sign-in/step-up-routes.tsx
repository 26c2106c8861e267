/** The page that asks again who you are, and leads back to what you were about to do. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { ownPage } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { otherWaysToConfirm } from '../other-ways.tsx'
import type { EmailCode } from './email-codes-store.ts'
import { browserOf, letOn } from './let-in.ts'
import { ConfirmCodePage, NoOwnCodePage, TooManyCodesPage } from './pages/confirm-code-page.tsx'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { codeForm, nextOf, wrongCode } from './sign-in-forms.ts'
import { askToStepUp, findStepUpCode, listReached, showStepUpCode } from './step-up-by-email.ts'

export function stepUpRoutes(app: FastifyInstance, site: Site): void {
  app.get(paths.confirmItIsYou(), (request, reply) =>
    sendConfirm(request, reply, nextOf(request.query)),
  )

  async function sendConfirm(
    request: FastifyRequest,
    reply: FastifyReply,
    next: string,
    errors?: readonly FieldFault[],
  ) {
    const person = signedIn(request)
    const addresses = await listReached(site, person)
    const own = ownPage(request, reply, site)
    const asked = { csrfToken: own.account.csrfToken, next, hasEmail: addresses.length > 0 }
    const otherWays = await otherWaysToConfirm(site, person, asked)
    const page = { ...own, addresses, next, errors, otherWays }
    return sendPage(reply, <ConfirmPage {...page} />, errors === undefined ? 200 : 422)
  }

  app.post(paths.confirmItIsYou(), async (request, reply) => {
    const person = signedIn(request)
    const next = nextOf(request.body)
    const addressId = readId(textField(request.body, 'address'))
    if (addressId === undefined) return sendConfirm(request, reply, next, chooseAddress)
    const { device } = browserOf(site, request)
    const again = paths.confirmItIsYou(next)
    if ((await askToStepUp(site, person, { addressId, device })) === 'too-many') {
      const own = ownPage(request, reply, site)
      return sendPage(reply, <TooManyCodesPage {...own} again={again} />, 429)
    }
    return reply.redirect(paths.confirmByEmail(next), 303)
  })

  app.get(paths.confirmByEmail(), async (request, reply) => {
    const code = await findStepUpCode(site, signedIn(request))
    return sendCode(request, reply, code, { next: nextOf(request.query) })
  })

  app.post(paths.confirmByEmail(), async (request, reply) => {
    const person = signedIn(request)
    const next = nextOf(request.body)
    const form = codeForm(request.body)
    const typed = form.ok ? form.value : undefined
    const shown = await letOn(site, { request, reply }, async (db) => {
      const proof = await showStepUpCode(db, site, { person, typed })
      return proof && { proof, next }
    })
    if (shown !== undefined) return shown
    const code = await findStepUpCode(site, person)
    const errors = form.ok ? code && wrongCode(code) : form.errors
    return sendCode(request, reply, code, { next, entered: form.entered, errors })
  })

  function sendCode(
    request: FastifyRequest,
    reply: FastifyReply,
    code: EmailCode | undefined,
    shown: {
      readonly next: string
      readonly entered?: string | undefined
      readonly errors?: readonly FieldFault[] | undefined
    },
  ) {
    const own = ownPage(request, reply, site)
    const status = shown.entered === undefined ? 200 : 422
    if (code === undefined) {
      return sendPage(
        reply,
        <NoOwnCodePage {...own} again={paths.confirmItIsYou(shown.next)} />,
        status,
      )
    }
    return sendPage(reply, <ConfirmCodePage {...own} {...shown} address={code.address} />, status)
  }
}

const chooseAddress: readonly FieldFault[] = [
  { field: 'address', message: 'Select where we should send a code' },
]
