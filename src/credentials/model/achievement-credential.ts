import type { IdentityCheckWords, Registration } from '../../accounts/model/account.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { endOfLondonDay, timestamp } from './london-date.ts'

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** One statement as it was confirmed; `text` is the exact wording that the assessor signed. */
export type ConfirmedStatement = {
  readonly code: string
  readonly name: string
  readonly text: string
  readonly address: string
  readonly framework: string
}

export type IdentityCheck = {
  readonly by: string
  /** YYYY-MM-DD */
  readonly on: string
  readonly how: IdentityCheckWords
}

export type StatusPlace = { readonly list: string; readonly index: number }

/** What one signing says, in our words; no patient data belongs in any of it. */
export type AchievementFacts = {
  readonly id: string
  readonly issuer: { readonly did: string; readonly name: string; readonly address: string }
  readonly holder: string
  readonly issuedAt: Date
  /** YYYY-MM-DD, the last day on which the credential is in date */
  readonly reviewOn?: string | undefined
  readonly title: string
  readonly achievement: {
    readonly id: string
    readonly name: string
    readonly description: string
    readonly criteria: string
    /** stands in the description, word for word */
    readonly notice: string
  }
  readonly statements: readonly ConfirmedStatement[]
  readonly assessor: {
    readonly name: string
    readonly jobTitle?: string | undefined
    readonly registration?: Registration | undefined
  }
  /** Who confirmed some of it too, where the issuer asks for a second assessor. */
  readonly second?:
    | {
        readonly name: string
        readonly jobTitle?: string | undefined
        readonly registration?: Registration | undefined
        /** YYYY-MM-DD */
        readonly on: string
        readonly codes: readonly string[]
      }
    | undefined
  readonly assessment: {
    readonly method: string
    /** YYYY-MM-DD */
    readonly on: string
    readonly setting: string
  }
  readonly identityCheck: IdentityCheck | 'not-checked'
  readonly revocation: StatusPlace
  readonly suspension: StatusPlace
}

export type JsonValue =
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** A credential before its proof, as plain JSON in the standards' own terms. */
export type UnsecuredCredential = { readonly [key: string]: JsonValue }

/** Our facts as an Open Badges 3.0 credential: the only place where the two vocabularies meet. */
export function achievementCredential(facts: AchievementFacts): UnsecuredCredential {
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: facts.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: {
      id: facts.issuer.did,
      type: 'Profile',
      name: facts.issuer.name,
      url: facts.issuer.address,
    },
    validFrom: timestamp(facts.issuedAt),
    ...(facts.reviewOn === undefined ? {} : { validUntil: endOfLondonDay(facts.reviewOn) }),
    name: facts.title,
    credentialSubject: subjectOf(facts),
    evidence: [
      assessmentEvidence(facts),
      ...secondEvidence(facts),
      identityEvidence(facts),
      ...registrationEvidence(facts),
    ],
    credentialStatus: [
      statusEntry(facts.revocation, 'revocation'),
      statusEntry(facts.suspension, 'suspension'),
    ],
  }
}

export const statusPurposes = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

export type StatusListFacts = {
  readonly id: string
  readonly issuer: string
  readonly purpose: StatusPurpose
  readonly encodedList: string
  readonly issuedAt: Date
  readonly validUntil?: Date | undefined
}

