/** A steward records what happened to an organisation, having checked what the register will say. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { dayAnswer } from '../day-answer.ts'
import { partsOf } from '../model/check-event.ts'
import { isArea, type RegisterWords } from '../model/kinds.ts'
import { mayIssue } from '../model/may-issue.ts'
import type { Histories } from '../model/organisation-history.ts'
import { nameOn } from '../model/organisation-on.ts'
import { readOrganisation } from '../read-organisation.ts'
import { countIssuedSince, findByNameOrSlug } from '../register-store.ts'
import { readAsSteward } from './as-steward.ts'
import { emptyEvent, readEvent, readEventKind } from './event-forms.ts'
import { CheckEventPage, type CheckEventPageProps } from './pages/check-event-page.tsx'
import { type EventEntered, EventPage, type EventPageProps } from './pages/event-page.tsx'
import { type MoveEntered, MovePage } from './pages/move-page.tsx'
import {
  historiesOf,
  judgeEvent,
  moveOrganisation,
  type RecordedEvent,
  recordRegisterEvent,
} from './register-actions.ts'
import { stewardshipOf } from './stewardship.ts'

type OfOrganisation = { Params: { readonly slug: string } }
type OfEvent = { Params: { readonly slug: string; readonly event: string } }

export function eventRoutes(app: FastifyInstance, site: Site, words: RegisterWords): void {
  const today = () => dayOf(site.now())
  const eventPath = paths.recordOrganisationEvent(':slug', ':event')

  /** The form as it was sent, checked against the register. */
  async function readForm(person: Person, { slug, event }: OfEvent['Params'], body: unknown) {
    const kind = readEventKind(event)
    if (kind === undefined) throw new NotFound(`event ${event}`)
    return readAsSteward(site.db, person, async (db) => {
      const { name } = await readOrganisation(db, slug, today())
      const form = await readEvent(db, body, { kind, slug, today: today() })
      const place = { slug, name, kind }
      return form.ok ? { ...place, ...(await judged(db, person, form)) } : { ...place, ...form }
    })
  }

  async function judged(
    db: Transaction,
    person: Person,
    form: { readonly event: RecordedEvent; readonly entered: EventEntered },
  ) {
    const { before, after } = form.event
    const histories = await historiesOf(db, [...before, ...after])
    const stewardship = await stewardshipOf(db, person)
    const findings = judgeEvent(form.event, { histories, stewardship, now: site.now() })
    if (findings.length === 0) {
      const parts = await describeParts(db, form.event, { histories, today: today() })
      return { ...form, ok: true as const, parts }
    }
    return { ok: false as const, entered: form.entered, errors: asErrors(findings) }
  }

  app.get<OfEvent>(eventPath, async (request, reply) => {
    const person = signedIn(request)
    const read = await readForm(person, request.params, request.query)
    requireStepUp(request, site.now())
    if (textField(request.query, 'check') !== 'yes') {
      const entered = Object.keys(Object(request.query)).length === 0 ? emptyEvent : read.entered
      return sendForm(request, reply, { ...read, entered, errors: undefined })
    }
    if (!read.ok) return sendForm(request, reply, read)
    const { slug, name, kind, event, entered, parts } = read
    const { on, source } = event
    const view = { slug, name, kind, on, source, newName: event.name, parts, entered }
    return sendPage(reply, <CheckEventPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<OfEvent>(eventPath, async (request, reply) => {
    const person = signedIn(request)
    const read = await readForm(person, request.params, request.body)
    if (!read.ok) return sendForm(request, reply, read)
    const { slug, kind, event } = read
    requireStepUp(request, site.now(), { page: paths.recordOrganisationEvent(slug, kind) })
    const findings = await recordRegisterEvent(site, person, event)
    if (findings.length > 0)
      return sendForm(request, reply, { ...read, errors: asErrors(findings) })
    return reply.redirect(`${paths.stewardsOrganisation(slug)}?done=recorded`, 303)
  })

  function sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { slug, name, kind, entered, errors }: Omit<EventPageProps, 'account' | 'demo'>,
  ) {
    const own = ownPage(request, reply, site)
    const page = <EventPage {...own} {...{ slug, name, kind, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get<OfOrganisation>(paths.moveOrganisation(':slug'), (request, reply) => {
    const on = { day: '', month: '', year: '' }
    return sendMove(request, reply, { area: '', on, leaves: true })
  })

  app.post<OfOrganisation>(paths.moveOrganisation(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug } = request.params
    const form = await readAsSteward(site.db, person, (db) => readMove(db, request.body, slug))
    if (!form.ok) return sendMove(request, reply, form.entered, form.errors)
    requireStepUp(request, site.now(), { page: paths.moveOrganisation(slug) })
    await moveOrganisation(site, person, { organisation: slug, ...form.value })
    return reply.redirect(`${paths.stewardsOrganisation(slug)}?done=moved`, 303)
  })

  async function readMove(db: Transaction, body: unknown, slug: string) {
    const on = dayAnswer(body, {
      ...{ field: 'on', what: 'the day from which it belongs there', latest: today() },
      outside: 'The day must be today or in the past',
    })
    const typed = textField(body, 'area')
    const entered = { area: typed, on: on.parts, leaves: textField(body, 'leaves') === 'yes' }
    const area = await findArea(db, typed, slug)
    const errors = [
      ...(area === undefined ? [{ field: 'area', message: 'Enter an area of the register' }] : []),
      ...on.errors,
    ]
    if (area === undefined || on.day === undefined) return { ok: false as const, entered, errors }
    return { ok: true as const, value: { area, on: on.day, leaves: entered.leaves } }
  }

  async function findArea(db: Transaction, typed: string, slug: string) {
    const [found, second] = typed === '' ? [] : await findByNameOrSlug(db, typed)
    if (found === undefined || second !== undefined || found === slug) return undefined
    const history = (await historiesOf(db, [found])).get(found)
    return history !== undefined && isArea(words, history.kind) ? found : undefined
  }

  async function sendMove(
    request: FastifyRequest<OfOrganisation>,
    reply: FastifyReply,
    entered: MoveEntered,
    errors?: EventPageProps['errors'],
  ) {
    const { slug } = request.params
    const read = (db: Transaction) => readOrganisation(db, slug, today())
    const { name, history } = await readAsSteward(site.db, signedIn(request), read)
    const areas = history.areas.filter(({ to }) => to === undefined).map(({ name }) => name)
    const own = ownPage(request, reply, site)
    const page = <MovePage {...own} {...{ slug, name, areas, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }
}

function asErrors(findings: readonly { readonly at: string; readonly message: string }[]) {
  return findings.map(({ at, message }) => ({ field: at, message }))
}

async function describeParts(
  db: Transaction,
  event: RecordedEvent,
  { histories, today }: { readonly histories: Histories; readonly today: string },
): Promise<CheckEventPageProps['parts']> {
  const parts: CheckEventPageProps['parts'][number][] = []
  for (const { organisation, part } of partsOf(event, histories)) {
    const history = histories.get(organisation)
    parts.push({
      ...{ organisation, part },
      name: history === undefined ? organisation : nameOn(history.names, event.on),
      mayIssue: history !== undefined && mayIssue(history, today).may,
      issuedSince:
        part === 'ended' ? await countIssuedSince(db, { organisation, day: event.on }) : 0,
    })
  }
  return parts
}
