/** Made-up people of two organisations, in every part there is, and three records full of canaries. */
import { randomBytes, randomUUID } from 'node:crypto'
import { personOfSession } from '../../src/accounts/accounts-actions.ts'
import { signInJob, startSession } from '../../src/accounts/sign-in/sessions-actions.ts'
import type { Actor, Permission, Person } from '../../src/actor.ts'
import { importResponse } from '../../src/consultations/consultations-actions.ts'
import { readConsultations } from '../../src/consultations/consultations-content.ts'
import { asActor } from '../../src/database/as-actor.ts'
import { readFrameworks } from '../../src/frameworks/frameworks-content.ts'
import type { TestSite } from '../site.ts'
import { type Canaries, openCanaries } from './canaries.ts'
import { makeRecord, type TheRecord } from './records.ts'
import { type Relation, relationOfPermission } from './relations.ts'

export const here = 'merrowfell-hospitals'
export const elsewhere = 'ostlewick-community'
const stewards = 'lanyard-stewards'

interface Part {
  readonly part: string
  readonly organisation?: string
  readonly permissions?: readonly Permission[]
  readonly ended?: boolean
}

/** `holder` and `holder elsewhere` are strangers to each other; the rest of a line is what they may do. */
const parts = [
  { part: 'nobody' },
  { part: 'link' },
  { part: 'holder', organisation: here },
  { part: 'colleague', organisation: here },
  { part: 'assessor who is asked', organisation: here, permissions: ['assess'] },
  { part: 'assessor who is not asked', organisation: here, permissions: ['assess'] },
  { part: 'issuer', organisation: here, permissions: ['issue'] },
  { part: 'manager', organisation: here, permissions: ['manage-team'] },
  {
    part: 'ended member',
    organisation: here,
    permissions: ['assess', 'issue', 'manage-team'],
    ended: true,
  },
  { part: 'holder elsewhere', organisation: elsewhere },
  { part: 'assessor elsewhere', organisation: elsewhere, permissions: ['assess'] },
  { part: 'issuer elsewhere', organisation: elsewhere, permissions: ['issue'] },
  { part: 'manager elsewhere', organisation: elsewhere, permissions: ['manage-team'] },
  { part: 'steward', organisation: stewards, permissions: ['steward-framework'] },
  { part: 'decider', organisation: stewards, permissions: ['decide-consultation'] },
] as const satisfies readonly Part[]

export type PartName = (typeof parts)[number]['part']

/** Somebody who tries. */
export interface Character extends Part {
  readonly part: PartName
  readonly actor: Actor
  /** The session's cookie; empty where nobody is signed in. */
  readonly cookie: string
  readonly sessionToken: string
}

interface PrivateResponse {
  readonly consultation: string
  readonly id: string
  readonly digest: string
}

export interface World {
  readonly site: TestSite
  readonly characters: readonly Character[]
  /** The holder's, a colleague's and a stranger's. */
  readonly records: readonly TheRecord[]
  readonly canaries: Canaries
  /** A response to a consultation that only those who decide may read. */
  readonly response: PrivateResponse
  readonly who: (part: PartName) => Person
  readonly relations: (character: Character, record: TheRecord) => ReadonlySet<Relation>
}

export async function openWorld(site: TestSite): Promise<World> {
  const canaries = openCanaries()
  const ids = new Map<PartName, string>()
  for (const part of parts) {
    if ('organisation' in part) ids.set(part.part, await addPerson(site, part, canaries))
  }
  const people = new Map<PartName, Person & { readonly token: string }>()
  for (const [part, id] of ids) people.set(part, await signIn(site, id))
  const who = (part: PartName): Person => {
    const person = people.get(part)
    if (person === undefined) throw new Error(`nobody is the ${part}`)
    const { token: _, ...actor } = person
    return actor
  }
  const [assessor, issuer] = [who('assessor who is asked'), who('issuer')]
  const leaver = who('ended member')
  const records = [
    await makeRecord(site, canaries, {
      ...{ holder: who('holder'), assessor, issuer, leaver, organisation: here },
    }),
    await makeRecord(site, canaries, {
      ...{ holder: who('colleague'), assessor, issuer, organisation: here },
    }),
    await makeRecord(site, canaries, {
      ...{ holder: who('holder elsewhere'), assessor: who('assessor elsewhere') },
      ...{ issuer: who('issuer elsewhere'), organisation: elsewhere },
    }),
  ]
  await endMembership(site, leaver.id)
  const characters = parts.map((part): Character => {
    const person = people.get(part.part)
    return {
      ...part,
      actor: person === undefined ? unsigned(part.part, records) : who(part.part),
      cookie: person === undefined ? '' : `session=${person.token}`,
      sessionToken: person?.token ?? '',
    }
  })
  const response = await importPrivately(site, canaries, who('decider'))
  return { site, characters, records, canaries, response, who, relations }

  function relations(character: Character, record: TheRecord): ReadonlySet<Relation> {
    const found = relationsOf(character, record)
    if (character.part === 'ended member' && record === records[0]) found.add('was-asked')
    return found
  }
}

