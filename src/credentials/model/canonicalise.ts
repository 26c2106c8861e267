import { hash } from 'node:crypto'
import rdfCanonize from 'rdf-canonize'
import type { Dataset, Graph, Link, Node } from './dataset.ts'
import { JsonLdRefusal } from './json-ld-refusal.ts'

/**
 * The dataset as canonical N-Quads (RDF Dataset Canonicalization 1.0). Where every blank node can be
 * told from its own statements alone, which is the rule for credentials, that is decided here; the
 * rest goes to the library.
 */
export function canonicalise(dataset: Dataset): string | Promise<string> {
  const [graph, ...named] = dataset
  if (named.length === 0 && labelBlankNodes(graph)) return writeGraph(graph)
  return canonicaliseByLibrary(dataset)
}

function labelBlankNodes(graph: Graph): boolean {
  const blank = graph.blank
  for (const node of graph.named.values()) sortLines(node)
  for (const node of blank) sortLines(node)
  const [only] = blank
  if (only !== undefined && blank.length === 1) {
    only.name = '_:c14n0'
    return true
  }
  const hashed = blank.map((node) => ({ node, hash: firstDegreeHash(node) }))
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  for (let index = 1; index < hashed.length; index++) {
    if (hashed[index]?.hash === hashed[index - 1]?.hash) return false
  }
  for (let index = 0; index < hashed.length; index++) {
    const entry = hashed[index]
    if (entry) entry.node.name = `_:c14n${index}`
  }
  return true
}

// RDFC-1.0 §4.6: the node itself is _:a and every other blank node _:z. As "<" sorts before "_",
// the order is: links from named nodes, the node's own statements, links from other blank nodes.
function firstDegreeHash(node: Node): string {
  const own = node.lines
  if (node.links.length === 0 && node.incoming.length === 1) {
    const [link] = node.incoming
    const statements = own.length === 0 ? '' : `_:a${own.join('_:a')}`
    if (link && !link.from.isBlank) return sha256(`${incomingLine(link, node)}${statements}`)
    if (link) return sha256(`${statements}${incomingLine(link, node)}`)
  }
  const outgoing = node.links.map(
    (link) => `_:a${link.predicate}${link.to === node ? '_:a' : '_:z'} .\n`,
  )
  const incoming = node.incoming
    .filter((link) => link.from !== node)
    .map((link) => incomingLine(link, node))
  return sha256([...own.map((line) => `_:a${line}`), ...outgoing, ...incoming].sort().join(''))
}

function incomingLine(link: Link, node: Node): string {
  const subject = link.from === node ? '_:a' : link.from.isBlank ? '_:z' : link.from.name
  return `${subject}${link.predicate}_:a .\n`
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

// A dataset is a set: a statement made twice is one statement.
function sortLines(node: Node): void {
  const lines = node.lines
  if (lines.length < 2) return
  lines.sort()
  let kept = 1
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line === lines[kept - 1]) continue
    lines[kept++] = line
  }
  lines.length = kept
}

// A name ends with ">" or with a digit and is followed by a space, which sorts before anything a
// longer name could go on with: so nodes can be ordered by name and statements within their node.
function writeGraph(graph: Graph): string {
  const nodes = [...graph.named.values(), ...graph.blank]
  nodes.sort((a, b) => (a.name < b.name ? -1 : 1))
  let text = ''
  for (const node of nodes) {
    const lines = node.lines
    if (node.links.length > 0) {
      for (const link of node.links) lines.push(`${link.predicate}${link.to.name} .\n`)
      lines.sort()
    }
    if (lines.length > 0) text += node.name + lines.join(node.name)
  }
  return text
}

// Enough for any credential met so far, and a tenth of a second of work: the library compares every
// blank node with every other before it counts an iteration.
const mostDeepIterations = 1000
const mostBlankNodes = 500

async function canonicaliseByLibrary(dataset: Dataset): Promise<string> {
  const count = dataset.reduce((sum, { blank }) => sum + blank.length, 0)
  if (count > mostBlankNodes) {
    throw new JsonLdRefusal('not-read', 'it has too many parts that look alike')
  }
  try {
    return await rdfCanonize.canonize(writeAnyhow(dataset), {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      maxDeepIterations: mostDeepIterations,
    })
  } catch (cause) {
    // RDFC-1.0 §7.1: a graph made to be costly is given up, which the library does by throwing.
    const refusal = new JsonLdRefusal('not-read', 'it is built so that it cannot be put in order')
    refusal.cause = cause
    throw refusal
  }
}

function writeAnyhow(dataset: Dataset): string {
  let count = 0
  for (const graph of dataset) for (const node of graph.blank) node.name = `_:b${count++}`
  return dataset.map(writeQuads).join('')
}

function writeQuads(graph: Graph): string {
  const end = graph.name === undefined ? ' .\n' : ` ${graph.name.name} .\n`
  const nodes = [...graph.named.values(), ...graph.blank]
  return nodes
    .flatMap((node) => [
      ...node.lines.map((line) => `${node.name}${line.slice(0, -3)}${end}`),
      ...node.links.map((link) => `${node.name}${link.predicate}${link.to.name}${end}`),
    ])
    .join('')
}
