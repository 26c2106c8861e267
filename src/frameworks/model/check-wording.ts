import type { Finding } from '../../finding.ts'
import type { FrameworkRules } from './checks/framework-rules.ts'
import { ladderChecks } from './checks/ladder-checks.ts'
import { statementForm } from './checks/statement-form.ts'
import { undeclaredChoices } from './checks/undeclared-choices.ts'
import { wordsNotUsed } from './checks/words-not-used.ts'
import type { Edition } from './framework.ts'
import { listTexts } from './list-texts.ts'

/** What a steward would want to mend in the wording before publishing, rule by rule. */
export function checkWording(edition: Edition, rules?: FrameworkRules): Finding[] {
  // The titles of a framework that is not ours are names.
  if (edition.skeleton !== undefined) return []
  const checked = { edition, texts: listTexts(edition), rules }
  return [
    ...[wordsNotUsed, statementForm, undeclaredChoices].flatMap((check) => check(edition)),
    ...ladderChecks.flatMap((check) => check.find(checked)),
  ]
}
