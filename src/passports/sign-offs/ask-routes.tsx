import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listAssessors } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { withoutRefused } from '../assessing/judge-statements.ts'
import { carryAnswers } from '../carry-over/model/carry-answers.ts'
import { readOfferedEvidence } from '../evidence-shown/read-offered-evidence.ts'
import { askedWith } from '../model/asked-together.ts'
import { chooseToAsk } from '../model/choose-to-ask.ts'
import { unsignedCodes } from '../model/list-not-signed.ts'
import type { SignOffRequest } from '../model/sign-off-request.ts'
import { editionAt, ownEdition } from '../passports-edition.ts'
import { askForm, colleagueKey } from '../passports-forms.ts'
import { listAnswersByEdition } from '../passports-store.ts'
import { readPlace } from '../self-assessment/self-assess-routes.tsx'
import { AskPage } from './pages/ask-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import { listOwnRequests } from './requests-store.ts'
import { askForSignOff } from './sign-offs-actions/ask-for-sign-off.ts'
import { takeBackRequest } from './sign-offs-actions/take-back-request.ts'
import { listSigningsFor } from './signings-store.ts'

export function askRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Params: Params; Querystring: AskQuery }>(askPath, async (request, reply) => {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person, request.query)
    const { params } = request
    const view = await asActor(db, person, (db) =>
      readAsking(db, { person, stored, params, today: dayOf(now()) }),
    )
    const after = await asActor(db, person, (db) => findAsked(db, person, request.query.after))
    const entered = proposeAsking(view, after && { ...after, of: request.query.of })
    return sendPage(
      reply,
      <AskPage {...ownPage(request, reply, site)} {...view} entered={entered} />,
    )
  })

  app.post<{ Params: Params }>(askPath, async (request, reply) => {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person, request.body)
    const { params } = request
    const view = await asActor(db, person, (db) =>
      readAsking(db, { person, stored, params, today: dayOf(now()) }),
    )
    const { colleagues, statements, section, level } = view
    const form = askForm(request.body, {
      colleagues,
      codes: statements.map(({ code }) => code),
      evidence: view.offered.evidence.map(({ id }) => id),
    })
    if (!form.ok) {
      const { entered, errors } = form
      const page = <AskPage {...ownPage(request, reply, site)} {...view} {...{ entered, errors }} />
      return sendPage(reply, page, 422)
    }
    const theirs = await editionOfAll(form.value.of)
    if (theirs?.ref !== stored.ref) return sendOther(request, reply, { view, theirs, form })
    const place = { edition: stored.ref, section: section.code, level }
    const result = await askForSignOff(db, person, { ...place, ...form.value })
    if (result.outcome === 'no-such-assessor') {
      throw new Conflict(
        'A colleague you chose can no longer sign off where you work. Nothing was sent.',
      )
    }
    if (result.outcome === 'asked') {
      return reply.redirect(`${paths.passport(level)}&asked=${result.id}`, 303)
    }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <AlreadyAsked {...own} request={result.request} />, 409)
  })

  /** A colleague signs by the edition that their organisation works by. Undefined where they differ. */
  async function editionOfAll(of: readonly { readonly organisation: string }[]) {
    const slugs = [...new Set(of.map(({ organisation }) => organisation))]
    const editions = await Promise.all(slugs.map((slug) => editionAt(shelf, slug)))
    const [first, ...others] = editions
    return others.every(({ ref }) => ref === first?.ref) ? first : undefined
  }

  /** The same form, by the edition of whom they chose: or for one organisation after the other. */
  async function sendOther(
    request: FastifyRequest<{ Params: Params }>,
    reply: FastifyReply,
    asked: {
      readonly view: Awaited<ReturnType<typeof readAsking>>
      readonly theirs: ShelvedEdition | undefined
      readonly form: Extract<ReturnType<typeof askForm>, { ok: true }>
    },
  ) {
    const person = signedIn(request)
    const { theirs: stored, form } = asked
    const { params } = request
    const today = dayOf(now())
    const view =
      stored === undefined
        ? asked.view
        : await asActor(db, person, (db) =>
            readAsking(db, { person, stored, params, today }),
          ).catch((error: unknown) => {
            if (!(error instanceof NotFound)) throw error
            throw new Conflict(`${worksBy(stored)}, which does not have this. Nothing was sent.`)
          })
    const errors = [
      stored === undefined
        ? {
            field: 'colleague',
            message:
              'The organisations of the colleagues you chose work by different editions. Select colleagues of one organisation, and then ask the others',
          }
        : {
            field: 'codes',
            message: `${worksBy(stored)}. Look at its statements and ask again. Nothing was sent yet`,
          },
    ]
    const own = ownPage(request, reply, site)
    return sendPage(
      reply,
      <AskPage {...own} {...view} entered={form.entered} errors={errors} />,
      422,
    )
  }

  app.post<{ Params: Params }>('/passport/requests/:id/take-back', async (request, reply) => {
    const person = signedIn(request)
    const { id, level } = await takeBackRequest(db, person, idOf(request.params.id))
    return reply.redirect(`${paths.passport(level)}&taken-back=${id}`, 303)
  })
}

