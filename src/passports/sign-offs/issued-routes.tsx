/** What an organisation's issuer answers for, and withdraws. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission, type Person } from '../../actor.ts'
import type { Viewing } from '../../audit/model/viewing.ts'
import { recordViewing, recordViewings } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { type AnswersFor, listAnswersFor } from '../../organisations/answers-for-store.ts'
import { findOrganisationNames } from '../../organisations/register-search-store.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameSigning } from '../model/name-signing.ts'
import { isPaused } from '../model/pause.ts'
import { openSignOffs } from '../model/signing.ts'
import { signingNames } from '../passports-edition.ts'
import { isHolderHere, listOpenProposals } from '../questions/proposals-store.ts'
import { IssuedPage } from './pages/issued-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { issuesFor, withdrawSignOffs } from './sign-offs-actions/withdraw-sign-offs.ts'
import { withdrawForm } from './signing-forms.ts'
import { getSigningAt, type IssuedSigning, listSigningsAt } from './signings-store.ts'

export function issuedRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Querystring: { withdrawn?: unknown } }>(paths.issued(), async (request, reply) => {
    const person = issuer(request)
    const nameOf = await signingNames(shelf)
    const found = await asActor(db, person, async (db) => {
      const answersFor = await listAnswersFor(db, person)
      const signings = await listSigningsAt(db, { organisations: [...answersFor.keys()] })
      await recordViewings(
        db,
        signings.map((one) => listed(person, one, answersFor)),
      )
      const inherited = signings.filter(({ organisation: at }) => answersFor.get(at) !== at)
      const today = dayOf(now())
      const proposed = await listOpenProposals(db, { today })
      const slugs = [...new Set(inherited.map(({ organisation }) => organisation))]
      return { signings, proposed, today, names: await findOrganisationNames(db, slugs) }
    })
    const signings = found.signings.map((signing) => ({
      ...signing,
      title: nameOf(signing),
      issuedBy: found.names.get(signing.organisation),
      paused: isPaused(signing, found.today),
      proposed: found.proposed.includes(signing.id),
    }))
    const withdrawn = signings.find(({ id }) => id === request.query.withdrawn)
    const assesses = hasPermission(person, 'assess')
    const own = ownPage(request, reply, site)
    return sendPage(reply, <IssuedPage {...own} {...{ signings, withdrawn, assesses }} />)
  })

  async function readSigning(person: Person, params: Params) {
    const id = idOf(params.signing)
    const signing = await asActor(db, person, async (db) => {
      const answersFor = await listAnswersFor(db, person)
      const signing = await getSigningAt(db, { id, organisations: [...answersFor.keys()] })
      await recordViewing(db, opened(person, signing, answersFor))
      const actedFor = answersFor.get(signing.organisation) ?? signing.organisation
      return { ...signing, here: await isHolderHere(db, { signingId: id, actedFor }) }
    })
    const { edition } = await shelf.get(signing.edition)
    const { section } = findSection(edition, signing.section)
    const standing = openSignOffs(signing).map(({ code }) => code)
    const statements = confirmedStatements(section, standing)
    return { signing, edition, statements, title: nameSigning(edition, signing) }
  }

  app.get<{ Params: Params }>('/team/issued/:signing/withdraw', async (request, reply) => {
    const view = await readSigning(issuer(request), request.params)
    // Once they have left, it takes a second person.
    const { id, here } = view.signing
    if (!here && view.statements.length > 0) return reply.redirect(paths.proposal(id), 303)
    // Before the form, so that nothing entered is lost by being asked after it.
    requireStepUp(request, now())
    if (view.statements.length === 0) return sendWithdrawn(request, reply)
    const entered = { codes: [], cause: '', explanation: '', understood: false, findings: [] }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <WithdrawPage {...own} {...view} entered={entered} />)
  })

  app.post<{ Params: Params }>('/team/issued/:signing/withdraw', async (request, reply) => {
    const person = issuer(request)
    const { edition, ...view } = await readSigning(person, request.params)
    const stepUp = requireStepUp(request, now(), { page: paths.withdraw(view.signing.id) })
    const signed = view.signing.signOffs.map(({ code }) => code)
    const form = withdrawForm(request.body, signed)
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      return sendPage(reply, <WithdrawPage {...own} {...view} {...{ entered, errors }} />, 422)
    }
    const signingId = view.signing.id
    const outcome = await withdrawSignOffs(site, person, {
      ...{ signingId, edition, withdrawn: form.value, stepUp },
    })
    if (outcome === 'already-withdrawn') return sendWithdrawn(request, reply)
    if (outcome === 'needs-second') return reply.redirect(paths.proposal(signingId), 303)
    return reply.redirect(paths.issued(signingId), 303)
  })

  function sendWithdrawn(request: FastifyRequest, reply: FastifyReply) {
    const own = ownPage(request, reply, site)
    const title = 'This has already been withdrawn'
    const words = 'Some of what you chose was withdrawn before. Nothing was changed just now.'
    const link = { href: paths.issued(), text: 'See the sign-offs of your organisation' }
    return sendPage(reply, <ToldPage {...own} {...{ title, words, link }} team />, 409)
  }
}

/** Where the viewer works: the organisation that issued it, or what became of it. */
function listed(viewer: Person, one: IssuedSigning, answersFor: AnswersFor): Viewing {
  const { holderId, organisation: at } = one
  return { viewer, holderId, organisation: answersFor.get(at) ?? at, what: 'issued-list' }
}

function opened(viewer: Person, one: IssuedSigning, answersFor: AnswersFor): Viewing {
  const { id, section, holderId, organisation: at } = one
  const organisation = answersFor.get(at) ?? at
  return { viewer, holderId, organisation, what: 'sign-off', subjectId: id, about: section }
}

/** Throws NotFound for somebody who issues for no organisation. */
function issuer(request: FastifyRequest): Person {
  const person = signedIn(request)
  if (issuesFor(person).length === 0) throw new NotFound('not an issuer')
  return person
}
