/** Every table, merged from the features' own files: the one upward arrow, and types only. */
import type { AccountsTables } from '../accounts/accounts-tables.ts'
import type { OpenIdTables } from '../accounts/open-id/open-id-tables.ts'
import type { PasskeysTables } from '../accounts/passkeys/passkeys-tables.ts'
import type { RemindersTables } from '../accounts/reminders/reminders-tables.ts'
import type { AuditTables } from '../audit/audit-tables.ts'
import type { ViewingsTables } from '../audit/viewings-tables.ts'
import type { ConsultationsTables } from '../consultations/consultations-tables.ts'
import type { CredentialsTables } from '../credentials/credentials-tables.ts'
import type { DelegationsTables } from '../delegations/delegations-tables.ts'
import type { AppraisalTables } from '../development/appraisal/appraisal-tables.ts'
import type { GoalsTables } from '../development/goals/goals-tables.ts'
import type { LearningTables } from '../development/learning/learning-tables.ts'
import type { StandingTables } from '../development/standing/standing-tables.ts'
import type { SupervisionTables } from '../development/supervision/supervision-tables.ts'
import type { SupportTables } from '../development/support/support-tables.ts'
import type { AdoptionTables } from '../frameworks/adoption/adoption-tables.ts'
import type { DraftsTables } from '../frameworks/authoring/drafts-tables.ts'
import type { CrosswalksTables } from '../frameworks/crosswalks/crosswalks-tables.ts'
import type { ExchangeTables } from '../frameworks/exchange/exchange-tables.ts'
import type { FrameworksTables } from '../frameworks/frameworks-tables.ts'
import type { OverlaysTables } from '../frameworks/overlays/overlays-tables.ts'
import type { ReviewTables } from '../frameworks/review/review-tables.ts'
import type { TermsTables } from '../frameworks/terms/terms-tables.ts'
import type { VersionsTables } from '../frameworks/versions/versions-tables.ts'
import type { MailTables } from '../mail/mail-tables.ts'
import type { InvitationsTables } from '../organisations/invitations/invitations-tables.ts'
import type { MembershipsTables } from '../organisations/memberships/memberships-tables.ts'
import type { OrganisationsTables } from '../organisations/organisations-tables.ts'
import type { RegistrationsTables } from '../organisations/registrations/registrations-tables.ts'
import type { SignpostingTables } from '../organisations/signposting/signposting-tables.ts'
import type { AssessingTables } from '../passports/assessing/assessing-tables.ts'
import type { BringTables } from '../passports/bring/bring-tables.ts'
import type { EntriesTables } from '../passports/entries/entries-tables.ts'
import type { EvidenceTables } from '../passports/evidence/evidence-tables.ts'
import type { ShownEvidenceTables } from '../passports/evidence-shown/shown-evidence-tables.ts'
import type { PassportsTables } from '../passports/passports-tables.ts'
import type { QuestionsTables } from '../passports/questions/questions-tables.ts'
import type { RecognitionTables } from '../passports/recognition/recognition-tables.ts'
import type { ComplaintsTables } from '../privacy/complaints/complaints-tables.ts'
import type { EqualityTables } from '../privacy/equality/equality-tables.ts'
import type { PrivacyTables } from '../privacy/privacy-tables.ts'

export interface Tables
  extends AccountsTables,
    OpenIdTables,
    PasskeysTables,
    RemindersTables,
    AuditTables,
    ViewingsTables,
    MailTables,
    OrganisationsTables,
    MembershipsTables,
    InvitationsTables,
    RegistrationsTables,
    PrivacyTables,
    ComplaintsTables,
    EqualityTables,
    FrameworksTables,
    CrosswalksTables,
    DraftsTables,
    VersionsTables,
    ReviewTables,
    ExchangeTables,
    AdoptionTables,
    OverlaysTables,
    TermsTables,
    CredentialsTables,
    PassportsTables,
    QuestionsTables,
    EntriesTables,
    EvidenceTables,
    ShownEvidenceTables,
    BringTables,
    RecognitionTables,
    AssessingTables,
    GoalsTables,
    LearningTables,
    SupportTables,
    SignpostingTables,
    SupervisionTables,
    AppraisalTables,
    DelegationsTables,
    StandingTables,
    ConsultationsTables {}
