/** What I say of myself, put right at once; and what others recorded, put right by those who answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { PersonalPart } from '../../personal-record.ts'
import { ownPage } from '../../web/own-page.ts'
import type { FieldError } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { OfferedRoles, OwnDetails } from './model/own-details.ts'
import { answerDueOn } from './model/rights-request.ts'
import { getOwnDetails } from './own-details-store.ts'
import { AskCorrectionPage } from './pages/ask-pages.tsx'
import { CorrectPage } from './pages/correct-page.tsx'
import {
  askForRight,
  correctOwnDetails,
  getCorrectable,
  listCorrectable,
} from './rights-actions.ts'
import { correctionForm, ownDetailsForm } from './rights-forms.ts'

export interface Rights {
  readonly site: Site
  readonly parts: readonly PersonalPart[]
  /** The levels and professions that passports are kept on. */
  readonly offerRoles: () => Promise<OfferedRoles>
}

interface About {
  readonly about?: string
}

export function correctRoutes(app: FastifyInstance, { site, parts, offerRoles }: Rights): void {
  const { db, now } = site

  app.get<{ Querystring: { done?: string } }>(paths.correct(), (request, reply) =>
    sendCorrect(request, reply, { done: request.query.done === 'yes' }),
  )

  app.post(paths.correct(), async (request, reply) => {
    const form = ownDetailsForm(request.body, await offerRoles())
    if (!form.ok) return sendCorrect(request, reply, { details: form.entered, errors: form.errors })
    await correctOwnDetails(db, signedIn(request), form.value)
    return reply.redirect(`${paths.correct()}?done=yes`, 303)
  })

  async function sendCorrect(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: {
      readonly details?: OwnDetails
      readonly errors?: readonly FieldError[]
      readonly done?: boolean
    },
  ) {
    const person = signedIn(request)
    const { id: personId } = person
    const found = await asActor(db, person, async (db) => ({
      details: await getOwnDetails(db, { personId }),
      correctable: await listCorrectable(db, parts, personId),
    }))
    const roles = await offerRoles()
    const view = { done: false, ...found, ...shown, roles }
    const page = <CorrectPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, shown.errors === undefined ? 200 : 422)
  }

  app.get<{ Querystring: About }>('/account/correct/ask', async (request, reply) => {
    const record = await readRecord(signedIn(request), request.query)
    const entered = { words: '', findings: [] }
    const view = { record, entered, dueOn: answerDueOn(dayOf(now())) }
    return sendPage(reply, <AskCorrectionPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Querystring: About }>('/account/correct/ask', async (request, reply) => {
    const person = signedIn(request)
    const record = await readRecord(person, request.query)
    const form = correctionForm(request.body)
    if (!form.ok) {
      const { entered, errors } = form
      const view = { record, entered, errors, dueOn: answerDueOn(dayOf(now())) }
      const page = <AskCorrectionPage {...ownPage(request, reply, site)} {...view} />
      return sendPage(reply, page, 422)
    }
    const { ref: about, words: aboutWords, organisation } = record
    const asking = { about, aboutWords, organisation, words: form.value }
    const { id, outcome } = await askForRight(site, person, { kind: 'correction', ...asking })
    return reply.redirect(paths.askedOne(id, outcome), 303)
  })

  function readRecord(person: Person, { about: ref = '' }: About) {
    return asActor(db, person, (db) => getCorrectable(db, parts, { personId: person.id, ref }))
  }
}
