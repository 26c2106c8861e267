/** Reads the word lists and the grammar that the checks of wording go by. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readContent } from '../content/read-content.ts'
import { indexPhrases } from '../language/find-phrases.ts'
import { readFrameworkRules } from './framework-rules-content.ts'
import { healthWordsFile, languageFile, wordListFile } from './language-schema.ts'
import type { Language } from './model/language.ts'
import { britishSpelling } from './spelling-content.ts'

const languageFolder = fileURLToPath(new URL('../../content/language', import.meta.url))
const notLists = ['language.yaml', 'health-words.yaml']

/** Throws ContentFault. */
export function readLanguage(folder = languageFolder): Language {
  const { exempt, ...rest } = readContent(join(folder, 'language.yaml'), languageFile).value
  const { words } = readContent(join(folder, 'health-words.yaml'), healthWordsFile).value
  const lists = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !notLists.includes(name))
    .flatMap((name) => readContent(join(folder, name), wordListFile).value.lists)
  const phrases = [...exempt.names, ...exempt.phrases].map((form) => ({ form, value: form }))
  return {
    ...rest,
    lists,
    exemptions: { phrases: indexPhrases(phrases), rightBeside: exempt.rightBeside },
    spelling: britishSpelling(words),
    frameworks: readFrameworkRules(),
  }
}

let house: Language | undefined

/** The lists of this house, read once: checking needs them, and showing a page does not. */
export function houseLanguage(): Language {
  house ??= readLanguage()
  return house
}
