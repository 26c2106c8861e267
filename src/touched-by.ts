/** What publishing the edition after this one touches, of every feature: given to frameworks by app.ts. */
import type { Transaction } from './database/database.ts'
import { countDelegationsTouched } from './delegations/touched-store.ts'
import { nothingTouched, type TouchedByCode } from './frameworks/model/touched.ts'
import { countTouched as countPassportsTouched } from './passports/carry-over/carry-over-store.ts'

/** Empty for whoever is no steward of a framework. */
export async function countTouched(
  db: Transaction,
  { edition }: { readonly edition: string },
): Promise<TouchedByCode> {
  const [passports, delegations] = await Promise.all([
    countPassportsTouched(db, { edition }),
    countDelegationsTouched(db, { edition }),
  ])
  const codes = new Set([...passports.keys(), ...delegations.keys()])
  return new Map(
    [...codes].map((code) => {
      const touched = { ...nothingTouched, ...passports.get(code) }
      return [code, { ...touched, delegations: delegations.get(code) ?? 0 }]
    }),
  )
}
