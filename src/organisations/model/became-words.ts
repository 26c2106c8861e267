import { dayInWords } from '../../language/plain-dates.ts'
import type { Became } from './organisation-on.ts'

/** What became of an organisation, as a sentence. */
export function becameWords({ name, kind, on, into }: Became): string {
  const day = dayInWords(on)
  const names = inWords(into.map((one) => one.name))
  if (into.length === 0) return `${name} closed on ${day}.`
  return kind === 'split'
    ? `${name} was split into ${names} on ${day}.`
    : `${name} merged into ${names} on ${day}.`
}

function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
