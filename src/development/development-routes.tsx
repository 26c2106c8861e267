/** A worker's own development. Every page of it is registered from here. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../database/as-actor.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { ownEdition } from '../passports/passports-edition.ts'
import { paths } from '../paths.ts'
import { ownPage } from '../web/own-page.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { appraisalRoutes } from './appraisal/appraisal-routes.tsx'
import { readGoalWords } from './goals/goals-content.ts'
import { goalsRoutes } from './goals/goals-routes.tsx'
import { listGoals } from './goals/goals-store.ts'
import { isOpenGoal } from './goals/model/goal.ts'
import { newGoalRoutes } from './goals/new-goal-routes.tsx'
import { readOwnRole } from './goals/read-own.ts'
import { stepsRoutes } from './goals/steps-routes.tsx'
import { learningRoutes } from './learning/learning-routes.ts'
import { DevelopmentPage } from './pages/development-page.tsx'
import { pathwaysRoutes } from './pathways/pathways-routes.tsx'
import { whereTheyStandRoutes } from './standing/standing-routes.ts'
import { supervisionRoutes } from './supervision/supervision-routes.ts'
import { supportRoutes } from './support/support-routes.tsx'

export function developmentRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const words = readGoalWords()

  app.get(paths.development(), async (request, reply) => {
    const person = signedIn(request)
    const holderId = person.id
    const asked = { holderId, stored: await ownEdition(shelf, person), today: dayOf(now()) }
    const found = await asActor(db, person, async (db) => ({
      goals: await listGoals(db, { holderId }),
      role: await readOwnRole(db, asked, words),
    }))
    const open = found.goals.filter(isOpenGoal)
    const view = { words, goals: open, more: found.goals.length - open.length, ...found.role }
    return sendPage(reply, <DevelopmentPage {...ownPage(request, reply, site)} {...view} />)
  })

  newGoalRoutes(app, site, shelf, words)
  goalsRoutes(app, site, shelf, words)
  stepsRoutes(app, site, shelf, words)
  pathwaysRoutes(app, site, shelf, words)
  whereTheyStandRoutes(app, site, shelf)
  learningRoutes(app, site, shelf)
  supportRoutes(app, site)
  supervisionRoutes(app, site, shelf)
  appraisalRoutes(app, site, shelf)
}
