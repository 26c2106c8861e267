/** What a worker shares of where they stand, for whom, employer by employer: chosen, looked at, stopped. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { editionAt } from '../../passports/passports-edition.ts'
import { readHeld } from '../../passports/standing/read-evaluation.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { type Audience, findLive } from './model/audience.ts'
import { ChooseSharingPage } from './pages/choose-sharing-page.tsx'
import { SharingPage } from './pages/sharing-page.tsx'
import { SharingPreviewPage } from './pages/sharing-preview-page.tsx'
import { showHeld } from './read-team.ts'
import { listEmployers, shareStanding, stopStanding } from './sharing-actions.ts'
import { enteredFor, readAudience, readDepth, sharingForm } from './sharing-forms.ts'
import { listStandingShares, listStandingSupervisors } from './sharing-store.ts'

interface Asked {
  readonly Params: Params
  readonly Querystring: { readonly for?: string; readonly depth?: string }
}

type Request = FastifyRequest<{ Params: Params; Querystring: Asked['Querystring'] }>

export function sharingRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const today = () => dayOf(now())

  function readSharing(person: Person) {
    return asActor(db, person, async (db) => {
      const [shares, employers, supervisors] = await Promise.all([
        listStandingShares(db, { holderId: person.id }),
        listEmployers(db, { personId: person.id, today: today() }),
        listStandingSupervisors(db, { holderId: person.id }),
      ])
      return { shares, employers, supervisors }
    })
  }

  /** Throws NotFound for where they do not work today, or for supervisors that they do not have. */
  async function readOne(person: Person, { params, query }: Pick<Request, 'params' | 'query'>) {
    const { organisation } = params
    const audience = requireAudience(query)
    const all = await readSharing(person)
    const employer = all.employers.find((one) => one.organisation === organisation)
    const supervisors = all.supervisors.filter((one) => one.organisation === organisation)
    if (employer === undefined || (audience === 'supervisors' && supervisors.length === 0)) {
      throw new NotFound(`nobody to share with at ${organisation}`)
    }
    const share = findLive(all.shares, { ...employer, audience })
    return { employer, audience, share, supervisors }
  }

  app.get<{ Querystring: { done?: string } }>(paths.standingShares(), async (request, reply) => {
    const { done } = request.query
    const view = { ...(await readSharing(signedIn(request))), done }
    return sendPage(reply, <SharingPage {...ownPage(request, reply, site)} {...view} />)
  })

  const one = paths.standingShare(':organisation')

  app.get<Asked>(one, async (request, reply) => {
    const view = await readOne(signedIn(request), request)
    const entered = enteredFor(view.share?.depth)
    return sendPage(
      reply,
      <ChooseSharingPage {...ownPage(request, reply, site)} {...view} entered={entered} />,
    )
  })

  app.post<Asked>(one, async (request, reply) => {
    const person = signedIn(request)
    const view = await readOne(person, request)
    const { audience } = view
    const form = sharingForm(request.body, audience)
    if (!form.ok) {
      const page = <ChooseSharingPage {...ownPage(request, reply, site)} {...view} {...form} />
      return sendPage(reply, page, 422)
    }
    const { organisation } = view.employer
    const { depth } = form.value
    if (depth === undefined) await stopStanding(db, person, { organisation, audience })
    else await shareStanding(site, person, { organisation, audience, depth })
    return reply.redirect(paths.standingShares(depth === undefined ? 'stopped' : 'shared'), 303)
  })

  app.post<Asked>(paths.stopStandingShare(':organisation'), async (request, reply) => {
    const { organisation = '' } = request.params
    const audience = requireAudience(request.query)
    await stopStanding(db, signedIn(request), { organisation, audience })
    return reply.redirect(paths.standingShares('stopped'), 303)
  })

  app.get<Asked>(paths.standingPreview(':organisation'), async (request, reply) => {
    const person = signedIn(request)
    const { employer, audience, share, supervisors } = await readOne(person, request)
    const depth = readDepth(request.query.depth) ?? share?.depth ?? 'counts'
    const stored = await editionAt(shelf, employer.organisation)
    const whose = { holderId: person.id, ref: stored.ref }
    const held = await asActor(db, person, (db) => readHeld(db, whose))
    const view = {
      ...{ employer, audience, share, supervisors, name: person.name, edition: stored.edition },
      shared: showHeld(held, stored, { depth, today: today() }),
    }
    return sendPage(reply, <SharingPreviewPage {...ownPage(request, reply, site)} {...view} />)
  })
}

/** Throws NotFound for an audience that there is not. */
function requireAudience({ for: asked }: Asked['Querystring']): Audience {
  const audience = readAudience(asked)
  if (audience === undefined) throw new NotFound('no such audience')
  return audience
}
