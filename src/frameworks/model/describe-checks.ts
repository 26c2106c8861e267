/** The rules as people read of them: each tried on its own example. */
import type { Check } from './checks/check.ts'
import { editionWith } from './checks/examples.ts'
import type { Language } from './language.ts'
import { listTexts } from './list-texts.ts'
import type { Severity } from './wording-finding.ts'

export interface DescribedCheck
  extends Pick<Check, 'code' | 'question' | 'requirements' | 'fails' | 'passes'> {
  /** Of the gravest that it finds in its example. */
  readonly severity: Severity
  /** What it says of its example, and what could stand there. */
  readonly says: string
  readonly suggestions: readonly string[]
}

export function describeCheck(check: Check, language: Language): DescribedCheck {
  const { code, question, requirements, fails, passes } = check
  const edition = editionWith(check, fails)
  const [found] = check.find({
    ...{ edition, texts: listTexts(edition), language },
    rules: check.exampleRules,
  })
  const { severity = 'advice', message: says = '', suggestions = [] } = found ?? {}
  return { code, question, requirements, fails, passes, severity, says, suggestions }
}
