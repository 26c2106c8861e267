/** What stands in the way of publishing, what it touches, and the act itself. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { getOpenDraft } from '../authoring/lock-open-draft.ts'
import type { Draft } from '../authoring/model/draft.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { findEdition } from '../frameworks-store.ts'
import type { Edition } from '../model/framework.ts'
import type { FindingsShelf } from './findings-shelf.ts'
import { listChangedCodes } from './model/list-changed-codes.ts'
import { placeNamer } from './model/place-names.ts'
import type { PublishEntered } from './model/review-entered.ts'
import { PublishPage } from './pages/publish-page.tsx'
import type { PublicationParts } from './publication-parts.ts'
import { readDraftView } from './read-draft-view.ts'
import { readReadiness } from './read-readiness.ts'
import { requireSteward } from './review-actions/open-draft.ts'
import { publishDraft } from './review-actions/publish-draft.ts'
import { publishForm } from './review-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

interface Given {
  readonly shelf: EditionShelf
  readonly check: FindingsShelf
  readonly parts: PublicationParts
}

interface Again {
  readonly entered: PublishEntered
  readonly errors?: readonly FieldError[] | undefined
}

export function publishRoutes(
  app: FastifyInstance,
  site: Site,
  { shelf, check, parts }: Given,
): void {
  const { db, now } = site

  app.get<{ Params: Params }>(paths.draftPublish(':draft'), (request, reply) =>
    sendPublish(request, reply, { entered: { notice: '', understood: '' } }),
  )

  async function sendPublish(request: Request, reply: FastifyReply, again: Again) {
    const person = signedIn(request)
    const today = dayOf(now())
    const draft = idOf(request.params.draft)
    const { view, ready } = await asActor(db, person, async (db) => {
      const view = await readDraftView(db, person, draft)
      requireSteward(person, view.draft)
      return { view, ready: await readReadiness(db, { draft: view.draft, today }, parts, check) }
    })
    const touched = await readTouched(person, view.draft, ready.edition)
    const done = textField(request.query, 'done')
    const shown = { ...again, ...touched, view, ready, today, done }
    const page = <PublishPage {...ownPage(request, reply, site)} {...shown} />
    return sendPage(reply, page, again.errors === undefined ? 200 : 422)
  }

  async function readTouched(person: Person, { base, state }: Draft, later: Edition) {
    const earlier =
      base === undefined || state === 'published' ? undefined : await findEdition(db, base)
    if (earlier === undefined) return { touched: [], changed: 0 }
    const codes = listChangedCodes(earlier.edition, later)
    const edition = earlier.ref
    const counts = await asActor(db, person, (db) => parts.touchedBy(db, { edition }))
    const nameOf = placeNamer(earlier.edition)
    const touched = codes.flatMap((code) => {
      const count = counts.get(code)
      return count === undefined ? [] : [{ code, name: nameOf(`statement/${code}`), ...count }]
    })
    return { touched, changed: codes.length }
  }

  app.post<{ Params: Params }>(paths.draftPublish(':draft'), async (request, reply) => {
    const person = signedIn(request)
    const draft = idOf(request.params.draft)
    await asActor(db, person, async (db) => requireSteward(person, await getOpenDraft(db, draft)))
    const form = publishForm(request.body)
    if (!form.ok) return sendPublish(request, reply, form)
    requireStepUp(request, now(), { page: paths.draftPublish(draft) })
    const { outcome } = await publishDraft(site, shelf, person, { draft, ...form.value }, parts)
    if (outcome === 'published') return reply.redirect(paths.draftPublish(draft, outcome), 303)
    const errors = [
      { field: 'before-1', message: 'Something is still to be done. Nothing was published.' },
    ]
    return sendPublish(request, reply, { entered: form.entered, errors })
  })
}
