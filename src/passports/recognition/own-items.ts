/** What a holder could share with an organisation: what stands, and is not private. */
import type { Transaction } from '../../database/database.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { withConfirmation } from '../bring/model/original.ts'
import { listOwnOriginals } from '../bring/originals-store.ts'
import { listEntries } from '../entries/entries-store.ts'
import { entryKindNames } from '../model/entry.ts'
import { nameSigning } from '../model/name-signing.ts'
import { currentCredential } from '../model/signing.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { itemOfEntry, itemOfSigning } from './model/item-of-passport.ts'
import type { RecognitionItem } from './model/suggest-recognition.ts'
import { findIssuers } from './policies-store.ts'
import type { ChosenItems } from './shared-sets-store.ts'

export interface OwnItem {
  /** `credential:…` or `entry:…`. */
  readonly key: string
  readonly hint: string
  readonly item: RecognitionItem
  readonly chosen: ChosenItems
}

export async function readOwnItems(
  db: Transaction,
  {
    holderId,
    edition,
    today,
  }: { readonly holderId: string; readonly edition: Edition; readonly today: string },
): Promise<OwnItem[]> {
  const signings = await listSigningsFor(db, { holderId })
  const slugs = [...new Set(signings.map(({ organisation }) => organisation))]
  const issuers = await findIssuers(db, slugs)
  const originals = await listOwnOriginals(db, { holderId })
  const entries = (await listEntries(db, { holderId })).map((one) =>
    withConfirmation(one, originals),
  )
  return [
    ...signings.flatMap((signing): OwnItem[] => {
      const id = currentCredential(signing)
      if (id === undefined) return []
      const issuer = issuers.get(signing.organisation)
      const title = nameSigning(edition, signing)
      return [
        {
          key: `credential:${id}`,
          hint: `Signed off by ${signing.shown.assessor.name}, ${signing.shown.organisation}`,
          item: itemOfSigning(signing, { title, issuer, today }),
          chosen: { credentials: [id], entries: [] },
        },
      ]
    }),
    ...entries
      .filter(({ private: own }) => !own)
      .map(({ id, version, ...entry }): OwnItem => {
        const unchecked =
          entry.confirmation === undefined ? '. You say so: they will ask to see it' : ''
        return {
          key: `entry:${id}`,
          hint: `${entryKindNames[entry.kind]}${unchecked}`,
          item: itemOfEntry(entry, today),
          chosen: { credentials: [], entries: [{ id, version }] },
        }
      }),
  ]
}

export function chosenOf(items: readonly OwnItem[], keys: readonly string[]): ChosenItems {
  const chosen = items.filter(({ key }) => keys.includes(key)).map(({ chosen }) => chosen)
  return {
    credentials: chosen.flatMap(({ credentials }) => credentials),
    entries: chosen.flatMap(({ entries }) => entries),
  }
}
