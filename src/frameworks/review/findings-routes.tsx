/** What the checks found in a draft, and what a person takes of what they suggest. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import type { FindingsShelf } from './findings-shelf.ts'
import {
  chooseFindings,
  countCodes,
  countFindings,
  gravestFirst,
  groupByPlace,
} from './model/choose-findings.ts'
import { textAt } from './model/findings-of.ts'
import { placeNamer } from './model/place-names.ts'
import { type JudgedFinding, judgeFindings } from './model/waiver.ts'
import { FindingsPage } from './pages/findings-page.tsx'
import { SuggestionsPage } from './pages/suggestions-page.tsx'
import { readDraftView } from './read-draft-view.ts'
import { takeSuggestions } from './review-actions/take-suggestions.ts'
import { acceptedForm, findingsFilterForm, suggestionsAtOnce } from './review-forms.ts'
import { listWaivers } from './waivers-store.ts'

type Request = FastifyRequest<{ Params: Params }>

const findingsAtOnce = 40

export function findingsRoutes(app: FastifyInstance, site: Site, check: FindingsShelf): void {
  const { db } = site

  async function read(request: Request) {
    const person = signedIn(request)
    const draft = idOf(request.params.draft)
    const { view, edition, waivers } = await asActor(db, person, async (db) => ({
      view: await readDraftView(db, person, draft),
      edition: putTogether(await listThings(db, { draft })),
      waivers: await listWaivers(db, { draft }),
    }))
    return {
      ...{ view, all: judgeFindings(check(view.draft, edition), waivers) },
      placeName: placeNamer(edition),
      textAt: (at: JudgedFinding['at']) => textAt(edition, at),
    }
  }

  app.get<{ Params: Params }>(paths.draftFindings(':draft'), async (request, reply) => {
    const { all, ...shown } = await read(request)
    const { page: number, ...filter } = findingsFilterForm(request.query)
    const chosen = gravestFirst(chooseFindings(all, filter))
    const of = Math.max(1, Math.ceil(chosen.length / findingsAtOnce))
    const page = { number: Math.min(number, of), of }
    const from = (page.number - 1) * findingsAtOnce
    const view = {
      ...{ ...shown, filter, page, total: chosen.length },
      counts: countFindings(all),
      codes: countCodes(all),
      places: groupByPlace(chosen.slice(from, from + findingsAtOnce)),
      withSuggestions: chosen.filter(hasSuggestion).length,
      done: doneOf(request.query),
    }
    return sendPage(reply, <FindingsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>(paths.draftSuggestions(':draft'), async (request, reply) => {
    const { all, ...shown } = await read(request)
    if (!shown.view.may.write) throw new NotFound('to change this draft')
    const { page: _, ...filter } = findingsFilterForm(request.query)
    const chosen = chooseFindings(all, filter).filter(hasSuggestion)
    const findings = chosen.slice(0, suggestionsAtOnce)
    const view = { ...shown, filter, findings, more: chosen.length - findings.length }
    return sendPage(reply, <SuggestionsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>(paths.takeSuggestion(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const accepted = acceptedForm(request.body)
    const { taken, left } = await takeSuggestions(db, signedIn(request), { draft, accepted })
    const { severity, code } = findingsFilterForm(request.body)
    const done = { done: String(taken.length), left: String(left.length) }
    return reply.redirect(paths.draftFindings(draft, { severity, code, ...done }), 303)
  })
}

/** One that a person can take: what is waived stands. */
function hasSuggestion({ range, suggestions, waiver }: JudgedFinding): boolean {
  return range !== undefined && suggestions.length > 0 && waiver === undefined
}

function doneOf(query: unknown) {
  const [taken, left] = [textField(query, 'done'), textField(query, 'left')]
  if (!/^\d{1,4}$/.test(taken)) return undefined
  return { taken: Number(taken), left: /^\d{1,4}$/.test(left) ? Number(left) : 0 }
}
