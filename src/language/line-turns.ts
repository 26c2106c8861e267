/**
 * The characters that turn round what stands after them: a name that holds one can make a page or a
 * letter say something else (UTS 55). Words in a script that runs from right to left need none.
 */
const lineTurns = /[\u202a-\u202e\u2066-\u2069]/g

export function withoutLineTurns(text: string): string {
  return text.replace(lineTurns, '')
}
