/** A provider's part of the catalogue, and what is wanted near it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasPermission } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { statementsOf } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { getEmployer } from '../../organisations/memberships/people-store.ts'
import { editionAt } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { addCourse, changeCourse, removeCourse } from './courses-actions.ts'
import { getOwnCourse, listCourses } from './courses-store.ts'
import { courseForm, emptyCourse, enteredOf } from './learning-forms.ts'
import { suppressDemand } from './model/suppress-demand.ts'
import { CourseFormPage, type CourseFormPageProps } from './pages/course-form-page.tsx'
import { CoursesPage } from './pages/courses-page.tsx'
import { WantedPage } from './pages/wanted-page.tsx'
import { fillsCatalogue, getProvider, type ProvidersRequest, providerOf } from './providing.ts'
import { listWanted } from './wishes-store.ts'

const mostShown = 500

export function providerRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const today = () => dayOf(now())

  app.get<{ Params: Params }>('/orgs/:slug/courses', async (request, reply) => {
    const { person, organisation } = providerOf(request)
    const view = await asActor(db, person, async (db) => ({
      provider: await getProvider(db, organisation),
      courses: await listCourses(db, organisation, mostShown),
    }))
    const page = { ...view, today: today(), done: textField(request.query, 'done') }
    return sendPage(reply, <CoursesPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/orgs/:slug/courses/wanted', async (request, reply) => {
    const person = signedIn(request)
    const { slug = '' } = request.params
    const sees = fillsCatalogue(person, slug) || hasPermission(person, 'see-statistics', slug)
    if (!sees) throw new NotFound(`what is wanted near ${slug}`)
    const { provider, wanted, areas } = await asActor(db, person, async (db) => ({
      provider: await getEmployer(db, slug),
      ...(await listWanted(db, { organisation: slug })),
    }))
    const { edition } = await editionAt(shelf, slug)
    const page = { provider, edition, wanted: suppressDemand(wanted, areas) }
    return sendPage(reply, <WantedPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/orgs/:slug/courses/add', (request, reply) =>
    sendForm(request, reply, { entered: emptyCourse, id: randomUUID() }),
  )

  app.post<{ Params: Params }>('/orgs/:slug/courses/add', async (request, reply) => {
    const { person, organisation } = providerOf(request)
    const { rules, ref } = await readRules(organisation)
    const form = courseForm(request.body, rules)
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    if (!form.ok) return sendForm(request, reply, { ...form, id })
    const course = { id, organisation, edition: ref, draft: form.value }
    if (await addCourse(site, person, course)) {
      return reply.redirect(paths.courses(organisation, 'added'), 303)
    }
    const { entered } = form
    return sendForm(request, reply, { entered, id, errors: [likeIt] })
  })

  app.get<{ Params: Params }>('/orgs/:slug/courses/of/:course', async (request, reply) => {
    const course = await readOwn(request)
    const { id } = course
    return sendForm(request, reply, { entered: enteredOf(course), id, course: id })
  })

  app.post<{ Params: Params }>('/orgs/:slug/courses/of/:course', async (request, reply) => {
    const { person, organisation } = providerOf(request)
    const { id } = await readOwn(request)
    const { rules, ref } = await readRules(organisation)
    const form = courseForm(request.body, rules)
    if (!form.ok) return sendForm(request, reply, { ...form, id, course: id })
    const changed = { id, organisation, edition: ref, draft: form.value }
    if (await changeCourse(site, person, changed)) {
      return reply.redirect(paths.courses(organisation, 'changed'), 303)
    }
    return sendForm(request, reply, { entered: form.entered, id, course: id, errors: [likeIt] })
  })

  app.post<{ Params: Params }>('/orgs/:slug/courses/of/:course/remove', async (request, reply) => {
    const { person, organisation } = providerOf(request)
    await removeCourse(site, person, { id: idOf(request.params.course), organisation })
    return reply.redirect(paths.courses(organisation, 'removed'), 303)
  })

  async function sendForm(
    request: ProvidersRequest,
    reply: FastifyReply,
    form: Pick<CourseFormPageProps, 'entered' | 'errors' | 'id' | 'course'>,
  ) {
    const { person, organisation } = providerOf(request)
    const provider = await asActor(db, person, (db) => getProvider(db, organisation))
    const { edition } = await editionAt(shelf, organisation)
    const own = ownPage(request, reply, site)
    const page = <CourseFormPage {...own} {...{ provider, edition }} {...form} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  /** Throws NotFound for another provider's. */
  function readOwn(request: ProvidersRequest) {
    const { person, organisation } = providerOf(request)
    const wanted = { id: idOf(request.params.course), organisation }
    return asActor(db, person, (db) => getOwnCourse(db, wanted))
  }

  async function readRules(organisation: string) {
    const { edition, ref } = await editionAt(shelf, organisation)
    const codes = new Set(statementsOf(edition).map(({ code }) => code))
    return { ref, rules: { codes, today: today() } }
  }
}

const likeIt = {
  field: 'title',
  message: 'You offer one like this already, there and on that day. Change that one instead',
} as const
