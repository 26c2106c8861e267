/** In by e-mail, in the demonstration by a choice, and out. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { findCookie, forgetCookie } from '../../web/cookies.ts'
import type { Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { beginSession } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { demonstrationPeople, signInToDemonstration, signOut } from '../accounts-actions.ts'
import { otherWaysIn } from '../other-ways.tsx'
import { findMark, forgetMark, markBrowser } from './asking-browser.ts'
import type { EmailCode } from './email-codes-store.ts'
import { browserOf, letIn } from './let-in.ts'
import { NoCodePage, SignInCodePage, TooManyLettersPage } from './pages/sign-in-code-page.tsx'
import { SignInLinkPage } from './pages/sign-in-link-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { askToSignIn, findAskedFor, findLinked, showCode, showLink } from './sign-in-by-email.ts'
import {
  chosenPerson,
  codeForm,
  type EnteredSignIn,
  freshSignIn,
  nextOf,
  signInForm,
  wrongCode,
} from './sign-in-forms.ts'

/** A letter goes to anybody's address: enough for a hospital behind one address, and no more. */
const lettersAMinute = { limit: { most: 120, minutes: 1 } }

export function signInRoutes(app: FastifyInstance, site: Site): void {
  const { db, config, now } = site
  const { demo, https } = config

  app.get(paths.signIn(), (request, reply) => sendSignIn(reply, freshSignIn(request.query)))

  async function sendSignIn(
    reply: FastifyReply,
    entered: EnteredSignIn,
    errors?: readonly FieldFault[],
  ) {
    const people = demo ? await demonstrationPeople(db) : undefined
    const csrfToken = reply.generateCsrf()
    const others = otherWaysIn(config, { csrfToken, next: entered.next })
    const page = <SignInPage {...{ demo, people, csrfToken, entered, errors, ...others }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.post(paths.signIn(), { config: lettersAMinute }, async (request, reply) => {
    const person = demo ? chosenPerson(request.body) : undefined
    if (person !== undefined) return signInAs(person, request, reply)
    const form = signInForm(request.body)
    if (!form.ok) return sendSignIn(reply, form.entered, form.errors)
    const { device } = browserOf(site, request)
    const { outcome, mark } = await askToSignIn(site, { ...form.value, device })
    if (outcome === 'too-many') {
      const again = paths.signIn(form.value.next)
      return sendPage(reply, <TooManyLettersPage {...{ demo, again }} />, 429)
    }
    markBrowser(reply, https, mark)
    return reply.redirect(paths.signInCode(), 303)
  })

  async function signInAs(person: string, request: FastifyRequest, reply: FastifyReply) {
    const browser = { ...browserOf(site, request), sharedComputer: false }
    const token = await signInToDemonstration(db, person, now(), browser)
    beginSession(reply, https, token)
    return reply.redirect(nextOf(request.body), 303)
  }

  app.get(paths.signInCode(), async (request, reply) => {
    const asked = await findAskedFor(site, findMark(request, https))
    return asked === undefined ? sendNoCode(reply, 200) : sendCode(reply, asked)
  })

  app.post(paths.signInCode(), async (request, reply) => {
    const mark = findMark(request, https)
    const form = codeForm(request.body)
    const typed = form.ok ? form.value : undefined
    const shown = await letIn(site, { request, reply }, (db) => showCode(db, site, { mark, typed }))
    if (shown !== undefined) return forgetMark(shown, https)
    const asked = await findAskedFor(site, mark)
    if (asked === undefined) return sendNoCode(reply, 422)
    const errors = form.ok ? wrongCode(asked) : form.errors
    return sendCode(reply, asked, { entered: form.entered, errors })
  })

  function sendCode(
    reply: FastifyReply,
    { address, codeHash, nextPath }: EmailCode,
    again: { readonly entered?: string; readonly errors?: readonly FieldFault[] } = {},
  ) {
    const page = {
      ...{ demo, csrfToken: reply.generateCsrf(), address, linkOnly: codeHash === undefined },
      ...{ again: paths.signIn(nextPath), ...again },
    }
    return sendPage(reply, <SignInCodePage {...page} />, again.errors === undefined ? 200 : 422)
  }

  function sendNoCode(reply: FastifyReply, status: number) {
    return sendPage(reply, <NoCodePage demo={demo} again={paths.signIn()} />, status)
  }

  app.get<{ Params: Params }>('/sign-in/link/:link', async (request, reply) => {
    const { link = '' } = request.params
    const asked = await findLinked(site, { mark: findMark(request, https), link })
    const page = { demo, csrfToken: reply.generateCsrf(), link, address: asked?.address }
    return sendPage(reply, <SignInLinkPage {...page} />)
  })

  app.post<{ Params: Params }>('/sign-in/link/:link', async (request, reply) => {
    const opened = { mark: findMark(request, https), link: request.params.link ?? '' }
    const shown = await letIn(site, { request, reply }, (db) => showLink(db, site, opened))
    return shown === undefined ? sendNoCode(reply, 422) : forgetMark(shown, https)
  })

  app.post(paths.signOut(), async (request, reply) => {
    const token = findCookie(request, 'session', https)
    if (token !== undefined) await signOut(db, token)
    // What a browser kept of this site goes with the session (ASVS 5, 14.3.1).
    reply.header('clear-site-data', '"cache", "storage"')
    forgetCookie(reply, 'session', https)
    return reply.redirect(paths.home(), 303)
  })
}
