/** A holder's passport and what stands in it. The other pages of passports are registered from here. */
import type { FastifyInstance } from 'fastify'
import { listIssuers } from '../accounts/accounts-store.ts'
import { hasPermission, type Person } from '../actor.ts'
import { findCredential } from '../credentials/credentials-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import { dayOf } from '../language/days.ts'
import { paths } from '../paths.ts'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { chooseNextStep } from './model/choose-next-step.ts'
import { listNotSigned, unsignedCodes } from './model/list-not-signed.ts'
import { listOpenWithdrawals } from './model/list-open-withdrawals.ts'
import { nameFile } from './model/name-signing.ts'
import { isOpen, type SignOffRequest } from './model/sign-off-request.ts'
import type { Signing } from './model/signing.ts'
import { summarisePassport } from './model/summarise-passport.ts'
import { EntryPage } from './pages/entry-page.tsx'
import { hasWork, type Team } from './pages/my-work.tsx'
import { PassportPage } from './pages/passport-page.tsx'
import { currentEdition } from './passports-edition.ts'
import { readLevel } from './passports-forms.ts'
import { findOwnRole, listAnswers } from './passports-store.ts'
import { recognitionRoutes } from './recognition/recognition-routes.ts'
import { domainAssessRoutes } from './self-assessment/domain-assess-routes.tsx'
import { selfAssessRoutes } from './self-assessment/self-assess-routes.tsx'
import { sharesRoutes } from './shares/shares-routes.tsx'
import { listLiveShares } from './shares/shares-store.ts'
import { askRoutes } from './sign-offs/ask-routes.tsx'
import { issuedRoutes } from './sign-offs/issued-routes.tsx'
import { requestsRoutes } from './sign-offs/requests-routes.tsx'
import { getOwnRequest, listOwnRequests, listRequestsTo } from './sign-offs/requests-store.ts'
import { findSigningShownBy, listSigningsFor } from './sign-offs/signings-store.ts'

export function passportsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Querystring: PassportQuery }>(paths.passport(), async (request, reply) => {
    const person = signedIn(request)
    const stored = await currentEdition(shelf)
    const { query } = request
    const view = await asActor(db, person, (db) =>
      readPassport(db, { person, stored, query, now: now() }),
    )
    return sendPage(reply, <PassportPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>('/passport/:credential', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.credential)
    const entry = await asActor(db, person, async (db) => {
      const found = await readEntry(db, person, id)
      const { requestId, organisation } = found.signing
      const asked = await getOwnRequest(db, { id: requestId, holderId: person.id })
      const issuers = await listIssuers(db, organisation)
      return { ...found, issuers, notSigned: unsignedCodes(asked, found.signing) }
    })
    const { edition, ref: editionRef } = await shelf.get(entry.signing.edition)
    const view = { ...entry, edition, editionRef, today: dayOf(now()) }
    return sendPage(reply, <EntryPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>('/passport/:credential/credential.json', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.credential)
    const { credential, signing } = await asActor(db, person, (db) => readEntry(db, person, id))
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${nameFile(signing)}"`)
      .type('application/vc+json')
      .send(JSON.stringify(credential.document, undefined, 2))
  })

  selfAssessRoutes(app, site, shelf)
  domainAssessRoutes(app, site, shelf)
  askRoutes(app, site, shelf)
  requestsRoutes(app, site, shelf)
  sharesRoutes(app, site, shelf)
  issuedRoutes(app, site, shelf)
  recognitionRoutes(app, site, shelf)
}

interface PassportQuery {
  readonly level?: string
  /** A request that was sent or taken back just now. */
  readonly asked?: string
  readonly 'taken-back'?: string
}

async function readPassport(
  db: Transaction,
  {
    person,
    stored: { ref, edition },
    query,
    now,
  }: {
    readonly person: Person
    readonly stored: StoredEdition
    readonly query: PassportQuery
    readonly now: Date
  },
) {
  const holderId = person.id
  const role = await findOwnRole(db, holderId)
  const answers = await listAnswers(db, { holderId, edition: ref })
  const signings = await listSigningsFor(db, { holderId })
  const requests = await listOwnRequests(db, { holderId })
  const today = dayOf(now)
  const chosen = readLevel(query.level)
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
  const withdrawals = listOpenWithdrawals(signings, requests)
  return {
    edition,
    summary,
    next: chooseNextStep(summary, requests, withdrawals),
    waiting: requests.filter(isOpen),
    notSigned: listNotSigned(requests, signings),
    signings,
    withdrawals,
    issuers: await readIssuers(db, signings),
    liveShares: (await listLiveShares(db, { holderId, now })).length,
    today,
    kept: begun || !hasWork(team),
    team,
    done: doneJustNow(requests, query),
  }
}

/** Of the holder's own requests alone, so that no address can tell a tale. */
function doneJustNow(requests: readonly SignOffRequest[], query: PassportQuery) {
  const asked = requests.find((request) => request.id === query.asked && isOpen(request))
  if (asked !== undefined) return { asked: asked.assessorName }
  const back = requests.find(({ id }) => id === query['taken-back'])
  return back?.answer?.outcome === 'taken-back' ? { tookBack: back.assessorName } : undefined
}

/** Where something was withdrawn: whom the holder can tell that it is wrong. */
async function readIssuers(db: Transaction, signings: readonly Signing[]) {
  const withdrawn = signings.filter(({ signOffs }) => signOffs.some((one) => one.withdrawal))
  const issuers = new Map<string, Awaited<ReturnType<typeof listIssuers>>>()
  for (const { organisation } of withdrawn) {
    if (!issuers.has(organisation)) issuers.set(organisation, await listIssuers(db, organisation))
  }
  return issuers
}

async function readTeam(db: Transaction, person: Person): Promise<Team> {
  const assesses = hasPermission(person, 'assess')
  const asked = assesses ? await listRequestsTo(db, { assessorId: person.id }) : []
  return {
    assesses,
    issues: hasPermission(person, 'issue'),
    stewards: hasPermission(person, 'steward-framework'),
    decides: hasPermission(person, 'decide-consultation'),
    asked: asked.filter(isOpen),
  }
}

async function readEntry(db: Transaction, person: Person, id: string) {
  const credential = await findCredential(db, { id, holderId: person.id })
  const signing = await findSigningShownBy(db, { credentialId: id, holderId: person.id })
  if (credential === undefined || signing === undefined) throw new NotFound(`credential ${id}`)
  return { credential, signing }
}
