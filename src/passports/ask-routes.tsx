import type { FastifyInstance } from 'fastify'
import { listAssessors } from '../accounts/accounts-store.ts'
import type { Person } from '../actor.ts'
import { plainDate } from '../credentials/model/london-date.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { Conflict } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import { paths } from '../paths.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import type { SignOffRequest } from './model/sign-off-request.ts'
import { idOf, ownPage, type Params } from './own-page.ts'
import { AskPage } from './pages/ask-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import { askForSignOff } from './passports-actions/ask-for-sign-off.ts'
import { takeBackRequest } from './passports-actions/take-back-request.ts'
import { currentEdition } from './passports-edition.ts'
import { askForm, colleagueKey } from './passports-forms.ts'
import { listAnswers } from './passports-store.ts'
import { readPlace } from './self-assess-routes.tsx'

export function askRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db } = site

  app.get<{ Params: Params }>('/passport/ask/:section/:level', async (request, reply) => {
    const person = signedIn(request)
    const stored = await currentEdition(shelf)
    const { params } = request
    const view = await asActor(db, person, (db) => readAsking(db, { person, stored, params }))
    const [only, ...others] = view.colleagues
    const colleague = others.length === 0 ? (only?.key ?? '') : ''
    const codes = view.statements.map(({ code }) => code)
    const entered = { colleague, codes, message: '', findings: [] }
    return sendPage(
      reply,
      <AskPage {...ownPage(request, reply, site)} {...view} entered={entered} />,
    )
  })

  app.post<{ Params: Params }>('/passport/ask/:section/:level', async (request, reply) => {
    const person = signedIn(request)
    const stored = await currentEdition(shelf)
    const { params } = request
    const view = await asActor(db, person, (db) => readAsking(db, { person, stored, params }))
    const { colleagues, statements, section, level } = view
    const form = askForm(request.body, { colleagues, codes: statements.map(({ code }) => code) })
    if (!form.ok) {
      const { entered, errors } = form
      const page = <AskPage {...ownPage(request, reply, site)} {...view} {...{ entered, errors }} />
      return sendPage(reply, page, 422)
    }
    const place = { edition: stored.ref, section: section.code, level }
    const result = await askForSignOff(db, person, { ...place, ...form.value })
    if (result.outcome === 'no-such-assessor') {
      throw new Conflict('This colleague can no longer sign off where you work. Nothing was sent.')
    }
    if (result.outcome === 'asked') return reply.redirect(paths.passport(level), 303)
    const own = ownPage(request, reply, site)
    return sendPage(reply, <AlreadyAsked {...own} request={result.request} />, 409)
  })

  app.post<{ Params: Params }>('/passport/requests/:id/take-back', async (request, reply) => {
    const person = signedIn(request)
    await takeBackRequest(db, person, idOf(request.params.id))
    return reply.redirect(paths.passport(), 303)
  })
}

async function readAsking(
  db: Transaction,
  {
    person,
    stored: { edition, ref },
    params,
  }: { readonly person: Person; readonly stored: StoredEdition; readonly params: Params },
) {
  const place = await readPlace(db, { person, edition, params })
  const colleagues = await listAssessors(db, person.id)
  return {
    ...place,
    edition,
    answers: await listAnswers(db, { holderId: person.id, edition: ref }),
    colleagues: colleagues.map((colleague) => ({ ...colleague, key: colleagueKey(colleague) })),
  }
}

function AlreadyAsked({
  request,
  ...own
}: ReturnType<typeof ownPage> & { readonly request: SignOffRequest }) {
  const { assessorName, at, level } = request
  return (
    <ToldPage
      {...own}
      title={`You have already asked ${assessorName}`}
      words={`You asked about this section on ${plainDate(at)}, and they have not answered yet. Nothing was sent again. If it is urgent, speak to them. If you want to ask for something else, take your request back first.`}
      link={{ href: paths.passport(level), text: 'See what is waiting' }}
    />
  )
}
