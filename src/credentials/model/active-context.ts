import { JsonLdRefusal } from './json-ld-refusal.ts'
import { asWords, type ContextWords, isSameTerm, readTerm, type Term } from './term.ts'

/** What the words of a document mean at one place in it; never changed once made. */
export type ActiveContext = {
  readonly terms: ReadonlyMap<string, Term>
  readonly vocab: string | undefined
  /** the key that stands for @type here */
  readonly typeKey: string | undefined
  /** where a type-scoped context ends: child nodes go back to this */
  readonly previous: ActiveContext | undefined
  readonly byType: Map<string, ActiveContext>
  readonly byProperty: Map<Term, ActiveContext>
}

export type ContextLibrary = {
  readonly documents: ReadonlyMap<string, unknown>
  readonly roots: Map<string, ActiveContext>
  /** how many more derived contexts may be kept, so that odd documents cannot fill the memory */
  room: number
}

export function contextLibrary(documents: ReadonlyMap<string, unknown>): ContextLibrary {
  return { documents, roots: new Map(), room: 2000 }
}

const emptyContext: ActiveContext = {
  terms: new Map(),
  vocab: undefined,
  typeKey: undefined,
  previous: undefined,
  byType: new Map(),
  byProperty: new Map(),
}

/** The context of a whole document, from the addresses that it names. */
export function rootContext(library: ContextLibrary, named: unknown): ActiveContext {
  const addresses = addressesOf(named)
  const key = addresses.join('\n')
  const known = library.roots.get(key)
  if (known) return known
  const made = applyNamed(library, emptyContext, addresses)
  if (library.room > 0) {
    library.room--
    library.roots.set(key, made)
  }
  return made
}

/** A context named inside the document, on top of the one that holds there. */
export function nestedContext(
  library: ContextLibrary,
  active: ActiveContext,
  named: unknown,
): ActiveContext {
  if (active === emptyContext) return rootContext(library, named)
  return applyNamed(library, active, addressesOf(named))
}

/** JSON-LD 1.1 §4.1.3: a type's own context holds for its node and not for the nodes below. */
export function typeScopedContext(
  library: ContextLibrary,
  active: ActiveContext,
  type: string,
  scoped: unknown,
): ActiveContext {
  const known = active.byType.get(type)
  if (known) return known
  const made = applyDefinition(active, scoped, {
    mayOverride: false,
    previous: active.previous ?? active,
  })
  if (library.room > 0) {
    library.room--
    active.byType.set(type, made)
  }
  return made
}

/** JSON-LD 1.1 §4.1.4: a property's own context may override protected terms and does propagate. */
export function propertyScopedContext(
  library: ContextLibrary,
  active: ActiveContext,
  term: Term,
): ActiveContext {
  if (term.scoped === undefined) return active
  const known = active.byProperty.get(term)
  if (known) return known
  const made = applyDefinition(active, term.scoped, {
    mayOverride: true,
    previous: active.previous,
  })
  if (library.room > 0) {
    library.room--
    active.byProperty.set(term, made)
  }
  return made
}

/** More than any credential needs; each is work, and each list of them may be kept. */
const mostContexts = 8

function addressesOf(named: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(named) ? named : [named]
  if (list.length > mostContexts) throw new JsonLdRefusal('not-read', 'it names too many contexts')
  return list.map((address) => {
    if (typeof address === 'string') return address
    throw new JsonLdRefusal('not-read', 'it defines words of its own in its @context')
  })
}

function applyNamed(
  library: ContextLibrary,
  active: ActiveContext,
  addresses: readonly string[],
): ActiveContext {
  let made = active
  for (const address of addresses) {
    const document = library.documents.get(address)
    if (document === undefined) {
      throw new JsonLdRefusal('not-read', `it uses the context ${address}, which is not known here`)
    }
    made = applyDefinition(made, contextOf(document), {
      mayOverride: false,
      previous: made.previous,
    })
  }
  return made
}

type Application = {
  readonly mayOverride: boolean
  readonly previous: ActiveContext | undefined
}

function applyDefinition(
  active: ActiveContext,
  definition: unknown,
  { mayOverride, previous }: Application,
): ActiveContext {
  if (definition === null) {
    const isLocked = !mayOverride && [...active.terms.values()].some((term) => term.isProtected)
    if (isLocked) throw new JsonLdRefusal('not-read', 'it empties a protected context')
    return emptyContext
  }
  const words = asWords(definition)
  const terms = new Map(active.terms)
  for (const name of Object.keys(words)) {
    if (name.startsWith('@')) continue
    defineTerm(terms, name, words, mayOverride)
  }
  return {
    terms,
    vocab: vocabOf(words) ?? active.vocab,
    typeKey: typeKeyOf(terms),
    previous,
    byType: new Map(),
    byProperty: new Map(),
  }
}

function vocabOf(words: ContextWords): string | undefined {
  for (const [keyword, value] of Object.entries(words)) {
    if (!keyword.startsWith('@') || keyword === '@protected') continue
    if (keyword === '@version' && value === 1.1) continue
    if (keyword === '@vocab' && typeof value === 'string' && value.includes(':')) continue
    throw new JsonLdRefusal('not-read', `a context uses ${keyword}`)
  }
  const vocab = words['@vocab']
  return typeof vocab === 'string' ? vocab : undefined
}

function typeKeyOf(terms: ReadonlyMap<string, Term>): string | undefined {
  const keys = [...terms].filter(([, term]) => term.iri === '@type').map(([name]) => name)
  if (keys.length > 1) throw new JsonLdRefusal('not-read', 'a context has two names for @type')
  return keys[0]
}

function defineTerm(
  terms: Map<string, Term>,
  name: string,
  words: ContextWords,
  mayOverride: boolean,
): void {
  const before = terms.get(name)
  const made = readTerm(name, words)
  if (!before?.isProtected || mayOverride) {
    terms.set(name, made)
    return
  }
  // JSON-LD 1.1 §4.1.11: the same definition again is allowed, and stays protected.
  if (!isSameTerm(before, made)) {
    throw new JsonLdRefusal('not-read', `its contexts disagree about the word "${name}"`)
  }
}

function contextOf(document: unknown): unknown {
  return asWords(document)['@context']
}
