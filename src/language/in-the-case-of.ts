/** A word written as the one that it takes the place of: “Helps” gives “Enables”. */
export function inTheCaseOf(before: string, word: string): string {
  const [first = ''] = before
  if (first === first.toLowerCase()) return word
  return word.charAt(0).toUpperCase() + word.slice(1)
}
