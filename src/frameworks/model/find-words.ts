/** Every word of an edition that a list speaks against, with what could stand in its place. */
import { type Exemptions, exemptRanges, quotations } from '../../language/exempt-ranges.ts'
import { findPhrases, indexPhrases, type PhraseIndex } from '../../language/find-phrases.ts'
import { inTheCaseOf } from '../../language/in-the-case-of.ts'
import { overlap, type TextRange } from '../../language/text-range.ts'
import { type Word, wordsIn } from '../../language/words-in.ts'
import type { Checked } from './checks/check.ts'
import { audienceAt, chooseWord, type Ruling, type Saying } from './choose-word.ts'
import type { WordRule } from './language.ts'
import type { TargetText } from './list-texts.ts'
import type { WordingFinding } from './wording-finding.ts'

export interface ReadText extends TargetText {
  readonly words: readonly Word[]
  /** Where no rule about words finds fault. */
  readonly exempt: readonly TextRange[]
}

interface FoundWord extends TextRange {
  readonly in: ReadText
  readonly ruling: Ruling
}

const read = new WeakMap<Checked, readonly ReadText[]>()
const found = new WeakMap<Checked, readonly FoundWord[]>()
const right: Saying = { from: 'no-list' }

/** The texts with their words, worked out once for all the rules. */
export function readTexts(checked: Checked): readonly ReadText[] {
  return kept(read, checked, () =>
    checked.texts.map(({ target, text }) => ({
      ...{ target, text },
      ...readOnce(text, checked.language.exemptions),
    })),
  )
}

type Reading = Pick<ReadText, 'words' | 'exempt'>

/** More than a few editions hold; then it begins again. */
const mostTexts = 10_000
const readings = new WeakMap<Exemptions, Map<string, Reading>>()

/** One statement changes at a time: the others are not read anew. */
function readOnce(text: string, exemptions: Exemptions): Reading {
  const held = kept(readings, exemptions, () => new Map<string, Reading>())
  const known = held.get(text)
  if (known !== undefined) return known
  if (held.size >= mostTexts) held.clear()
  const words = wordsIn(text)
  const made = { words, exempt: exemptRanges(text, words, exemptions) }
  held.set(text, made)
  return made
}

/** The findings of one rule that has word lists; of none: what only the edition's own list knows. */
export function findWords(
  checked: Checked,
  { code, rule, requirement }: { code: string; rule?: WordRule; requirement?: string },
): WordingFinding[] {
  return kept(found, checked, () => allWords(checked))
    .filter(({ ruling }) => ruling.rule === rule)
    .map(({ in: { target, text }, start, end, ruling }) => {
      const word = text.slice(start, end)
      return {
        code,
        at: target,
        severity: ruling.severity,
        range: { start, end },
        message: `“${word}”: ${lowerFirst(ruling.because)}`,
        requirement,
        suggestions: ruling.use.map((use) => inTheCaseOf(word, use)),
      }
    })
}

function allWords(checked: Checked): FoundWord[] {
  const index = sayingsOf(checked)
  return readTexts(checked).flatMap((text) => wordsOf(checked, text, index))
}

function wordsOf(checked: Checked, text: ReadText, index: PhraseIndex<Saying>): FoundWord[] {
  const audience = audienceAt(checked.edition, text.target)
  return findPhrases(text.text, text.words, index).flatMap(({ start, end, values }) => {
    const ruling = chooseWord(values, audience, checked.language.precedence)
    if (ruling === undefined || isExempt(text, { start, end }, ruling)) return []
    return [{ in: text, start, end, ruling }]
  })
}

/** A wrong name of an organisation looks like a proper name, so only quoting it excuses it. */
function isExempt({ text, exempt }: ReadText, range: TextRange, { rule }: Ruling): boolean {
  const excused = rule === 'organisation-name' ? quotations(text) : exempt
  return excused.some((one) => overlap(one, range))
}

function sayingsOf({ edition, language }: Checked): PhraseIndex<Saying> {
  return indexPhrases<Saying>([
    // The preferred term itself may hold a replaced word, and is then the longer phrase.
    ...edition.terms.map(({ use }) => ({ form: use, value: right })),
    ...edition.terms.flatMap((term) =>
      term.insteadOf.map((form) => ({ form, value: { from: 'edition' as const, term } })),
    ),
    ...language.lists.flatMap((list) => [
      ...list.words.flatMap((words) => [
        ...words.use.map((form) => ({ form, value: right })),
        ...words.insteadOf.map((form) => ({ form, value: { from: 'list' as const, list, words } })),
      ]),
      ...list.keep.map((form) => ({ form, value: { from: 'keep' as const, list } })),
    ]),
  ])
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function kept<K extends object, T>(held: WeakMap<K, T>, key: K, make: () => T): T {
  const known = held.get(key)
  if (known !== undefined) return known
  const made = make()
  held.set(key, made)
  return made
}
