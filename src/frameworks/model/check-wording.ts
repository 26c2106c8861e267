import type { Finding } from '../../finding.ts'
import { carersBesideFamilies } from './checks/carers-beside-families.ts'
import { equityBeside } from './checks/equity-beside.ts'
import { exampleWithoutPurpose } from './checks/example-without-purpose.ts'
import { missingPillars } from './checks/missing-pillars.ts'
import { orphanTerms } from './checks/orphan-terms.ts'
import { statementForm } from './checks/statement-form.ts'
import { undeclaredChoices } from './checks/undeclared-choices.ts'
import { wordsNotUsed } from './checks/words-not-used.ts'
import type { Edition } from './framework.ts'

const checks = [
  wordsNotUsed,
  statementForm,
  undeclaredChoices,
  exampleWithoutPurpose,
  carersBesideFamilies,
  equityBeside,
  missingPillars,
  orphanTerms,
]

/** What a steward would want to mend in the wording before publishing, rule by rule. */
export function checkWording(edition: Edition): Finding[] {
  // The titles of a framework that is not ours are names.
  if (edition.skeleton !== undefined) return []
  return checks.flatMap((check) => check(edition))
}
