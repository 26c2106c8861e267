/** What people say of a draft, and of each thing in it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { listComments } from './comments-store.ts'
import { threadComments } from './model/comment.ts'
import { listPlaces, placeNamer } from './model/place-names.ts'
import { CommentsPage } from './pages/comments-page.tsx'
import { readDraftView } from './read-draft-view.ts'
import * as actions from './review-actions/draft-comments.ts'
import { commentForm } from './review-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

interface Again {
  readonly thing?: string | undefined
  readonly entered?: { readonly to?: string | undefined; readonly words: string } | undefined
  readonly errors?: readonly FieldError[] | undefined
}

export function commentsRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get<{ Params: Params }>(paths.draftComments(':draft'), (request, reply) =>
    sendComments(request, reply, { thing: textField(request.query, 'thing') || undefined }),
  )

  async function sendComments(request: Request, reply: FastifyReply, again: Again) {
    const person = signedIn(request)
    const draft = idOf(request.params.draft)
    const { view, comments, edition } = await asActor(db, person, async (db) => ({
      view: await readDraftView(db, person, draft),
      comments: await listComments(db, { draft, thing: again.thing }),
      edition: putTogether(await listThings(db, { draft })),
    }))
    const all = threadComments(comments)
    const showSettled = textField(request.query, 'settled') === 'yes'
    const settled = all.filter((thread) => thread.settled !== undefined)
    const shown = {
      ...{ view, showSettled, settledCount: settled.length, newId: randomUUID() },
      threads: showSettled ? settled : all.filter((thread) => thread.settled === undefined),
      placeName: placeNamer(edition),
      places: listPlaces(edition),
      done: textField(request.query, 'done'),
    }
    const page = <CommentsPage {...{ ...ownPage(request, reply, site), ...shown, ...again }} />
    return sendPage(reply, page, again.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.draftComments(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const thing = textField(request.body, 'thing')
    const shown = thing === 'edition' ? undefined : thing
    const form = commentForm(request.body)
    if (!form.ok) return sendComments(request, reply, { ...form, thing: shown })
    await actions.commentOnDraft(db, signedIn(request), { draft, thing, ...form.value })
    return reply.redirect(paths.draftComments(draft, { thing: shown, done: 'said' }), 303)
  })

  app.post<{ Params: Params }>(
    paths.replyToDraftComment(':draft', ':comment'),
    async (request, reply) => {
      const draft = idOf(request.params.draft)
      const to = idOf(request.params.comment)
      const form = commentForm(request.body)
      if (!form.ok) {
        const entered = { ...form.entered, to }
        return sendComments(request, reply, { entered, errors: form.errors })
      }
      await actions.replyToComment(db, signedIn(request), { draft, to, ...form.value })
      return reply.redirect(paths.draftComments(draft, { done: 'said' }), 303)
    },
  )

  app.post<{ Params: Params }>(paths.settleDraftComment(':draft', ':comment'), (request, reply) =>
    setState(request, reply, 'settled'),
  )
  app.post<{ Params: Params }>(paths.reopenDraftComment(':draft', ':comment'), (request, reply) =>
    setState(request, reply, 'reopened'),
  )

  async function setState(request: Request, reply: FastifyReply, state: 'settled' | 'reopened') {
    const draft = idOf(request.params.draft)
    const id = idOf(request.params.comment)
    await actions.setCommentState(db, signedIn(request), { draft, id, state })
    return reply.redirect(paths.draftComments(draft, { done: state }), 303)
  }
}
