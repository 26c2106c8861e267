/** Drafts of editions: begun by stewards, found by those who work on them and by nobody else. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { checkEdition } from '../model/check-edition.ts'
import { beginDraftForm, type DraftEntered } from './begin-draft-form.ts'
import { beginDraft } from './drafts-actions.ts'
import { listDraftChanges, listDraftPeople, listDrafts, type PastChange } from './drafts-store.ts'
import { historyRoutes } from './history-routes.tsx'
import { refOfDraft } from './model/draft.ts'
import { BeginDraftPage } from './pages/begin-draft-page.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { DraftsPage } from './pages/drafts-page.tsx'
import { findStewardOfDrafts, readDraft, stewardOfDrafts } from './read-draft.ts'
import { shapeRoutes } from './shape-routes.tsx'
import { thingsRoutes } from './things-routes.tsx'

export function draftsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db } = site

  app.get(paths.drafts(), async (request, reply) => {
    const person = signedIn(request)
    const { drafts, steward } = await asActor(db, person, async (db) => ({
      drafts: await listDrafts(db),
      steward: await findStewardOfDrafts(db, person),
    }))
    if (drafts.length === 0 && steward === undefined) throw new NotFound('works on no draft')
    const mayBegin = steward !== undefined
    return sendPage(
      reply,
      <DraftsPage {...ownPage(request, reply, site)} {...{ drafts, mayBegin }} />,
    )
  })

  app.get(paths.beginDraft(), async (request, reply) => {
    const person = signedIn(request)
    await asActor(db, person, (db) => stewardOfDrafts(db, person))
    return sendBegin(request, reply, { from: textField(request.query, 'from'), version: '' })
  })

  app.post(paths.beginDraft(), async (request, reply) => {
    const person = signedIn(request)
    const { organisation, drafts } = await asActor(db, person, async (db) => ({
      organisation: await stewardOfDrafts(db, person),
      drafts: await listDrafts(db),
    }))
    const editions = await listOwnEditions(shelf)
    const taken = [...(await shelf.list()).map(({ ref }) => ref), ...drafts.map(refOfDraft)]
    const form = beginDraftForm(request.body, { from: editions.map(({ ref }) => ref), taken })
    if (!form.ok) return sendBegin(request, reply, form.entered, form.errors)
    const { edition: from } = await shelf.get(form.value.from)
    const name = { slug: from.slug, version: form.value.version }
    const id = await beginDraft(db, person, { organisation, name, from })
    return reply.redirect(paths.draft(id, 'begun'), 303)
  })

  async function sendBegin(
    request: FastifyRequest,
    reply: FastifyReply,
    entered: DraftEntered,
    errors?: readonly FieldError[],
  ) {
    const view = { entered, errors, editions: await listOwnEditions(shelf) }
    const page = <BeginDraftPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.draft(':draft'), async (request, reply) => {
    const view = await asActor(db, signedIn(request), async (db) => {
      const { draft, edition, mayWrite } = await readDraft(db, request.params)
      const of = { draft: draft.id }
      const people = await listDraftPeople(db, of)
      const changes = await listDraftChanges(db, { ...of, most: latestRead })
      const ids = [...changes.map(({ by }) => by), ...people.map(({ personId }) => personId)]
      const names = await findNames(db, [...new Set(ids)])
      return { draft, edition, mayWrite, people, names, acts: actsOf(changes).slice(0, 10) }
    })
    const findings = checkEdition(view.edition)
    const done = textField(request.query, 'done')
    const page = <DraftPage {...ownPage(request, reply, site)} {...{ ...view, findings, done }} />
    return sendPage(reply, page)
  })

  thingsRoutes(app, site)
  shapeRoutes(app, site)
  historyRoutes(app, site)
}

/** Enough that ten acts are among them, but for changes of many things at once. */
const latestRead = 200

/** What was changed at once, by one person, is one act. */
function actsOf(changes: readonly PastChange[]): PastChange[][] {
  return [...Map.groupBy(changes, ({ at, by }) => `${at.getTime()} ${by}`).values()]
}

/** Those whose words are here: of other frameworks there are codes and titles alone. */
async function listOwnEditions(shelf: EditionShelf) {
  const heads = await shelf.list()
  const stored = await Promise.all(heads.map(({ ref }) => shelf.get(ref)))
  const own = stored.filter(({ edition }) => edition.skeleton === undefined).map(({ ref }) => ref)
  return heads.filter(({ ref }) => own.includes(ref))
}
