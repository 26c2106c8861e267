import type { Word } from '../../../language/words-in.ts'
import type { ReadText } from '../find-words.ts'
import type { Grammar } from '../language.ts'
import type { Check } from './check.ts'
import { type Fault, findInTexts } from './find-in-texts.ts'

/** R12: “allows services effectively plan” lacks its “to”. */
export const missingTo: Check = {
  code: 'missing-to',
  question: 'Does “to” stand after “allows”, “enables” and “use it”, where it is owed?',
  requirements: ['R12'],
  fails: 'It allows services effectively plan who does what.',
  passes: 'It allows services to plan who does what.',
  find: (checked) =>
    findInTexts(checked, {
      ...{ code: 'missing-to', severity: 'should', requirement: 'R12', exempts: true },
      faults: (text) => missing(text, checked.language.grammar),
    }),
}

const pronouns = ['it', 'them', 'us', 'him', 'everyone', 'somebody', 'anyone', 'people']
/** After one of these the verb belongs to another part of the sentence. */
const breaks =
  /^(to|that|which|who|whom|what|how|if|when|where|while|because|so|can|could|will|would|may|might|must|should|do|does|not|then|but|or|as)$/
const longestObject = 7

function missing({ text, words }: ReadText, grammar: Grammar): Fault[] {
  return words.flatMap((verb, at) => {
    const owes = grammar.owesTo.includes(verb.base)
    if (!owes && !grammar.owesToAfterPronoun.includes(verb.base)) return []
    const clause = clauseAfter(text, words, at)
    const end = clause.findIndex((word, place) => isOwed(clause, place, { owes, grammar, word }))
    return end < 0 ? [] : [faultAt(text, clause, end)]
  })
}

/** The words up to the next comma, stop or word that begins something else. */
function clauseAfter(text: string, words: readonly Word[], at: number): Word[] {
  const clause: Word[] = []
  for (const [step, word] of words.slice(at + 1, at + 2 + longestObject).entries()) {
    const gap = text.slice(words[at + step]?.end, word.start)
    if (!/^(['’]s?)?[\s-]+$/.test(gap) || breaks.test(word.base)) break
    clause.push(word)
  }
  return clause
}

/** A plain verb right after a pronoun, or after an adverb: no noun stands there. */
function isOwed(
  clause: readonly Word[],
  place: number,
  { owes, grammar, word }: { owes: boolean; grammar: Grammar; word: Word },
): boolean {
  if (place === 0 || !grammar.plainVerbs.includes(word.base)) return false
  const before = clause[place - 1]?.base ?? ''
  if (before.endsWith('ly')) return owes || (place === 2 && isPronoun(clause[0], owes))
  return place === 1 && isPronoun(clause[0], owes)
}

/** “Uses people” begins no such clause. */
function isPronoun(word: Word | undefined, owes: boolean): boolean {
  return owes ? pronouns.includes(word?.base ?? '') : /^(it|them)$/.test(word?.base ?? '')
}

function faultAt(text: string, clause: readonly Word[], place: number): Fault {
  const [adverb, verb] = [clause[place - 1], clause[place]]
  const hasAdverb = adverb?.base.endsWith('ly') === true
  const start = (hasAdverb ? adverb.start : verb?.start) ?? 0
  const end = verb?.end ?? start
  const plain = verb?.text ?? ''
  return {
    range: { start, end },
    message: `“${text.slice(start, end)}”: “to” is missing before it`,
    suggestions: hasAdverb
      ? [`to ${plain} ${adverb.text}`, `to ${adverb.text} ${plain}`]
      : [`to ${plain}`],
  }
}
