/** A holder's passport and what stands in it. The other pages of passports are registered from here. */
import type { FastifyInstance } from 'fastify'
import { hasPermission, type Person } from '../actor.ts'
import { findCredential } from '../credentials/credentials-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import type { LevelSlug } from '../frameworks/model/framework.ts'
import { paths } from '../paths.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { askRoutes } from './ask-routes.tsx'
import { issuedRoutes } from './issued-routes.tsx'
import { chooseNextStep } from './model/choose-next-step.ts'
import { dayOf } from './model/day.ts'
import { isOpen, type SignOffRequest } from './model/sign-off-request.ts'
import { summarisePassport } from './model/summarise-passport.ts'
import { idOf, ownPage, type Params, readLevel } from './own-page.ts'
import { EntryPage } from './pages/entry-page.tsx'
import { PassportPage } from './pages/passport-page.tsx'
import { currentEdition } from './passports-edition.ts'
import { findOwnRole, listAnswers } from './passports-store.ts'
import { requestsRoutes } from './requests-routes.tsx'
import { listOwnRequests, listRequestsTo } from './requests-store.ts'
import { selfAssessRoutes } from './self-assess-routes.tsx'
import { sharesRoutes } from './shares-routes.tsx'
import { listLiveShares } from './shares-store.ts'
import { findSigningShownBy, listSigningsFor } from './signings-store.ts'

export function passportsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Querystring: { level?: string } }>(paths.passport(), async (request, reply) => {
    const person = signedIn(request)
    const stored = await currentEdition(shelf)
    const chosen = readLevel(request.query.level)
    const view = await asActor(db, person, (db) =>
      readPassport(db, { person, stored, chosen, now: now() }),
    )
    return sendPage(reply, <PassportPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>('/passport/:credential', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.credential)
    const { credential, signing } = await asActor(db, person, (db) => readEntry(db, person, id))
    const { edition, ref: editionRef } = await shelf.get(signing.edition)
    const view = { credential, signing, edition, editionRef, today: dayOf(now()) }
    return sendPage(reply, <EntryPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>('/passport/:credential/credential.json', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.credential)
    const { credential } = await asActor(db, person, (db) => readEntry(db, person, id))
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="credential.json"')
      .type('application/vc+json')
      .send(JSON.stringify(credential.document, undefined, 2))
  })

  selfAssessRoutes(app, site, shelf)
  askRoutes(app, site, shelf)
  requestsRoutes(app, site, shelf)
  sharesRoutes(app, site, shelf)
  issuedRoutes(app, site, shelf)
}

async function readPassport(
  db: Transaction,
  {
    person,
    stored: { ref, edition },
    chosen,
    now,
  }: {
    readonly person: Person
    readonly stored: StoredEdition
    readonly chosen: LevelSlug | undefined
    readonly now: Date
  },
) {
  const holderId = person.id
  const role = await findOwnRole(db, holderId)
  const answers = await listAnswers(db, { holderId, edition: ref })
  const signings = await listSigningsFor(db, { holderId })
  const requests = await listOwnRequests(db, { holderId })
  const today = dayOf(now)
  const begun = [chosen ?? role.level, ...answers.keys(), ...signings, ...requests].some(Boolean)
  const team = await readTeam(db, person)
  const summary = summarisePassport({
    edition,
    level: chosen ?? role.level ?? 'entry',
    profession: role.profession,
    answers,
    signings: signings.filter((signing) => signing.edition === ref),
    today,
  })
  return {
    edition,
    summary,
    next: chooseNextStep(summary, requests),
    waiting: requests.filter(isOpen),
    declined: requests.filter((request, index) => isLastWord(request, requests.slice(0, index))),
    signings,
    liveShares: (await listLiveShares(db, { holderId, now })).length,
    today,
    kept: begun || !(team.assesses || team.issues),
    team,
  }
}

/** Declined, and nothing was asked for the same section and level since. */
function isLastWord({ section, level, answer }: SignOffRequest, later: readonly SignOffRequest[]) {
  return (
    answer?.outcome === 'declined' &&
    !later.some((request) => request.section === section && request.level === level)
  )
}

async function readTeam(db: Transaction, person: Person) {
  const assesses = hasPermission(person, 'assess')
  const asked = assesses ? await listRequestsTo(db, { assessorId: person.id }) : []
  return {
    assesses,
    issues: hasPermission(person, 'issue'),
    asked: asked.filter(isOpen).length,
  }
}

async function readEntry(db: Transaction, person: Person, id: string) {
  const credential = await findCredential(db, { id, holderId: person.id })
  const signing = await findSigningShownBy(db, { credentialId: id, holderId: person.id })
  if (credential === undefined || signing === undefined) throw new NotFound(`credential ${id}`)
  return { credential, signing }
}
