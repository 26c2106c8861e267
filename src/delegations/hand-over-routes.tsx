/** Handing a delegation over: who could take it, and whether they do. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import { paths } from '../paths.ts'
import type { FieldFault } from '../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { textField } from '../web/posted-form.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { answerTakeOver, askToTakeOver } from './delegations-actions/hand-over.ts'
import { listDelegationsBy } from './delegations-store.ts'
import { listDelegatorsAt, listToHandOver } from './handovers-store.ts'
import { HandOverPage } from './pages/hand-over-page.tsx'

type Request = FastifyRequest<{ Params: Params }>

export function handOverRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  async function sendHandOver(
    request: Request,
    reply: FastifyReply,
    errors?: readonly FieldFault[],
  ) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const view = await asActor(db, person, async (db) => {
      const task = await findToHandOver(db, person, id)
      if (task === undefined) throw new NotFound(`delegation ${id}`)
      const all = await listDelegatorsAt(db, { organisation: task.organisation })
      return { task, others: all.filter((one) => one.id !== task.delegatorId) }
    })
    const own = ownPage(request, reply, site)
    const page = <HandOverPage {...own} {...view} {...{ id, errors }} />
    return sendPage(reply, page, errors ? 422 : 200)
  }

  app.get<{ Params: Params }>('/delegations/:id/hand-over', (request, reply) =>
    sendHandOver(request, reply),
  )

  app.post<{ Params: Params }>('/delegations/:id/hand-over', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const toId = textField(request.body, 'to')
    if (toId === '') {
      return sendHandOver(request, reply, [{ field: 'to', message: 'Select who to ask' }])
    }
    const known = await asActor(db, person, (db) => findToHandOver(db, person, id))
    if (known === undefined) throw new NotFound(`delegation ${id}`)
    await askToTakeOver(site, person, { id, toId: idOf(toId) })
    const mine = known.delegatorId === person.id
    return reply.redirect(mine ? paths.delegation(id, 'asked-next') : paths.delegations(), 303)
  })

  app.post<{ Params: Params }>('/delegations/:id/hand-over/answer', async (request, reply) => {
    const id = idOf(request.params.id)
    const takes = textField(request.body, 'answer') === 'taken'
    await answerTakeOver(site, signedIn(request), { id, takes })
    return reply.redirect(takes ? paths.delegation(id, 'taken') : paths.delegations(), 303)
  })
}

/** One's own; or one that nobody delegates any more where one manages people. */
async function findToHandOver(db: Transaction, person: Person, id: string) {
  const own = (await listDelegationsBy(db, { delegatorId: person.id })).find((one) => one.id === id)
  if (own !== undefined) {
    const { title, delegator, worker } = own
    return {
      title,
      worker: worker.name,
      organisation: delegator.organisation,
      delegatorId: person.id,
    }
  }
  for (const { organisation, permission } of person.permissions) {
    if (permission !== 'manage-team') continue
    const found = (await listToHandOver(db, { organisation })).find((one) => one.id === id)
    if (found !== undefined) {
      return { title: found.title, worker: found.worker, organisation, delegatorId: undefined }
    }
  }
  return undefined
}
