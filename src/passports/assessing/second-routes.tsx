/** The second assessor: what waits for them, confirming it, and asking somebody. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import { hasPermission, type Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { whyNotIssue } from '../../organisations/why-not-issue.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameSigning } from '../model/name-signing.ts'
import { isPaused, pausedWords } from '../model/pause.ts'
import { type Signing, waitingSignOffs } from '../model/signing.ts'
import { signingNames } from '../passports-edition.ts'
import { ToldPage } from '../sign-offs/pages/told-page.tsx'
import { answerSecond, refuseOthers } from './assessing-actions/answer-second.ts'
import { askSecond } from './assessing-actions/ask-second.ts'
import { secondForm } from './assessing-forms.ts'
import { AskSecondPage } from './pages/ask-second-page.tsx'
import { SecondPage } from './pages/second-page.tsx'
import { SecondsPage } from './pages/seconds-page.tsx'
import { judgeSecond, listSeconds, readWaiting } from './read-seconds.ts'
import { listAskedSeconds, listSecondRequests } from './seconds-store.ts'

type Asked = FastifyRequest<{ Params: Params }>

export function secondRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.seconds(), async (request, reply) => {
    const person = signedIn(request)
    if (!hasPermission(person, 'assess')) throw new NotFound('signs off nowhere')
    const nameOf = await signingNames(shelf)
    const found = await asActor(db, person, (db) => readAsked(db, person))
    const asked = found.map((one) => ({ ...one, title: nameOf(one.signing) }))
    const own = ownPage(request, reply, site)
    return sendPage(reply, <SecondsPage {...own} {...{ asked }} personId={person.id} />)
  })

  async function readSecond(person: Person, params: Params) {
    const id = idOf(params.signing)
    const { signing, holderName } = await asActor(db, person, async (db) => {
      const found = await readWaiting(db, { id, personId: person.id })
      refuseOthers(person, found.signing)
      await recordViewing(db, lookedAt(person, found.signing))
      return found
    })
    const { edition } = await shelf.get(signing.edition)
    const judged = await asActor(db, person, (db) =>
      judgeSecond(db, { signing, secondId: person.id, edition }),
    )
    const waiting = waitingSignOffs(signing).map(({ code }) => code)
    const may = waiting.filter((code) => judged.all === undefined && !judged.refused.has(code))
    const cannotSign =
      judged.all ??
      whilePaused(signing, dayOf(now())) ??
      (await whyNotIssue(db, signing.organisation, dayOf(now())))
    return {
      ...{ signing, holderName, edition, waiting, cannotSign },
      title: nameSigning(edition, signing),
      statements: statementsOf(edition, signing, may),
      asked: statementsOf(
        edition,
        signing,
        signing.signOffs.map(({ code }) => code),
      ),
      refused: [...judged.refused.values()],
      mine: signing.second?.assessorId === person.id,
    }
  }

  app.get<{ Params: Params }>('/team/seconds/:signing', async (request, reply) => {
    const { edition, waiting, ...view } = await readSecond(signedIn(request), request.params)
    if (waiting.length > 0 && view.cannotSign === undefined) requireStepUp(request, now())
    const own = ownPage(request, reply, site)
    return sendPage(reply, <SecondPage {...own} {...view} entered={fresh} />)
  })

  app.post<{ Params: Params }>('/team/seconds/:signing', async (request, reply) => {
    const person = signedIn(request)
    const { edition, waiting, ...view } = await readSecond(person, request.params)
    const { id: signingId } = view.signing
    if (waiting.length === 0) {
      // A colleague was first; or it is their own, posted twice, or was taken back.
      const others = view.signing.second !== undefined && !view.mine
      return others ? sendOver(request, reply) : reply.redirect(paths.second(signingId), 303)
    }
    const stepUp = requireStepUp(request, now(), { page: paths.second(signingId) })
    const may = view.statements.map(({ code }) => code)
    const form = secondForm(request.body, may)
    const lost = notMineNow(request.body, waiting, may)
    if (!form.ok || lost.length > 0) {
      const errors = [...lost, ...(form.ok ? [] : form.errors)]
      const own = ownPage(request, reply, site)
      const page = <SecondPage {...own} {...view} {...{ errors }} entered={form.entered} />
      return sendPage(reply, page, 422)
    }
    const corrections = Number(textField(request.body, 'corrections') || '0')
    const answer = { answer: form.value, corrections, stepUp }
    const answering = { signingId, edition, asked: waiting, ...answer }
    const outcome = await answerSecond(site, person, answering)
    if (outcome === 'over') return sendOver(request, reply)
    if (outcome !== 'answered') return sendNotNow(request, reply, view.signing, outcome)
    return reply.redirect(paths.second(signingId), 303)
  })

  async function readAsking(person: Person, params: Params) {
    const id = idOf(params.signing)
    const signing = await asActor(db, person, async (db) => {
      const found = await readWaiting(db, { id, personId: person.id })
      return found.signing
    })
    if (![signing.holderId, signing.assessorId].includes(person.id))
      throw new NotFound('not theirs')
    const { edition } = await shelf.get(signing.edition)
    const found = await asActor(db, person, async (db) => {
      const asked = await listAskedSeconds(db, { signingIds: [id] })
      const names = await findNames(
        db,
        asked.map(({ secondId }) => secondId),
      )
      const colleagues = await listSeconds(db, { signing, askedBy: person.id, edition })
      return {
        askedNames: [...names.values()],
        colleagues: colleagues.filter((one) => !names.has(one.id)),
      }
    })
    const own = signing.holderId === person.id
    return { ...found, signing, edition, own, title: nameSigning(edition, signing) }
  }

  app.get<{ Params: Params }>('/team/seconds/:signing/ask', async (request, reply) => {
    const { edition, ...view } = await readAsking(signedIn(request), request.params)
    if (waitingSignOffs(view.signing).length === 0) return sendOver(request, reply)
    return sendPage(reply, <AskSecondPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>('/team/seconds/:signing/ask', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ...view } = await readAsking(person, request.params)
    const { id: signingId } = view.signing
    const secondId = readId(textField(request.body, 'second'))
    const outcome =
      secondId === undefined
        ? 'no-such-assessor'
        : await askSecond(db, person, { signingId, secondId, edition })
    if (outcome === 'not-waiting') return sendOver(request, reply)
    if (outcome === 'no-such-assessor') {
      const errors = [{ field: 'second', message: 'Select who should confirm it' }]
      const own = ownPage(request, reply, site)
      return sendPage(reply, <AskSecondPage {...own} {...view} errors={errors} />, 422)
    }
    return reply.redirect(paths.askSecond(signingId), 303)
  })

  function sendNotNow(
    request: Asked,
    reply: FastifyReply,
    signing: Signing,
    why: 'paused' | 'changed',
  ) {
    const own = ownPage(request, reply, site)
    const pause = why === 'paused' ? signing.pause : undefined
    const title = pause ? pausedWords(pause) : 'This was changed since you opened it'
    const words = pause
      ? 'You can confirm after that. Nothing was signed just now.'
      : 'Read it again before you confirm it. Nothing was signed just now.'
    const link = { href: paths.second(signing.id), text: 'Read it as it stands now' }
    return sendPage(reply, <ToldPage {...own} {...{ title, words, link }} team />, 409)
  }

  function sendOver(request: Asked, reply: FastifyReply) {
    const own = ownPage(request, reply, site)
    const title = 'This no longer waits for a second assessor'
    const words = 'Somebody answered it, took it back or withdrew it. Nothing was changed just now.'
    const link = { href: paths.passport(), text: 'My passport' }
    return sendPage(reply, <ToldPage {...own} {...{ title, words, link }} team />, 409)
  }
}

function whilePaused(signing: Signing, today: string): string | undefined {
  const { pause } = signing
  if (pause === undefined || !isPaused(signing, today)) return undefined
  return `${pausedWords(pause)}. You can confirm after that.`
}

const fresh = { codes: [], reason: '', findings: [] }

/** Ticked on a page that offered it, and not theirs to sign any more. */
function notMineNow(body: unknown, waiting: readonly string[], may: readonly string[]) {
  const form = secondForm(body, waiting)
  const lost = form.entered.codes.filter((code) => !may.includes(code))
  const words = `You may not sign ${lost.join(', ')} here any more. Nothing was signed`
  return lost.length === 0 ? [] : [{ field: 'codes', message: words }]
}

async function readAsked(db: Transaction, person: Person) {
  const ids = await listSecondRequests(db, { secondId: person.id })
  const found = []
  for (const id of ids.slice(0, shownAtOnce)) {
    const one = await readWaiting(db, { id, personId: person.id })
    await recordViewing(db, lookedAt(person, one.signing))
    found.push(one)
  }
  return found
}

const shownAtOnce = 50

function lookedAt(viewer: Person, { id, holderId, organisation, section }: Signing) {
  const what = 'sign-off' as const
  return { viewer, holderId, organisation, what, subjectId: id, about: section }
}

function statementsOf(edition: Edition, signing: Signing, codes: readonly string[]) {
  return confirmedStatements(findSection(edition, signing.section).section, codes)
}
