/** What the pages of providers share: who asks, and for which organisation. */
import type { FastifyRequest } from 'fastify'
import { hasPermission, type Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { type Employer, getEmployer } from '../../organisations/memberships/people-store.ts'
import type { Params } from '../../web/own-page.ts'
import { signedIn } from '../../web/sessions.ts'
import { offersLearning } from './model/course.ts'

export type ProvidersRequest = FastifyRequest<{ Params: Params }>

/** Whoever leads learning there, or manages people: no permission of its own. */
export function fillsCatalogue(person: Person, organisation: string): boolean {
  return (
    hasPermission(person, 'issue', organisation) ||
    hasPermission(person, 'manage-team', organisation)
  )
}

/** Throws SignedOut, and NotFound for whoever does not fill the catalogue there. */
export function providerOf(request: ProvidersRequest): {
  readonly person: Person
  readonly organisation: string
} {
  const person = signedIn(request)
  const { slug: organisation = '' } = request.params
  requireProvider(person, organisation)
  return { person, organisation }
}

export function requireProvider(person: Person, organisation: string): void {
  if (!fillsCatalogue(person, organisation)) throw new NotFound(`courses of ${organisation}`)
}

/** Throws NotFound for an organisation that teaches nobody. */
export async function getProvider(db: Transaction, slug: string): Promise<Employer> {
  const provider = await getEmployer(db, slug)
  if (!offersLearning(provider.kind)) throw new NotFound(`courses of ${slug}`)
  return provider
}
