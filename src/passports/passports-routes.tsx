/** A holder's passport and what stands in it. The other pages of passports are registered from here. */
import type { FastifyInstance } from 'fastify'
import { listIssuers } from '../accounts/accounts-store.ts'
import { hasPermission, type Person } from '../actor.ts'
import { findCredential } from '../credentials/credentials-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import { inWords } from '../frameworks/model/names.ts'
import { dayOf } from '../language/days.ts'
import { paths } from '../paths.ts'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { assessingRoutes } from './assessing/assessing-routes.ts'
import { bringRoutes } from './bring/bring-routes.tsx'
import { changesRoutes, hasChanged } from './carry-over/changes-routes.tsx'
import { codeRoutes } from './corridor/code-routes.tsx'
import { visitRoutes } from './corridor/visit-routes.tsx'
import { entriesRoutes } from './entries/entries-routes.tsx'
import { evidenceRoutes } from './evidence/evidence-routes.tsx'
import { shownEvidenceRoutes } from './evidence-shown/shown-evidence-routes.ts'
import { type LeavingCallbacks, leavingRoutes } from './leaving/leaving-routes.tsx'
import { listWaiting, namesAsked } from './model/asked-together.ts'
import { chooseNextStep } from './model/choose-next-step.ts'
import { listNotSigned, unsignedCodes } from './model/list-not-signed.ts'
import { listOpenWithdrawals } from './model/list-open-withdrawals.ts'
import { nameFile } from './model/name-signing.ts'
import type { RoleSet } from './model/role-set.ts'
import { isOpen, type SignOffRequest } from './model/sign-off-request.ts'
import type { Signing } from './model/signing.ts'
import { type OfflineCallbacks, offlineRoutes } from './offline/offline-routes.tsx'
import { EntryPage } from './pages/entry-page.tsx'
import { hasWork, type Team } from './pages/my-work.tsx'
import { PassportPage } from './pages/passport-page.tsx'
import { describeInForce, ownEdition } from './passports-edition.ts'
import { readLevel } from './passports-forms.ts'
import { listOpenProposals } from './questions/proposals-store.ts'
import { questionsRoutes } from './questions/questions-routes.ts'
import { readAsRoutes } from './read-as/read-as-routes.tsx'
import { recognitionRoutes } from './recognition/recognition-routes.ts'
import { renewalsRoutes } from './renewals/renewals-routes.tsx'
import { answerChangesRoutes } from './self-assessment/answer-changes-routes.tsx'
import { domainAssessRoutes } from './self-assessment/domain-assess-routes.tsx'
import { selfAssessRoutes } from './self-assessment/self-assess-routes.tsx'
import { sharesRoutes } from './shares/shares-routes.tsx'
import { listLiveShares } from './shares/shares-store.ts'
import { askRoutes } from './sign-offs/ask-routes.tsx'
import { issuedRoutes } from './sign-offs/issued-routes.tsx'
import { ownSlipRoutes } from './sign-offs/own-slip-routes.tsx'
import { requestsRoutes } from './sign-offs/requests-routes.tsx'
import { getOwnRequest, listOwnRequests, listRequestsTo } from './sign-offs/requests-store.ts'
import { findSigningShownBy } from './sign-offs/signings-store.ts'
import {
  type SpecificationCallbacks,
  specificationRoutes,
} from './specification/specification-routes.tsx'
import { evaluateHeldLevel, readHeld } from './standing/read-evaluation.ts'
import { readRoleSets } from './standing/role-sets-content.ts'
import { standingRoutes } from './standing/standing-routes.tsx'
import { listStandingRows, viewOf } from './standing/standing-rows.ts'

