/** Puts words into a sentence at its braces: `{profession}`. A brace that nobody fills is a fault. */
export function fillWords(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`Nothing to put at {${name}} in: ${sentence}`)
    return word
  })
}
