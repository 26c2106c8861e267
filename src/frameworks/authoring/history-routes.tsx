/** What stood in a draft before, and the ways back to it. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listDraftChanges } from './drafts-store.ts'
import { HistoryPage } from './pages/history-page.tsx'
import { namesIn, readDraft, thingAsked } from './read-draft.ts'
import { putBack, undoChange } from './shape-actions.ts'

export function historyRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get<{ Params: Params }>(paths.draftHistory(':draft'), async (request, reply) => {
    const { thing, kind } = thingAsked(request.query)
    const view = await asActor(db, signedIn(request), async (db) => {
      const { draft, mayWrite, things } = await readDraft(db, request.params)
      const changes = await listDraftChanges(db, { draft: draft.id, thing })
      const held = things.find((one) => one.thing === thing)
      if (held === undefined && changes.length === 0) throw new NotFound(thing)
      return { draft, mayWrite, held, changes, names: await namesIn(db, changes) }
    })
    const own = { ...ownPage(request, reply, site), done: textField(request.query, 'done') }
    return sendPage(reply, <HistoryPage {...own} {...{ ...view, thing, kind }} />)
  })

  app.post<{ Params: Params }>(paths.putBackInDraft(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const { thing } = thingAsked(request.body)
    const number = numberOf(request.body)
    await putBack(db, signedIn(request), { draft, thing, number })
    return reply.redirect(paths.draftHistory(draft, thing, 'put-back'), 303)
  })

  app.post<{ Params: Params }>(paths.undoInDraft(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    await undoChange(db, signedIn(request), { draft, number: numberOf(request.body) })
    return reply.redirect(paths.draft(draft, 'undone'), 303)
  })
}

/** Of a change. Throws NotFound for what can be none. */
function numberOf(body: unknown): number {
  const number = textField(body, 'number')
  if (!/^\d{1,15}$/.test(number)) throw new NotFound('no number of a change')
  return Number(number)
}
