/** Joining: with the link of a letter, or with a code on paper. Looking changes nothing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { letIn } from '../../accounts/sign-in/let-in.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { accountOf, sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { findCarried, forgetCarried, setCarried } from './carried-invitation.ts'
import {
  acceptOffer,
  declineOffer,
  joinWithNewAccount,
  openOffer,
} from './invitations-actions/join.ts'
import { joinForm } from './invitations-forms.ts'
import type { Offer } from './joining-store.ts'
import type { JoinEntered } from './model/entered.ts'
import { EnterCodePage, OfferOverPage, OfferPage, WelcomePage } from './pages/join-pages.tsx'
import { hashTypedCode } from './secrets.ts'

type Faults = readonly { readonly field: string; readonly message: string }[]

/** A whole induction may sit behind one address; a code of eighty bits is not found by trying. */
const tries = { config: { limit: { most: 60, minutes: 10 } } }

export function joinRoutes(app: FastifyInstance, site: Site): void {
  const { demo } = site.config

  app.get(paths.join(), (request, reply) => {
    const csrfToken = reply.generateCsrf()
    const account = accountOf(request, reply)
    return sendPage(reply, <EnterCodePage {...{ demo, csrfToken, account }} />)
  })

  app.post(paths.join(), tries, async (request, reply) => {
    const entered = textField(request.body, 'join-code')
    const hash = hashTypedCode(site, entered)
    const offer = hash && (await openOffer(site, hash))
    if (offer !== undefined) {
      setCarried(reply, site, { kind: 'code', secret: entered })
      return reply.redirect(paths.joinOffer(), 303)
    }
    const csrfToken = reply.generateCsrf()
    const account = accountOf(request, reply)
    const errors = [{ field: 'join-code', message: codeFault(entered, hash !== undefined) }]
    const page = <EnterCodePage {...{ demo, csrfToken, account, entered, errors }} />
    return sendPage(reply, page, 422)
  })

  // The secret moves from the address, which browsers keep, into a cookie of half an hour.
  app.get<{ Params: Params }>('/join/by-link/:token', (request, reply) => {
    setCarried(reply, site, { kind: 'link', secret: request.params.token ?? '' })
    return reply.redirect(paths.joinOffer(), 303)
  })

  app.get(paths.joinOffer(), async (request, reply) => {
    const offer = await readOffer(request)
    if (offer?.state !== 'waiting') return sendOver(request, reply, offer)
    return sendOffer(request, reply, offer, { entered: { name: '', kind: '', shared: false } })
  })

  app.post(paths.joinAccept(), tries, async (request, reply) => {
    const secretHash = findCarried(request, site)
    const offer = await readOffer(request)
    if (secretHash === undefined || offer?.state !== 'waiting') {
      return sendOver(request, reply, offer, 409)
    }
    if (request.actor.kind === 'person') {
      const joined = await acceptOffer(site, request.actor, secretHash)
      if (!joined) return sendOver(request, reply, await readOffer(request), 409)
      return forgetCarried(reply, site).redirect(paths.joined(), 303)
    }
    const form = joinForm(request.body, { byLetter: offer.email !== undefined })
    if (!form.ok) return sendOffer(request, reply, offer, form)
    const joining = { secretHash, ...form.value }
    forgetCarried(reply, site)
    const letInto = await letIn(site, { request, reply }, (db) =>
      joinWithNewAccount(db, site, joining),
    )
    return letInto ?? sendOver(request, reply, await readOffer(request), 409)
  })

  app.post(paths.joinDecline(), tries, async (request, reply) => {
    const secretHash = findCarried(request, site)
    if (secretHash !== undefined) await declineOffer(site, secretHash)
    return sendOver(request, reply, await readOffer(request))
  })

  app.get(paths.joined(), (request, reply) => {
    signedIn(request)
    return sendPage(reply, <WelcomePage {...ownPage(request, reply, site)} />)
  })

  async function readOffer(request: FastifyRequest): Promise<Offer | undefined> {
    const secretHash = findCarried(request, site)
    return secretHash && openOffer(site, secretHash)
  }

  function sendOffer(
    request: FastifyRequest,
    reply: FastifyReply,
    offer: Offer,
    { entered, errors }: { readonly entered: JoinEntered; readonly errors?: Faults },
  ) {
    const account = accountOf(request, reply)
    const csrfToken = account?.csrfToken ?? reply.generateCsrf()
    const page = <OfferPage {...{ demo, csrfToken, account, offer, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  function sendOver(
    request: FastifyRequest,
    reply: FastifyReply,
    offer: Offer | undefined,
    status = 200,
  ) {
    const account = accountOf(request, reply)
    return sendPage(reply, <OfferOverPage {...{ demo, account, offer }} />, status)
  }
}

function codeFault(entered: string, wellFormed: boolean): string {
  if (entered === '') return 'Enter the code from your page'
  if (!wellFormed) return 'The code must have 16 letters and numbers. Check each of them'
  return 'That code does not work. Check each letter, or ask your manager for another one'
}