function unsigned(part: PartName, records: readonly TheRecord[]): Actor {
  return part === 'link' ? { kind: 'link', id: records[0]?.share ?? '' } : { kind: 'nobody' }
}

function relationsOf(character: Character, record: TheRecord): Set<Relation> {
  const { actor, part, organisation, permissions = [], ended } = character
  const found = new Set<Relation>(['anyone'])
  if (part === 'link' && record.share === (actor.kind === 'link' && actor.id)) found.add('link')
  if (actor.kind !== 'person') return found
  found.add('person')
  if (actor.id === record.holderId) found.add('self')
  if (ended) return found
  if (permissions.includes('steward-framework')) found.add('stewards')
  if (permissions.includes('decide-consultation')) found.add('decides')
  if (organisation !== record.organisation) return found
  if (actor.id !== record.holderId) found.add('colleague')
  if (actor.id === record.assessorId) found.add('asked')
  for (const [permission, relation] of Object.entries(relationOfPermission)) {
    if (permissions.some((held) => held === permission)) found.add(relation)
  }
  return found
}

async function addPerson({ database }: TestSite, part: Part, canaries: Canaries): Promise<string> {
  const { ownerDb } = database
  const id = randomUUID()
  const { organisation = '', permissions = [] } = part
  const seenBy: Relation[] = ['self', 'colleague', 'asked', 'link']
  const name = canaries.plant(id, 'name', seenBy)
  await ownerDb
    .insertInto('person')
    .values({ id, name, level: 'entry', profession: 'dietetics', demonstration: true })
    .execute()
  const job_title = canaries.plant(id, 'job', [...seenBy, 'anyone'])
  const valid_from = '2020-01-01'
  await ownerDb
    .insertInto('membership')
    .values({ person_id: id, organisation, job_title, valid_from })
    .execute()
  for (const permission of permissions) {
    await ownerDb
      .insertInto('permission_grant')
      .values({ person_id: id, organisation, permission })
      .execute()
  }
  return id
}

/** The example's own text, with another respondent. */
async function importPrivately(
  { site, database }: TestSite,
  canaries: Canaries,
  decider: Person,
): Promise<PrivateResponse> {
  const [content] = readConsultations(readFrameworks())
  if (content?.example === undefined) throw new Error('there is no consultation')
  const { example, ...consultation } = content
  const respondent = canaries.plant('everybody', 'respondent', ['decides'])
  const imported = await importResponse(site.db, decider, {
    ...{ consultation, bytes: example.bytes, respondent },
  })
  if (!imported.ok) throw new Error('the response was not imported')
  const { digest } = await database.ownerDb
    .selectFrom('consultation_response')
    .where('id', '=', imported.id)
    .select('digest')
    .executeTakeFirstOrThrow()
  return { consultation: consultation.questionnaire.slug, id: imported.id, digest }
}

async function endMembership({ database }: TestSite, person: string): Promise<void> {
  await database.ownerDb
    .updateTable('membership')
    .where('person_id', '=', person)
    .set({ valid_to: '2021-01-01' })
    .execute()
}

async function signIn({ site }: TestSite, personId: string) {
  const token = await asActor(site.db, signInJob, (db) =>
    startSession(db, {
      ...{ personId, proof: 'email-code', sharedComputer: false },
      ...{ device: `Device ${randomBytes(4).toString('hex')}`, now: site.now() },
    }),
  )
  const person = await personOfSession(site.db, token, site.now())
  if (person === undefined) throw new Error('nobody was signed in')
  return { ...person, token }
}
