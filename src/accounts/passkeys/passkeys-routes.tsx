import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { accountOf, sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { markBrowser, readMark } from '../browser-mark.ts'
import { WayInProblemPage } from '../pages/way-in-problem-page.tsx'
import { browserOf, letIn, letOn } from '../sign-in/let-in.ts'
import { nextOf } from '../sign-in/sign-in-forms.ts'
import type { PasskeyFault } from './model/passkey.ts'
import { relyingPartyOf } from './model/relying-party.ts'
import { AddPasskeyPage } from './pages/add-passkey-page.tsx'
import { ForgottenPasskey } from './pages/forgotten-passkey.tsx'
import { PasskeyPage } from './pages/passkey-page.tsx'
import { notAddedWords, unusedWords } from './pages/passkey-words.ts'
import {
  askForAnyPasskey,
  askForNewPasskey,
  askForOwnPasskey,
  type Ceremony,
} from './passkey-ceremonies.ts'
import * as actions from './passkeys-actions.ts'
import { answerField, credentialIdOf, nameForm, newPasskeyForm } from './passkeys-forms.ts'

export function passkeysRoutes(app: FastifyInstance, site: Site): void {
  useRoutes(app, site)
  keepRoutes(app, site)
}

/** Signing in with one, and showing by one that it is you. */
function useRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.post(paths.signInPasskeyChallenge(), async (request, reply) => {
    const ceremony = beginning(site, request, reply)
    return sendChallenge(reply, await askForAnyPasskey(db, ceremony))
  })

  app.post(paths.signInByPasskey(), async (request, reply) => {
    const answer = answerField(request.body)
    const next = nextOf(request.body)
    let fault: PasskeyFault = 'refused'
    const sent = await letIn(site, { request, reply }, async (db) => {
      const used = await actions.usePasskey(db, site, ending(site, request), { answer })
      if (used.ok) return { ...used.value, proof: 'passkey', sharedComputer: false, next }
      fault = used.fault
      return undefined
    })
    return sent ?? unused(site, { request, reply }, { fault, answer, next })
  })

  app.post(paths.confirmPasskeyChallenge(), async (request, reply) => {
    const person = signedIn(request)
    const ceremony = beginning(site, request, reply)
    return sendChallenge(reply, await askForOwnPasskey(db, person, ceremony))
  })

  app.post(paths.confirmByPasskey(), async (request, reply) => {
    const person = signedIn(request)
    const answer = answerField(request.body)
    const next = nextOf(request.body)
    let fault: PasskeyFault = 'refused'
    const sent = await letOn(site, { request, reply }, async (db) => {
      const asked = { answer, personId: person.id }
      const used = await actions.usePasskey(db, site, ending(site, request), asked)
      if (used.ok) return { proof: 'passkey', next }
      fault = used.fault
      return undefined
    })
    return sent ?? unused(site, { request, reply }, { fault, answer, next })
  })
}

/** Adding, renaming and removing one's own. */
function keepRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const toAdd = { act: 'own-account', page: paths.addPasskey() } as const

  app.get(paths.addPasskey(), async (request, reply) => {
    requireStepUp(request, now(), toAdd)
    return sendPage(reply, addPage(site, request, reply))
  })

  app.post(paths.newPasskeyChallenge(), async (request, reply) => {
    requireStepUp(request, now(), toAdd)
    const person = ownComputer(request)
    return sendChallenge(reply, await askForNewPasskey(db, person, beginning(site, request, reply)))
  })

  app.post(paths.addPasskey(), async (request, reply) => {
    requireStepUp(request, now(), toAdd)
    const form = newPasskeyForm(request.body)
    const added = await actions.addPasskey(site, ownComputer(request), ending(site, request), form)
    if (added.ok) return reply.redirect(paths.account('passkey-added'), 303)
    return sendPage(reply, addPage(site, request, reply, notAddedWords[added.fault]), 422)
  })

  app.get<{ Params: Params }>(paths.passkey(':id'), async (request, reply) => {
    const passkey = await actions.getPasskey(db, signedIn(request), idOf(request.params.id))
    return sendPage(reply, <PasskeyPage {...ownPage(request, reply, site)} passkey={passkey} />)
  })

  app.post<{ Params: Params }>(paths.renamePasskey(':id'), async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const form = nameForm(request.body)
    if (form.ok) {
      await actions.renamePasskey(db, person, { id, name: form.value })
      return reply.redirect(paths.account('passkey-renamed'), 303)
    }
    const passkey = await actions.getPasskey(db, person, id)
    const page = { ...ownPage(request, reply, site), passkey, ...form }
    return sendPage(reply, <PasskeyPage {...page} />, 422)
  })

  app.post<{ Params: Params }>(paths.removePasskey(':id'), async (request, reply) => {
    const id = idOf(request.params.id)
    const person = signedIn(request)
    requireStepUp(request, now(), { act: 'own-account', page: paths.passkey(id) })
    await actions.removePasskey(site, person, { id, device: browserOf(site, request).device })
    return reply.redirect(paths.account('passkey-removed'), 303)
  })
}

function beginning(site: Site, request: FastifyRequest, reply: FastifyReply): Ceremony {
  const browserHash = markBrowser(request, reply, site.config.https)
  const { device } = browserOf(site, request)
  return { party: partyOf(site), browserHash, device, now: site.now() }
}

function ending(site: Site, request: FastifyRequest): Ceremony {
  const browserHash = readMark(request, site.config.https)
  const { device } = browserOf(site, request)
  return { party: partyOf(site), browserHash, device, now: site.now() }
}

function partyOf({ config }: Site) {
  const party = relyingPartyOf(config.baseUrl)
  if (party === undefined) throw new NotFound('passkeys need a name, and BASE_URL is a number')
  return party
}

function sendChallenge(reply: FastifyReply, options: object): FastifyReply {
  return reply.header('cache-control', 'no-store').send(options)
}

/** A passkey made on a shared computer would be the next person's too. */
function ownComputer(request: FastifyRequest) {
  const person = signedIn(request)
  if (person.session?.sharedComputer) throw new NotFound('no passkey on a shared computer')
  return person
}

function addPage(site: Site, request: FastifyRequest, reply: FastifyReply, fault?: string) {
  return (
    <AddPasskeyPage
      {...ownPage(request, reply, site)}
      site={relyingPartyOf(site.config.baseUrl)}
      sharedComputer={signedIn(request).session?.sharedComputer === true}
      errors={fault === undefined ? undefined : [{ field: 'add', message: fault }]}
    />
  )
}

function unused(
  site: Site,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { fault, answer, next }: { fault: PasskeyFault; answer: string; next: string },
): FastifyReply {
  const account = accountOf(request, reply)
  const other =
    account === undefined
      ? { href: paths.signIn(next), text: 'Choose another way to sign in' }
      : { href: paths.confirmItIsYou(next), text: 'Choose another way' }
  const forgotten = fault === 'unknown' ? credentialIdOf(answer) : undefined
  return sendPage(
    reply,
    <WayInProblemPage {...unusedWords[fault]} {...{ other, account }} demo={site.config.demo}>
      {forgotten !== undefined && <ForgottenPasskey site={partyOf(site)} id={forgotten} />}
    </WayInProblemPage>,
    422,
  )
}
