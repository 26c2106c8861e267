/** Every rule of wording, in the order in which the page of rules shows them. */

import { aOrAn } from './a-or-an.ts'
import { aimsWithoutLimits } from './aims-without-limits.ts'
import { andOr } from './and-or.ts'
import { cautionWords } from './caution-words.ts'
import type { Check } from './check.ts'
import { claimOfEffect } from './claim-of-effect.ts'
import { commitmentInstead } from './commitment-instead.ts'
import { competency } from './competency.ts'
import { definitionLeavesOut } from './definition-leaves-out.ts'
import { doingFor } from './doing-for.ts'
import { ladderChecks } from './ladder-checks.ts'
import { longWords } from './long-words.ts'
import { missingTo } from './missing-to.ts'
import { organisationNames } from './organisation-names.ts'
import { plainWords } from './plain-words.ts'
import { punctuation } from './punctuation.ts'
import { repeatedWord } from './repeated-word.ts'
import { spelling } from './spelling.ts'
import { statementForm } from './statement-form.ts'
import { termVariants } from './term-variants.ts'
import { undeclaredChoices } from './undeclared-choices.ts'
import { undefinedAcronym } from './undefined-acronym.ts'
import { wordsNotUsed } from './words-not-used.ts'

export const allChecks: readonly Check[] = [
  termVariants,
  definitionLeavesOut,
  competency,
  wordsNotUsed,
  doingFor,
  cautionWords,
  organisationNames,
  plainWords,
  longWords,
  undefinedAcronym,
  spelling,
  repeatedWord,
  aOrAn,
  missingTo,
  punctuation,
  statementForm,
  andOr,
  undeclaredChoices,
  commitmentInstead,
  claimOfEffect,
  aimsWithoutLimits,
  ...ladderChecks,
]
