import { dayInWords, plainDate } from '../../language/plain-dates.ts'
import type { StatusPurpose } from './achievement-credential.ts'
import { isObject, type JsonObject, listOf } from './read-credential.ts'
import type { Outcome, Step } from './verdict.ts'

/** Where an issuer says whether a credential still stands. */
export type StatusEntry = {
  readonly purpose: StatusPurpose
  readonly list: string
  readonly index: number
}

export type StatusReading = {
  readonly state: 'clear' | 'revoked' | 'suspended' | 'unreachable'
  readonly since?: Date | undefined
  /** YYYY-MM-DD: the last day of a suspension, where that is known. */
  readonly until?: string | undefined
}

export type ReadStatus = (entry: StatusEntry) => Promise<StatusReading>

const mostEntries = 8

/** Only for a document whose signature holds: an address in any other leads nowhere we would go. */
export async function checkStatus(document: JsonObject, readStatus: ReadStatus): Promise<Step> {
  const written = listOf(document.credentialStatus)
  if (written.length === 0) {
    return step(
      'unknown',
      'The issuer keeps no withdrawal list for it, so a withdrawal cannot be seen.',
    )
  }
  if (written.length > mostEntries) return notRead()
  const entries = written.map(readEntry)
  const wanted = entries.filter((entry) => typeof entry === 'object')
  if (entries.includes(undefined)) return notRead()
  if (!wanted.some((entry) => entry.purpose === 'revocation')) return notRead()
  return judgeReadings(await Promise.all(wanted.map(readStatus)))
}

function judgeReadings(readings: readonly StatusReading[]): Step {
  const revoked = readings.find((reading) => reading.state === 'revoked')
  if (revoked) return step('invalid', `Withdrawn by the issuer${on(revoked.since)}.`)
  const suspended = readings.find((reading) => reading.state === 'suspended')
  if (suspended) return { ...step('invalid', suspendedWords(suspended)), state: 'suspended' }
  if (readings.some((reading) => reading.state !== 'clear')) {
    return step('unknown', "The issuer's withdrawal list could not be read.")
  }
  return step('valid', 'The issuer has not withdrawn it.')
}

// A purpose such as "message" says nothing about whether the credential stands.
function readEntry(written: unknown): StatusEntry | 'beside-the-point' | undefined {
  if (!isObject(written) || written.type !== 'BitstringStatusListEntry') return undefined
  const { statusPurpose, statusListIndex, statusListCredential, statusSize } = written
  if (statusPurpose !== 'revocation' && statusPurpose !== 'suspension') {
    return typeof statusPurpose === 'string' ? 'beside-the-point' : undefined
  }
  if (statusSize !== undefined && statusSize !== 1) return undefined
  if (typeof statusListCredential !== 'string' || typeof statusListIndex !== 'string') {
    return undefined
  }
  if (!/^\d{1,9}$/.test(statusListIndex)) return undefined
  return { purpose: statusPurpose, list: statusListCredential, index: Number(statusListIndex) }
}

function suspendedWords({ since, until }: StatusReading): string {
  if (until === undefined) return `Suspended by the issuer${on(since)}.`
  return `Suspended by the issuer until ${dayInWords(until)}, while somebody looks at it. It has not been withdrawn.`
}

function on(since: Date | undefined): string {
  return since === undefined ? '' : ` on ${plainDate(since)}`
}

function notRead(): Step {
  return step('unknown', 'The issuer keeps its withdrawals in a form that is not supported here.')
}

function step(outcome: Outcome, message: string): Step {
  return { step: 'status', outcome, message }
}
