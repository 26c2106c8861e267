/** Finding learning, looking at a course, asking for it, and saying what is missing. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { type Edition, statementsOf } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { latestEdition, ownEdition } from '../../passports/passports-edition.ts'
import { evaluateHeldLevel, readHeld } from '../../passports/standing/read-evaluation.ts'
import { paths } from '../../paths.ts'
import { idOf, type Params } from '../../web/own-page.ts'
import { chosenField, readId, textField } from '../../web/posted-form.ts'
import { accountOf, sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { askForCourse, listWorkplaces } from './asks-actions.ts'
import { listOwnAsks } from './asks-store.ts'
import { coursesOnPage, findCourses, getCourse } from './courses-store.ts'
import { askForm, findForm, searchOf } from './learning-forms.ts'
import { mayWithdraw, stateOfAsk } from './model/ask.ts'
import { isListed } from './model/course.ts'
import { nothingAsked } from './model/entered.ts'
import { findGaps, type GapKind, gapKinds } from './model/find-gaps.ts'
import { CoursePage, type CoursePageProps } from './pages/course-page.tsx'
import { LearningPage } from './pages/learning-page.tsx'
import { tellMissing } from './wishes-actions.ts'
import { listOwnAreas } from './wishes-store.ts'

type OfCourse = FastifyRequest<{ Params: Params }>

export function findRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now, config } = site
  const today = () => dayOf(now())

  app.get(paths.learning(), async (request, reply) => {
    const { actor, query } = request
    const stored = await (actor.kind === 'person' ? ownEdition(shelf, actor) : latestEdition(shelf))
    const sections = stored.edition.domains.flatMap(({ sections }) => sections)
    const asked = findForm(
      query,
      sections.map(({ code }) => code),
    )
    const entered = { ...asked, covers: asked.covers || (actor.kind === 'person' ? 'mine' : 'any') }
    const wanted = await wantedBy(actor, stored, entered.covers)
    const found = await findCourses(db, searchOf(entered, wanted), today())
    const areas = actor.kind === 'person' ? await asActor(db, actor, listOwnAreas) : []
    const view = { edition: stored.edition, entered, wanted, found, areas, demo: config.demo }
    const pages = Math.ceil(found.count / coursesOnPage)
    const page = { ...view, pages, done: textField(query, 'done') }
    return sendPage(reply, <LearningPage {...page} account={accountOf(request, reply)} />)
  })

  /** The codes to look for; undefined for any. */
  async function wantedBy(actor: Actor, stored: ShelvedEdition, covers: string) {
    const kind = gapKinds.find((kind) => kind === covers)
    if (kind !== undefined) return actor.kind === 'person' ? gapsOf(actor, stored, kind) : undefined
    if (covers === 'any') return undefined
    return codesOfSection(stored.edition, covers)
  }

  async function gapsOf(person: Person, stored: ShelvedEdition, kind: GapKind) {
    const whose = { holderId: person.id, ref: stored.ref }
    const held = await asActor(db, person, (db) => readHeld(db, whose))
    const { standings } = evaluateHeldLevel(held, stored, { today: today() })
    return findGaps(standings, kind)
  }

  app.post(paths.missingLearning(), async (request, reply) => {
    const person = signedIn(request)
    const { edition, ref } = await ownEdition(shelf, person)
    const known = statementsOf(edition).map(({ code }) => code)
    const ticked = chosenField(request.body, 'codes', offeredIn(request.body))
    const codes = known.filter((code) => ticked.some((one) => one.split(' ').includes(code)))
    await tellMissing(site, person, { edition: ref, codes })
    const done = codes.length > 0 ? 'told' : undefined
    return reply.redirect(paths.learning({ done }), 303)
  })

  app.get<{ Params: Params }>('/learning/courses/:id', async (request, reply) =>
    sendCourse(request, reply, { entered: nothingAsked }),
  )

  app.post<{ Params: Params }>('/learning/courses/:id/ask', async (request, reply) => {
    const person = signedIn(request)
    const courseId = idOf(request.params.id)
    const places = await placesOf(person)
    const form = askForm(request.body, places)
    if (!form.ok) return sendCourse(request, reply, form)
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    await askForCourse(site, person, { id, courseId, ...form.value })
    const open = await openAskOf(person, courseId)
    return reply.redirect(paths.learningAsk(open ?? id, 'asked'), 303)
  })

  function placesOf(person: Person) {
    const whose = { personId: person.id, today: today() }
    return asActor(db, person, (db) => listWorkplaces(db, whose))
  }

  async function openAskOf(person: Person, courseId: string): Promise<string | undefined> {
    const asks = await asActor(db, person, (db) => listOwnAsks(db, { holderId: person.id }))
    return asks.find((ask) => ask.courseId === courseId && mayWithdraw(stateOfAsk(ask)))?.id
  }

  async function sendCourse(
    request: OfCourse,
    reply: FastifyReply,
    { entered, errors }: Pick<CoursePageProps, 'entered' | 'errors'>,
  ) {
    const course = await getCourse(db, idOf(request.params.id))
    const { edition } = await shelf.get(course.edition)
    const { actor } = request
    const own = actor.kind === 'person'
    const view = {
      ...{ course, edition, entered, errors, demo: config.demo, id: randomUUID() },
      listed: isListed(course, today()),
      places: own ? await placesOf(actor) : [],
      open: own ? await openAskOf(actor, course.id) : undefined,
    }
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <CoursePage {...view} account={accountOf(request, reply)} />, status)
  }
}

function codesOfSection(edition: Edition, wanted: string): string[] {
  const sections = edition.domains.flatMap(({ sections }) => sections)
  const section = sections.find(({ code }) => code === wanted)
  return section?.statements.map(({ code }) => code) ?? []
}

/** Whatever was sent: each is looked for among the statements that there are. */
function offeredIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || !('codes' in body)) return []
  return [body.codes].flat().filter((one) => typeof one === 'string')
}
