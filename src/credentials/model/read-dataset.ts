import {
  type ActiveContext,
  type ContextLibrary,
  nestedContext,
  propertyScopedContext,
  rootContext,
  typeScopedContext,
} from './active-context.ts'
import {
  addLink,
  blankNode,
  type Dataset,
  emptyGraph,
  type Graph,
  type Node,
  namedNode,
} from './dataset.ts'
import { JsonLdRefusal } from './json-ld-refusal.ts'
import { absoluteIri, plainTerm, type Term } from './term.ts'
import { escapeLiteral, nativeLiteral, valueObjectLiteral } from './write-literal.ts'

export const largestDocument = 1_000_000
const deepestNesting = 32
// A node costs more work than its few characters say, so it counts for more of the room.
const costOfNode = 40
const costOfContext = 2000

type JsonObject = Readonly<Record<string, unknown>>

type Reading = {
  readonly library: ContextLibrary
  readonly graphs: [Graph, ...Graph[]]
  /** characters that may still be read */
  room: number
  root: Node | undefined
}

/** The node being read, and how its words are to be understood. */
type Place = {
  readonly reading: Reading
  readonly graph: Graph
  readonly node: Node
  readonly active: ActiveContext
  readonly depth: number
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const typePredicate = ` <${rdf}type> `
const firstPredicate = ` <${rdf}first> `
const restPredicate = ` <${rdf}rest> `
const emptyList = `<${rdf}nil>`

/**
 * What a JSON-LD 1.1 document says, as a graph; `context` is what its `@context` names.
 * Only documents written in words of pinned contexts are read: whatever would be left out of the
 * graph, and so out of a signature over it, is refused instead (safe mode).
 */
export function readDataset(
  document: JsonObject,
  context: unknown,
  library: ContextLibrary,
): Dataset {
  const graphs: [Graph, ...Graph[]] = [emptyGraph()]
  const reading: Reading = { library, graphs, room: largestDocument, root: undefined }
  const root = readNode(reading, graphs[0], document, rootContext(library, context), 0)
  if (saysNothing(root)) throw notCovered('it says nothing')
  return graphs
}

function readNode(
  reading: Reading,
  graph: Graph,
  object: JsonObject,
  outside: ActiveContext,
  depth: number,
): Node {
  if (depth >= deepestNesting) throw notRead('it is nested too deeply')
  reading.room -= costOfNode
  const types = object[outside.typeKey ?? '@type']
  const active = types === undefined ? outside : withTypes(reading, outside, types)
  const node = nodeOf(graph, object, active)
  // Said of the credential in two places, a date or a status could be signed and yet be overlooked.
  if (node === reading.root) throw notRead('it speaks of itself in a second place')
  reading.root ??= node
  const place: Place = { reading, graph, node, active, depth }
  for (const key of Object.keys(object)) {
    readMember(place, outside, key, object[key])
    if (reading.room < 0) throw notRead('it is too large')
  }
  return node
}

function nodeOf(graph: Graph, object: JsonObject, active: ActiveContext): Node {
  const id = active.terms.get('id')?.iri === '@id' ? object.id : undefined
  if (id === undefined) return blankNode(graph)
  if (typeof id !== 'string') throw notRead('an id is not written as text')
  return namedNode(graph, absoluteIri(id))
}

function readMember(place: Place, outside: ActiveContext, key: string, value: unknown): void {
  if (key === '@context') return
  place.reading.room -= key.length
  const term = place.active.terms.get(key) ?? undefinedTerm(place.active, key)
  if (term.iri === '@type') readTypes(place, outside, value)
  else if (term.iri !== '@id') readProperty(place, key, term, value)
  // Whoever reads the JSON looks for "id", so another name for it is not taken.
  else if (key !== 'id') throw notRead(`it uses "${key.slice(0, 80)}" for "id"`)
}

function undefinedTerm(active: ActiveContext, key: string): Term {
  const shown = key.slice(0, 80)
  // A full address or a keyword as a key would be signed, and yet missed by whoever reads the JSON.
  if (key.startsWith('@') || key.includes(':')) throw notRead(`it uses "${shown}" as a word`)
  if (active.vocab !== undefined) return plainTerm(absoluteIri(active.vocab + key))
  throw notCovered(`the word "${shown}" is not defined by its contexts`)
}

function withTypes(reading: Reading, outside: ActiveContext, types: unknown): ActiveContext {
  if (typeof types === 'string') return withType(reading, outside, outside, types)
  if (!Array.isArray(types)) throw notRead('a type is not written as text')
  if (!types.every((type) => typeof type === 'string')) {
    throw notRead('a type is not written as text')
  }
  let active = outside
  // JSON-LD 1.1 API §5.1.2 step 11: types in order of their code units, each looked up outside.
  for (const type of types.toSorted()) {
    active = withType(reading, active, outside, type)
  }
  return active
}

function withType(
  reading: Reading,
  active: ActiveContext,
  outside: ActiveContext,
  type: string,
): ActiveContext {
  const term = outside.terms.get(type)
  if (term === undefined || term.scoped === undefined) return active
  return typeScopedContext(reading.library, active, type, term.scoped)
}

function readTypes(place: Place, outside: ActiveContext, types: unknown): void {
  if (Array.isArray(types)) {
    if (types.length === 0) throw notCovered('a list of types is empty')
    for (const type of types) readTypes(place, outside, type)
    return
  }
  if (typeof types !== 'string') throw notRead('a type is not written as text')
  place.reading.room -= types.length
  place.node.lines.push(`${typePredicate}<${vocabularyIri(outside, types)}> .\n`)
}

function vocabularyIri(active: ActiveContext, word: string): string {
  const term = active.terms.get(word)
  if (term === undefined) {
    const isAddress = active.vocab === undefined || word.includes(':')
    return absoluteIri(isAddress ? word : active.vocab + word)
  }
  if (term.iri === null || term.iri.startsWith('@')) {
    throw notCovered(`the word "${word.slice(0, 80)}" means nothing here`)
  }
  return term.iri
}

function readProperty(place: Place, key: string, term: Term, value: unknown): void {
  if (term.iri === null) throw notCovered(`the word "${key.slice(0, 80)}" is switched off here`)
  if (term.coercion === '@json') throw notRead(`"${key}" holds data in a form of its own`)
  if (term.container === 'list') {
    readList(place, term, value)
    return
  }
  if (!Array.isArray(value)) {
    readValue(place, term, value)
    return
  }
  if (value.length === 0) throw notCovered(`"${key}" is an empty list`)
  for (const one of value) {
    if (Array.isArray(one)) throw notRead(`"${key}" is a list of lists`)
    readValue(place, term, one)
  }
}

function readValue(place: Place, term: Term, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    // Arrays were taken apart by the caller, so this is an object with string keys.
    readObject(place, term, value as JsonObject)
    return
  }
  if (term.container === 'graph') throw notCovered('a graph is not written as an object')
  if (typeof value === 'string') {
    place.reading.room -= value.length
    place.node.lines.push(textLine(place, term, value))
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    place.node.lines.push(`${term.predicate}${nativeLiteral(value, term.coercion)} .\n`)
  } else {
    throw notCovered('something in it is empty')
  }
}

