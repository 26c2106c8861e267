/** What a registrant delegates now, worker by worker, with what is signed and what has lapsed. */

import type { Person } from '../actor.ts'
import { recordViewings } from '../audit/viewings-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import type { Edition } from '../frameworks/model/framework.ts'
import { listDelegationsBy } from './delegations-store.ts'
import { editionsOf } from './edition-of.ts'
import type { Delegation, StandingLine } from './model/delegation.ts'
import { type DelegationState, isOpen } from './model/state-of-delegation.ts'
import { readLines } from './read-lines.ts'
import { withStates } from './read-own-delegations.ts'

export interface GlanceTask {
  readonly delegation: Delegation
  readonly state: DelegationState
  readonly reviewOn: string
  readonly edition: Edition
  readonly lines: readonly StandingLine[]
  readonly asOn?: string | undefined
}

export interface Glance {
  readonly workerId: string
  readonly name: string
  readonly tasks: readonly GlanceTask[]
}

/** In the order of their names. As the registrant. */
export async function readGlances(
  db: Database,
  shelf: EditionShelf,
  {
    person,
    today,
    workerId,
  }: {
    readonly person: Person
    readonly today: string
    /** Of one worker alone. */
    readonly workerId?: string | undefined
  },
): Promise<Glance[]> {
  const given = await asActor(db, person, (db) => listDelegationsBy(db, { delegatorId: person.id }))
  const all = given.filter(({ worker }) => workerId === undefined || worker.id === workerId)
  const editions = await editionsOf(shelf, all)
  return asActor(db, person, (db) => readTasksOf(db, { person, today, all, editions }))
}

async function readTasksOf(
  db: Transaction,
  read: {
    readonly person: Person
    readonly today: string
    readonly all: readonly Delegation[]
    readonly editions: ReadonlyMap<string, ShelvedEdition>
  },
): Promise<Glance[]> {
  const { person, today, all, editions } = read
  const open = (await withStates(db, all, today)).filter(({ state }) => isOpen(state))
  const tasks: GlanceTask[] = []
  for (const one of open) {
    const stored = editions.get(one.delegation.edition)
    if (stored === undefined) continue
    const shown = await readLines(db, stored, { ...one, part: 'delegator', today })
    tasks.push({ ...one, edition: stored.edition, lines: [], ...shown })
  }
  await recordLooks(db, person, tasks)
  return [...Map.groupBy(tasks, ({ delegation }) => delegation.worker.id)]
    .map(([workerId, tasks]) => ({ workerId, name: tasks[0]?.delegation.worker.name ?? '', tasks }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

function recordLooks(db: Transaction, viewer: Person, tasks: readonly GlanceTask[]) {
  return recordViewings(
    db,
    tasks.map(({ delegation: { id, worker, delegator } }) => ({
      ...{ holderId: worker.id, what: 'delegation', subjectId: id, viewer },
      organisation: delegator.organisation,
    })),
  )
}