export function passportsRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  callbacks: LeavingCallbacks & SpecificationCallbacks & OfflineCallbacks,
): void {
  const { db, now } = site
  const { roleSets } = readRoleSets()

  app.get<{ Querystring: PassportQuery }>(paths.passport(), async (request, reply) => {
    const person = signedIn(request)
    const { query } = request
    const stored = await ownEdition(shelf, person, query)
    const view = await asActor(db, person, (db) =>
      readPassport(db, { person, stored, query, roleSets, now: now() }),
    )
    const inForce = await describeInForce(shelf, person, stored.ref)
    return sendPage(
      reply,
      <PassportPage {...ownPage(request, reply, site)} {...view} inForce={inForce} />,
    )
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

  standingRoutes(app, site, shelf, roleSets)
  selfAssessRoutes(app, site, shelf)
  domainAssessRoutes(app, site, shelf)
  entriesRoutes(app, site, shelf)
  evidenceRoutes(app, site, shelf)
  shownEvidenceRoutes(app, site)
  changesRoutes(app, site, shelf)
  answerChangesRoutes(app, site, shelf)
  askRoutes(app, site, shelf)
  requestsRoutes(app, site, shelf)
  sharesRoutes(app, site, shelf)
  issuedRoutes(app, site, shelf)
  questionsRoutes(app, site, shelf)
  leavingRoutes(app, site, shelf, callbacks)
  specificationRoutes(app, site, callbacks)
  readAsRoutes(app, site, shelf)
  ownSlipRoutes(app, site, shelf)
  renewalsRoutes(app, site, shelf)
  codeRoutes(app, site, shelf)
  visitRoutes(app, site, shelf)
  offlineRoutes(app, site, shelf, callbacks)
  bringRoutes(app, site, shelf)
  recognitionRoutes(app, site, shelf)
  assessingRoutes(app, site, shelf)
}

interface PassportQuery {
  readonly edition?: string
  readonly level?: string
  readonly by?: string
  /** A request that was sent or taken back just now. */
  readonly asked?: string
  readonly 'taken-back'?: string
}

async function readPassport(
  db: Transaction,
  {
    person,
    stored,
    query,
    roleSets,
    now,
  }: {
    readonly person: Person
    readonly stored: ShelvedEdition
    readonly query: PassportQuery
    readonly roleSets: readonly RoleSet[]
    readonly now: Date
  },
) {
  const holderId = person.id
  const [held, requests, team, liveShares, proposed] = await Promise.all([
    readHeld(db, { holderId, ref: stored.ref }),
    listOwnRequests(db, { holderId }),
    readTeam(db, person),
    listLiveShares(db, { holderId, now }),
    listOpenProposals(db, { today: dayOf(now) }),
  ])
  const { role, answers, signings, entries } = held
  const today = dayOf(now)
  const level = readLevel(query.level)
  const said = [...answers.keys(), ...held.answersElsewhere.keys()]
  const begun = [level ?? role.level, ...said, ...signings, ...requests, ...entries]
  const evaluation = evaluateHeldLevel(held, stored, { level, today })
  const by = viewOf(query.by)
  const withdrawals = listOpenWithdrawals(signings, requests)
  return {
    edition: stored.edition,
    changed: hasChanged(held, stored.ref),
    evaluation,
    by,
    rows: listStandingRows(by, {
      ...{ stored, held, evaluation, roleSets, today },
      asked: query.edition === undefined ? undefined : stored.edition.version,
    }),
    next: chooseNextStep(evaluation, requests, withdrawals),
    waiting: listWaiting(requests),
    notSigned: listNotSigned(requests, signings),
    signings,
    withdrawals,
    issuers: await readIssuers(db, signings),
    proposed,
    liveShares: liveShares.length,
    today,
    kept: begun.some(Boolean) || !hasWork(team),
    team,
    done: doneJustNow(requests, query),
  }
}

/** Of the holder's own requests alone, so that no address can tell a tale. */
function doneJustNow(requests: readonly SignOffRequest[], query: PassportQuery) {
  const asked = requests.find((request) => request.id === query.asked && isOpen(request))
  if (asked !== undefined) return { asked: inWords(namesAsked(asked, requests)) }
  const back = requests.find(({ id }) => id === query['taken-back'])
  return back?.answer?.outcome === 'taken-back'
    ? { tookBack: inWords(namesAsked(back, requests)) }
    : undefined
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
