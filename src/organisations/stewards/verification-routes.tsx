/** Two stewards vouch for an organisation, and one withdraws that. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { Conflict } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import type { RegisterWords } from '../model/kinds.ts'
import { mayAnswer } from '../model/verification.ts'
import { readOrganisation } from '../read-organisation.ts'
import { findRequestAbout, getRequest } from '../requests/requests-store.ts'
import { getProposal } from '../verifications-store.ts'
import { readAsSteward } from './as-steward.ts'
import { ProposalPage, type ProposalPageProps } from './pages/proposal-page.tsx'
import { type ProposalEntered, ProposePage } from './pages/propose-page.tsx'
import { WithdrawVerificationPage } from './pages/withdraw-page.tsx'
import { answerForm, freshProposal, proposalForm, withdrawForm } from './stewards-forms.ts'
import {
  answerProposal,
  proposeVerification,
  withdrawVerification,
} from './verification-actions.ts'

type OfOrganisation = { Params: { readonly slug: string } }
type OfProposal = { Params: { readonly slug: string; readonly proposal: string } }
type Faults = ProposalPageProps['errors']

export function verificationRoutes(
  app: FastifyInstance,
  site: Site,
  words: RegisterWords,
  identifierOf: (slug: string) => string,
): void {
  const today = () => dayOf(site.now())
  const read = (person: Person, slug: string) =>
    readAsSteward(site.db, person, (db) => readOrganisation(db, slug, today()))

  app.get<OfOrganisation>(paths.proposeVerification(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const id = readId(textField(request.query, 'request'))
    const asked = await readAsSteward(site.db, person, (db) =>
      id === undefined ? findRequestAbout(db, request.params.slug) : getRequest(db, id),
    )
    return sendProposeForm(request, reply, freshProposal(today(), asked))
  })

  app.post<OfOrganisation>(paths.proposeVerification(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const form = proposalForm(request.body, { words, today: today() })
    if (!form.ok) return sendProposeForm(request, reply, form.entered, form.errors)
    const { slug } = request.params
    const { id } = await proposeVerification(site, person, { organisation: slug, ...form.value })
    return reply.redirect(paths.verificationProposal(slug, id), 303)
  })

  async function sendProposeForm(
    request: FastifyRequest<OfOrganisation>,
    reply: FastifyReply,
    entered: ProposalEntered,
    errors?: Faults,
  ) {
    const { slug } = request.params
    const { name } = await read(signedIn(request), slug)
    const told = errors === undefined && entered.request !== ''
    const view = { slug, name, told, identifier: identifierOf(slug), words, entered, errors }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <ProposePage {...own} {...view} />, errors === undefined ? 200 : 422)
  }

  const proposalPath = paths.verificationProposal(':slug', ':proposal')

  app.get<OfProposal>(proposalPath, (request, reply) =>
    sendProposal(request, reply, { outcome: '', reason: '', seen: false }),
  )

  app.post<OfProposal>(proposalPath, async (request, reply) => {
    const person = signedIn(request)
    const { proposal, offered } = await readProposal(person, request.params)
    const form = answerForm(request.body, offered)
    if (offered.length === 0) throw new Conflict(answeredBefore)
    if (!form.ok) return sendProposal(request, reply, form.entered, form.errors)
    const { slug } = request.params
    const page = paths.verificationProposal(slug, proposal.id)
    if (form.value.outcome === 'confirmed') requireStepUp(request, site.now(), { page })
    const answer = { id: proposal.id, organisation: slug, ...form.value }
    const result = await answerProposal(site, person, answer)
    if (result === 'already-answered') throw new Conflict(answeredBefore)
    return reply.redirect(`${paths.stewardsOrganisation(slug)}?done=${form.value.outcome}`, 303)
  })

  function readProposal(person: Person, { slug, proposal }: OfProposal['Params']) {
    return readAsSteward(site.db, person, async (db) => {
      const found = await getProposal(db, { id: idOf(proposal), organisation: slug })
      const stewards = [found.proposedBy ?? [], found.answer?.answeredBy ?? []].flat()
      return {
        proposal: found,
        offered: mayAnswer(found, person.id),
        names: await findNames(db, stewards),
      }
    })
  }

  async function sendProposal(
    request: FastifyRequest<OfProposal>,
    reply: FastifyReply,
    entered: ProposalPageProps['entered'],
    errors?: Faults,
  ) {
    const view = await readProposal(signedIn(request), request.params)
    const own = ownPage(request, reply, site)
    const page = <ProposalPage {...own} {...view} {...{ words, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get<OfOrganisation>(paths.withdrawVerification(':slug'), async (request, reply) => {
    const { slug } = request.params
    const { name } = await read(signedIn(request), slug)
    requireStepUp(request, site.now())
    const from = { day: '', month: '', year: '' }
    const view = { slug, name, entered: { from, reason: '', understood: false } }
    return sendPage(
      reply,
      <WithdrawVerificationPage {...ownPage(request, reply, site)} {...view} />,
    )
  })

  app.post<OfOrganisation>(paths.withdrawVerification(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug } = request.params
    const { name } = await read(person, slug)
    const form = withdrawForm(request.body, today())
    if (!form.ok) {
      const view = { slug, name, entered: form.entered, errors: form.errors }
      const own = ownPage(request, reply, site)
      return sendPage(reply, <WithdrawVerificationPage {...own} {...view} />, 422)
    }
    requireStepUp(request, site.now(), { page: paths.withdrawVerification(slug) })
    await withdrawVerification(site, person, { organisation: slug, ...form.value })
    return reply.redirect(`${paths.stewardsOrganisation(slug)}?done=withdrawn`, 303)
  })
}

const answeredBefore = 'This proposal was answered before. Nothing was changed just now.'
