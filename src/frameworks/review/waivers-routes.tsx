/** Findings that a steward lets stand, each with a reason. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import type { FindingsShelf } from './findings-shelf.ts'
import { type DraftFinding, textAt } from './model/findings-of.ts'
import { placeNamer } from './model/place-names.ts'
import { listIdleWaivers } from './model/waiver.ts'
import { WaivePage } from './pages/waive-page.tsx'
import { WaiversPage } from './pages/waivers-page.tsx'
import { readDraftView } from './read-draft-view.ts'
import { endWaiver, waiveFinding } from './review-actions/waive-finding.ts'
import { type FindingAsked, findingAsked, reasonForm } from './review-forms.ts'
import { listWaivers } from './waivers-store.ts'

type Request = FastifyRequest<{ Params: Params }>

export function waiversRoutes(app: FastifyInstance, site: Site, check: FindingsShelf): void {
  const { db, now } = site

  async function read(request: Request) {
    const person = signedIn(request)
    const draft = idOf(request.params.draft)
    const read = await asActor(db, person, async (db) => ({
      view: await readDraftView(db, person, draft),
      edition: putTogether(await listThings(db, { draft })),
      waivers: await listWaivers(db, { draft }),
    }))
    return { ...read, findings: check(read.view.draft, read.edition) }
  }

  async function readToWaive(request: Request) {
    const found = await read(request)
    const { steward, write } = found.view.may
    if (!steward || !write) throw new NotFound('to waive in this draft')
    return found
  }

  app.get<{ Params: Params }>(paths.draftWaivers(':draft'), async (request, reply) => {
    const { view, edition, waivers, findings } = await read(request)
    const idle = new Set(listIdleWaivers(findings, waivers).map(({ id }) => id))
    const done = textField(request.query, 'done')
    const shown = { view, waivers, idle, placeName: placeNamer(edition), done }
    return sendPage(reply, <WaiversPage {...ownPage(request, reply, site)} {...shown} />)
  })

  app.get<{ Params: Params }>(paths.waiveFinding(':draft'), (request, reply) =>
    sendWaive(request, reply, findingAsked(request.query), { entered: { reason: '' } }),
  )

  async function sendWaive(
    request: Request,
    reply: FastifyReply,
    asked: FindingAsked,
    form: {
      readonly entered: { readonly reason: string }
      readonly errors?: readonly FieldError[]
    },
  ) {
    const { view, edition, findings } = await readToWaive(request)
    const finding = foundAs(findings, asked)
    const placeName = placeNamer(edition)(finding.at)
    const shown = { ...form, view, finding, placeName, text: textAt(edition, finding.at) }
    const page = <WaivePage {...ownPage(request, reply, site)} {...shown} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.waiveFinding(':draft'), async (request, reply) => {
    const asked = findingAsked(request.body)
    const { view, findings } = await readToWaive(request)
    const form = reasonForm(request.body, 'Enter why it may stand')
    if (!form.ok) return sendWaive(request, reply, asked, form)
    const { code, at: target, quote } = foundAs(findings, asked)
    const waived = { draft: view.draft.id, finding: { code, target, quote }, ...form.value }
    await waiveFinding(db, signedIn(request), waived)
    return reply.redirect(paths.draftWaivers(view.draft.id, 'waived'), 303)
  })

  app.post<{ Params: Params }>(paths.endWaiver(':draft', ':waiver'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const waiver = idOf(request.params.waiver)
    await endWaiver(db, signedIn(request), { draft, waiver, now: now() })
    return reply.redirect(paths.draftWaivers(draft, 'ended'), 303)
  })
}

/** Throws Conflict where it is gone: somebody mended it. */
function foundAs(
  findings: readonly DraftFinding[],
  { code, at, start }: FindingAsked,
): DraftFinding {
  const found = findings.find(
    (finding) =>
      finding.code === code &&
      finding.at === at &&
      (finding.range === undefined ? '' : String(finding.range.start)) === start,
  )
  if (found === undefined) throw new Conflict('This finding is not there any more.')
  if (!found.waivable) throw new Conflict('This must be mended: no edition can stand with it.')
  return found
}
