/** What a document says, picked out for people; how far it is proven, the verdict says. */

import { plainDate } from '../../language/plain-dates.ts'
import { readTimestamp } from './london-date.ts'
import { isObject, type JsonObject, listOf } from './read-credential.ts'
import type { Verdict } from './verdict.ts'

export interface SummaryStatement {
  readonly code?: string | undefined
  readonly name: string
  /** In words, where the code ends in one of the framework's levels. */
  readonly level?: string | undefined
  /** The exact wording that was signed. */
  readonly wording?: string | undefined
  readonly framework?: string | undefined
  /** https or http, or absent. */
  readonly address?: string | undefined
}

interface SummaryAssessor {
  readonly name: string
  readonly jobTitle?: string | undefined
  /** Register and number. */
  readonly registration?: string | undefined
  /** Who looked the registration up, and when. */
  readonly registrationCheck?: string | undefined
}

export interface CredentialSummary {
  /** False where the signature does not hold: all of this is then only claimed. */
  readonly proven: boolean
  readonly title: string
  /** The organisation's name in our register on the day of issue; never the name that the document gives itself. */
  readonly issuerName?: string | undefined
  /** What has become of it since, in sentences. */
  readonly issuerBecame?: string | undefined
  readonly issuer: string
  /** The holder's key, where it names one. It carries no name. */
  readonly holder?: string | undefined
  readonly statements: readonly SummaryStatement[]
  readonly method?: string | undefined
  readonly assessedOn?: string | undefined
  readonly setting?: string | undefined
  readonly assessor?: SummaryAssessor | undefined
  /** Who else confirmed some of it, what and when, in a sentence. */
  readonly second?: string | undefined
  readonly identityCheck?: string | undefined
  readonly issuedOn?: string | undefined
  readonly reviewOn?: string | undefined
}

export function summariseCredential(
  document: JsonObject,
  verdict: Verdict,
  issuer: { readonly name?: string | undefined; readonly became?: string | undefined } | undefined,
): CredentialSummary {
  const [first] = listOf(document.credentialSubject)
  const subject = isObject(first) ? first : {}
  const achievement = isObject(subject.achievement) ? subject.achievement : {}
  const assessment = evidenceNamed(document, 'Assessment')
  const identity = evidenceNamed(document, 'Identity check')
  return {
    proven: verdict.steps.some(({ step, outcome }) => step === 'signature' && outcome === 'valid'),
    title: text(document.name) ?? text(achievement.name) ?? 'A credential',
    issuerName: issuer?.name,
    issuerBecame: issuer?.became,
    issuer: text(isObject(document.issuer) ? document.issuer.id : document.issuer) ?? '',
    holder: text(subject.id),
    statements: listOf(achievement.alignment).filter(isObject).map(statementOf),
    method: text(assessment?.genre),
    assessedOn: dayOf(subject.activityEndDate),
    setting: text(assessment?.description),
    assessor: assessorOf(subject.source, evidenceNamed(document, 'Registration check')),
    second: text(evidenceNamed(document, 'Second assessor')?.narrative),
    identityCheck: text(identity?.narrative),
    issuedOn: momentOf(document.validFrom),
    reviewOn: momentOf(document.validUntil),
  }
}

const levels: ReadonlyMap<string, string> = new Map([
  ['entry', 'Entry'],
  ['intermediate', 'Intermediate'],
  ['assistant-practitioner', 'Assistant practitioner'],
])

function statementOf(alignment: JsonObject): SummaryStatement {
  const code = text(alignment.targetCode)
  const address = text(alignment.targetUrl)
  return {
    code,
    name: text(alignment.targetName) ?? code ?? 'A statement',
    level: code === undefined ? undefined : levels.get(code.slice(code.indexOf('-') + 1)),
    wording: text(alignment.targetDescription),
    framework: text(alignment.targetFramework),
    address: address !== undefined && /^https?:\/\//.test(address) ? address : undefined,
  }
}

function evidenceNamed(document: JsonObject, name: string): JsonObject | undefined {
  return listOf(document.evidence)
    .filter(isObject)
    .find((evidence) => evidence.name === name)
}

function assessorOf(source: unknown, check: JsonObject | undefined): SummaryAssessor | undefined {
  if (!isObject(source)) return undefined
  const name = text(source.name)
  if (name === undefined) return undefined
  const [entry] = listOf(source.otherIdentifier).filter(isObject)
  return {
    name,
    jobTitle: text(source.description),
    registration: registrationOf(entry),
    registrationCheck: text(check?.narrative),
  }
}

function registrationOf(entry: JsonObject | undefined): string | undefined {
  const number = text(entry?.identifier)
  if (number === undefined) return undefined
  const kind = text(entry?.identifierType)
  const register = kind?.replace(/^ext:/, '').replace(/-registration-number$/, '') ?? 'registration'
  return `${register.replaceAll('-', ' ')} ${number}`
}

function dayOf(value: unknown): string | undefined {
  const day = text(value)?.slice(0, 10)
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const moment = readTimestamp(`${day}T12:00:00Z`)
  return moment && plainDate(moment)
}

function momentOf(value: unknown): string | undefined {
  const moment = readTimestamp(value)
  return moment && plainDate(moment)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
