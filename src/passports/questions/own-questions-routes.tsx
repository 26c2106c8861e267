/** A holder reads what is asked of their sign-off, and replies. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { nameSigning } from '../model/name-signing.ts'
import { ToldPage } from '../sign-offs/pages/told-page.tsx'
import { getOwnSigning } from '../sign-offs/signings-store.ts'
import { listProposedWithdrawals } from './list-proposed.ts'
import { OwnQuestionPage } from './pages/own-question-page.tsx'
import { listPauseActs, listReplies } from './pauses-store.ts'
import { replyToQuestion } from './questions-actions/write-reply.ts'
import { freshWords, wordsForm } from './questions-forms.ts'

export function ownQuestionsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readQuestion(person: Person, params: Params) {
    const id = idOf(params.signing)
    const found = await asActor(db, person, async (db) => ({
      signing: await getOwnSigning(db, { id, holderId: person.id }),
      acts: await listPauseActs(db, { signingId: id }),
      proposals: await listProposedWithdrawals(db, { signingId: id }),
      replies: await listReplies(db, { signingId: id }),
    }))
    const { edition } = await shelf.get(found.signing.edition)
    return { ...found, edition, title: nameSigning(edition, found.signing), today: dayOf(now()) }
  }

  app.get<{ Params: Params }>('/passport/questions/:signing', async (request, reply) => {
    const view = await readQuestion(signedIn(request), request.params)
    const own = ownPage(request, reply, site)
    return sendPage(reply, <OwnQuestionPage {...own} {...view} entered={freshWords} />)
  })

  app.post<{ Params: Params }>('/passport/questions/:signing/reply', async (request, reply) => {
    const person = signedIn(request)
    const view = await readQuestion(person, request.params)
    const form = wordsForm(request.body, { field: 'words', missing: 'Write your reply' })
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      return sendPage(reply, <OwnQuestionPage {...own} {...view} {...{ entered, errors }} />, 422)
    }
    const signingId = view.signing.id
    const written = { signingId, about: aboutOf(request), words: form.value }
    const outcome = await replyToQuestion(site, person, written)
    if (outcome === 'over') return sendOver(request, reply, signingId)
    return reply.redirect(paths.ownQuestion(signingId), 303)
  })

  function sendOver(request: FastifyRequest, reply: FastifyReply, signingId: string) {
    const own = ownPage(request, reply, site)
    const title = 'This was decided before your reply'
    const words = 'Your reply was not sent. Look at how it stands now, and talk to your manager.'
    const link = { href: paths.ownQuestion(signingId), text: 'See how it stands' }
    return sendPage(reply, <ToldPage {...own} {...{ title, words, link }} />, 409)
  }
}

function aboutOf({ body }: FastifyRequest) {
  const proposalId = readId(textField(body, 'proposal'))
  return proposalId === undefined
    ? { pauseId: readId(textField(body, 'pause')) ?? '' }
    : { proposalId }
}
