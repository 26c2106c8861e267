/** Pausing a sign-off: whoever issues for its organisation, or who signed it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { addDays, addMonths, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { nameSigning } from '../model/name-signing.ts'
import { daysPaused, isEndedByIssuer, isPaused } from '../model/pause.ts'
import { currentCredential } from '../model/signing.ts'
import { ToldPage } from '../sign-offs/pages/told-page.tsx'
import { PausePage } from './pages/pause-page.tsx'
import { PausedPage } from './pages/paused-page.tsx'
import { listPauseActs, listReplies } from './pauses-store.ts'
import { actOnPause, type PauseOutcome, whyNoPause } from './questions-actions/act-on-pause.ts'
import { answerReply } from './questions-actions/write-reply.ts'
import {
  explanationLimit,
  freshPause,
  freshWords,
  moreTimeForm,
  pauseForm,
  wordsForm,
} from './questions-forms.ts'
import { readDecider } from './read-decider.ts'

type Asked = FastifyRequest<{ Params: Params }>

export function pausesRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readPause(person: Person, params: Params, to: 'look' | 'act' = 'look') {
    const id = idOf(params.signing)
    const found = await asActor(db, person, async (db) => {
      const decider = await readDecider(db, person, id)
      const { holderId, section, pause } = decider.signing
      const acts = await listPauseActs(db, { signingId: id })
      const began = acts.find((one) => one.id === pause?.id)
      const mayAct = decider.as === 'issuer' || began?.actedBy === person.id
      if (to === 'act' && !mayAct) throw new NotFound('not theirs to decide')
      const seen = { holderId, organisation: decider.actedFor, subjectId: id, about: section }
      await recordViewing(db, { viewer: person, what: 'sign-off', ...seen })
      return { ...decider, acts, mayAct, replies: await listReplies(db, { signingId: id }) }
    })
    const { edition } = await shelf.get(found.signing.edition)
    return { ...found, title: nameSigning(edition, found.signing) }
  }

  app.get<{ Params: Params }>('/team/signed/:signing/pause', async (request, reply) => {
    const view = await readPause(signedIn(request), request.params)
    if (currentCredential(view.signing) === undefined) {
      return sendTold(request, reply, whyNoPause(view.signing))
    }
    const own = ownPage(request, reply, site)
    if (isPaused(view.signing, dayOf(now()))) {
      return sendPage(reply, <PausedPage {...own} {...view} {...fresh(view)} />)
    }
    if (view.as === 'assessor' && isEndedByIssuer(view.acts, view.signing.assessorId)) {
      return sendTold(request, reply, 'ended-by-issuer')
    }
    requireStepUp(request, now())
    return sendPage(reply, <PausePage {...own} {...view} entered={freshPause(dayOf(now()))} />)
  })

  app.post<{ Params: Params }>('/team/signed/:signing/pause', async (request, reply) => {
    const person = signedIn(request)
    const view = await readPause(person, request.params)
    const { id: signingId } = view.signing
    const stepUp = requireStepUp(request, now(), { page: paths.pause(signingId) })
    const form = pauseForm(request.body, { today: dayOf(now()), used: daysPaused(view.acts) })
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      return sendPage(reply, <PausePage {...own} {...view} {...{ entered, errors }} />, 422)
    }
    const act = { act: 'paused', signingId, stepUp, ...form.value } as const
    return sendDone(request, reply, await actOnPause(site, person, act))
  })

  app.post<{ Params: Params }>('/team/signed/:signing/pause/more', async (request, reply) => {
    const person = signedIn(request)
    const view = await readPause(person, request.params, 'act')
    const { id: signingId, pause } = view.signing
    if (!isPaused(view.signing, dayOf(now()))) return sendTold(request, reply, 'not-paused')
    const stepUp = requireStepUp(request, now(), { page: paths.pause(signingId) })
    const begunOn = pause && dayOf(pause.since)
    const used = daysPaused(view.acts, pause?.id)
    const bounds = { today: dayOf(now()), begunOn, before: pause?.until, used }
    const form = moreTimeForm(request.body, bounds)
    if (!form.ok) {
      const { entered: more, errors } = form
      const own = ownPage(request, reply, site)
      const page = <PausedPage {...own} {...view} {...fresh(view)} {...{ more, errors }} />
      return sendPage(reply, page, 422)
    }
    const pauseId = readPauseId(request)
    const act = { act: 'extended', signingId, pauseId, stepUp, ...form.value } as const
    return sendDone(request, reply, await actOnPause(site, person, act))
  })

  app.post<{ Params: Params }>('/team/signed/:signing/pause/end', async (request, reply) => {
    const person = signedIn(request)
    const view = await readPause(person, request.params, 'act')
    const { id: signingId } = view.signing
    if (!isPaused(view.signing, dayOf(now()))) return sendTold(request, reply, 'not-paused')
    const stepUp = requireStepUp(request, now(), { page: paths.pause(signingId) })
    const asked = { field: 'why', missing: 'Write what you found', limit: explanationLimit }
    const form = wordsForm(request.body, asked)
    if (!form.ok) {
      const { entered: end, errors } = form
      const own = ownPage(request, reply, site)
      const page = <PausedPage {...own} {...view} {...fresh(view)} {...{ end, errors }} />
      return sendPage(reply, page, 422)
    }
    const of = { signingId, pauseId: readPauseId(request), stepUp, explanation: form.value }
    return sendDone(request, reply, await actOnPause(site, person, { act: 'ended', ...of }))
  })

  app.post<{ Params: Params }>('/team/signed/:signing/pause/answer', async (request, reply) => {
    const person = signedIn(request)
    const view = await readPause(person, request.params, 'act')
    const { id: signingId } = view.signing
    if (!isPaused(view.signing, dayOf(now()))) return sendTold(request, reply, 'not-paused')
    const form = wordsForm(request.body, { field: 'answer', missing: 'Write your answer' })
    if (!form.ok) {
      const { entered: answer, errors } = form
      const own = ownPage(request, reply, site)
      const page = <PausedPage {...own} {...view} {...fresh(view)} {...{ answer, errors }} />
      return sendPage(reply, page, 422)
    }
    const about = { pauseId: readPauseId(request) }
    const outcome = await answerReply(site, person, { signingId, about, words: form.value })
    return sendDone(request, reply, outcome === 'over' ? 'not-paused' : 'done')
  })

  /** More time: a month after the last day until now, as far as that is allowed. */
  function fresh({ signing: { pause } }: Awaited<ReturnType<typeof readPause>>) {
    const most = addMonths(dayOf(now()), 3)
    const month = addMonths(pause?.until ?? addDays(dayOf(now()), 1), 1)
    const until = partsOfDay(month < most ? month : most)
    return { more: { ...freshPause(dayOf(now())), until }, end: freshWords, answer: freshWords }
  }

  function sendDone(request: Asked, reply: FastifyReply, outcome: PauseOutcome) {
    if (outcome !== 'done') return sendTold(request, reply, outcome)
    return reply.redirect(paths.pause(idOf(request.params.signing)), 303)
  }

  function sendTold(request: Asked, reply: FastifyReply, why: Exclude<PauseOutcome, 'done'>) {
    const own = ownPage(request, reply, site)
    const words = 'Nothing was changed just now.'
    const over = why === 'withdrawn' || why === 'waiting' || why === 'ended-by-issuer'
    const link = over
      ? { href: paths.requests(), text: 'Back to the team pages' }
      : { href: paths.pause(idOf(request.params.signing)), text: 'See how it stands' }
    return sendPage(reply, <ToldPage {...own} {...{ title: told[why], words, link }} team />, 409)
  }
}

function readPauseId(request: FastifyRequest): string {
  return readId(textField(request.body, 'pause')) ?? ''
}

const told = {
  'already-paused': 'Somebody has paused this already',
  'not-paused': 'This pause is over, or another has begun',
  withdrawn: 'This was withdrawn, so there is nothing to pause',
  waiting: 'It waits for a second assessor and does not count yet: nothing to pause',
  'ended-by-issuer':
    'Somebody who issues for your organisation looked and let it count. Only they can pause it again',
  'too-long': 'It cannot be paused for that long: all its pauses together last 6 months at most',
} as const
