/** British spelling: the Hunspell dictionary en-GB, and the words of health and care beside it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'
import type { Spelling } from '../language/spelling.ts'
import { suggestSpelling } from '../language/suggest-spelling.ts'

/** Words kept with whether they are known; more than a framework has, and then it begins again. */
const mostKept = 50_000

/** The dictionary takes a fifth of a second to open, and so opens at the first word. */
export function britishSpelling(further: readonly string[]): Spelling {
  const kept = new Map<string, boolean>()
  const own = new Set(further)
  let opened: ReturnType<typeof nspell> | undefined
  const dictionary = () => {
    opened ??= openDictionary()
    return opened
  }

  function knows(word: string): boolean {
    const known = kept.get(word)
    if (known !== undefined) return known
    if (kept.size >= mostKept) kept.clear()
    const found = own.has(word) || own.has(word.toLowerCase()) || dictionary().correct(word)
    kept.set(word, found)
    return found
  }

  return {
    knows,
    suggest: (word) => suggestSpelling(word, (one) => own.has(one) || dictionary().correct(one)),
  }
}

function openDictionary() {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en-gb'))
  return nspell(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')))
}
