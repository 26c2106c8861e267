/** The forms of a term that a machine can think of: a person mends them. */
import type { TermPairs } from './occurrence.ts'

/** "competency" and "capability" in each form, the same form beside the same. '' where we know none. */
export function listForms(old: string, fresh: string): TermPairs {
  const [one, other] = [formsOf(old), formsOf(fresh)]
  const pairs = one.map((before, form) => ({ before, after: other[form] ?? '' }))
  const seen = new Set<string>()
  return pairs.filter(({ before }) => {
    if (before === '' || seen.has(before)) return false
    seen.add(before)
    return true
  })
}

function formsOf(term: string): readonly [string, string, string, string] {
  const plural = pluralOf(term)
  return [term, plural, possessiveOf(term), possessiveOf(plural)]
}

/** "person who accesses services" -> "people who access services". */
export function pluralOf(term: string): string {
  const clause = /^(.+?) (who|that) (\S+)( .+)?$/.exec(term)
  if (clause !== null) {
    const [, head = '', who = '', verb = '', rest = ''] = clause
    return `${pluralOf(head)} ${who} ${pluralVerb(verb)}${rest}`
  }
  const phrase = /^(.+?) ((?:of|in|with|for) .+)$/.exec(term)
  if (phrase !== null) return `${pluralOf(phrase[1] ?? '')} ${phrase[2]}`
  const cut = term.lastIndexOf(' ') + 1
  return term.slice(0, cut) + pluralNoun(term.slice(cut))
}

const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  people: 'people',
  staff: 'staff',
}

function pluralNoun(noun: string): string {
  const known = irregular[noun.toLowerCase()]
  if (known !== undefined) return known
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`
  return `${noun}s`
}

function pluralVerb(verb: string): string {
  if (verb === 'is') return 'are'
  if (verb === 'has') return 'have'
  if (/(?:ss|x|z|ch|sh)es$/.test(verb)) return verb.slice(0, -2)
  return verb.replace(/([^s])s$/, '$1')
}

/** A clause has none: "of the person who …" is for a person to write. */
function possessiveOf(term: string): string {
  if (/ (?:who|that) /.test(term)) return ''
  return /s$/.test(term) ? `${term}'` : `${term}'s`
}
