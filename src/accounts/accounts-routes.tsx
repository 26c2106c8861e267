import type { FastifyInstance } from 'fastify'
import { NotFound } from '../errors.ts'
import { paths } from '../paths.ts'
import { sendPage } from '../web/send-page.ts'
import { sessionCookie, setSessionCookie } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { demonstrationPeople, signInToDemonstration, signOut } from './accounts-actions.ts'
import { signInForm } from './accounts-forms.ts'
import { SignInPage } from './pages/sign-in-page.tsx'
import { browserOf } from './sign-in/let-in.ts'

export function accountsRoutes(app: FastifyInstance, site: Site): void {
  const { db, config, now } = site

  app.get(paths.signIn(), async (request, reply) => {
    const { next } = signInForm(request.query)
    const people = config.demo ? await demonstrationPeople(db) : undefined
    const page = <SignInPage people={people} csrfToken={reply.generateCsrf()} next={next} />
    return sendPage(reply, page)
  })

  app.post(paths.signIn(), async (request, reply) => {
    if (!config.demo) throw new NotFound('sign-in is not set up')
    const { person, next, sharedComputer } = signInForm(request.body)
    if (person === undefined) throw new NotFound('no person was chosen')
    const token = await signInToDemonstration(db, person, now(), {
      ...browserOf(site, request),
      sharedComputer,
    })
    setSessionCookie(reply, config.https, token)
    return reply.redirect(next, 303)
  })

  app.post(paths.signOut(), async (request, reply) => {
    const token = request.cookies[sessionCookie(config.https)]
    if (token !== undefined) await signOut(db, token)
    reply.clearCookie(sessionCookie(config.https), { path: '/' })
    return reply.redirect(paths.home(), 303)
  })
}
