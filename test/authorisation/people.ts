/** Who tries every door: somebody for each kind of right, and for each right that was lost. */
import { people } from '../issue-credential.ts'

export const trust = 'merrowfell-hospitals'
const elsewhere = 'ostlewick-community'

const everyPermission = ['assess', 'delegate', 'manage-team', 'issue', 'see-statistics'] as const

export interface Member {
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** In place of what the demonstration gave them. */
  readonly permissions: readonly string[]
  /** Their job is over. */
  readonly left?: boolean
  /** Their permissions ran out, and their job goes on. */
  readonly lapsed?: boolean
}

const made = (last: number) => `00000000-0000-4000-8000-0000000000${last}`

export const members = {
  holder: {
    ...{ id: people.holder, name: 'Tamsin Oyelaran-Pike', organisation: trust },
    permissions: ['see-statistics'],
  },
  colleague: {
    ...{ id: 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c', name: 'Callum Wijeratne-Moss' },
    ...{ organisation: trust, permissions: ['see-statistics'] },
  },
  stranger: {
    ...{ id: 'd5fc6864-467b-478a-866c-98775e587146', name: 'Rhodri Kapasi' },
    ...{ organisation: elsewhere, permissions: ['see-statistics'] },
  },
  assessor: {
    ...{ id: people.assessor, name: 'Farzana Whitlock-Rahimi', organisation: trust },
    permissions: ['assess'],
  },
  secondAssessor: {
    ...{ id: '79aa6a69-e71a-4183-8039-11b38ada78ec', name: 'Dominik Hartshorne-Lee' },
    ...{ organisation: trust, permissions: ['assess'] },
  },
  strangersAssessor: {
    ...{ id: 'c9f69b6d-a280-4138-865c-3132be31fbdf', name: 'Gwenllian Asare-Hume' },
    ...{ organisation: elsewhere, permissions: ['assess'] },
  },
  issuer: {
    ...{ id: people.issuer, name: 'Odette Pargeter-Nkemelu', organisation: trust },
    permissions: ['issue'],
  },
  manager: {
    ...{ id: made(11), name: 'Marjolein Fairweather', organisation: trust },
    permissions: ['manage-team'],
  },
  strangersIssuer: {
    ...{ id: people.stranger, name: 'Sunil Braithwood', organisation: elsewhere },
    permissions: ['issue'],
  },
  strangersManager: {
    ...{ id: made(12), name: 'Ottoline Quarrington', organisation: elsewhere },
    permissions: ['manage-team'],
  },
  steward: {
    ...{ id: '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95', name: 'Ikenna Ravensdale-Quirke' },
    organisation: 'lanyard-stewards',
    permissions: ['steward-framework', 'decide-consultation'],
  },
  secondSteward: {
    ...{ id: 'b6a3d0c4-5f0e-4c1b-9a55-7d2f1f6f2f10', name: 'Perpetua Lindqvist-Amadi' },
    ...{ organisation: 'lanyard-stewards', permissions: ['steward-framework'] },
  },
  /** Holds what opens nothing here. */
  otherwise: {
    ...{ id: made(13), name: 'Lubomir Castellane', organisation: trust },
    permissions: ['delegate', 'see-statistics'],
  },
  ended: {
    ...{ id: made(14), name: 'Winifred Ashdown-Roy', organisation: trust, left: true },
    permissions: everyPermission,
  },
  lapsed: {
    ...{ id: made(15), name: 'Bartholomew Inglesant', organisation: trust, lapsed: true },
    permissions: everyPermission,
  },
} as const satisfies Readonly<Record<string, Member>>

export type MemberName = keyof typeof members
export type ActorName = MemberName | 'nobody'

// Object.keys forgets that its keys are the names above.
export const memberNames = Object.keys(members) as MemberName[]
export const actorNames: readonly ActorName[] = [...memberNames, 'nobody']

export type OwnerName = 'holder' | 'colleague' | 'stranger'

interface Around {
  readonly organisation: string
  readonly assessor: MemberName
  readonly issuer: MemberName
  readonly manager: MemberName
}

/** Whose records are tried, and who has a right to some of them. */
export const owners: Readonly<Record<OwnerName, Around>> = {
  holder: { organisation: trust, assessor: 'assessor', issuer: 'issuer', manager: 'manager' },
  colleague: {
    ...{ organisation: trust, assessor: 'secondAssessor' },
    ...{ issuer: 'issuer', manager: 'manager' },
  },
  stranger: {
    ...{ organisation: elsewhere, assessor: 'strangersAssessor' },
    ...{ issuer: 'strangersIssuer', manager: 'strangersManager' },
  },
}

// As above.
export const ownerNames = Object.keys(owners) as OwnerName[]

/** In words, who may; each is a question about an actor and the owner of a record. */
export const rights = {
  anybody: () => true,
  'signed-in': (actor) => actor !== 'nobody',
  owner: (actor, owner) => actor === owner,
  /** Whose records they are does not matter. */
  'any-owner': (actor) => ['holder', 'colleague', 'stranger'].includes(actor),
  assessor: (actor, owner) => actor === owners[owner].assessor,
  issuer: (actor, owner) => actor === owners[owner].issuer,
  manager: (actor, owner) => actor === owners[owner].manager,
  /** Works there today, whatever they may do. */
  team: (actor, owner) => worksAt(actor, owners[owner].organisation),
  'any-assessor-there': (actor, owner) =>
    ['assessor', 'secondAssessor', 'strangersAssessor'].includes(actor) &&
    worksAt(actor, owners[owner].organisation),
  'any-assessor': (actor) => ['assessor', 'secondAssessor', 'strangersAssessor'].includes(actor),
  /** By their permission alone: nobody has recorded that they are registered. */
  'any-delegator': (actor) => actor === 'otherwise',
  'delegator-there': (actor, owner) =>
    actor === 'otherwise' && worksAt(actor, owners[owner].organisation),
  lapsed: (actor) => actor === 'lapsed',
  'any-issuer': (actor) => actor === 'issuer' || actor === 'strangersIssuer',
  'any-manager': (actor) => actor === 'manager' || actor === 'strangersManager',
  steward: (actor) => actor === 'steward' || actor === 'secondSteward',
  'first-steward': (actor) => actor === 'steward',
  'second-steward': (actor) => actor === 'secondSteward',
  decider: (actor) => actor === 'steward',
  'sees-figures': (actor, owner) =>
    ['holder', 'colleague', 'stranger', 'otherwise'].includes(actor) &&
    worksAt(actor, owners[owner].organisation),
  nobody: () => false,
} as const satisfies Readonly<Record<string, (actor: ActorName, owner: OwnerName) => boolean>>

function worksAt(actor: ActorName, organisation: string): boolean {
  if (actor === 'nobody' || actor === 'ended') return false
  return members[actor].organisation === organisation
}

export type Right = keyof typeof rights

export function mayOne(any: readonly Right[], actor: ActorName, owner: OwnerName): boolean {
  return any.some((right) => rights[right](actor, owner))
}
