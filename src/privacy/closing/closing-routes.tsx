/** Closing one's own account, and changing one's mind. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { listManagedAlone } from '../../organisations/memberships/grants-store.ts'
import { paths } from '../../paths.ts'
import type { PersonalPart, Remains } from '../../personal-record.ts'
import { forgetCookie } from '../../web/cookies.ts'
import { ownPage } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import type { RetentionKind } from '../retention/model/retention.ts'
import { askToClose, keepAccount, type Leaving } from './closing-actions.ts'
import { guardClosing } from './closing-guard.ts'
import { daysToUndo } from './model/days-to-undo.ts'
import { AccountClosingPage, ClosingAskedPage } from './pages/account-closing-page.tsx'
import { CloseAccountPage } from './pages/close-account-page.tsx'

const notUnderstood = {
  field: 'understood',
  message: 'Tick that you have read what is erased and what is kept',
}

export function closingRoutes(
  app: FastifyInstance,
  { kinds, ...leaving }: Leaving & { readonly kinds: readonly RetentionKind[] },
): void {
  const { site } = leaving
  guardClosing(app)

  app.get(paths.closeAccount(), (request, reply) => sendClosePage(request, reply))

  app.post(paths.closeAccount(), async (request, reply) => {
    const person = signedIn(request)
    if (textField(request.body, 'understood') !== 'yes') {
      return sendClosePage(request, reply, [notUnderstood])
    }
    requireStepUp(request, site.now(), { act: 'own-account', page: paths.closeAccount() })
    await askToClose(leaving, person)
    reply.header('clear-site-data', '"cache", "storage"')
    forgetCookie(reply, 'session', site.config.https)
    return reply.redirect(paths.closingAsked(), 303)
  })

  app.get(paths.closingAsked(), (_, reply) =>
    sendPage(reply, <ClosingAskedPage demo={site.config.demo} />),
  )

  app.get(paths.accountClosing(), (request, reply) => {
    const { closing } = signedIn(request)
    if (closing === undefined) return reply.redirect(paths.account(), 303)
    return sendPage(reply, <AccountClosingPage {...ownPage(request, reply, site)} {...closing} />)
  })

  app.post(paths.keepAccount(), async (request, reply) => {
    await keepAccount(site, signedIn(request))
    return reply.redirect(paths.account('account-kept'), 303)
  })

  async function sendClosePage(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: readonly (typeof notUnderstood)[] = [],
  ) {
    const person = signedIn(request)
    const remains = await readRemains(site, leaving.parts, person)
    const managedAlone = await asActor(site.db, person, (db) =>
      listManagedAlone(db, { personId: person.id }),
    )
    const eraseAfter = new Date(site.now().getTime() + daysToUndo * 86_400_000)
    const own = ownPage(request, reply, site)
    const page = { remains, managedAlone, kinds, eraseAfter, errors }
    return sendPage(reply, <CloseAccountPage {...own} {...page} />, errors.length > 0 ? 422 : 200)
  }
}

function readRemains(
  { db }: Site,
  parts: readonly PersonalPart[],
  person: Person,
): Promise<Remains[]> {
  return asActor(db, person, async (db) => {
    const found: Remains[] = []
    for (const part of parts)
      found.push(...((await part.remainsFor?.(db, { personId: person.id })) ?? []))
    return found
  })
}
