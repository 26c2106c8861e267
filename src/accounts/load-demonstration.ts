import { randomUUID } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import type { readDemonstration } from './accounts-content.ts'
import {
  findErased,
  saveAddress,
  saveIdentityCheck,
  saveMembership,
  savePerson,
  saveRegistration,
} from './accounts-loading-store.ts'

/** Puts in the made-up people who are not there yet, beside the organisations they work for. */
export async function saveDemonstrationPeople(
  db: Transaction,
  { people: all, addresses }: ReturnType<typeof readDemonstration>,
): Promise<void> {
  const erased = await findErased(
    db,
    all.map(({ id }) => id),
  )
  const people = all.filter(({ id }) => !erased.has(id))
  for (const person of people) await savePerson(db, person)
  for (const { id, worksAt, registration } of people) {
    for (const job of worksAt) await saveMembership(db, id, job)
    if (registration !== undefined) await saveRegistration(db, id, registration)
  }
  for (const { id, identityCheck } of people) {
    if (identityCheck !== undefined) {
      await saveIdentityCheck(db, { id: randomUUID(), personId: id, ...identityCheck })
    }
  }
  for (const address of addresses.filter(({ person }) => !erased.has(person))) {
    await saveAddress(db, address)
  }
}
