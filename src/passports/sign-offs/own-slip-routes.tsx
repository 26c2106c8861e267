/** An assessor's own slip: take it back within ten minutes, put it right within a day. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import { hasPermission, type Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameSigning } from '../model/name-signing.ts'
import { mayCorrect, mayUndo } from '../model/own-slip.ts'
import { openSignOffs, type Signing } from '../model/signing.ts'
import { CorrectSigningPage } from './pages/correct-signing-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import { UndoSigningPage } from './pages/undo-signing-page.tsx'
import { correctSigning } from './sign-offs-actions/correct-signing.ts'
import { undoSigning } from './sign-offs-actions/undo-signing.ts'
import { correctForm, undoForm } from './signing-forms.ts'
import { getSigningBy } from './signings-store.ts'

type Asked = FastifyRequest<{ Params: Params }>

export function ownSlipRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readSigning(person: Person, params: Params) {
    const id = idOf(params.signing)
    const { signing, holderName } = await asActor(db, person, async (db) => {
      const signing = await getSigningBy(db, { id, assessorId: person.id })
      const names = await findNames(db, [signing.holderId])
      return { signing, holderName: names.get(signing.holderId) ?? 'Somebody' }
    })
    if (!hasPermission(person, 'assess', signing.organisation)) throw new NotFound('signs no more')
    const { edition } = await shelf.get(signing.edition)
    const standing = openSignOffs(signing).map(({ code }) => code)
    const statements = confirmedStatements(findSection(edition, signing.section).section, standing)
    return { signing, holderName, edition, statements, title: nameSigning(edition, signing) }
  }

  app.get<{ Params: Params }>('/team/signed/:signing/take-back', async (request, reply) => {
    const view = await readSigning(signedIn(request), request.params)
    if (!mayUndo(view.signing, now())) return sendTooLate(request, reply, view)
    requireStepUp(request, now())
    const own = ownPage(request, reply, site)
    const entered = { explanation: '', findings: [] }
    return sendPage(reply, <UndoSigningPage {...own} {...view} entered={entered} />)
  })

  app.post<{ Params: Params }>('/team/signed/:signing/take-back', async (request, reply) => {
    const person = signedIn(request)
    const view = await readSigning(person, request.params)
    const { id: signingId, requestId } = view.signing
    const stepUp = requireStepUp(request, now(), { page: paths.undoSigning(signingId) })
    const form = undoForm(request.body)
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      return sendPage(reply, <UndoSigningPage {...own} {...view} {...{ entered, errors }} />, 422)
    }
    const undone = { signingId, explanation: form.value, stepUp, now: now() }
    const outcome = await undoSigning(site, person, undone)
    if (outcome === 'too-late') return sendTooLate(request, reply, view)
    return reply.redirect(paths.request(requestId), 303)
  })

  app.get<{ Params: Params }>('/team/signed/:signing/correct', async (request, reply) => {
    const view = await readSigning(signedIn(request), request.params)
    if (!mayCorrect(view.signing, now())) return sendTooLate(request, reply, view)
    requireStepUp(request, now())
    const { method, setting, assessedOn, reviewOn = '', note = '' } = view.signing
    const days = { assessed: partsOfDay(assessedOn), review: partsOfDay(reviewOn) }
    const entered = { codes: [], method, setting, note, ...days, findings: [] }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <CorrectSigningPage {...own} {...view} entered={entered} />)
  })

  app.post<{ Params: Params }>('/team/signed/:signing/correct', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ...view } = await readSigning(person, request.params)
    const { id: signingId, requestId } = view.signing
    const stepUp = requireStepUp(request, now(), { page: paths.correctSigning(signingId) })
    if (!mayCorrect(view.signing, now())) return sendTooLate(request, reply, view)
    const form = correctForm(request.body, { ...view, today: dayOf(now()) })
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      const page = <CorrectSigningPage {...own} {...view} {...{ entered, errors }} />
      return sendPage(reply, page, 422)
    }
    const corrected = form.value
    const outcome = await correctSigning(site, person, { signingId, edition, corrected, stepUp })
    if (outcome === 'too-late') return sendTooLate(request, reply, view)
    return reply.redirect(paths.request(requestId), 303)
  })

  function sendTooLate(
    request: Asked,
    reply: FastifyReply,
    { signing }: { readonly signing: Pick<Signing, 'requestId' | 'second'> },
  ) {
    const own = ownPage(request, reply, site)
    const title = 'This can no longer be changed here'
    const { second } = signing
    const words = second === undefined ? tooLate : answeredWords
    const link = { href: paths.request(signing.requestId), text: 'See what you signed' }
    return sendPage(reply, <ToldPage {...own} {...{ title, words, link }} team />, 409)
  }
}

const tooLate =
  'You can take a sign-off back for ten minutes, and put it right for a day, while it stands. Nothing was changed just now. Tell whoever issues for your organisation.'

const answeredWords =
  'A second assessor has answered, and answered to what stood here then. Nothing was changed just now. Tell whoever issues for your organisation.'
