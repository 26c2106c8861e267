import type { TextRange } from '../../model/wording-finding.ts'

/** The sentence that would stand there, once other words are in the place of those in the range. */
export function sentenceAfter(text: string, { start, end }: TextRange, suggestion: string): string {
  const before = text.slice(0, start)
  const from = Math.max(...['. ', '? ', '! ', '\n'].map((mark) => lastAfter(before, mark)))
  const rest = text.slice(end)
  const ending = /[.?!](?=\s|$)|\n/.exec(rest)
  const until = ending === null ? rest.length : ending.index + 1
  return `${before.slice(from)}${suggestion}${rest.slice(0, until)}`.replace(/ {2,}/g, ' ').trim()
}

function lastAfter(text: string, mark: string): number {
  const at = text.lastIndexOf(mark)
  return at === -1 ? 0 : at + mark.length
}
