/** Our status lists as we serve them: signed, and made again only when something in them changed. */

import { openPrivateKey } from '../keys/private-keys.ts'
import { dayOf } from '../language/days.ts'
import type { Site } from '../web/site.ts'
import {
  countStatusChanges,
  findStatusList,
  listIssuerKeys,
  listStatusChanges,
  type StatusChange,
  type StatusListRow,
} from './issuers-store.ts'
import { statusListCredential } from './model/achievement-credential.ts'
import { type SignedCredential, signCredential } from './model/sign-credential.ts'
import { emptyStatusList, encodeStatusList, isSetOn, withStatuses } from './model/status-list.ts'
import { type OwnList, organisationDid, statusListAddress } from './own-addresses.ts'

interface ServedList {
  readonly version: string
  readonly credential: SignedCredential
}

export interface StatusListShelf {
  readonly find: (served: OwnList) => Promise<ServedList | undefined>
}

const mostKept = 500

export function statusListShelf(site: Site): StatusListShelf {
  const kept = new Map<string, ServedList>()
  return {
    find: async (served) => {
      const row = await findStatusList(site.db, served.list)
      if (row === undefined) return undefined
      const version = `${await countStatusChanges(site.db, row.id, dayOf(site.now()))}-${row.createdAt.getTime()}`
      const address = statusListAddress(site.config.baseUrl, served)
      const known = kept.get(address)
      if (known?.version === version) return known
      const made = { version, credential: await signList(site, row, served) }
      if (kept.size >= mostKept) kept.clear()
      kept.set(address, made)
      return made
    },
  }
}

/** A list as it stands at this moment, and signed as of it, for somebody who takes it away. */
export async function statusListAsOf(
  site: Site,
  served: OwnList,
  at: Date,
): Promise<SignedCredential | undefined> {
  const row = await findStatusList(site.db, served.list)
  return row && signList(site, row, served, at)
}

/** The same changes give the same bytes: its dates are those of the latest change, where no moment is given. */
async function signList(
  site: Site,
  row: StatusListRow,
  served: OwnList,
  at?: Date | undefined,
): Promise<SignedCredential> {
  const changes = await listStatusChanges(site.db, row.id)
  const [key] = await listIssuerKeys(site.db, row.organisation)
  if (key === undefined) throw new Error(`${row.organisation} has a status list and no key`)
  const { baseUrl } = site.config
  const today = dayOf(at ?? site.now())
  const issuedAt = at ?? lastMoment(changes, row, today)
  const unsecured = statusListCredential({
    id: statusListAddress(baseUrl, served),
    issuer: organisationDid(baseUrl, row.organisation),
    purpose: served.purpose,
    encodedList: encodeStatusList(
      withStatuses(emptyStatusList(row.length), placesSet(changes, row, { ...served, today })),
    ),
    issuedAt,
  })
  return signCredential(unsecured, {
    privateKey: openPrivateKey(site.keyEncryptionKey, key),
    verificationMethod: key.id,
    created: issuedAt,
  })
}

/** Of the latest change: a suspension that is over changed the list after its last day, in London. */
function lastMoment(changes: readonly StatusChange[], row: StatusListRow, today: string): Date {
  const moments = changes.flatMap(({ at, until }) =>
    until !== null && until < today ? [at, new Date(`${until}T23:00:00Z`)] : [at],
  )
  return new Date(Math.max(row.createdAt.getTime(), ...moments.map((one) => one.getTime())))
}

/** A change of a place that the list does not have says nothing of any credential. */
function placesSet(
  changes: readonly StatusChange[],
  { length }: StatusListRow,
  { purpose, today }: OwnList & { readonly today: string },
): number[] {
  const latest = new Map<number, boolean>()
  for (const change of changes) {
    const { index } = change
    if (change.purpose === purpose && index >= 0 && index < length)
      latest.set(index, isSetOn(change, today))
  }
  return [...latest].flatMap(([index, isSet]) => (isSet ? [index] : []))
}
