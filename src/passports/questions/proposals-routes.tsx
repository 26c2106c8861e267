/** Once its holder has left, a withdrawal is proposed by one person and decided by a second. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listIssuers } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameSigning } from '../model/name-signing.ts'
import { openSignOffs } from '../model/signing.ts'
import { ToldPage } from '../sign-offs/pages/told-page.tsx'
import { withdrawSignOffs } from '../sign-offs/sign-offs-actions/withdraw-sign-offs.ts'
import { withdrawForm } from '../sign-offs/signing-forms.ts'
import { listProposedWithdrawals } from './list-proposed.ts'
import { isOpenProposal } from './model/proposal.ts'
import { ProposalPage } from './pages/proposal-page.tsx'
import { ProposePage } from './pages/propose-page.tsx'
import { listReplies } from './pauses-store.ts'
import { isHolderHere } from './proposals-store.ts'
import { endProposal, proposeWithdrawal } from './questions-actions/propose-withdrawal.ts'
import { answerReply } from './questions-actions/write-reply.ts'
import { explanationLimit, freshWords, wordsForm } from './questions-forms.ts'
import { readIssuer } from './read-decider.ts'

type Asked = FastifyRequest<{ Params: Params }>

export function proposalsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readProposal(person: Person, params: Params) {
    const id = idOf(params.signing)
    const found = await asActor(db, person, async (db) => {
      const decider = await readIssuer(db, person, id)
      const { signing, actedFor } = decider
      const { holderId, section } = signing
      const seen = { holderId, organisation: actedFor, subjectId: id, about: section }
      await recordViewing(db, { viewer: person, what: 'sign-off', ...seen })
      const issuers = await listIssuers(db, actedFor)
      return {
        ...decider,
        here: await isHolderHere(db, { signingId: id, actedFor }),
        proposals: await listProposedWithdrawals(db, { signingId: id }),
        replies: await listReplies(db, { signingId: id }),
        others: issuers.filter((one) => one.id !== person.id && one.id !== holderId),
      }
    })
    const { signing, proposals } = found
    const { edition } = await shelf.get(signing.edition)
    const { section } = findSection(edition, signing.section)
    const standing = openSignOffs(signing).map(({ code }) => code)
    const statements = confirmedStatements(section, standing)
    const open = proposals.find((one) => isOpenProposal(one, dayOf(now())))
    const mine = open?.proposedBy === person.id
    const today = dayOf(now())
    return {
      ...found,
      edition,
      statements,
      open,
      mine,
      today,
      title: nameSigning(edition, signing),
    }
  }

  app.get<{ Params: Params }>('/team/issued/:signing/proposal', async (request, reply) => {
    const view = await readProposal(signedIn(request), request.params)
    const { open, here, statements, signing } = view
    if (open === undefined && here) return reply.redirect(paths.withdraw(signing.id), 303)
    requireStepUp(request, now())
    const own = ownPage(request, reply, site)
    if (open !== undefined) {
      return sendPage(reply, <ProposalPage {...own} {...view} {...words} open={open} />)
    }
    if (statements.length === 0) return sendOver(request, reply)
    return sendPage(reply, <ProposePage {...own} {...view} entered={fresh} />)
  })

  app.post<{ Params: Params }>('/team/issued/:signing/proposal', async (request, reply) => {
    const person = signedIn(request)
    const view = await readProposal(person, request.params)
    const { id: signingId, signOffs } = view.signing
    const stepUp = requireStepUp(request, now(), { page: paths.proposal(signingId) })
    if (view.here) return reply.redirect(paths.withdraw(signingId), 303)
    const form = withdrawForm(
      request.body,
      signOffs.map(({ code }) => code),
    )
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      return sendPage(reply, <ProposePage {...own} {...view} {...{ entered, errors }} />, 422)
    }
    // Nobody proposes what nobody could decide.
    if (view.others.length === 0) return sendAlone(request, reply)
    const proposing = { signingId, stepUp, ...form.value }
    const outcome = await proposeWithdrawal(site, person, proposing)
    if (outcome === 'already-withdrawn') return sendOver(request, reply)
    return reply.redirect(paths.proposal(signingId), 303)
  })

  app.post<{ Params: Params }>('/team/issued/:signing/proposal/confirm', async (request, reply) => {
    const person = signedIn(request)
    const { open, mine, edition, signing } = await readProposal(person, request.params)
    const { id: signingId } = signing
    const stepUp = requireStepUp(request, now(), { page: paths.proposal(signingId) })
    if (open === undefined || mine || open.id !== readProposalId(request)) {
      return sendOver(request, reply)
    }
    const withdrawing = { signingId, edition, withdrawn: open, stepUp, proposal: open.id }
    const outcome = await withdrawSignOffs(site, person, withdrawing)
    if (outcome !== 'withdrawn') return sendOver(request, reply)
    return reply.redirect(paths.issued(signingId), 303)
  })

  app.post<{ Params: Params }>('/team/issued/:signing/proposal/refuse', async (request, reply) => {
    const person = signedIn(request)
    const view = await readProposal(person, request.params)
    const { open, signing } = view
    requireStepUp(request, now(), { page: paths.proposal(signing.id) })
    if (open === undefined) return sendOver(request, reply)
    const asked = { field: 'why', missing: 'Write why not', limit: explanationLimit }
    const form = wordsForm(request.body, asked)
    if (!form.ok) {
      const { entered: refusal, errors } = form
      const own = ownPage(request, reply, site)
      const page = <ProposalPage {...own} {...view} {...words} {...{ open, refusal, errors }} />
      return sendPage(reply, page, 422)
    }
    const proposal = readProposalId(request)
    const ending = {
      signingId: signing.id,
      proposal,
      outcome: 'refused',
      reason: form.value,
    } as const
    return sendEnded(request, reply, await endProposal(site, person, ending))
  })

  app.post<{ Params: Params }>(
    '/team/issued/:signing/proposal/take-back',
    async (request, reply) => {
      const person = signedIn(request)
      const { signing } = await readProposal(person, request.params)
      const proposal = readProposalId(request)
      const ending = { signingId: signing.id, proposal, outcome: 'taken-back' } as const
      return sendEnded(request, reply, await endProposal(site, person, ending))
    },
  )

  app.post<{ Params: Params }>('/team/issued/:signing/proposal/answer', async (request, reply) => {
    const person = signedIn(request)
    const view = await readProposal(person, request.params)
    const { open, signing } = view
    if (open === undefined) return sendOver(request, reply)
    const form = wordsForm(request.body, { field: 'answer', missing: 'Write your answer' })
    if (!form.ok) {
      const { entered: answer, errors } = form
      const own = ownPage(request, reply, site)
      const page = <ProposalPage {...own} {...view} {...words} {...{ open, answer, errors }} />
      return sendPage(reply, page, 422)
    }
    const about = { proposalId: readProposalId(request) }
    const written = { signingId: signing.id, about, words: form.value }
    if ((await answerReply(site, person, written)) === 'over') return sendOver(request, reply)
    return reply.redirect(paths.proposal(signing.id), 303)
  })

  function sendEnded(request: Asked, reply: FastifyReply, outcome: 'ended' | 'over') {
    if (outcome === 'over') return sendOver(request, reply)
    return reply.redirect(paths.issued(), 303)
  }

  function sendOver(request: Asked, reply: FastifyReply) {
    return sendTold(request, reply, {
      title: 'This cannot be decided here any more',
      words:
        'It was decided or taken back, its time is over, or whoever proposed it may no longer withdraw. Nothing was changed just now.',
    })
  }

  function sendAlone(request: Asked, reply: FastifyReply) {
    return sendTold(request, reply, {
      title: 'There is nobody to decide with you',
      words: 'You are the only person here who can withdraw. Nothing was changed just now.',
    })
  }

  function sendTold(
    request: Asked,
    reply: FastifyReply,
    told: { readonly title: string; readonly words: string },
  ) {
    const own = ownPage(request, reply, site)
    const link = { href: paths.issued(), text: 'See the sign-offs of your organisation' }
    return sendPage(reply, <ToldPage {...own} {...told} link={link} team />, 409)
  }
}

const fresh = { codes: [], cause: '', explanation: '', understood: false, findings: [] }
const words = { refusal: freshWords, answer: freshWords }

function readProposalId(request: FastifyRequest): string {
  return readId(textField(request.body, 'proposal')) ?? nobodys
}

/** The id of nothing: a form without one changes nothing. */
const nobodys = '00000000-0000-0000-0000-000000000000'
