/** A credential issued for the demonstration's people, for tests of what becomes of one. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../src/actor.ts'
import {
  type IssuedCredential,
  type IssueFacts,
  type Issuing,
  issueCredential,
  prepareIssuing,
} from '../src/credentials/credentials-actions.ts'
import { asActor } from '../src/database/as-actor.ts'
import type { Transaction } from '../src/database/database.ts'
import { insertRequest, insertRequestAnswer } from '../src/passports/sign-offs/requests-store.ts'
import { insertSigning } from '../src/passports/sign-offs/signing-acts-store.ts'
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

type Asked = Parameters<typeof insertRequest>[1]

/** What the holder asks this assessor for. */
export async function askForTest(
  site: Site,
  { holderId, organisation }: Pick<Issuing, 'holderId' | 'organisation'>,
  assessor: Person,
): Promise<Asked> {
  const asked = {
    ...{ id: randomUUID(), holderId, organisation, assessorId: assessor.id },
    ...{ edition: 'ahp-support-worker/2026', section: '3.9', level: 'entry' as const },
    codes: ['3.9-entry'],
  }
  await asActor(site.db, personWith(holderId), (db) => insertRequest(db, asked))
  return asked
}

/** In the transaction that issues: the database takes a credential with its signing alone. */
export async function signForTest(db: Transaction, asked: Asked): Promise<void> {
  const { id: requestId, codes, ...rest } = asked
  await insertRequestAnswer(db, { requestId, outcome: 'signed' })
  await insertSigning(db, { ...rest, ...assessed, id: randomUUID(), requestId }, codes)
}

/** Asked for by the holder, signed by the actor, and issued with it. */
export async function signAndIssue(
  issuing: Issuing,
  issue: { readonly site: Site; readonly actor: Person; readonly facts: IssueFacts },
): Promise<IssuedCredential> {
  const { site, actor } = issue
  const asked = await askForTest(site, issuing, actor)
  return asActor(site.db, actor, async (db) => {
    await signForTest(db, asked)
    return issueCredential(db, issuing, issue)
  })
}

const assessed = {
  ...{ method: 'observed' as const, assessedOn: '2026-01-01', setting: 'Ward' },
  shown: {
    ...{ assessor: { name: 'A' }, organisation: 'O', identityCheck: 'not-checked' as const },
  },
  stepUp: { how: 'demonstration' as const, at: new Date(0) },
}

export async function issueForTest(
  site: Site,
  given: Partial<IssueFacts> = {},
): Promise<IssuedCredential> {
  const issuing = await prepareIssuing(site, { organisation, holderId: people.holder })
  const actor = personWith(people.assessor)
  return signAndIssue(issuing, { actor, site, facts: { ...facts, ...given } })
}
