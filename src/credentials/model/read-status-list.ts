import type { ContextLibrary } from './active-context.ts'
import { checkDates } from './check-dates.ts'
import { checkSignature, type FoundIssuer } from './check-signature.ts'
import type { StatusEntry } from './check-status.ts'
import { isObject, readCredential } from './read-credential.ts'
import { decodeStatusList, type StatusList } from './status-list.ts'

export type StatusListReading = {
  readonly entry: StatusEntry
  /** who issued the credential that the entry stands in: nobody else may withdraw it */
  readonly issuer: string
  readonly found: FoundIssuer
  readonly now: Date
  readonly contexts?: ContextLibrary | undefined
}

/** The list in a signed status list credential, or undefined where any of it cannot be relied on. */
export async function readStatusList(
  document: unknown,
  { entry, issuer, found, now, contexts }: StatusListReading,
): Promise<StatusList | undefined> {
  const credential = readCredential(document)
  if ('outcome' in credential || credential.issuer !== issuer) return undefined
  const subject = credential.document.credentialSubject
  // Bitstring Status List 1.0 §3.2: the list is the one asked for, and for the purpose asked about.
  if (credential.document.id !== entry.list || !isObject(subject)) return undefined
  if (subject.type !== 'BitstringStatusList' || subject.statusPurpose !== entry.purpose) {
    return undefined
  }
  if (checkDates(credential.document, now).outcome !== 'valid') return undefined
  const signature = await checkSignature(credential, { now, found, contexts })
  if (signature.outcome !== 'valid' || typeof subject.encodedList !== 'string') return undefined
  return decodeStatusList(subject.encodedList)
}
