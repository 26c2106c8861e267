/** The other side: somebody where the holder works says that they saw an original. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { answerOriginal, mayLook, placesToLook, takeBackAnswer } from './look-at-originals.ts'
import type { OriginalEntered } from './model/entered.ts'
import { isWaiting, type OriginalRequest, standingAnswer } from './model/original.ts'
import { originalForm } from './original-forms.ts'
import { getOriginalAt, listOriginalsAt } from './originals-store.ts'
import { OriginalPage, OriginalsPage } from './pages/originals-page.tsx'

type OfOriginal = FastifyRequest<{ Params: Params }>

/** How long an answer is shown to those who may take it back. */
const shownFor = 30 * 86_400_000

const doneWords: ReadonlyMap<string, string> = new Map([
  ['answered', 'Your answer is sent.'],
  ['taken-back', 'The answer is taken back. It waits again.'],
])

export function originalsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.originals(), async (request, reply) => {
    const person = lookerOf(request)
    const asked = {
      ...{ organisations: placesToLook(person), besides: person.id },
      since: new Date(now().getTime() - shownFor),
    }
    const requests = await asActor(db, person, (db) => listOriginalsAt(db, asked))
    const done = doneWords.get(textField(request.query, 'done'))
    const own = ownPage(request, reply, site)
    return sendPage(reply, <OriginalsPage {...own} {...{ requests, done }} />)
  })

  app.get<{ Params: Params }>('/team/originals/:id', async (request, reply) => {
    const { person, original } = await readOriginal(request)
    return sendOriginal(request, reply, { person, original, entered: freshAnswer(original) })
  })

  app.post<{ Params: Params }>('/team/originals/:id', async (request, reply) => {
    const { person, original } = await readOriginal(request)
    const { from, validUntil: until } = original.shown
    const form = originalForm(request.body, { today: dayOf(now()), from, until })
    if (!form.ok) return sendOriginal(request, reply, { person, original, ...form })
    await answerOriginal(site, person, { id: original.id, said: form.value })
    return reply.redirect(paths.originals('answered'), 303)
  })

  app.post<{ Params: Params }>('/team/originals/:id/take-back', async (request, reply) => {
    await takeBackAnswer(site, lookerOf(request), idOf(request.params.id))
    return reply.redirect(paths.originals('taken-back'), 303)
  })

  function readOriginal(request: OfOriginal) {
    const person = lookerOf(request)
    const id = idOf(request.params.id)
    return asActor(db, person, async (db) => {
      const wanted = { id, organisations: placesToLook(person), besides: person.id }
      const original = await getOriginalAt(db, wanted)
      const { holderId, organisation } = original
      await recordViewing(db, {
        holderId,
        viewer: person,
        organisation,
        what: 'request',
        subjectId: id,
      })
      return { person, original }
    })
  }

  function sendOriginal(
    request: OfOriginal,
    reply: FastifyReply,
    {
      person,
      original,
      entered,
      errors,
    }: {
      readonly person: Person
      readonly original: OriginalRequest
      readonly entered: OriginalEntered
      readonly errors?: readonly FieldError[] | undefined
    },
  ) {
    const mayTakeBack = !isWaiting(original) && mayTake(person, original)
    const page = { request: original, entered, errors, mayTakeBack }
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <OriginalPage {...ownPage(request, reply, site)} {...page} />, status)
  }

  function freshAnswer({ shown }: OriginalRequest): OriginalEntered {
    const until = shown.validUntil ?? ''
    return {
      ...{ outcome: '', how: '', reason: '', on: partsOfDay(dayOf(now())) },
      until: until === '' ? { day: '', month: '', year: '' } : partsOfDay(until),
    }
  }
}

/** Throws NotFound for whoever neither signs off nor issues anywhere. */
function lookerOf(request: FastifyRequest): Person {
  const person = signedIn(request)
  if (!mayLook(person)) throw new NotFound('originals')
  return person
}

function mayTake(person: Person, original: OriginalRequest): boolean {
  const issues = person.permissions.some(
    ({ permission, organisation }) =>
      permission === 'issue' && organisation === original.organisation,
  )
  return issues || standingAnswer(original)?.answeredBy === person.id
}
