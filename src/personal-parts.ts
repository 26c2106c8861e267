/** A line a feature: what each keeps about people, and how each kind of it ends. */
import { accountsPart, accountsRetention } from './accounts/accounts-personal-part.ts'
import { auditPart } from './audit/audit-personal-part.ts'
import { consultationsPart } from './consultations/consultations-personal-part.ts'
import { credentialsPart } from './credentials/credentials-personal-part.ts'
import { mailPart, mailRetention } from './mail/mail-personal-part.ts'
import {
  membershipsPart,
  membershipsRetention,
} from './organisations/memberships/memberships-personal-part.ts'
import { organisationsPart } from './organisations/organisations-personal-part.ts'
import { passportsPart, passportsRetention } from './passports/passports-personal-part.ts'
import {
  recognitionPart,
  recognitionRetention,
} from './passports/recognition/recognition-personal-part.ts'
import type { PersonalPart, RetentionRule } from './personal-record.ts'
import {
  complaintsPart,
  complaintsRetention,
} from './privacy/complaints/complaints-personal-part.ts'
import { equalityPart } from './privacy/equality/equality-personal-part.ts'
import { privacyPart, privacyRetention } from './privacy/privacy-personal-part.ts'
import type { Site } from './web/site.ts'

/** In reading order; an account is erased from the last to the first, so that its name goes last. */
export function personalPartsOf({
  equalityKey,
}: Pick<Site, 'equalityKey'>): readonly PersonalPart[] {
  return [...personalParts, equalityPart(equalityKey)]
}

const personalParts: readonly PersonalPart[] = [
  accountsPart,
  passportsPart,
  recognitionPart,
  credentialsPart,
  organisationsPart,
  membershipsPart,
  consultationsPart,
  privacyPart,
  complaintsPart,
  mailPart,
  auditPart,
]

export const retentionRules: readonly RetentionRule[] = [
  ...accountsRetention,
  ...passportsRetention,
  ...recognitionRetention,
  ...membershipsRetention,
  ...privacyRetention,
  ...complaintsRetention,
  ...mailRetention,
]
