/** What is done behind the pages, and who does it: a line a queue. */
import { sendWeeklyLetters } from './accounts/reminders/send-weekly-letters.ts'
import { remindOfWorkAddresses } from './accounts/sign-in/remind-of-work-address.ts'
import { sealAudit } from './audit/audit-actions.ts'
import { watchDelegations } from './delegations/watch-delegations.ts'
import { importCourseFiles } from './development/learning/import-courses.ts'
import { tellsOfSupervision } from './development/supervision/tell-of-supervision.ts'
import { dueDates } from './due-dates.ts'
import { editionShelf } from './frameworks/edition-shelf.ts'
import { tellsOfDrafts } from './frameworks/review/tell-of-draft.ts'
import type { Work } from './jobs/jobs.ts'
import { sendLetters } from './mail/post-office.ts'
import { sendInvitations } from './organisations/invitations/invitations-actions/invite-many.ts'
import { reviewPermissions } from './organisations/memberships/review-permissions.ts'
import { tellWorkers } from './organisations/memberships/tell-workers.ts'
import { checkReceived } from './passports/bring/check-received.ts'
import { importTrainings } from './passports/bring/import-training.ts'
import { tellHolders } from './passports/questions/tell-holder.ts'
import { tellOfRecognition } from './passports/recognition/tell-recognition.ts'
import { remindOfReviews } from './passports/renewals/remind-of-reviews.ts'
import { personalPartsOf, retentionRules } from './personal-parts.ts'
import { remindOfComplaints } from './privacy/complaints/remind-of-complaints.ts'
import { privacyWork } from './privacy/privacy-work.ts'
import type { Site } from './web/site.ts'

export function workOf(site: Site): readonly Work[] {
  const { config, keyEncryptionKey } = site
  return [
    sendLetters(config, keyEncryptionKey),
    remindOfWorkAddresses(site),
    remindOfComplaints(site),
    ...privacyWork(site, { parts: personalPartsOf(site), rules: retentionRules }),
    { queue: 'seal-audit', every: '* * * * *', run: async () => void (await sealAudit(site)) },
    sendInvitations(site),
    reviewPermissions(site),
    tellWorkers(site),
    remindOfReviews(site),
    tellHolders(site),
    sendWeeklyLetters(site, dueDates),
    tellsOfSupervision(site),
    checkReceived(site, editionShelf(site.db, site.now)),
    importTrainings(site),
    tellOfRecognition(site),
    importCourseFiles(site),
    tellsOfDrafts(site),
    watchDelegations(site, editionShelf(site.db, site.now)),
  ]
}
