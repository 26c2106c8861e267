/** A holder's goals: set, look at, change, complete, set aside, and take up again. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { type LevelSlug, levelSlugs } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { currentEdition } from '../../passports/passports-edition.ts'
import { readLevel } from '../../passports/passports-forms.ts'
import { findOwnRole } from '../../passports/passports-store.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { changeGoal, moveGoal, setNewGoal, showGoal, takeOutGoal } from './goals-actions.ts'
import { emptyGoal, enteredOfGoal, type GoalEntered, goalForm } from './goals-forms.ts'
import { getGoal, listGoalChanges, listGoals } from './goals-store.ts'
import { type Goal, type GoalKind, goalStates, isGoalKind } from './model/goal.ts'
import type { GoalWords } from './model/goal-words.ts'
import { suggestFocus } from './model/suggest-focus.ts'
import { ChooseGoalPage } from './pages/choose-goal-page.tsx'
import { ChooseLevelPage } from './pages/choose-level-page.tsx'
import { GoalFormPage } from './pages/goal-form-page.tsx'
import { GoalPage } from './pages/goal-page.tsx'
import { GoalsPage } from './pages/goals-page.tsx'
import { TakeOutGoalPage } from './pages/take-out-goal-page.tsx'
import { readChosen, readOwnRole, readStandings } from './read-own.ts'

interface Again {
  readonly entered: GoalEntered
  readonly errors?: readonly FieldError[] | undefined
  /** Of the form that is sent again. */
  readonly id?: string | undefined
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

  app.get(paths.newGoal(), async (request, reply) => {
    signedIn(request)
    return sendPage(reply, <ChooseGoalPage {...ownPage(request, reply, site)} words={words} />)
  })

  app.post(paths.newGoal(), async (request, reply) => {
    signedIn(request)
    const kind = textField(request.body, 'kind')
    if (isGoalKind(kind)) return reply.redirect(paths.newGoal(kind), 303)
    const errors = [{ field: 'kind', message: 'Select what your goal is' }]
    const view = { words, errors }
    return sendPage(reply, <ChooseGoalPage {...ownPage(request, reply, site)} {...view} />, 422)
  })

  app.get<{ Params: Params; Querystring: { level?: string } }>(
    '/development/goals/new/:kind',
    async (request, reply) => {
      signedIn(request)
      const kind = kindOf(request.params.kind)
      const level = await levelFor(request, kind, readLevel(request.query.level))
      if (level === undefined) return sendLevels(request, reply)
      return sendNew(request, reply, { kind, level }, { entered: emptyGoal })
    },
  )

  app.post<{ Params: Params }>('/development/goals/new/:kind', async (request, reply) => {
    const person = signedIn(request)
    const { body } = request
    const kind = kindOf(request.params.kind)
    const id = idOf(textField(body, 'id'))
    const level = await levelFor(request, kind, readLevel(textField(body, 'level')))
    if (level === undefined) return sendLevels(request, reply, 422)
    const { offered, ref } = await readOffered(request, level)
    const form = goalForm(body, { offered, today: dayOf(now()) })
    const where = { kind, level }
    if (!form.ok) return sendNew(request, reply, where, { ...form, id, status: 422 })
    const draft = { ...form.value, ...where, edition: ref }
    const made = await setNewGoal(db, person, { id, draft })
    if (made === 'set') return reply.redirect(paths.goalSteps(id), 303)
    return sendNew(request, reply, where, { ...form, errors: [tooMany], id, status: 422 })
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
    const { offered } = await readOffered(request, goal.level, goal)
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
    return sendGoal(request, reply, { errors: [tooMany] })
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
    const view = { words, goal, ...found, edition: stored.edition, today, done, errors }
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <GoalPage {...ownPage(request, reply, site)} {...view} />, status)
  }

  async function sendLevels(request: FastifyRequest, reply: FastifyReply, status = 200) {
    const person = signedIn(request)
    const { edition } = await currentEdition(shelf)
    const { level } = await asActor(db, person, (db) => findOwnRole(db, person.id))
    const view = { edition, levels: levelSlugs.filter((one) => one !== level) }
    return sendPage(reply, <ChooseLevelPage {...ownPage(request, reply, site)} {...view} />, status)
  }

  async function sendNew(
    request: FastifyRequest,
    reply: FastifyReply,
    { kind, level }: { readonly kind: GoalKind; readonly level: LevelSlug },
    { entered, errors, id = randomUUID(), status = 200 }: Again,
  ) {
    const { edition, standings } = await readOffered(request, level)
    const suggested = suggestFocus(kind, standings)
    const view = { words, kind, level, edition, standings, suggested, entered, errors }
    const form = { action: paths.newGoal(kind), hidden: { id, level } }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <GoalFormPage {...own} {...view} {...form} />, status)
  }

  async function sendChange(
    request: FastifyRequest,
    reply: FastifyReply,
    goal: Goal,
    { entered, errors, status = 200 }: Again,
  ) {
    const { id, kind, level, version } = goal
    const { edition, standings } = await readOffered(request, level, goal)
    const suggested = suggestFocus(kind, standings)
    const view = { words, goal, kind, level, edition, standings, suggested, entered, errors }
    const form = { action: paths.changeGoal(id), hidden: { version: String(version) } }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <GoalFormPage {...own} {...view} {...form} />, status)
  }

  /** The statements to choose from: of the edition of now, or of the one that the goal was set on. */
  async function readOffered(request: FastifyRequest, level: LevelSlug, goal?: Goal) {
    const person = signedIn(request)
    const stored = goal === undefined ? await currentEdition(shelf) : await shelf.get(goal.edition)
    const asked = { holderId: person.id, stored, today: dayOf(now()) }
    const standings = await asActor(db, person, async (db) => {
      const ofLevel = await readStandings(db, asked, level)
      const there = new Set(ofLevel.map(({ statement }) => statement.code))
      // Chosen when the holder worked in another profession.
      const others = (goal?.codes ?? []).filter((code) => !there.has(code))
      return [...ofLevel, ...(await readChosen(db, asked, { codes: others }))]
    })
    const offered = standings.map(({ statement }) => statement.code)
    return { edition: stored.edition, ref: stored.ref, standings, offered }
  }

  /** Where somebody works, unless the goal is to work at another level: then they say which. */
  async function levelFor(request: FastifyRequest, kind: GoalKind, said: LevelSlug | undefined) {
    const person = signedIn(request)
    if (kind === 'move-level') return said
    const { level } = await asActor(db, person, (db) => findOwnRole(db, person.id))
    return level ?? 'entry'
  }

  /** Throws NotFound for somebody else's. */
  async function readOwn(request: FastifyRequest<{ Params: Params }>): Promise<Goal> {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    return asActor(db, person, (db) => getGoal(db, { id, holderId: person.id }))
  }
}

/** Throws NotFound. */
function kindOf(written: string | undefined): GoalKind {
  if (!isGoalKind(written)) throw new NotFound(`kind of goal ${written}`)
  return written
}

const tooMany = {
  field: 'maincontent',
  message: 'You have 20 goals that you are on with. Complete one or set one aside first',
}

const overtaken = {
  field: 'overtaken',
  message: 'You changed this somewhere else. Look at it, then save again if you still want to',
}
