/** What no rule about words finds fault with: quotations, addresses, proper names, and uses that are right. */
import { findPhrases, type PhraseIndex } from './find-phrases.ts'
import type { TextRange } from './text-range.ts'
import type { Word } from './words-in.ts'

/** A word that is right wherever its sentence, or one beside it, also holds words that begin in a certain way. */
export interface RightBeside {
  readonly words: readonly string[]
  readonly beside: string
}

export interface Exemptions {
  /** Names and turns of phrase, such as “Care Certificate” and “ask for help”. */
  readonly phrases: PhraseIndex<string>
  readonly rightBeside: readonly RightBeside[]
}

export function exemptRanges(
  text: string,
  words: readonly Word[],
  { phrases, rightBeside }: Exemptions,
): TextRange[] {
  return [
    ...quotations(text),
    ...rangesOf(text, address),
    ...findPhrases(text, words, phrases),
    ...properNames(text, words),
    ...rightBeside.flatMap((rule) => besideIn(words, rule)),
  ]
}

/** A mark that nothing closes is sought for so far, and a long text ends in good time. */
const quotation =
  /“[^“”]*”|"[^"]*"|(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])(?:[^'’]|['’](?=\p{L})){0,300}['’](?!\p{L})/gu

export function quotations(text: string): TextRange[] {
  return rangesOf(text, quotation)
}

/** Of a page or a letter box, such as “speakup.org.uk”. */
const address =
  /https?:\/\/\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|(?<![\w-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:uk|org|com|net|wales|scot)\b/gi

function rangesOf(text: string, expression: RegExp): TextRange[] {
  return [...text.matchAll(expression)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
}

const links = new Set(['of', 'and', 'for', 'the', 'in', 'to', 'on'])
/** A capital says nothing where every word has one, or where a sentence opens with such a word. */
const opening =
  /^(a|an|the|in|on|at|for|our|their|your|this|these|each|every|all|any|no|some|with|\p{L}+s)$/iu

/** Runs of two words or more with capitals, as in “Patient Safety Commissioner”. */
function properNames(text: string, words: readonly Word[]): TextRange[] {
  if (isTitleCase(words)) return []
  const names: TextRange[] = []
  let run: Word[] = []
  const close = () => {
    while (run.length > 0 && links.has(run.at(-1)?.text ?? '')) run = run.slice(0, -1)
    const [first] = run
    const last = run.at(-1)
    if (first && last && first !== last) names.push({ start: first.start, end: last.end })
    run = []
  }
  for (const word of words) {
    if (!follows(text, run.at(-1), word)) close()
    if (isCapital(word)) {
      if (!(word.opens && opening.test(word.text))) run = [...run, word]
    } else if (run.length > 0 && links.has(word.text)) run = [...run, word]
    else close()
  }
  close()
  return names
}

function follows(text: string, before: Word | undefined, word: Word): boolean {
  if (before === undefined) return true
  return /^(?:['’]s?)?[\s-]+$/.test(text.slice(before.end, word.start))
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text)
}

function isTitleCase(words: readonly Word[]): boolean {
  return words.length > 1 && words.every((word) => isCapital(word) || links.has(word.text))
}

function besideIn(words: readonly Word[], { words: right, beside }: RightBeside): TextRange[] {
  const sentences = sentencesOf(words)
  const holds = sentences.map((sentence) => speaksOf(sentence, beside))
  return sentences
    .filter((_, at) => holds[at - 1] || holds[at] || holds[at + 1])
    .flatMap((sentence) => sentence.filter(({ base }) => right.includes(base)))
}

function speaksOf(sentence: readonly Word[], beside: string): boolean {
  return ` ${sentence.map(({ base }) => base).join(' ')}`.includes(` ${beside}`)
}

function sentencesOf(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = []
  for (const word of words) {
    if (word.opens) sentences.push([])
    sentences.at(-1)?.push(word)
  }
  return sentences
}
