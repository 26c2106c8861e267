/** A line a feature: what each keeps about people, and how each kind of it ends. */
import { accountsPart, accountsRetention } from './accounts/accounts-personal-part.ts'
import { auditPart } from './audit/audit-personal-part.ts'
import { consultationsPart } from './consultations/consultations-personal-part.ts'
import { credentialsPart } from './credentials/credentials-personal-part.ts'
import { delegationsPart, delegationsRetention } from './delegations/delegations-personal-part.ts'
import { goalsPart } from './development/goals/goals-personal-part.ts'
import { learningPart, learningRetention } from './development/learning/learning-personal-part.ts'
import { standingPart, standingRetention } from './development/standing/standing-personal-part.ts'
import { supervisionPart } from './development/supervision/supervision-personal-part.ts'
import { adoptionPart } from './frameworks/adoption/adoption-personal-part.ts'
import { draftsPart } from './frameworks/authoring/drafts-personal-part.ts'
import { crosswalksPart } from './frameworks/crosswalks/crosswalks-personal-part.ts'
import { overlaysPart } from './frameworks/overlays/overlays-personal-part.ts'
import { reviewPart } from './frameworks/review/review-personal-part.ts'
import { termsPart } from './frameworks/terms/terms-personal-part.ts'
import { versionsPart } from './frameworks/versions/versions-personal-part.ts'
import { mailPart, mailRetention } from './mail/mail-personal-part.ts'
import {
  membershipsPart,
  membershipsRetention,
} from './organisations/memberships/memberships-personal-part.ts'
import { organisationsPart } from './organisations/organisations-personal-part.ts'
import { assessingPart } from './passports/assessing/assessing-personal-part.ts'
import { bringPart, bringRetention } from './passports/bring/bring-personal-part.ts'
import { entriesPart } from './passports/entries/entries-personal-part.ts'
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
  keyEncryptionKey,
}: Pick<Site, 'equalityKey' | 'keyEncryptionKey'>): readonly PersonalPart[] {
  return [...personalParts, entriesPart(keyEncryptionKey), equalityPart(equalityKey)]
}

const personalParts: readonly PersonalPart[] = [
  accountsPart,
  passportsPart,
  bringPart,
  recognitionPart,
  assessingPart,
  goalsPart,
  learningPart,
  supervisionPart,
  standingPart,
  credentialsPart,
  organisationsPart,
  membershipsPart,
  adoptionPart,
  crosswalksPart,
  draftsPart,
  versionsPart,
  reviewPart,
  overlaysPart,
  termsPart,
  delegationsPart,
  consultationsPart,
  privacyPart,
  complaintsPart,
  mailPart,
  auditPart,
]

/**
 * What goes into a leaving pack, which may be shown to others by mistake: the record of a person's
 * work. What was written in supervision, who looked, complaints, letters and equality answers are in
 * the copy of everything alone.
 */
export const leavingParts: readonly PersonalPart[] = personalParts.filter(
  (part) => ![supervisionPart, privacyPart, complaintsPart, mailPart, auditPart].includes(part),
)

/** What a passport holds: the parts of it, and whatever is added to them. */
export const passportParts: readonly PersonalPart[] = leavingParts.filter(
  (part) => ![accountsPart, organisationsPart, membershipsPart, consultationsPart].includes(part),
)

export const retentionRules: readonly RetentionRule[] = [
  ...accountsRetention,
  ...passportsRetention,
  ...bringRetention,
  ...recognitionRetention,
  ...learningRetention,
  ...delegationsRetention,
  ...standingRetention,
  ...membershipsRetention,
  ...privacyRetention,
  ...complaintsRetention,
  ...mailRetention,
]