function worksBy({ edition }: ShelvedEdition): string {
  return `The colleague you chose works by the ${edition.version} edition`
}

const askPath = '/passport/ask/:section/:level'

interface AskQuery {
  /** An own request that was not signed, or not all of it. */
  readonly after?: string
  /** "same" asks the same colleague again, "other" somebody else. */
  readonly of?: string
  /** Another edition than the worker's own: "2027". */
  readonly edition?: string
}

async function findAsked(db: Transaction, person: Person, id: string | undefined) {
  if (id === undefined) return undefined
  const holderId = person.id
  const requests = await listOwnRequests(db, { holderId })
  const request = requests.find((one) => one.id === id)
  if (request === undefined) return undefined
  const signings = await listSigningsFor(db, { holderId })
  const signing = signings.find(({ requestId }) => requestId === id)
  return { request, signing, asked: askedWith(request, requests) }
}

/** The form as it is offered: what was not signed before, or else what the worker says they do. */
function proposeAsking(
  { colleagues, statements, answers }: Awaited<ReturnType<typeof readAsking>>,
  after:
    | (NonNullable<Awaited<ReturnType<typeof findAsked>>> & { of: string | undefined })
    | undefined,
) {
  const [only, ...others] = colleagues
  const before = after?.asked.map((one) => colleagueKey({ ...one, id: one.assessorId })) ?? []
  const alone = others.length === 0 && after?.of !== 'other' ? only?.key : undefined
  const again = after && unsignedCodes(after.request, after.signing)
  const codes = statements.map(({ code }) => code)
  return {
    colleagues: after?.of === 'same' ? before : alone === undefined ? [] : [alone],
    codes: again ? codes.filter((code) => again.includes(code)) : chooseToAsk(codes, answers),
    // Nothing is shown that was not chosen for this request.
    evidence: [],
    message: '',
    findings: [],
  }
}

async function readAsking(
  db: Transaction,
  {
    person,
    stored,
    params,
    today,
  }: {
    readonly person: Person
    readonly stored: ShelvedEdition
    readonly params: Params
    readonly today: string
  },
) {
  const { edition } = stored
  const place = await readPlace(db, { person, edition, params })
  const codes = place.statements.map(({ code }) => code)
  const all = await listAssessors(db, person.id)
  const whom = { holderId: person.id, edition, codes }
  const colleagues = await withoutRefused(db, { ...whom, colleagues: all })
  return {
    ...place,
    edition,
    answers: carryAnswers(await listAnswersByEdition(db, { holderId: person.id }), {
      ...{ ...stored, today },
    }),
    colleagues: colleagues.map((colleague) => ({ ...colleague, key: colleagueKey(colleague) })),
    left: all.length - colleagues.length,
    offered: await readOfferedEvidence(db, { holderId: person.id, codes }),
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
