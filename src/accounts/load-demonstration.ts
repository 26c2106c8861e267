import { randomUUID } from 'node:crypto'
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import type { readDemonstration } from './accounts-content.ts'
import {
  saveAddress,
  saveIdentityCheck,
  saveMembership,
  saveOrganisation,
  savePerson,
  saveRegistration,
} from './accounts-loading-store.ts'

const loader: Job = { kind: 'job', name: 'load-content' }

/** Puts in the made-up people and organisations that are not there yet, all of them or none. */
export function loadDemonstration(
  db: Database,
  { organisations, people, addresses }: ReturnType<typeof readDemonstration>,
): Promise<void> {
  return asActor(db, loader, async (db) => {
    const { area } = organisations
    await saveOrganisation(db, { ...area, kind: 'area', nation: 'england', sector: 'nhs' })
    for (const organisation of organisations.organisations) {
      await saveOrganisation(db, { ...organisation, area: area.slug })
    }
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
    for (const address of addresses) await saveAddress(db, address)
  })
}
