/** Where stewards withdraw an edition, and where everybody reads how one was made. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { addDays, addYears, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { findEdition, listEditions } from '../frameworks-store.ts'
import { statementsOf } from '../model/framework.ts'
import { placeNamer } from './model/place-names.ts'
import type { WithdrawEntered } from './model/review-entered.ts'
import { EditionRecordPage } from './pages/edition-record-page.tsx'
import { StewardsEditionsPage } from './pages/stewards-editions-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { findEditionRecord } from './publications-store.ts'
import { stewardOfFrameworks } from './review-actions/steward-of-frameworks.ts'
import { listLeft, stewardOfEdition, withdrawEdition } from './review-actions/withdraw-edition.ts'
import { withdrawForm } from './review-forms.ts'

const none = { domains: [] }

type Request = FastifyRequest<{ Params: Params }>

export function withdrawRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.stewardsEditions(), async (request, reply) => {
    const person = signedIn(request)
    const editions = await asActor(db, person, async (db) => {
      await stewardOfFrameworks(db, person)
      return (await listEditions(db)).filter(
        ({ status }) => status === 'published' || status === 'withdrawn',
      )
    })
    const own = await Promise.all(editions.map(({ ref }) => shelf.get(ref)))
    // What others publish stands here as codes and titles alone, and is not ours to withdraw.
    const shown = editions.filter((_, at) => statementsOf(own[at]?.edition ?? none).length > 0)
    const view = { editions: shown, done: textField(request.query, 'done') }
    return sendPage(reply, <StewardsEditionsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>(paths.withdrawEdition(':slug/:version'), async (request, reply) => {
    const from = partsOfDay(addDays(dayOf(now()), 91))
    return sendWithdraw(request, reply, {
      entered: { from, reason: '', instead: '', noneLeft: '' },
    })
  })

  async function readEdition(request: Request) {
    const person = signedIn(request)
    const { slug, version } = request.params
    const ref = `${slug}/${version}`
    return asActor(db, person, async (db) => {
      await stewardOfEdition(db, person, { edition: ref })
      const stored = await findEdition(db, ref)
      if (stored?.status !== 'published' || statementsOf(stored.edition).length === 0) {
        throw new NotFound(`published edition ${ref}`)
      }
      if (stored.withdrawal !== undefined) throw new NotFound(`${ref} without a withdrawal`)
      return { stored, left: listLeft(await listEditions(db), ref) }
    })
  }

  async function sendWithdraw(
    request: Request,
    reply: FastifyReply,
    form: { readonly entered: WithdrawEntered; readonly errors?: readonly FieldError[] },
  ) {
    const read = await readEdition(request)
    const page = <WithdrawPage {...{ ...ownPage(request, reply, site), ...read, ...form }} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.withdrawEdition(':slug/:version'), async (request, reply) => {
    const { stored, left } = await readEdition(request)
    const today = dayOf(now())
    const days = { today, latest: addYears(today, 5) }
    const form = withdrawForm(request.body, { ...days, left: left.map(({ ref }) => ref) })
    if (!form.ok) return sendWithdraw(request, reply, form)
    const edition = stored.ref
    requireStepUp(request, now(), { page: paths.withdrawEdition(edition) })
    await withdrawEdition(db, shelf, signedIn(request), { edition, ...form.value })
    return reply.redirect(paths.stewardsEditions('withdrawn'), 303)
  })

  app.get<{ Params: Params }>(
    paths.editionRecord(':slug/:version'),
    { config: { public: true } },
    async (request, reply) => {
      const stored = await shelf.get(`${request.params.slug}/${request.params.version}`)
      const record = await findEditionRecord(db, { edition: stored.ref })
      const placeName = placeNamer(stored.edition)
      return sendPage(reply, <EditionRecordPage {...{ stored, record, placeName }} />)
    },
  )
}
