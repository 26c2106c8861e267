import { randomUUID } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import type { readDemonstration } from './accounts-content.ts'
import {
  saveIdentityCheck,
  saveMembership,
  savePerson,
  saveRegistration,
} from './accounts-loading-store.ts'

/** Puts in the made-up people who are not there yet, beside the organisations they work for. */
export async function saveDemonstrationPeople(
  db: Transaction,
  { people }: ReturnType<typeof readDemonstration>,
): Promise<void> {
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
}
