/** JSON in the one spelling of RFC 8785, so that it can be signed as it is. */
import { JsonLdRefusal } from './json-ld-refusal.ts'

/** Throws JsonLdRefusal for a text that has no UTF-8. JSON.stringify writes numbers and texts as the RFC asks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return plain(value)
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => `${plain(name)}:${canonicalJson(part)}`)
  return `{${members.join(',')}}`
}

function plain(value: unknown): string {
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new JsonLdRefusal('not-covered', 'a text in it holds half a character')
  }
  return JSON.stringify(value)
}
