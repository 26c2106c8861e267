import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { changeGoal, moveGoal, showGoal, takeOutGoal } from './goals-actions.ts'
import { enteredOfGoal, goalForm, tooManyGoals } from './goals-forms.ts'
import { getGoal, listGoalChanges, listGoals } from './goals-store.ts'
import type { GoalEntered } from './model/entered.ts'
import { type Goal, goalStates } from './model/goal.ts'
import type { GoalWords } from './model/goal-words.ts'
import { suggestFocus } from './model/suggest-focus.ts'
import { GoalFormPage } from './pages/goal-form-page.tsx'
import { GoalPage } from './pages/goal-page.tsx'
import { GoalsPage } from './pages/goals-page.tsx'
import { TakeOutGoalPage } from './pages/take-out-goal-page.tsx'
import { readChosen, readOffered, readOwnRole, readOwnSupervisors } from './read-own.ts'

interface Again {
  readonly entered: GoalEntered
  readonly errors?: readonly FieldError[] | undefined
  readonly status?: number | undefined
}

interface Done {
  readonly done?: string
}

export function goalsRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  words: GoalWords,
): void {
  const { db, now } = site

  app.get<{ Querystring: Done }>(paths.goals(), async (request, reply) => {
    const person = signedIn(request)
    const goals = await asActor(db, person, (db) => listGoals(db, { holderId: person.id }))
    const view = { words, goals, done: request.query.done }
    return sendPage(reply, <GoalsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params; Querystring: Done }>('/development/goals/:id', async (request, reply) =>
    sendGoal(request, reply, { done: request.query.done }),
  )

  app.get<{ Params: Params }>('/development/goals/:id/change', async (request, reply) => {
    const goal = await readOwn(request)
    return sendChange(request, reply, goal, { entered: enteredOfGoal(goal) })
  })

  app.post<{ Params: Params }>('/development/goals/:id/change', async (request, reply) => {
    const goal = await readOwn(request)
    const { body } = request
    const { offered } = await readOffered(site, shelf, signedIn(request), goal)
    const form = goalForm(body, { offered, today: dayOf(now()), kept: goal.lookAgainOn })
    if (!form.ok) return sendChange(request, reply, goal, { ...form, status: 422 })
    const { shared: _, ...said } = { ...form.value, edition: goal.edition }
    const version = Number(textField(body, 'version'))
    const changed = await changeGoal(db, signedIn(request), { id: goal.id, version, said })
    if (changed === 'changed') return reply.redirect(paths.goal(goal.id, 'changed'), 303)
    return sendChange(request, reply, goal, { ...form, errors: [overtaken], status: 409 })
  })

  app.post<{ Params: Params }>('/development/goals/:id/state', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const wanted = textField(request.body, 'state')
    const state = goalStates.find((state) => state === wanted)
    if (state === undefined) throw new NotFound(`state of a goal ${wanted}`)
    const moved = await moveGoal(db, person, { id, state, at: now() })
    if (moved === 'set') return reply.redirect(paths.goal(id, state), 303)
    return sendGoal(request, reply, { errors: [tooManyGoals] })
  })

  app.post<{ Params: Params }>('/development/goals/:id/shown', async (request, reply) => {
    const id = idOf(request.params.id)
    const shared = textField(request.body, 'shared') === 'yes'
    await showGoal(db, signedIn(request), { id, shared })
    return reply.redirect(paths.goal(id, shared ? 'shown' : 'kept-private'), 303)
  })

  app.get<{ Params: Params }>('/development/goals/:id/take-out', async (request, reply) => {
    const goal = await readOwn(request)
    const view = { words, goal }
    return sendPage(reply, <TakeOutGoalPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>('/development/goals/:id/take-out', async (request, reply) => {
    await takeOutGoal(db, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.goals('taken-out'), 303)
  })

  async function sendGoal(
    request: FastifyRequest<{ Params: Params }>,
    reply: FastifyReply,
    {
      done,
      errors,
    }: { readonly done?: string | undefined; readonly errors?: readonly FieldError[] },
  ) {
    const person = signedIn(request)
    const goal = await readOwn(request)
    const stored = await shelf.get(goal.edition)
    const asked = { holderId: person.id, stored, today: dayOf(now()) }
    const found = await asActor(db, person, async (db) => ({
      standings: await readChosen(db, asked, goal),
      changes: await listGoalChanges(db, { id: goal.id, holderId: person.id }),
      ...(await readOwnRole(db, asked, words)),
    }))
    const { today } = asked
    const supervisors = await readOwnSupervisors(site, person)
    const view = {
      words,
      goal,
      supervisors,
      ...found,
      edition: stored.edition,
      today,
      done,
      errors,
    }
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <GoalPage {...ownPage(request, reply, site)} {...view} />, status)
  }

  async function sendChange(
    request: FastifyRequest,
    reply: FastifyReply,
    goal: Goal,
    { entered, errors, status = 200 }: Again,
  ) {
    const { id, kind, level, version } = goal
    const { edition, standings } = await readOffered(site, shelf, signedIn(request), goal)
    const suggested = suggestFocus(kind, standings)
    const chosen = { entered, errors, supervisors: [] }
    const view = { words, goal, kind, level, edition, standings, suggested, ...chosen }
    const form = { action: paths.changeGoal(id), hidden: { version: String(version) } }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <GoalFormPage {...own} {...view} {...form} />, status)
  }

  /** Throws NotFound for somebody else's. */
  async function readOwn(request: FastifyRequest<{ Params: Params }>): Promise<Goal> {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    return asActor(db, person, (db) => getGoal(db, { id, holderId: person.id }))
  }
}

const overtaken = {
  field: 'overtaken',
  message: 'You changed this somewhere else. Look at it, then save again if you still want to',
}
