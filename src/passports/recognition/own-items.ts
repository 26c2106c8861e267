/** What a holder could share with an organisation: what stands, and is not private. */

import { isObject } from '../../credentials/model/read-credential.ts'
import { slugOfDid } from '../../credentials/own-addresses.ts'
import type { Transaction } from '../../database/database.ts'
import { openBrought } from '../bring/model/describe-brought.ts'
import { withConfirmation } from '../bring/model/original.ts'
import type { Received } from '../bring/model/received.ts'
import { standingOf } from '../bring/model/received.ts'
import { listOwnOriginals } from '../bring/originals-store.ts'
import { standingWords } from '../bring/pages/bring-words.ts'
import { listReceived } from '../bring/received-store.ts'
import { listEntries } from '../entries/entries-store.ts'
import { entryKindNames } from '../model/entry.ts'
import { currentCredential, type Signing } from '../model/signing.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { itemOfEntry, itemOfSigning } from './model/item-of-passport.ts'
import { itemOfReceived } from './model/item-of-received.ts'
import type { Issuer, RecognitionItem } from './model/suggest-recognition.ts'
import { findIssuers } from './policies-store.ts'
import type { ChosenItems } from './shared-sets-store.ts'

export interface OwnItem {
  /** `credential:…`, `entry:…` or `received:…`. */
  readonly key: string
  readonly hint: string
  readonly item: RecognitionItem
  readonly chosen: ChosenItems
}

export async function readOwnItems(
  db: Transaction,
  {
    holderId,
    nameOf,
    today,
    baseUrl,
  }: {
    readonly holderId: string
    readonly nameOf: (signing: Signing) => string
    readonly today: string
    readonly baseUrl: string
  },
): Promise<OwnItem[]> {
  const signings = await listSigningsFor(db, { holderId })
  const brought = await listShareable(db, { holderId, signings })
  const slugs = [
    ...signings.map(({ organisation }) => organisation),
    ...brought.flatMap((one) => issuerSlug(one, baseUrl) ?? []),
  ]
  const issuers = await findIssuers(db, [...new Set(slugs)])
  const originals = await listOwnOriginals(db, { holderId })
  const entries = (await listEntries(db, { holderId })).map((one) =>
    withConfirmation(one, originals),
  )
  return [
    ...signings.flatMap((signing): OwnItem[] => {
      const id = currentCredential(signing)
      if (id === undefined) return []
      const issuer = issuers.get(signing.organisation)
      const title = nameOf(signing)
      return [
        {
          key: `credential:${id}`,
          hint: `Signed off by ${signing.shown.assessor.name}, ${signing.shown.organisation}`,
          item: itemOfSigning(signing, { title, issuer, today }),
          chosen: { ...nothing, credentials: [id] },
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
          chosen: { ...nothing, entries: [{ id, version }] },
        }
      }),
    ...brought.map(
      (one): OwnItem => ({
        key: `received:${one.id}`,
        hint: `Brought from elsewhere. ${standingWords[standingOf(one)].tag}`,
        item: ofReceived(one, issuers.get(issuerSlug(one, baseUrl) ?? '')),
        chosen: { ...nothing, received: [one.id] },
      }),
    ),
  ]
}

const nothing: ChosenItems = { credentials: [], entries: [], received: [] }

/** Not what names somebody else, nor a copy of what was signed here, which is there already. */
async function listShareable(
  db: Transaction,
  { holderId, signings }: { readonly holderId: string; readonly signings: readonly Signing[] },
): Promise<Received[]> {
  const here = signings.flatMap(({ credentials }) => credentials)
  return (await listReceived(db, { holderId })).filter(
    (one) => standingOf(one) !== 'somebody-else' && !here.some((id) => one.document.includes(id)),
  )
}

function ofReceived(received: Received, issuer: Issuer | undefined): RecognitionItem {
  const { outcome, steps, madeOutTo } = received.check
  const why = steps.find((step) => step.outcome === outcome)?.message
  return itemOfReceived(received, { outcome, why, madeOutTo, issuer })
}

/** Of an organisation of our register, where the document says that it is from one. */
function issuerSlug({ document }: Received, baseUrl: string): string | undefined {
  const said = openBrought(document)?.issuer
  const did = isObject(said) ? said.id : said
  return typeof did === 'string' ? slugOfDid(baseUrl, did) : undefined
}

export function chosenOf(items: readonly OwnItem[], keys: readonly string[]): ChosenItems {
  const chosen = items.filter(({ key }) => keys.includes(key)).map(({ chosen }) => chosen)
  return {
    credentials: chosen.flatMap(({ credentials }) => credentials),
    entries: chosen.flatMap(({ entries }) => entries),
    received: chosen.flatMap(({ received }) => received),
  }
}