function textLine(place: Place, term: Term, value: string): string {
  if (term.coercion === '@id') return `${term.predicate}<${absoluteIri(value)}> .\n`
  if (term.coercion === '@vocab') {
    const inside = propertyScopedContext(place.reading.library, place.active, term)
    return `${term.predicate}<${vocabularyIri(inside, value)}> .\n`
  }
  return `${term.predicate}"${escapeLiteral(value)}${term.literalEnd}`
}

function readObject(place: Place, term: Term, value: JsonObject): void {
  const { reading, graph, node, depth } = place
  if ('@value' in value) {
    if (term.container === 'graph') throw notCovered('a graph is not written as an object')
    node.lines.push(`${term.predicate}${valueObjectLiteral(value)} .\n`)
    return
  }
  const inside = childContext(place, term, value)
  if (term.container === 'graph') readGraph(place, term, value, inside)
  else addLink(node, term.predicate, readNode(reading, graph, value, inside, depth + 1))
}

function readGraph(place: Place, term: Term, value: JsonObject, inside: ActiveContext): void {
  const { reading, graph, node, depth } = place
  const name = blankNode(graph)
  const named = emptyGraph(name)
  reading.graphs.push(named)
  addLink(node, term.predicate, name)
  const root = readNode(reading, named, value, inside, depth + 1)
  if (saysNothing(root)) throw notCovered('a graph says nothing')
}

function childContext(place: Place, term: Term, value: JsonObject): ActiveContext {
  const { library } = place.reading
  // JSON-LD 1.1 §4.1.3: a type-scoped context ends with its node.
  const reverted = place.active.previous ?? place.active
  const inside = propertyScopedContext(library, reverted, term)
  const named = value['@context']
  if (named === undefined) return inside
  place.reading.room -= costOfContext * (Array.isArray(named) ? named.length : 1)
  return nestedContext(library, inside, named)
}

function readList(place: Place, term: Term, value: unknown): void {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const item: Term = { ...term, predicate: firstPredicate, container: undefined }
  let holder = place.node
  let predicate = term.predicate
  for (const one of values) {
    if (Array.isArray(one)) throw notRead('a list holds a list')
    const cell = blankNode(place.graph)
    addLink(holder, predicate, cell)
    readValue({ ...place, node: cell }, item, one)
    place.reading.room -= costOfNode
    holder = cell
    predicate = restPredicate
  }
  holder.lines.push(`${predicate}${emptyList} .\n`)
}

function saysNothing(node: Node): boolean {
  return node.lines.length + node.links.length === 0
}

function notCovered(message: string): JsonLdRefusal {
  return new JsonLdRefusal('not-covered', message)
}

function notRead(message: string): JsonLdRefusal {
  return new JsonLdRefusal('not-read', message)
}
