/** The worker's own page: where they stand, drawn and in a table, what next, and who else sees it. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { chooseNextStep, nextToAnswer } from '../../passports/model/choose-next-step.ts'
import { listOpenWithdrawals } from '../../passports/model/list-open-withdrawals.ts'
import { ownEdition } from '../../passports/passports-edition.ts'
import { readLevel } from '../../passports/passports-forms.ts'
import { listOwnRequests } from '../../passports/sign-offs/requests-store.ts'
import { evaluateHeldLevel, readHeld } from '../../passports/standing/read-evaluation.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { WhereIStandPage } from './pages/where-i-stand-page.tsx'
import { listStandingShares } from './sharing-store.ts'

export function whereIStandRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Querystring: { level?: string } }>(paths.whereIStand(), async (request, reply) => {
    const person = signedIn(request)
    const holderId = person.id
    const stored = await ownEdition(shelf, person)
    const [held, requests, shares] = await asActor(db, person, (db) =>
      Promise.all([
        readHeld(db, { holderId, ref: stored.ref }),
        listOwnRequests(db, { holderId }),
        listStandingShares(db, { holderId }),
      ]),
    )
    const level = readLevel(request.query.level)
    const evaluation = evaluateHeldLevel(held, stored, { level, today: dayOf(now()) })
    const withdrawals = listOpenWithdrawals(held.signings, requests)
    const view = {
      ...{ edition: stored.edition, evaluation, toAnswer: nextToAnswer(evaluation) },
      next: chooseNextStep(evaluation, requests, withdrawals),
      shares: shares.filter(({ live }) => live),
    }
    return sendPage(reply, <WhereIStandPage {...ownPage(request, reply, site)} {...view} />)
  })
}
