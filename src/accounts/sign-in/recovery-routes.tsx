/** In with a code from a printed sheet, and making one. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { browserOf, letIn } from './let-in.ts'
import { parsePaperCode } from './model/paper-code.ts'
import { RecoveryPage } from './pages/recovery-page.tsx'
import { MakeSheetPage, SheetPage } from './pages/recovery-sheet-pages.tsx'
import { findOwnSheet, makeSheet, showRecoveryCode } from './recovery-actions.ts'
import { isShared, nextOf, seedOf } from './sign-in-forms.ts'

/** Few people lose everything in the same minute, and each try costs us a slow hash. */
const triesAMinute = { limit: { most: 20, minutes: 1 } }

export function recoveryRoutes(app: FastifyInstance, site: Site): void {
  const { config, now } = site
  const { demo, baseUrl } = config

  app.get(paths.signInRecovery(), async (request, reply) => {
    const page = { demo, csrfToken: reply.generateCsrf(), next: nextOf(request.query) }
    return sendPage(reply, <RecoveryPage {...page} />)
  })

  app.post(paths.signInRecovery(), { config: triesAMinute }, async (request, reply) => {
    const entered = textField(request.body, 'paper-code')
    const [next, sharedComputer] = [nextOf(request.body), isShared(request.body)]
    const shown = await letIn(site, { request, reply }, async (db) => {
      const who = await showRecoveryCode(db, site, entered)
      return who && { ...who, next, sharedComputer }
    })
    if (shown !== undefined) return shown
    const page = { demo, csrfToken: reply.generateCsrf(), next, sharedComputer, entered }
    const errors = [{ field: 'paper-code', message: faultOf(entered) }]
    return sendPage(reply, <RecoveryPage {...page} errors={errors} />, 422)
  })

  app.get(paths.recoverySheet(), async (request, reply) => {
    const person = signedIn(request)
    requireStepUp(request, now(), { act: 'own-account' })
    const sheet = await findOwnSheet(site, person)
    const seed = randomBytes(32).toString('base64url')
    const own = ownPage(request, reply, site)
    return sendPage(reply, <MakeSheetPage {...own} {...{ seed, sheet }} />)
  })

  // Answered with the page itself: the codes are kept nowhere that another request could read.
  app.post(paths.recoverySheet(), async (request, reply) => {
    const person = signedIn(request)
    requireStepUp(request, now(), { act: 'own-account', page: paths.recoverySheet() })
    const seed = seedOf(request.body)
    if (seed === undefined) return reply.redirect(paths.recoverySheet(), 303)
    const { device } = browserOf(site, request)
    const codes = await makeSheet(site, person, { seed, device })
    const own = ownPage(request, reply, site)
    return sendPage(reply, <SheetPage {...own} {...{ codes, madeAt: now(), site: baseUrl }} />)
  })
}

function faultOf(entered: string): string {
  if (entered === '') return 'Enter a code from your sheet'
  if (parsePaperCode(entered) === undefined) return 'The code must be 16 letters and numbers'
  return 'That code does not work. Check each letter, or use the next code on your sheet.'
}
