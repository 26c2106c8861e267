/** The checks across levels, of who is named, of structure, and of what a framework says where. */
import { carersBesideFamilies } from './carers-beside-families.ts'
import type { Check } from './check.ts'
import { conceptMissing } from './concept-missing.ts'
import { equityBeside } from './equity-beside.ts'
import { exampleWithoutPurpose } from './example-without-purpose.ts'
import { ladderDrop } from './ladder-drop.ts'
import { levelAsLess } from './level-as-less.ts'
import { listsOutOfStep } from './lists-out-of-step.ts'
import { lostActs } from './lost-acts.ts'
import { missingPillars } from './missing-pillars.ts'
import { narrowParties } from './narrow-parties.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { orphanTerms } from './orphan-terms.ts'
import { rolesOutOfLine } from './roles-out-of-line.ts'
import { sameAtTwoLevels } from './same-at-two-levels.ts'
import { undefinedTerms } from './undefined-terms.ts'
import { unexplainedPillars } from './unexplained-pillars.ts'
import { unmatchedVariants } from './unmatched-variants.ts'
import { untaggedStatements } from './untagged-statements.ts'
import { vagueWords } from './vague-words.ts'
import { wordMissingAtLevel } from './word-missing-at-level.ts'

export const ladderChecks: readonly Check[] = [
  ladderDrop,
  lostActs,
  sameAtTwoLevels,
  wordMissingAtLevel,
  levelAsLess,
  conceptMissing,
  narrowParties,
  carersBesideFamilies,
  equityBeside,
  unmatchedVariants,
  untaggedStatements,
  missingPillars,
  unexplainedPillars,
  orphanTerms,
  undefinedTerms,
  exampleWithoutPurpose,
  vagueWords,
  rolesOutOfLine,
  listsOutOfStep,
  nearDuplicates,
]
