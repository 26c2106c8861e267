/** Which edition an organisation works by: read by those who work there, decided by its managers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { requireManager } from '../../organisations/memberships/memberships-actions/manage-jobs.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { adoptEdition } from './adopt-edition.ts'
import { adoptionForm, freshAdoption } from './adoption-forms.ts'
import { AdoptPage } from './pages/adopt-page.tsx'
import { AdoptionPage } from './pages/adoption-page.tsx'
import { readAdoption } from './read-adoption.ts'

type Asked = FastifyRequest<{ Params: Params }>

export function adoptionRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  /** Throws NotFound for whoever does not work there. */
  async function readOwn(request: Asked) {
    const person = signedIn(request)
    const { slug = '' } = request.params
    if (!person.employers?.includes(slug)) throw new NotFound(`does not work at ${slug}`)
    const heads = await shelf.list()
    return asActor(db, person, (db) => readAdoption(db, heads, { slug, today: dayOf(now()) }))
  }

  app.get<{ Params: Params }>(paths.editionAt(':slug'), async (request, reply) => {
    const view = await readOwn(request)
    const mayAdopt = hasPermission(signedIn(request), 'manage-team', view.slug)
    const page = <AdoptionPage {...ownPage(request, reply, site)} {...view} mayAdopt={mayAdopt} />
    return sendPage(reply, page)
  })

  async function sendForm(
    request: Asked,
    reply: FastifyReply,
    shown: Partial<Pick<Parameters<typeof AdoptPage>[0], 'entered' | 'errors'>>,
  ) {
    const view = await readOwn(request)
    const entered = shown.entered ?? freshAdoption(view.history[0]?.number ?? 0)
    const own = ownPage(request, reply, site)
    const page = <AdoptPage {...own} {...view} errors={shown.errors} entered={entered} />
    return sendPage(reply, page, shown.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.adoptEdition(':slug'), async (request, reply) => {
    requireManager(signedIn(request), request.params.slug ?? '')
    requireStepUp(request, now())
    return sendForm(request, reply, {})
  })

  app.post<{ Params: Params }>(paths.adoptEdition(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug: organisation = '' } = request.params
    requireManager(person, organisation)
    const stepUp = requireStepUp(request, now(), { page: paths.adoptEdition(organisation) })
    const editions = (await readOwn(request)).choices.map(({ ref }) => ref)
    const form = adoptionForm(request.body, { editions, today: dayOf(now()) })
    if (!form.ok) return sendForm(request, reply, form)
    const { entered, value: draft } = form
    const outcome = await adoptEdition(db, person, { organisation, draft, stepUp })
    if (outcome === 'overtaken') return sendForm(request, reply, { entered, errors: [overtaken] })
    shelf.forgetAdoptions(organisation)
    return reply.redirect(paths.editionAt(organisation), 303)
  })
}

const overtaken = {
  field: 'edition',
  message: 'Another manager decided meanwhile. Open the page again to see what they chose',
}
