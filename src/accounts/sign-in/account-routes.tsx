/** The account: what gets its person in, and where they are signed in now. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { otherWaysOf } from '../other-ways.tsx'
import { listAddresses } from './addresses-store.ts'
import { AccountPage, accountChanges } from './pages/account-page.tsx'
import { OwnWayInPage } from './pages/own-way-in-page.tsx'
import { findSheet } from './recovery-store.ts'
import { endOtherSessions, endSession } from './sessions-actions.ts'
import { listSessions } from './sessions-store.ts'
import { nextOf } from './sign-in-forms.ts'

export function accountRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.account(), async (request, reply) => {
    const person = signedIn(request)
    const personId = person.id
    const found = await asActor(db, person, async (db) => ({
      addresses: await listAddresses(db, { personId }),
      sheet: await findSheet(db, { personId }),
      sessions: await listSessions(db, { personId, now: now() }),
    }))
    const page = { today: dayOf(now()), current: person.session?.id, done: doneOf(request.query) }
    const own = ownPage(request, reply, site)
    const otherWays = await otherWaysOf(site, person, own.account.csrfToken)
    return sendPage(reply, <AccountPage {...own} {...found} {...page} otherWays={otherWays} />)
  })

  app.get(paths.ownWayIn(), async (request, reply) => {
    const person = signedIn(request)
    const personId = person.id
    const addresses = await asActor(db, person, (db) => listAddresses(db, { personId }))
    const page = { addresses, next: nextOf(request.query) }
    return sendPage(reply, <OwnWayInPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post<{ Params: Params }>('/account/sessions/:id/end', async (request, reply) => {
    await endSession(db, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.account('session-ended'), 303)
  })

  app.post(paths.endOtherSessions(), async (request, reply) => {
    await endOtherSessions(db, signedIn(request))
    return reply.redirect(paths.account('others-ended'), 303)
  })
}

function doneOf(query: unknown): keyof typeof accountChanges | undefined {
  const done = textField(query, 'done')
  const known = Object.keys(accountChanges) as (keyof typeof accountChanges)[]
  return known.find((change) => change === done)
}
