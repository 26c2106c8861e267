/** How alike two sentences are by their words: 0 to 1, 1 where the same words stand in both. */
export function wordLikeness(one: string, other: string): number {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  if (first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((word) => second.has(word)).length
  return (2 * shared) / (first.size + second.size)
}

const small = new Set(
  'a an and are as at be by for from how in into is it its of on or so that the their them they this to what when where which who with'.split(
    ' ',
  ),
)

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !small.has(word)).map(stemOf))
}

/** Enough to see one word in "reports", "reported" and "reporting". */
function stemOf(word: string): string {
  if (word.length < 5) return word
  return word.replace(/(?:ing|ed|es|s)$/, '').replace(/e$/, '')
}