/** A status list as the credential that carries it (Bitstring Status List 1.0 §2.2). */
export function statusListCredential(facts: StatusListFacts): UnsecuredCredential {
  return {
    '@context': [credentialsContext],
    id: facts.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: facts.issuer,
    validFrom: timestamp(facts.issuedAt),
    ...(facts.validUntil === undefined ? {} : { validUntil: timestamp(facts.validUntil) }),
    credentialSubject: {
      id: `${facts.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: facts.purpose,
      encodedList: facts.encodedList,
    },
  }
}

function subjectOf(facts: AchievementFacts): JsonValue {
  return {
    id: facts.holder,
    type: 'AchievementSubject',
    activityEndDate: facts.assessment.on,
    achievement: {
      id: facts.achievement.id,
      type: 'Achievement',
      achievementType: 'Competency',
      name: facts.achievement.name,
      description: `${facts.achievement.description} ${facts.achievement.notice}`,
      criteria: { narrative: facts.achievement.criteria },
      alignment: facts.statements.map(alignmentOf),
    },
    source: assessorProfile(facts),
  }
}

function alignmentOf(statement: ConfirmedStatement): JsonValue {
  return {
    type: 'Alignment',
    targetType: 'CFItem',
    targetName: statement.name,
    targetCode: statement.code,
    targetUrl: statement.address,
    targetFramework: statement.framework,
    targetDescription: statement.text,
  }
}

function assessorProfile(facts: AchievementFacts): JsonValue {
  const { name, jobTitle, registration } = facts.assessor
  const profile = {
    ...{ id: `${facts.id}#assessor`, type: 'Profile', name },
    ...(jobTitle === undefined ? {} : { description: jobTitle }),
  }
  if (registration === undefined) return profile
  const entry = {
    type: 'IdentifierEntry',
    identifier: registration.number,
    identifierType: registrationType(registration.regulator),
  }
  return { ...profile, otherIdentifier: [entry] }
}

// Open Badges 3.0, IdentifierTypeEnum: an extension is "ext:" and letters, digits, full stop, - or _.
function registrationType(regulator: string): string {
  const slug = regulator.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `ext:${slug}-registration-number`
}

function assessmentEvidence(facts: AchievementFacts): JsonValue {
  const { method, on, setting } = facts.assessment
  return {
    id: `${facts.id}#assessment`,
    type: ['Evidence'],
    name: 'Assessment',
    genre: method,
    description: setting,
    narrative: `${facts.assessor.name} confirmed these statements on ${dayInWords(on)}. Method: ${method}. Setting: ${setting}.`,
  }
}

function secondEvidence({ id, second }: AchievementFacts): JsonValue[] {
  if (second === undefined) return []
  const { name, jobTitle, registration, on, codes } = second
  const who = jobTitle === undefined ? name : `${name}, ${jobTitle}`
  const number =
    registration === undefined ? '' : ` ${registration.regulator}: ${registration.number}.`
  return [
    {
      id: `${id}#second-assessor`,
      type: ['Evidence'],
      name: 'Second assessor',
      genre: who,
      narrative: `${who} also confirmed ${codes.join(', ')}, on ${dayInWords(on)}.${number}`,
    },
  ]
}

function identityEvidence(facts: AchievementFacts): JsonValue {
  const check = facts.identityCheck
  return {
    id: `${facts.id}#identity-check`,
    type: ['Evidence'],
    name: 'Identity check',
    genre: check === 'not-checked' ? 'not checked' : 'checked',
    narrative:
      check === 'not-checked'
        ? "The issuer did not check the holder's identity."
        : `${check.by} checked the holder's identity on ${dayInWords(check.on)}. How: ${check.how}.`,
  }
}

/** The number is what the assessor says; this is who looked it up. */
function registrationEvidence(facts: AchievementFacts): JsonValue[] {
  const { registration } = facts.assessor
  if (registration === undefined) return []
  const { check, regulator } = registration
  const found = check?.outcome === 'on-register' ? 'found' : 'did not find'
  return [
    {
      id: `${facts.id}#registration-check`,
      type: ['Evidence'],
      name: 'Registration check',
      genre: check?.outcome === 'on-register' ? 'checked' : 'not checked',
      narrative:
        check === undefined
          ? "The issuer did not check the assessor's registration."
          : `${check.by} ${found} the assessor on the register of the ${regulator} on ${dayInWords(check.on)}.`,
    },
  ]
}

function statusEntry(place: StatusPlace, purpose: StatusPurpose): JsonValue {
  return {
    id: `${place.list}#${place.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(place.index),
    statusListCredential: place.list,
  }
}
