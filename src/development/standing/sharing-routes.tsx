/** What a worker shares of where they stand, employer by employer: chosen, looked at, stopped. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { currentEdition } from '../../passports/passports-edition.ts'
import { readHeld } from '../../passports/standing/read-evaluation.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { ChooseSharingPage } from './pages/choose-sharing-page.tsx'
import { SharingPage } from './pages/sharing-page.tsx'
import { SharingPreviewPage } from './pages/sharing-preview-page.tsx'
import { showHeld } from './read-team.ts'
import { listEmployers, shareStanding, stopStanding } from './sharing-actions.ts'
import { enteredFor, readDepth, sharingForm } from './sharing-forms.ts'
import { listStandingShares } from './sharing-store.ts'

export function sharingRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const today = () => dayOf(now())

  function readSharing(person: Person) {
    return asActor(db, person, async (db) => {
      const [shares, employers] = await Promise.all([
        listStandingShares(db, { holderId: person.id }),
        listEmployers(db, { personId: person.id, today: today() }),
      ])
      return { shares, employers }
    })
  }

  /** Throws NotFound for where they do not work today. */
  async function readEmployer(person: Person, { organisation }: Params) {
    const { shares, employers } = await readSharing(person)
    const employer = employers.find((one) => one.organisation === organisation)
    if (employer === undefined) throw new NotFound(`does not work at ${organisation}`)
    const share = shares.find((one) => one.organisation === organisation && one.live)
    return { employer, share }
  }

  app.get<{ Querystring: { done?: string } }>(paths.standingShares(), async (request, reply) => {
    const { done } = request.query
    const view = { ...(await readSharing(signedIn(request))), done }
    return sendPage(reply, <SharingPage {...ownPage(request, reply, site)} {...view} />)
  })

  const one = paths.standingShare(':organisation')

  app.get<{ Params: Params }>(one, async (request, reply) => {
    const { employer, share } = await readEmployer(signedIn(request), request.params)
    const view = { employer, share, entered: enteredFor(share?.depth) }
    return sendPage(reply, <ChooseSharingPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>(one, async (request, reply) => {
    const person = signedIn(request)
    const { employer, share } = await readEmployer(person, request.params)
    const form = sharingForm(request.body)
    if (!form.ok) {
      const view = { employer, share, ...form }
      return sendPage(
        reply,
        <ChooseSharingPage {...ownPage(request, reply, site)} {...view} />,
        422,
      )
    }
    const { organisation } = employer
    const { depth } = form.value
    if (depth === undefined) await stopStanding(db, person, organisation)
    else await shareStanding(site, person, { organisation, depth })
    return reply.redirect(paths.standingShares(depth === undefined ? 'stopped' : 'shared'), 303)
  })

  app.post<{ Params: Params }>(paths.stopStandingShare(':organisation'), async (request, reply) => {
    const { organisation = '' } = request.params
    await stopStanding(db, signedIn(request), organisation)
    return reply.redirect(paths.standingShares('stopped'), 303)
  })

  app.get<{ Params: Params; Querystring: { depth?: string } }>(
    paths.standingPreview(':organisation'),
    async (request, reply) => {
      const person = signedIn(request)
      const { employer, share } = await readEmployer(person, request.params)
      const depth = readDepth(request.query.depth) ?? share?.depth ?? 'counts'
      const stored = await currentEdition(shelf)
      const whose = { holderId: person.id, ref: stored.ref }
      const held = await asActor(db, person, (db) => readHeld(db, whose))
      const shared = showHeld(held, stored, { depth, today: today() })
      const view = { employer, share, shared, name: person.name, edition: stored.edition }
      return sendPage(reply, <SharingPreviewPage {...ownPage(request, reply, site)} {...view} />)
    },
  )
}
