/** What a verifier needs of the issuers of some credentials, as it is now, to check them without us. */
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { didDocument } from '../did-document.ts'
import { listIssuerKeys } from '../issuers-store.ts'
import { isObject, listOf } from '../model/read-credential.ts'
import { ownListAt, slugOfDid } from '../own-addresses.ts'
import { statusListAsOf } from '../served-status-list.ts'
import { packNames } from './model/manifest.ts'

export interface IssuersSnapshot {
  /** Names in the pack, and what stands there. */
  readonly documents: readonly { readonly name: string; readonly document: unknown }[]
  /** The verification methods of every key of each issuer. */
  readonly keys: readonly string[]
}

type Document = Readonly<Record<string, unknown>>

/** Reads public tables only. The lists are signed by their issuers as of `at`. */
export async function snapshotIssuers(
  site: Site,
  credentials: readonly Document[],
  at: Date,
): Promise<IssuersSnapshot> {
  const issuers = await Promise.all(issuersOf(credentials).map((did) => snapshotIssuer(site, did)))
  const lists = await Promise.all(listsOf(credentials).map((list) => snapshotList(site, list, at)))
  return {
    documents: [...issuers.flatMap(({ documents }) => documents), ...lists.flat()],
    keys: issuers.flatMap(({ keys }) => keys),
  }
}

async function snapshotIssuer({ db, config }: Site, did: string): Promise<IssuersSnapshot> {
  const slug = slugOfDid(config.baseUrl, did)
  const keys = slug === undefined ? [] : await listIssuerKeys(db, slug)
  if (keys.length === 0) return { documents: [], keys: [] }
  const name = `${packNames.issuers}${slug}.json`
  return { documents: [{ name, document: didDocument(did, keys) }], keys: keys.map(({ id }) => id) }
}

async function snapshotList(site: Site, address: string, at: Date) {
  const served = ownListAt(site.config.baseUrl, address)
  const document = served && (await statusListAsOf(site, served, at))
  if (served === undefined || document === undefined) return []
  const last = address.slice(`${site.config.baseUrl}${paths.statusList('')}`.length)
  return [{ name: `${packNames.status}${last}.json`, document }]
}

function issuersOf(credentials: readonly Document[]): string[] {
  const issuers = credentials.map(({ issuer }) => (isObject(issuer) ? issuer.id : issuer))
  return [...new Set(issuers.filter((did) => typeof did === 'string'))].sort()
}

function listsOf(credentials: readonly Document[]): string[] {
  const entries = credentials.flatMap(({ credentialStatus }) => listOf(credentialStatus))
  const lists = entries.map((entry) => isObject(entry) && entry.statusListCredential)
  return [...new Set(lists.filter((list) => typeof list === 'string'))].sort()
}
