/** A new goal: which kind, which level where that is asked, and what it says. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { type LevelSlug, levelSlugs } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { ownEdition } from '../../passports/passports-edition.ts'
import { readLevel } from '../../passports/passports-forms.ts'
import { findOwnRole } from '../../passports/passports-store.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { setNewGoal } from './goals-actions.ts'
import { emptyGoal, goalForm, tooManyGoals } from './goals-forms.ts'
import type { GoalEntered } from './model/entered.ts'
import { type GoalKind, isGoalKind } from './model/goal.ts'
import type { GoalWords } from './model/goal-words.ts'
import { suggestFocus } from './model/suggest-focus.ts'
import { ChooseGoalPage } from './pages/choose-goal-page.tsx'
import { ChooseLevelPage } from './pages/choose-level-page.tsx'
import { GoalFormPage } from './pages/goal-form-page.tsx'
import { readOffered, readOwnSupervisors } from './read-own.ts'

interface Again {
  readonly entered: GoalEntered
  readonly errors?: readonly FieldError[] | undefined
  /** Of the form that is sent again. */
  readonly id?: string | undefined
  readonly status?: number | undefined
}

export function newGoalRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  words: GoalWords,
): void {
  const { db, now } = site

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
    const { offered, ref } = await readOffered(site, shelf, signedIn(request), { level })
    const form = goalForm(body, { offered, today: dayOf(now()) })
    const where = { kind, level }
    if (!form.ok) return sendNew(request, reply, where, { ...form, id, status: 422 })
    const draft = { ...form.value, ...where, edition: ref }
    const made = await setNewGoal(db, person, { id, draft })
    if (made !== 'too-many') return reply.redirect(paths.goalSteps(made.id), 303)
    return sendNew(request, reply, where, { ...form, errors: [tooManyGoals], id, status: 422 })
  })

  async function sendLevels(request: FastifyRequest, reply: FastifyReply, status = 200) {
    const person = signedIn(request)
    const { edition } = await ownEdition(shelf, person)
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
    const { edition, standings } = await readOffered(site, shelf, signedIn(request), { level })
    const suggested = suggestFocus(kind, standings)
    const supervisors = await readOwnSupervisors(site, signedIn(request))
    const chosen = { entered, supervisors, errors }
    const view = { words, kind, level, edition, standings, suggested, ...chosen }
    const form = { action: paths.newGoal(kind), hidden: { id, level } }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <GoalFormPage {...own} {...view} {...form} />, status)
  }

  /** Where somebody works, unless the goal is to work at another level: then they say which. */
  async function levelFor(request: FastifyRequest, kind: GoalKind, said: LevelSlug | undefined) {
    const person = signedIn(request)
    if (kind === 'move-level') return said
    const { level } = await asActor(db, person, (db) => findOwnRole(db, person.id))
    return level ?? 'entry'
  }
}

/** Throws NotFound. */
function kindOf(written: string | undefined): GoalKind {
  if (!isGoalKind(written)) throw new NotFound(`kind of goal ${written}`)
  return written
}
