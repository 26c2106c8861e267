/** Which list says what about a word in a place: the one rule of precedence (docs/wording-checks.md). */
import type { Target } from './amendment.ts'
import type { Edition, PreferredTerm } from './framework.ts'
import type { Language, ListedWords, WordAudience, WordList, WordRule } from './language.ts'
import type { Severity } from './wording-finding.ts'

/** What one list says of a word: write another, or keep it. */
export type Saying =
  | { readonly from: 'edition'; readonly term: PreferredTerm }
  | { readonly from: 'list'; readonly list: WordList; readonly words: ListedWords }
  | { readonly from: 'keep'; readonly list: WordList }
  /** A phrase that is right as it stands, whatever word of a list it holds. */
  | { readonly from: 'no-list' }

export interface Ruling {
  /** Left out where only the edition's own list knows the word. */
  readonly rule?: WordRule | undefined
  readonly use: readonly string[]
  readonly because: string
  readonly severity: Severity
}

/** The edition's own list first, then the lists for this audience by the weight of their owners. */
export function chooseWord(
  sayings: readonly Saying[],
  audience: WordAudience,
  precedence: Language['precedence'],
): Ruling | undefined {
  const said = sayings.filter((saying) => saying.from !== 'no-list')
  if (said.length < sayings.length) return undefined
  const here = said.filter((saying) => speaksTo(saying, audience))
  const [listed] = here
    .filter((saying) => saying.from !== 'edition')
    .toSorted((one, other) => weightOf(one, other, precedence[audience]))
  const own = here.find((saying) => saying.from === 'edition')
  if (own !== undefined) return ownRuling(own.term, here)
  return listed?.from === 'list' ? listRuling(listed) : undefined
}

function weightOf(
  one: { readonly list: WordList },
  other: { readonly list: WordList },
  owners: readonly string[],
): number {
  const place = ({ list }: { readonly list: WordList }) => {
    const at = owners.indexOf(list.owner)
    return at < 0 ? owners.length : at
  }
  return place(one) - place(other)
}

function speaksTo(saying: Exclude<Saying, { from: 'no-list' }>, audience: WordAudience): boolean {
  if (saying.from === 'edition') return audiencesOf(saying.term).includes(audience)
  return saying.list.audience.includes(audience)
}

/** An edition names its audience in words. What it does not name apart is for everyone. */
function audiencesOf({ audience }: PreferredTerm): readonly WordAudience[] {
  if (/\b(statement|role)/i.test(audience)) return ['profession']
  return ['profession', 'workforce', 'public']
}

/** The edition decides; a list that gives way to the same term knows the forms that fit. */
function ownRuling({ use, because }: PreferredTerm, sayings: readonly Saying[]): Ruling {
  const listed = sayings.flatMap((saying) => (saying.from === 'list' ? [saying] : []))
  const alike = listed.find(({ list }) => list.term === use)
  return {
    rule: listed[0]?.list.rule,
    use: alike?.words.use ?? use.split(', '),
    because: `Write ${use}. ${because}`,
    severity: 'must',
  }
}

function listRuling({ list, words }: Extract<Saying, { from: 'list' }>): Ruling {
  const { use, severity = list.severity, because = list.because } = words
  const write = use.length === 0 ? '' : `Write ${use.map((word) => `“${word}”`).join(' or ')}. `
  return { rule: list.rule, use, because: `${write}${because}`, severity }
}

const publicParts = [undefined, 'support-worker', 'person-who-accesses-services']

/** Statements and what describes roles speak for a profession; the other texts speak to their readers. */
export function audienceAt(edition: Edition, target: Target): WordAudience {
  const [kind, id] = target.split('/')
  if (kind === 'edition' || kind === 'glossary') return 'public'
  if (kind !== 'part') return 'profession'
  const section = edition.parts.flatMap(({ sections }) => sections).find((held) => held.id === id)
  return publicParts.includes(section?.audience) ? 'public' : 'workforce'
}
