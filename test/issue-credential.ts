/** A credential issued for the demonstration's people, for tests of what becomes of one. */
import type { Person } from '../src/actor.ts'
import {
  type IssuedCredential,
  type IssueFacts,
  issueCredential,
  prepareIssuing,
} from '../src/credentials/credentials-actions.ts'
import { asActor } from '../src/database/as-actor.ts'
import type { Site } from '../src/web/site.ts'
import { exampleFacts } from './conformance/example-facts.ts'

export const people = {
  holder: '67189a08-24a0-44e7-88da-5ab5bacbe1cd',
  assessor: '1346115d-dce1-408d-b87c-d3e9029905e7',
  issuer: 'dc008747-87b6-4710-a314-2adb3f403da1',
  /** Issues for another organisation. */
  stranger: '5f7d722e-c284-40f3-892e-c4a60ceff7af',
} as const

export const organisation = 'merrowfell-hospitals'

const permissions: Readonly<Record<string, Person['permissions']>> = {
  [people.assessor]: [{ organisation, permission: 'assess' }],
  [people.issuer]: [{ organisation, permission: 'issue' }],
  [people.stranger]: [{ organisation: 'ostlewick-community', permission: 'issue' }],
}

/** As a session would have it; row-level security asks the memberships themselves. */
export function personWith(id: string): Person {
  return { kind: 'person', id, name: 'Somebody', permissions: permissions[id] ?? [] }
}

export const facts: IssueFacts = { ...exampleFacts(2), reviewOn: '2099-01-01' }

export async function issueForTest(
  site: Site,
  given: Partial<IssueFacts> = {},
): Promise<IssuedCredential> {
  const issuing = await prepareIssuing(site, { organisation, holderId: people.holder })
  const actor = personWith(people.assessor)
  return asActor(site.db, actor, (db) =>
    issueCredential(db, issuing, { actor, site, facts: { ...facts, ...given } }),
  )
}
