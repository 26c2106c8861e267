/** Appraisals: the list, one with its steps, and beginning and agreeing. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { type Side, sideOf } from '../supervision/model/supervising.ts'
import { listSupervisings } from '../supervision/supervising-store.ts'
import { agreePlan, beginAppraisal } from './appraisal-actions.ts'
import {
  findPreparation,
  getAppraisal,
  listAppraisals,
  listMeetingNotes,
  listPlan,
} from './appraisal-store.ts'
import { type Appraisal, stepOf, turnOf } from './model/appraisal.ts'
import { AppraisalPage } from './pages/appraisal-page.tsx'
import { AppraisalsPage } from './pages/appraisals-page.tsx'
import { planRoutes } from './plan-routes.tsx'
import { prepareRoutes } from './prepare-routes.tsx'

/** Throws NotFound for whoever does not take part. */
export async function readOwnAppraisal(
  db: Transaction,
  person: Person,
  id: string,
): Promise<{ readonly appraisal: Appraisal; readonly side: Side }> {
  const appraisal = await getAppraisal(db, { id, personId: person.id })
  const side = sideOf(appraisal, person.id)
  if (side === undefined) throw new NotFound(`appraisal ${id}`)
  return { appraisal, side }
}

export function appraisalRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  prepareRoutes(app, site, shelf)
  planRoutes(app, site)

  app.get(paths.appraisals(), async (request, reply) => {
    const person = signedIn(request)
    const personId = person.id
    const view = await asActor(db, person, async (db) => {
      const supervisings = (await listSupervisings(db, { personId })).filter(({ stands }) => stands)
      const appraisals = []
      for (const one of await listAppraisals(db, { personId })) {
        appraisals.push({ ...one, plan: await listPlan(db, { appraisalId: one.id }) })
      }
      return { supervisings, appraisals }
    })
    const of = { personId, today: dayOf(now()) }
    return sendPage(reply, <AppraisalsPage {...ownPage(request, reply, site)} {...view} {...of} />)
  })

  app.post<{ Params: Params }>(paths.beginAppraisal(':id'), async (request, reply) => {
    const supervisingId = idOf(request.params.id)
    const begun = { id: randomUUID(), supervisingId }
    const id = await beginAppraisal(site, signedIn(request), begun)
    return reply.redirect(paths.appraisal(id), 303)
  })

  app.get<{ Params: Params }>(paths.appraisal(':id'), async (request, reply) => {
    const person = signedIn(request)
    const today = dayOf(now())
    const view = await asActor(db, person, async (db) => {
      const { appraisal, side } = await readOwnAppraisal(db, person, idOf(request.params.id))
      const of = { appraisalId: appraisal.id }
      const plan = await listPlan(db, of)
      return {
        ...{ appraisal, side, plan, step: stepOf(appraisal, plan) },
        turn: turnOf(appraisal, plan, { side, today }),
        preparation: await findPreparation(db, { ...of, workerId: appraisal.workerId }),
        notes: await listMeetingNotes(db, of),
      }
    })
    const of = { personId: person.id, done: textField(request.query, 'done') }
    return sendPage(reply, <AppraisalPage {...ownPage(request, reply, site)} {...view} {...of} />)
  })

  app.post<{ Params: Params }>(paths.agreePlan(':id'), async (request, reply) => {
    const id = idOf(request.params.id)
    const seen = textField(request.body, 'seen')
    const done = await agreePlan(site, signedIn(request), { id, seen })
    return reply.redirect(paths.appraisal(id, done), 303)
  })
}
