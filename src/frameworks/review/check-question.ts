/** Checks as people read them, by the question that each asks. */
import { allChecks } from '../model/checks/all.ts'
import { checkName } from './model/finding-words.ts'

const questions = new Map(allChecks.map(({ code, question }) => [code, question]))

/** A check of shape asks none. */
export function checkQuestion(code: string): string {
  return questions.get(code) ?? checkName(code)
}

/** Stands on the page of all checks. */
export function isCheck(code: string): boolean {
  return questions.has(code)
}
