/** What privacy does behind the pages. */
import type { Work } from '../jobs/jobs.ts'
import type { PersonalPart, RetentionRule } from '../personal-record.ts'
import type { Site } from '../web/site.ts'
import { eraseAccount, eraseDueAccounts, erasureDetails } from './closing/closing-actions.ts'
import { copyJobDetails, makeCopy } from './export/export-actions.ts'
import { enforceRetention } from './retention/retention-actions.ts'
import { readRetention } from './retention/retention-content.ts'

export function privacyWork(
  site: Site,
  { parts, rules }: { parts: readonly PersonalPart[]; rules: readonly RetentionRule[] },
): readonly Work[] {
  const { db, now } = site
  const kinds = readRetention()
  return [
    {
      queue: 'make-copy',
      run: async ({ details }) => makeCopy({ site, parts, kinds }, copyJobDetails.parse(details)),
    },
    {
      queue: 'erase-account',
      run: async ({ details }) => {
        await eraseAccount(db, parts, erasureDetails.parse(details).personId)
      },
    },
    {
      queue: 'enforce-retention',
      every: '20 3 * * *',
      run: async () => {
        await eraseDueAccounts(db, parts)
        await enforceRetention(db, { kinds, rules }, now())
      },
    },
  ]
}
