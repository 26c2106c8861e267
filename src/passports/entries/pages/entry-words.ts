/** What an entry says of itself, in words. */
import { dayInWords } from '../../../language/plain-dates.ts'
import type { Entry } from '../../model/entry.ts'
import { type Catalogue, findStandard, findSubject } from '../model/catalogue.ts'
import { factNames, type Question } from '../model/entry-questions.ts'

export function daysOf({ kind, from, to }: Entry): string {
  if (from === undefined) return ''
  if (to !== undefined) return `${dayInWords(from)} to ${dayInWords(to)}`
  const once = kind === 'training' || kind === 'qualification' || kind === 'supporting-learners'
  return once ? dayInWords(from) : `Since ${dayInWords(from)}`
}

export function isOver({ validUntil }: Entry, today: string): boolean {
  return validUntil !== undefined && validUntil < today
}

export function refreshWords(entry: Entry, today: string): string {
  if (entry.validUntil === undefined) return ''
  const day = dayInWords(entry.validUntil)
  return isOver(entry, today) ? `Refresh was due on ${day}` : `Refresh by ${day}`
}

export function countsWords({ codes }: Entry): string {
  if (codes.length === 0) return ''
  return `Counts towards ${codes.length === 1 ? '1 statement' : `${codes.length} statements`}`
}

export interface Fact {
  readonly name: string
  readonly words: string
}

/** Each answer that was given, in the order asked, in the words of the form. */
export function factsOf(
  { facts }: Entry,
  questions: readonly Question[],
  catalogue: Catalogue,
): readonly Fact[] {
  return questions.flatMap((question) => {
    const given = facts[question.field]
    if (question.asks === 'day' || given === undefined) return []
    const name =
      question.asks === 'words' ? question.label : (factNames[question.field] ?? question.label)
    return [{ name, words: wordsOf(question, given, catalogue) }]
  })
}

function wordsOf(question: Question, given: string, catalogue: Catalogue): string {
  const subject = findSubject(catalogue, given)
  if (subject !== undefined) return `${subject.title} (${subject.list.title})`
  const standard = findStandard(catalogue, given)
  if (standard !== undefined) return `${standard.title} (${standard.reference})`
  if (question.asks !== 'choice' && question.asks !== 'select') return given
  return question.options.find(({ value }) => value === given)?.text ?? given
}
