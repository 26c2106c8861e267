/** The steps of a goal: choose, write, tick off, change, put aside. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { ownEdition } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { emptyStep, stepForm, stepsForm } from './goals-forms.ts'
import { getGoal } from './goals-store.ts'
import type { StepEntered } from './model/entered.ts'
import { stepStates } from './model/goal.ts'
import type { GoalWords } from './model/goal-words.ts'
import { suggestSteps } from './model/suggest-steps.ts'
import { GoalStepPage } from './pages/goal-step-page.tsx'
import { GoalStepsPage } from './pages/goal-steps-page.tsx'
import { readOwnRole } from './read-own.ts'
import { addSteps, changeStep, moveStep, stepOf } from './steps-actions.ts'

interface Again {
  readonly entered: StepEntered
  readonly errors?: readonly FieldError[] | undefined
  /** Of the form that is sent again. */
  readonly id?: string | undefined
  readonly status?: number | undefined
}

type StepRequest = FastifyRequest<{ Params: Params }>

export function stepsRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  words: GoalWords,
): void {
  const { db, now } = site

  app.get<{ Params: Params }>('/development/goals/:id/steps', async (request, reply) =>
    sendSteps(request, reply, { entered: emptyStep }),
  )

  app.post<{ Params: Params }>('/development/goals/:id/steps', async (request, reply) => {
    const person = signedIn(request)
    const { body } = request
    const id = idOf(textField(body, 'id'))
    const { goal, suggested } = await readSuggested(request)
    const form = stepsForm(body, words, suggested)
    if (!form.ok) return sendSteps(request, reply, { ...form, id, status: 422 })
    const steps = form.value.map((draft) => ({
      id: draft.suggestion === undefined ? id : randomUUID(),
      draft,
    }))
    const added = await addSteps(db, person, { id: goal.id, steps })
    if (added === 'added') return reply.redirect(paths.goal(goal.id, 'steps'), 303)
    return sendSteps(request, reply, { ...form, errors: [tooMany], id, status: 422 })
  })

  app.get<{ Params: Params }>('/development/goals/:id/steps/:step', async (request, reply) => {
    const { step } = await readStep(request)
    const entered = { ...emptyStep, words: step.words, helper: step.helper }
    return sendStep(request, reply, { entered })
  })

  app.post<{ Params: Params }>('/development/goals/:id/steps/:step', async (request, reply) => {
    const { goal, step } = await readStep(request)
    const { body } = request
    const form = stepForm(body, words)
    if (!form.ok) return sendStep(request, reply, { ...form, status: 422 })
    const version = Number(textField(body, 'version'))
    const change = { goalId: goal.id, id: step.id, version, said: form.value }
    const changed = await changeStep(db, signedIn(request), change)
    if (changed === 'changed') return reply.redirect(paths.goal(goal.id, 'step-changed'), 303)
    return sendStep(request, reply, { ...form, errors: [overtaken], status: 409 })
  })

  app.post<{ Params: Params }>(
    '/development/goals/:id/steps/:step/state',
    async (request, reply) => {
      const [goalId, id] = [idOf(request.params.id), idOf(request.params.step)]
      const wanted = textField(request.body, 'state')
      const state = stepStates.find((state) => state === wanted)
      if (state === undefined) throw new NotFound(`state of a step ${wanted}`)
      const moved = await moveStep(db, signedIn(request), { goalId, id, state, at: now() })
      if (moved === 'added') return reply.redirect(paths.goal(goalId, `step-${state}`), 303)
      return sendSteps(request, reply, { entered: emptyStep, errors: [tooMany], status: 422 })
    },
  )

  async function sendSteps(
    request: StepRequest,
    reply: FastifyReply,
    { entered, errors, id = randomUUID(), status = 200 }: Again,
  ) {
    const view = { words, ...(await readSuggested(request)), entered, errors, id }
    return sendPage(reply, <GoalStepsPage {...ownPage(request, reply, site)} {...view} />, status)
  }

  async function sendStep(
    request: StepRequest,
    reply: FastifyReply,
    { entered, errors, status = 200 }: Again,
  ) {
    const view = { words, ...(await readStep(request)), entered, errors }
    return sendPage(reply, <GoalStepPage {...ownPage(request, reply, site)} {...view} />, status)
  }

  async function readSuggested(request: StepRequest) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const holderId = person.id
    const asked = { holderId, stored: await ownEdition(shelf, person), today: dayOf(now()) }
    return asActor(db, person, async (db) => {
      const goal = await getGoal(db, { id, holderId })
      const role = await readOwnRole(db, asked, words)
      return { goal, suggested: suggestSteps(words, { ...role, kind: goal.kind }, goal.steps) }
    })
  }

  /** Throws NotFound for somebody else's, and for a step of another goal. */
  async function readStep(request: StepRequest) {
    const person = signedIn(request)
    const [id, step] = [idOf(request.params.id), idOf(request.params.step)]
    const goal = await asActor(db, person, (db) => getGoal(db, { id, holderId: person.id }))
    return { goal, step: stepOf(goal, step) }
  }
}

const tooMany = {
  field: 'maincontent',
  message: 'You have 20 steps to do here. Tick some off, or put some aside first',
}

const overtaken = {
  field: 'overtaken',
  message: 'You changed this somewhere else. Look at it, then save again if you still want to',
}
