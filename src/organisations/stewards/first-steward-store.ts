import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'

export interface WantedSteward {
  /** The id that they have if they are new here. */
  readonly id: string
  readonly name: string
  readonly address: string
  /** Where no organisation keeps the register yet. */
  readonly organisation: { readonly slug: string; readonly name: string }
}

export interface MadeSteward {
  readonly outcome: 'made' | 'is-steward' | 'another' | 'not-reached'
  readonly personId: string
  readonly organisation: string
  readonly isNewOrganisation: boolean
}

/** As `job:operator`. Somebody who is known by this address keeps their account and their name. */
export async function setFirstSteward(
  db: Transaction,
  { id, name, address, organisation }: WantedSteward,
): Promise<MadeSteward> {
  const { rows } = await sql<MadeSteward>`
    select outcome, person_id as "personId", organisation,
      organisation_is_new as "isNewOrganisation"
    from make_first_steward(${id}, ${name}, ${address}, ${organisation.slug}, ${organisation.name})
  `.execute(db)
  const [made] = rows
  if (made === undefined) throw new Error('The database did not say what became of the steward')
  return made
}
