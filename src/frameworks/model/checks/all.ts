/** Every rule of wording, in the order in which the page of rules shows them. */

import type { WordingFinding } from '../wording-finding.ts'
import { aOrAn } from './a-or-an.ts'
import { aimsWithoutLimits } from './aims-without-limits.ts'
import { andOr } from './and-or.ts'
import { cautionWords } from './caution-words.ts'
import type { Check } from './check.ts'
import { claimOfEffect } from './claim-of-effect.ts'
import { commitmentInstead } from './commitment-instead.ts'
import { competency } from './competency.ts'
import { confusedWords } from './confused-words.ts'
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

/** Whoever has mended so many of one kind in a text has seen what it is, and asks again. */
const mostInOneText = 20

const checks: readonly Check[] = [
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
  confusedWords,
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

export const allChecks: readonly Check[] = checks.map((check) => ({
  ...check,
  find: (checked) => atMostInEachText(check.find(checked)),
}))

function atMostInEachText(findings: readonly WordingFinding[]): readonly WordingFinding[] {
  const told = new Map<string, number>()
  return findings.filter(({ code, at }) => {
    const before = told.get(`${code} ${at}`) ?? 0
    told.set(`${code} ${at}`, before + 1)
    return before < mostInOneText
  })
}
