/** What the pages of managers share: who asks, and for which organisation. */
import type { FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Params } from '../../web/own-page.ts'
import { signedIn } from '../../web/sessions.ts'
import { listTeams } from '../teams-store.ts'
import { requireManager } from './memberships-actions/manage-jobs.ts'

export type ManagersRequest = FastifyRequest<{ Params: Params }>

/** Throws SignedOut, and NotFound for whoever does not manage people there. */
export function managerOf(request: ManagersRequest): {
  readonly person: Person
  readonly organisation: string
} {
  const person = signedIn(request)
  const { slug: organisation = '' } = request.params
  requireManager(person, organisation)
  return { person, organisation }
}

/** Teams that people can be in today. */
export async function listOpenTeams(
  db: Transaction,
  { organisation, today }: { readonly organisation: string; readonly today: string },
): Promise<{ readonly id: string; readonly name: string }[]> {
  const teams = await listTeams(db, organisation)
  return teams.filter(({ to }) => to === undefined || to >= today)
}
