/** Where a term is changed throughout a draft. Not found for whoever does not work on it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { getDraft, listThings, mayWriteDraft } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import type { FormRow, PlacesView, TermEntered } from './model/entered.ts'
import { TermChangePage } from './pages/term-change-page.tsx'
import { TermFormsPage } from './pages/term-forms-page.tsx'
import { TermPlacesPage } from './pages/term-places-page.tsx'
import { TermsPage } from './pages/terms-page.tsx'
import { changeTerms, putTermsBack } from './terms-actions.ts'
import {
  decisionOf,
  groupPressed,
  isAsSeen,
  offeredRows,
  placesErrors,
  termForm,
  termPairsForm,
  viewPlaces,
  viewPosted,
} from './terms-forms.ts'
import { getTermChange, listTermChanges } from './terms-store.ts'

type Request = FastifyRequest<{ Params: Params }>
type Faults = readonly FieldError[] | undefined

const changedMeanwhile = {
  field: 'places',
  message: 'The draft was changed while you looked. Look through the places again, then send.',
}

export function termsRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get<{ Params: Params }>(paths.draftTerms(':draft'), (request, reply) =>
    sendTerms(request, reply, { entered: { old: '', new: '' } }),
  )

  async function sendTerms(
    request: Request,
    reply: FastifyReply,
    form: { entered: TermEntered; errors?: Faults },
  ) {
    const draft = idOf(request.params.draft)
    const read = await asActor(db, signedIn(request), async (db) => {
      const [held, may, changes] = await Promise.all([
        getDraft(db, { draft }),
        mayWriteDraft(db, { draft }),
        listTermChanges(db, { draft }),
      ])
      const people = changes.flatMap(({ by, putBack }) => [by, ...(putBack ? [putBack.by] : [])])
      return { draft: held, may, changes, names: await findNames(db, [...new Set(people)]) }
    })
    const page = <TermsPage {...ownPage(request, reply, site)} {...read} {...form} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.termForms(':draft'), async (request, reply) => {
    const form = termForm(request.query)
    if (!form.ok) return sendTerms(request, reply, form)
    const { edition } = await readToWrite(request)
    return sendForms(request, reply, { rows: offeredRows(edition, form.value) })
  })

  /** Throws NotFound for whoever only reads the draft. */
  function readToWrite(request: Request) {
    const draft = idOf(request.params.draft)
    return asActor(db, signedIn(request), async (db) => {
      const [held, may, things] = await Promise.all([
        getDraft(db, { draft }),
        mayWriteDraft(db, { draft }),
        listThings(db, { draft }),
      ])
      if (!may) throw new NotFound('does not write this draft')
      return { draft: held, edition: putTogether(things) }
    })
  }

  async function sendForms(
    request: Request,
    reply: FastifyReply,
    form: { rows: readonly FormRow[]; errors?: Faults },
  ) {
    const { draft } = await readToWrite(request)
    const page = <TermFormsPage {...ownPage(request, reply, site)} {...form} draft={draft} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.termPlaces(':draft'), async (request, reply) => {
    const form = termPairsForm(request.query)
    if (!form.ok) return sendForms(request, reply, { rows: form.entered, errors: form.errors })
    const { edition } = await readToWrite(request)
    return sendPlaces(request, reply, viewPlaces(edition, form.value))
  })

  async function sendPlaces(
    request: Request,
    reply: FastifyReply,
    view: PlacesView,
    errors?: Faults,
  ) {
    const { draft } = await readToWrite(request)
    const page = <TermPlacesPage {...ownPage(request, reply, site)} {...{ draft, view, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.termPlaces(':draft'), async (request, reply) => {
    const { draft, edition } = await readToWrite(request)
    const form = termPairsForm(request.body)
    if (!form.ok) return sendForms(request, reply, { rows: form.entered, errors: form.errors })
    const view = viewPosted(edition, form.value, request.body)
    const pressed = groupPressed(view, request.body)
    if (pressed !== undefined) return sendPlaces(request, reply, pressed)
    const errors = isAsSeen(view, request.body)
      ? placesErrors(view, request.body)
      : [changedMeanwhile]
    if (errors.length > 0) return sendPlaces(request, reply, view, errors)
    const change = await changeTerms(db, signedIn(request), draft.id, (locked) => {
      const now = viewPosted(locked, form.value, request.body)
      return isAsSeen(now, request.body) ? decisionOf(locked, now) : undefined
    })
    if (change === undefined) return sendPlaces(request, reply, view, [changedMeanwhile])
    return reply.redirect(paths.termChange(draft.id, change, 'changed'), 303)
  })

  app.get<{ Params: Params }>(paths.termChange(':draft', ':change'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const change = idOf(request.params.change)
    const read = await asActor(db, signedIn(request), async (db) => {
      const [held, may, made] = await Promise.all([
        getDraft(db, { draft }),
        mayWriteDraft(db, { draft }),
        getTermChange(db, { draft, change }),
      ])
      const people = [made.by, ...(made.putBack ? [made.putBack.by] : [])]
      return { draft: held, may, change: made, names: await findNames(db, people) }
    })
    const done = textField(request.query, 'done')
    const page = <TermChangePage {...ownPage(request, reply, site)} {...read} done={done} />
    return sendPage(reply, page)
  })

  app.post<{ Params: Params }>(paths.putTermsBack(':draft', ':change'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const change = idOf(request.params.change)
    await putTermsBack(db, signedIn(request), { draft, change })
    return reply.redirect(paths.termChange(draft, change, 'put-back'), 303)
  })
}
