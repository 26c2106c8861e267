/** A worker shows a code: what they would like to be seen, and then the code, large. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { toString as drawQrCode } from 'qrcode'
import { findNames } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { findStatements } from '../../frameworks/model/find-statements.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { sectionOf } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { carryAnswers } from '../carry-over/model/carry-answers.ts'
import { listSigned } from '../carry-over/model/list-signed.ts'
import { ownEdition } from '../passports-edition.ts'
import { readLevel } from '../passports-forms.ts'
import { findOwnRole, listAnswersByEdition } from '../passports-store.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { secretsOf, showCode, stopCode } from './corridor-actions/show-code.ts'
import { chooseSectionsForm } from './corridor-forms.ts'
import { orderToLook } from './model/order-to-look.ts'
import { CodePage } from './pages/code-page.tsx'
import { ShowCodePage } from './pages/show-code-page.tsx'
import { getOwnVisit, listVisitRequests } from './visits-store.ts'

interface Query {
  readonly level?: string
  readonly section?: string
}

export function codeRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now, config } = site

  async function readChoice(person: Person, query: Query) {
    const stored = await ownEdition(shelf, person)
    const { edition, ref } = stored
    const role = await asActor(db, person, (db) => findOwnRole(db, person.id))
    const level = readLevel(query.level) ?? role.level ?? 'entry'
    const statements = findStatements(edition, { level, profession: role.profession })
    const sections = sectionsWith(edition, statements)
    return { stored, edition, ref, level, statements, sections }
  }

  app.get<{ Querystring: Query }>('/passport/code', async (request, reply) => {
    const view = await readChoice(signedIn(request), request.query)
    const chosen = view.sections.filter(({ code }) => code === request.query.section)
    const form = { id: randomUUID(), chosen: chosen.map(({ code }) => code) }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <ShowCodePage {...own} {...view} {...form} />)
  })

  app.post<{ Querystring: Query }>('/passport/code', async (request, reply) => {
    const person = signedIn(request)
    const { stored, statements, sections, ref, level } = await readChoice(person, request.query)
    const form = chooseSectionsForm(request.body, sections)
    if (form === undefined) return reply.redirect(paths.showCode(level), 303)
    const wanted = statements.filter(
      ({ code }) => form.sections.length === 0 || form.sections.includes(sectionOf(code)),
    )
    const whose = { holderId: person.id }
    const [said, signings] = await asActor(db, person, (db) =>
      Promise.all([listAnswersByEdition(db, whose), listSigningsFor(db, whose)]),
    )
    const by = { ...stored, today: dayOf(now()) }
    const look = orderToLook(wanted, {
      ...{ answers: carryAnswers(said, by), signed: listSigned(signings, by), today: by.today },
    })
    const visit = await showCode(site, person, { id: form.id, edition: ref, level, ...look })
    return reply.redirect(paths.shownCode(visit), 303)
  })

  app.get<{ Params: Params }>('/passport/code/:visit', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.visit)
    const view = await asActor(db, person, async (db) => {
      const visit = await getOwnVisit(db, { id, holderId: person.id })
      const requests = await listVisitRequests(db, { visitId: id })
      const ids = visit.opened === undefined ? [] : [visit.opened.assessorId]
      const made = requests.map(({ requestId }) => requestId)
      const all = await listSigningsFor(db, { holderId: person.id })
      const signings = all.filter(({ requestId }) => made.includes(requestId))
      return { visit, requests, signings, names: await findNames(db, ids) }
    })
    const { code, secret } = secretsOf(site, id)
    const address = `${config.baseUrl}${paths.openCode(secret)}`
    const qrCode = await drawQrCode(address, { type: 'svg', margin: 2 })
    const own = ownPage(request, reply, site)
    return sendPage(reply, <CodePage {...own} {...view} {...{ code, qrCode, now: now() }} />)
  })

  app.post<{ Params: Params }>('/passport/code/:visit/stop', async (request, reply) => {
    const id = idOf(request.params.visit)
    await stopCode(db, signedIn(request), id)
    return reply.redirect(paths.shownCode(id), 303)
  })
}

function sectionsWith(edition: Edition, statements: readonly { readonly code: string }[]) {
  const wanted = new Set(statements.map(({ code }) => sectionOf(code)))
  return edition.domains.flatMap(({ number, sections }) =>
    sections
      .filter(({ code }) => wanted.has(code))
      .map((section) => ({ ...section, domain: number })),
  )
}
