/** A draft is sent for review, answered, and approved. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { getOpenDraft } from '../authoring/lock-open-draft.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { countOpenComments } from './comments-store.ts'
import type { FindingsShelf } from './findings-shelf.ts'
import { listStanding } from './model/review.ts'
import { judgeFindings, listBlocking } from './model/waiver.ts'
import { ReviewPage } from './pages/review-page.tsx'
import { readDraftView } from './read-draft-view.ts'
import { requireSteward } from './review-actions/open-draft.ts'
import * as actions from './review-actions/review-draft.ts'
import { answerForm, revisionField, sendForm } from './review-forms.ts'
import { findWritten, listAnswers, listApprovals, listRounds } from './reviews-store.ts'
import { listWaivers } from './waivers-store.ts'

type Request = FastifyRequest<{ Params: Params }>

interface Again {
  readonly entered?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[] | undefined
}

export function roundsRoutes(app: FastifyInstance, site: Site, check: FindingsShelf): void {
  const { db, now } = site

  app.get<{ Params: Params }>(paths.draftReview(':draft'), (request, reply) =>
    sendReview(request, reply, {}),
  )

  async function sendReview(request: Request, reply: FastifyReply, { entered, errors }: Again) {
    const read = await readReview(request)
    const shown = {
      ...{ ...read, errors, done: textField(request.query, 'done') },
      entered: { message: '', answer: '', reason: '', ...entered },
    }
    const page = <ReviewPage {...ownPage(request, reply, site)} {...shown} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  async function readReview(request: Request) {
    const person = signedIn(request)
    const of = { draft: idOf(request.params.draft) }
    const { view, written, approvals, edition, waivers, comments, ...rounds } = await asActor(
      db,
      person,
      async (db) => ({
        view: await readDraftView(db, person, of.draft),
        rounds: await listRounds(db, of),
        answers: await listAnswers(db, of),
        approvals: await listApprovals(db, of),
        written: await findWritten(db, of),
        comments: await countOpenComments(db, of),
        waivers: await listWaivers(db, of),
        edition: putTogether(await listThings(db, of)),
      }),
    )
    const judged = judgeFindings(check(view.draft, edition), waivers)
    return {
      ...{ ...rounds, view, writers: written.writers },
      approvals: listStanding(view.draft, approvals, written),
      blocking: listBlocking(judged).length,
      waived: judged.filter(({ waiver }) => waiver !== undefined).length,
      openComments: [...comments.values()].reduce((sum, count) => sum + count, 0),
    }
  }

  app.post<{ Params: Params }>(paths.sendForReview(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const form = sendForm(request.body)
    if (!form.ok) return sendReview(request, reply, form)
    await actions.sendForReview(site, signedIn(request), { draft, ...form.value })
    return reply.redirect(paths.draftReview(draft, 'sent'), 303)
  })

  app.post<{ Params: Params }>(paths.takeBackToWriting(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    await actions.takeBackToWriting(site, signedIn(request), { draft })
    return reply.redirect(paths.draftReview(draft, 'taken-back'), 303)
  })

  app.post<{ Params: Params }>(paths.answerReview(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const form = answerForm(request.body)
    if (!form.ok) return sendReview(request, reply, { ...form, entered: { ...form.entered } })
    await actions.answerReview(site, signedIn(request), { draft, ...form.value })
    return reply.redirect(paths.draftReview(draft, 'answered'), 303)
  })

  app.post<{ Params: Params }>(paths.approveDraft(':draft'), async (request, reply) => {
    const person = signedIn(request)
    const draft = idOf(request.params.draft)
    await asActor(db, person, async (db) => requireSteward(person, await getOpenDraft(db, draft)))
    requireStepUp(request, now(), { page: paths.draftReview(draft) })
    const of = { draft, revision: revisionField(request.body) }
    const enough = await actions.approveDraft(site, person, of)
    return reply.redirect(paths.draftReview(draft, enough ? 'approved' : 'one-approved'), 303)
  })
}
