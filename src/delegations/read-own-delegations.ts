/** Everything of delegations that somebody has something to do with. */
import type { Person } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import {
  getDelegation,
  listDelegationsAt,
  listDelegationsBy,
  listDelegationsTo,
  listGone,
  listSteps,
} from './delegations-store.ts'
import { listHandoversTo, listToHandOver } from './handovers-store.ts'
import type { Delegation } from './model/delegation.ts'
import { isOpen, reviewDay, stateNow } from './model/state-of-delegation.ts'

export async function readOwnDelegations(
  db: Transaction,
  { person, today }: { readonly person: Person; readonly today: string },
) {
  const managed = placesManaged(person)
  const asked = await listDelegationsTo(db, { workerId: person.id })
  const given = await listDelegationsBy(db, { delegatorId: person.id })
  const toAgree = await listDelegationsAt(db, { employers: managed })
  const offered: Delegation[] = []
  for (const { delegationId } of await listHandoversTo(db, { personId: person.id })) {
    offered.push(await getDelegation(db, delegationId))
  }
  const list = (all: readonly Delegation[]) => withStates(db, all, today)
  const toHandOver = []
  for (const organisation of managed)
    toHandOver.push(...(await listToHandOver(db, { organisation })))
  return {
    ...{ asked: await list(asked), given: await list(given), offered: await list(offered) },
    ...{ toAgree: await list(toAgree), toHandOver },
  }
}

function placesManaged({ permissions }: Person): string[] {
  return permissions
    .filter(({ permission }) => permission === 'manage-team')
    .map(({ organisation }) => organisation)
}

/** With where each of them is, and when it is looked at again. */
export async function withStates(db: Transaction, all: readonly Delegation[], today: string) {
  const delegationIds = all.map(({ id }) => id)
  const [steps, left] = await Promise.all([
    listSteps(db, { delegationIds }),
    listGone(db, { delegationIds }),
  ])
  return all.map((delegation) => {
    const own = steps.get(delegation.id) ?? []
    const gone = left.get(delegation.id)
    const state = stateNow(delegation, own, { today, gone })
    const reviewOn = reviewDay(delegation, own)
    return {
      delegation,
      gone,
      steps: own,
      state,
      reviewOn,
      reviewPassed: isOpen(state) && reviewOn < today,
    }
  })
}
