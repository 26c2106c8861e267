/** What issuers elsewhere answered while a credential of theirs was checked, to check it without them. */
import type { Site } from '../../web/site.ts'
import { type FetchDocument, fetchPublicDocument } from '../fetch-document.ts'
import { didWebDocumentAddress } from '../model/did-web.ts'
import { isObject } from '../model/read-credential.ts'
import { type CheckedDocument, verifyDocument } from '../verify-document.ts'
import { packNames } from './model/manifest.ts'

export interface PackedDocument {
  readonly name: string
  readonly document: unknown
}

export interface CheckedElsewhere {
  readonly checked: CheckedDocument
  /** By the address that gave it. */
  readonly answered: ReadonlyMap<string, unknown>
}

/** Outside any transaction: it may wait for an issuer far away. */
export async function checkElsewhere(
  site: Site,
  text: string,
  fetchDocument: FetchDocument = fetchPublicDocument,
): Promise<CheckedElsewhere> {
  const answered = new Map<string, unknown>()
  const checked = await verifyDocument(site, text, async (address) => {
    const document = await fetchDocument(address)
    if (isObject(document)) answered.set(address, document)
    return document
  })
  return { checked, answered }
}

/** As files of a pack. One that is not found again by its own id would be of no use there. */
export function documentsOfElsewhere(
  checks: readonly CheckedElsewhere[],
): readonly PackedDocument[] {
  const all = new Map(checks.flatMap(({ answered }) => [...answered]))
  return [...all].flatMap(([address, document], index): PackedDocument[] => {
    const folder = folderOf(address, document)
    return folder === undefined ? [] : [{ name: `${folder}elsewhere-${index + 1}.json`, document }]
  })
}

function folderOf(address: string, document: unknown): string | undefined {
  const id = isObject(document) ? document.id : undefined
  if (typeof id !== 'string') return undefined
  if (didWebDocumentAddress(id) === address) return packNames.issuers
  return id === address ? packNames.status : undefined
}

/** Whether its signature could be checked with nothing but these. */
export async function isCheckableOffline(
  text: string,
  documents: readonly PackedDocument[],
  now: () => Date,
): Promise<boolean> {
  const known = new Map(
    documents.flatMap(({ document }): [string, unknown][] => {
      const id = isObject(document) && typeof document.id === 'string' ? document.id : ''
      return [[didWebDocumentAddress(id) ?? id, document]]
    }),
  )
  const offline = { config: { baseUrl: offlineUrl }, now }
  const { steps } = await verifyDocument(offline, text, async (address) => known.get(address))
  return steps.some(({ step, outcome }) => step === 'signature' && outcome === 'valid')
}

/** Nothing is at this address: there is no register there, and nothing of ours to ask. */
export const offlineUrl = 'https://offline.invalid'
