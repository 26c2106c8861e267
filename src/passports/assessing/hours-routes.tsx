/** Assessors' hours, for an organisation's managers. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireRuleMaker } from './assessing-actions/may-rule.ts'
import { listQuarters } from './hours-store.ts'
import { quarterHours } from './model/assessor-hours.ts'
import { HoursPage } from './pages/hours-page.tsx'
import { nameOfOwn } from './rule-routes.tsx'

export function hoursRoutes(app: FastifyInstance, site: Site): void {
  app.get<{ Params: Params }>(paths.assessingHours(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug = '' } = request.params
    requireRuleMaker(person, slug)
    const today = dayOf(site.now())
    const view = await asActor(site.db, person, async (db) => ({
      name: await nameOfOwn(db, person, slug),
      quarters: (await listQuarters(db, { organisation: slug, today })).map(quarterHours),
    }))
    return sendPage(reply, <HoursPage {...ownPage(request, reply, site)} {...view} slug={slug} />)
  })
}
