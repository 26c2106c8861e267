/** On a fresh installation nobody keeps the register, and nobody could name who does: the operator can. */
import { randomUUID } from 'node:crypto'
import type { Job } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { firstFreeSlug, makeSlug } from '../model/make-slug.ts'
import { findSlugsLike } from '../register-store.ts'
import { type MadeSteward, setFirstSteward } from './first-steward-store.ts'

const operator: Job = { kind: 'job', name: 'operator' }

/** Run again for the same person it changes nothing. */
export function makeFirstSteward(
  db: Database,
  wanted: { readonly name: string; readonly address: string; readonly organisationName: string },
): Promise<MadeSteward['outcome']> {
  const { name, address, organisationName } = wanted
  return asActor(db, operator, async (db) => {
    const made = makeSlug(organisationName)
    const slug = firstFreeSlug(made, await findSlugsLike(db, made))
    const organisation = { slug, name: organisationName }
    const steward = await setFirstSteward(db, { id: randomUUID(), name, address, organisation })
    if (steward.outcome === 'made') await recordMade(db, steward)
    return steward.outcome
  })
}

async function recordMade(db: Transaction, made: MadeSteward): Promise<void> {
  const { personId: about, organisation, isNewOrganisation } = made
  const where = `organisation:${organisation}`
  if (isNewOrganisation) await recordEvent(db, operator, 'organisation.added', where)
  const person = `person:${about}`
  for (const permission of ['steward-framework', 'manage-team']) {
    await recordEvent(db, operator, 'permission.given', person, { organisation, about, permission })
  }
}
