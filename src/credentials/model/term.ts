import { JsonLdRefusal } from './json-ld-refusal.ts'

export type Container = 'set' | 'list' | 'graph'

/** What one word of a context means. */
export type Term = {
  /** an IRI, '@id', '@type', or null for a word that is switched off */
  readonly iri: string | null
  /** the IRI as it stands between subject and object */
  readonly predicate: string
  /** '@id', '@vocab', '@json', the IRI of a datatype, or undefined */
  readonly coercion: string | undefined
  /** what follows a text in its statement */
  readonly literalEnd: string
  readonly container: Container | undefined
  /** a context of the word's own; null empties the context, undefined leaves it */
  readonly scoped: unknown
  readonly isProtected: boolean
}

export type ContextWords = Readonly<Record<string, unknown>>

const readableParts = new Set(['@id', '@type', '@container', '@context', '@protected'])

/** JSON-LD 1.1 API §4.2.2, for the definitions that the pinned contexts are made of. */
export function readTerm(name: string, words: ContextWords): Term {
  const value = words[name]
  const parts = typeof value === 'string' || value === null ? { '@id': value } : asWords(value)
  const odd = Object.keys(parts).find((part) => !readableParts.has(part))
  if (odd !== undefined) throw new JsonLdRefusal('not-read', `a context uses ${odd}`)
  const iri = iriOf(parts['@id'], words)
  // A simple term whose IRI ends so may stand as a prefix in the document, which we do not read.
  if (iri !== null && typeof value === 'string' && /[:/?#[\]@]$/.test(iri)) {
    throw new JsonLdRefusal('not-read', `a context uses the prefix "${name}"`)
  }
  return {
    ...plainTerm(iri, coercionOf(parts['@type'], words)),
    container: containerOf(parts['@container']),
    scoped: parts['@context'],
    isProtected: (parts['@protected'] ?? words['@protected']) === true,
  }
}

export function plainTerm(iri: string | null, coercion?: string): Term {
  return {
    iri,
    predicate: ` <${iri}> `,
    coercion,
    literalEnd: coercion === undefined ? '" .\n' : `"^^<${coercion}> .\n`,
    container: undefined,
    scoped: undefined,
    isProtected: false,
  }
}

export function isSameTerm(before: Term, after: Term): boolean {
  return (
    before.iri === after.iri &&
    before.coercion === after.coercion &&
    before.container === after.container &&
    sortedJson(before.scoped) === sortedJson(after.scoped)
  )
}

export function asWords(value: unknown): ContextWords {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new JsonLdRefusal('not-read', 'a context is not written as an object')
  }
  // The checks above leave only an object with string keys.
  return value as ContextWords
}

// The scheme is a letter and what JSON-LD processors take for one; what an IRI may not hold is refused.
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 3987 excludes them by name
const iriForm = /^[A-Za-z][A-Za-z0-9+,\-.]*:[^\s<>"{}|^`\\\u0000-\u0020\u007F]*$/

export function absoluteIri(value: string): string {
  if (iriForm.test(value)) return value
  throw new JsonLdRefusal('not-covered', `"${value.slice(0, 80)}" is not a full address`)
}

function iriOf(id: unknown, words: ContextWords): string | null {
  if (id === null || id === '@id' || id === '@type') return id
  if (typeof id !== 'string' || id.startsWith('@')) {
    throw new JsonLdRefusal('not-read', 'a context defines a word by something that is no address')
  }
  // A word may be defined by another of the same context, as AchievementCredential is.
  return id in words ? readTerm(id, words).iri : absoluteIri(id)
}

function coercionOf(type: unknown, words: ContextWords): string | undefined {
  if (type === undefined || type === '@id' || type === '@vocab' || type === '@json') return type
  return iriOf(type, words) ?? undefined
}

function containerOf(container: unknown): Container | undefined {
  if (container === undefined) return undefined
  if (container === '@set') return 'set'
  if (container === '@list') return 'list'
  if (container === '@graph') return 'graph'
  throw new JsonLdRefusal('not-read', `a context uses the container ${String(container)}`)
}

// Two contexts may write one definition with its parts in another order.
function sortedJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
  return text ?? ''
}
