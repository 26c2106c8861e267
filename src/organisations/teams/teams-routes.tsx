import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { PlaceKind } from '../model/team.ts'
import { readOrganisation } from '../read-organisation.ts'
import { listSites, listTeams } from '../teams-store.ts'
import { type PlaceEntered, PlacePage, type PlacePageProps } from './pages/place-page.tsx'
import { TeamsPage } from './pages/teams-page.tsx'
import { addPlace, changePlace, refuseOthers } from './teams-actions.ts'
import { emptyPlace, enteredOf, placeForm } from './teams-forms.ts'

type OfPlace = { Params: { readonly slug: string; readonly id: string } }

export function teamsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get<{ Params: { readonly slug: string } }>(
    paths.organisationTeams(':slug'),
    async (request, reply) => {
      const person = signedIn(request)
      const { slug } = request.params
      refuseOthers(person, slug)
      const today = dayOf(now())
      const { name, judgement, ...places } = await asActor(db, person, async (db) => ({
        ...(await readOrganisation(db, slug, today)),
        ...(await readPlaces(db, slug)),
      }))
      const view = { slug, name, ...places, mayIssue: judgement.may, today }
      return sendPage(reply, <TeamsPage {...ownPage(request, reply, site)} {...view} />)
    },
  )

  placeRoutes('site', paths.organisationSite(':slug', ':id'))
  placeRoutes('team', paths.organisationTeam(':slug', ':id'))

  function placeRoutes(kind: PlaceKind, path: string): void {
    app.get<OfPlace>(path, async (request, reply) => {
      const { place } = await readPlace(request, kind)
      const entered = place === undefined ? emptyPlace : enteredOf(place)
      return sendPlace(request, reply, { kind, entered })
    })

    app.post<OfPlace>(path, async (request, reply) => {
      const person = signedIn(request)
      const { slug: organisation, id } = request.params
      const { place } = await readPlace(request, kind)
      const form = placeForm(request.body, { kind, from: place?.from })
      if (!form.ok) return sendPlace(request, reply, { kind, ...form })
      const outcome =
        place === undefined
          ? await addPlace(db, person, { kind, organisation }, form.value)
          : await changePlace(db, person, { id, kind, organisation }, form.value)
      if (outcome === 'saved') return reply.redirect(paths.organisationTeams(organisation), 303)
      const errors = [{ field: 'name', message: `There is a ${kind} of this name already` }]
      return sendPlace(request, reply, { kind, entered: form.entered, errors })
    })
  }

  /** The site or team of the address; none where one is to be added. Throws NotFound. */
  async function readPlace(request: FastifyRequest<OfPlace>, kind: PlaceKind) {
    const person = signedIn(request)
    const { slug, id } = request.params
    refuseOthers(person, slug)
    const { sites, teams } = await asActor(db, person, (db) => readPlaces(db, slug))
    if (id === 'add') return { sites, place: undefined }
    const wanted = idOf(id)
    const places = kind === 'site' ? sites : teams
    const place = places.find((place) => place.id === wanted)
    if (place === undefined) throw new NotFound(`${kind} ${id}`)
    return { sites, place }
  }

  async function sendPlace(
    request: FastifyRequest<OfPlace>,
    reply: FastifyReply,
    {
      kind,
      entered,
      errors,
    }: {
      readonly kind: PlaceKind
      readonly entered: PlaceEntered
      readonly errors?: PlacePageProps['errors']
    },
  ) {
    const { sites } = await readPlace(request, kind)
    const { slug, id } = request.params
    const own = ownPage(request, reply, site)
    const open = sites.filter(({ id, to }) => to === undefined || id === entered.site)
    const page = <PlacePage {...own} {...{ slug, kind, id, sites: open, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }
}

async function readPlaces(db: Transaction, slug: string) {
  return { sites: await listSites(db, slug), teams: await listTeams(db, slug) }
}
