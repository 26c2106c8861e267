/** Those I supervise, beginning a supervision for somebody, handing over, and who has nobody. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission, type Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { dayOf } from '../../language/days.ts'
import { listEmployersWhere } from '../../organisations/memberships/people-store.ts'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { HandOverPage } from './pages/hand-over-page.tsx'
import { OfferSupervisionPage } from './pages/offer-supervision-page.tsx'
import { TeamSupervisionPage } from './pages/team-supervision-page.tsx'
import { listSessions } from './sessions-store.ts'
import {
  getSupervisingToHandOver,
  listAskedFor,
  listColleaguesNamed,
  listSupervisings,
  listSupervisors,
  listWithoutSupervisor,
} from './supervising-store.ts'
import { askForSupervision, handOverSupervision } from './supervision-actions/agree-supervising.ts'
import { colleagueKey, offerForm } from './supervision-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function teamSupervisionRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.teamSupervision(), async (request, reply) => {
    const person = signedIn(request)
    const personId = person.id
    const view = await asActor(db, person, async (db) => ({
      supervisings: await listSupervisings(db, { personId }),
      askedForOthers: await listAskedFor(db, { personId }),
      sessions: await listSessions(db, { personId }),
      without: await listWithout(db, person),
    }))
    const of = { personId, today: dayOf(now()), done: textField(request.query, 'done') }
    return sendPage(
      reply,
      <TeamSupervisionPage {...ownPage(request, reply, site)} {...view} {...of} />,
    )
  })

  async function readOffer(request: FastifyRequest, name: string) {
    const person = signedIn(request)
    const personId = person.id
    return asActor(db, person, async (db) => {
      const may = ['assess', 'delegate', 'manage-team'] as const
      const places = await listEmployersWhere(db, { personId, may })
      const organisations = places.map(({ slug }) => slug)
      const found = await listColleaguesNamed(db, { name, organisations, but: [personId] })
      const manages = organisations.some((one) => hasPermission(person, 'manage-team', one))
      const supervisors = manages ? await listSupervisors(db, { but: [personId] }) : []
      return {
        found: found.map((one) => ({ ...one, key: colleagueKey(one) })),
        supervisors: supervisors.filter(({ organisation }) => organisations.includes(organisation)),
      }
    })
  }

  async function sendOffer(
    request: FastifyRequest,
    reply: FastifyReply,
    form?: {
      readonly name: string
      readonly entered: { readonly worker: string; readonly supervisor: string }
      readonly errors: readonly FieldFault[]
    },
  ) {
    const name = form?.name ?? nameIn(request.query)
    const view = { ...(await readOffer(request, name)), name, id: randomUUID(), ...form }
    const page = <OfferSupervisionPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get(paths.offerSupervision(), (request, reply) => sendOffer(request, reply))

  app.post(paths.offerSupervision(), async (request, reply) => {
    const person = signedIn(request)
    const name = nameIn(request.body)
    const form = offerForm(request.body, await readOffer(request, name))
    if (!form.ok) return sendOffer(request, reply, { name, ...form })
    const { worker, supervisor } = form.value
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    const { id: workerId, organisation } = worker
    const supervisorId = supervisor?.id ?? person.id
    await askForSupervision(site, person, { id, workerId, supervisorId, organisation })
    return reply.redirect(paths.teamSupervision('asked'), 303)
  })

  async function sendHandOver(request: Request, reply: FastifyReply, errors?: FieldFault[]) {
    const person = signedIn(request)
    const view = await asActor(db, person, (db) => readHandOver(db, idOf(request.params.id)))
    const of = { id: randomUUID(), errors }
    const page = <HandOverPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.handOverSupervising(':id'), (request, reply) =>
    sendHandOver(request, reply),
  )

  app.post<{ Params: Params }>(paths.handOverSupervising(':id'), async (request, reply) => {
    const person = signedIn(request)
    const former = idOf(request.params.id)
    const { colleagues } = await asActor(db, person, (db) => readHandOver(db, former))
    const asked = textField(request.body, 'colleague')
    if (!colleagues.some(({ id }) => id === asked)) {
      return sendHandOver(request, reply, [{ field: 'colleague', message: 'Select a colleague' }])
    }
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    await handOverSupervision(site, person, { id, former, supervisorId: asked })
    return reply.redirect(paths.teamSupervision('handed-over'), 303)
  })
}

function nameIn(fields: unknown): string {
  return textField(fields, 'name').replaceAll('\n', ' ').slice(0, 100)
}

async function readHandOver(db: Transaction, id: string) {
  const supervising = await getSupervisingToHandOver(db, { id })
  const { organisation, workerId, supervisorId } = supervising
  const but = [workerId, supervisorId]
  return { supervising, colleagues: await listSupervisors(db, { organisation, but }) }
}

/** At each place where somebody manages people. */
async function listWithout(db: Transaction, person: Person) {
  const may = ['manage-team'] as const
  const places = await listEmployersWhere(db, { personId: person.id, may })
  const lists = []
  for (const { slug, name } of places) {
    lists.push({ name, workers: await listWithoutSupervisor(db, { organisation: slug }) })
  }
  return lists
}
