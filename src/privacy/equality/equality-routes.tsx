import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { clearAnswers, findOwnAnswers, saveAnswers } from './equality-actions.ts'
import { equalityForm } from './equality-forms.ts'
import type { EqualityAsked, EqualityKey } from './equality-key.ts'
import { describeAnswers, isNation, type Nation, questionsFor } from './model/question.ts'
import { EqualityPage } from './pages/equality-page.tsx'
import { EqualityQuestionsPage } from './pages/equality-questions-page.tsx'

export function equalityRoutes(
  app: FastifyInstance,
  site: Site,
  { questions: all, key }: EqualityAsked,
): void {
  const { db } = site

  app.get<{ Querystring: { done?: unknown } }>(paths.equality(), async (request, reply) => {
    const person = signedIn(request)
    const own = key && (await asActor(db, person, (db) => findOwnAnswers(db, key)))
    const held = own?.state === 'readable' ? own.held : undefined
    const view = {
      state: own?.state ?? ('not-asked' as const),
      held: held === undefined ? [] : describeAnswers(all, held),
      nation: held?.nation,
      done: doneJustNow(request.query.done, held !== undefined),
    }
    return sendPage(reply, <EqualityPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post(paths.clearEquality(), async (request, reply) => {
    await clearAnswers(db, signedIn(request), asked(key))
    return reply.redirect(`${paths.equality()}?done=cleared`, 303)
  })

  app.get<{ Params: Params }>(paths.equalityQuestions(':nation'), async (request, reply) => {
    const person = signedIn(request)
    const nation = nationOf(request.params)
    const used = asked(key)
    const own = await asActor(db, person, (db) => findOwnAnswers(db, used))
    if (own.state === 'unreadable') return reply.redirect(paths.equality(), 303)
    const held = own.held?.nation === nation ? own.held.answers : {}
    const view = { nation, held, questions: questionsFor(all, nation) }
    return sendPage(reply, <EqualityQuestionsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>(paths.equalityQuestions(':nation'), async (request, reply) => {
    const person = signedIn(request)
    const said = equalityForm(request.body, all, nationOf(request.params))
    await saveAnswers(db, person, asked(key), said)
    const done = Object.keys(said.answers).length === 0 ? 'cleared' : 'saved'
    return reply.redirect(`${paths.equality()}?done=${done}`, 303)
  })
}

/** Throws NotFound where this service does not ask. */
function asked(key: EqualityKey | undefined): EqualityKey {
  if (key === undefined) throw new NotFound('equality questions are not asked here')
  return key
}

/** Throws NotFound. */
function nationOf({ nation }: Params): Nation {
  if (!isNation(nation)) throw new NotFound(`nation ${nation}`)
  return nation
}

/** Only what is so: an address must not tell a tale. */
function doneJustNow(done: unknown, held: boolean): 'saved' | 'cleared' | undefined {
  if (done === 'saved' && held) return 'saved'
  return done === 'cleared' && !held ? 'cleared' : undefined
}
