/**
 * Known words that one slip of the pen turns into this one, the likeliest slip first. A dictionary's own
 * search goes further and takes seconds over letters that are no word; this one always ends soon.
 */
export function suggestSpelling(word: string, knows: (word: string) => boolean): string[] {
  const letters = [...word]
  const made = [
    ...swapped(letters),
    ...withAnother(letters),
    ...without(letters),
    ...exchanged(letters),
  ]
  return [...new Set(made)].filter((candidate) => candidate !== word && knows(candidate))
}

const alphabet = [...'esianrtolcdupmghbyfvkwzxqj']

/** “teh”. */
function swapped(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, at) => {
    const [before, after] = [letters.slice(0, at), letters.slice(at + 2)]
    return [...before, letter, letters[at], ...after].join('')
  })
}

/** “confidentialty”. */
function withAnother(letters: readonly string[]): string[] {
  return [...letters, ''].flatMap((_, at) =>
    alphabet.map((letter) => [...letters.slice(0, at), letter, ...letters.slice(at)].join('')),
  )
}

/** “carrer”. */
function without(letters: readonly string[]): string[] {
  return letters.map((_, at) => letters.toSpliced(at, 1).join(''))
}

/** “organizes”. */
function exchanged(letters: readonly string[]): string[] {
  return letters.flatMap((_, at) => alphabet.map((letter) => letters.with(at, letter).join('')))
}
