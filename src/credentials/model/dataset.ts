/** A node of the graph that a document says, with its statements already written as N-Quads. */
export type Node = {
  /** `<iri>`, or the label of a blank node once it has one */
  name: string
  readonly isBlank: boolean
  /** ` <predicate> object .\n`, for objects that are no blank node */
  readonly lines: string[]
  readonly links: Link[]
  /** the links that end here, kept for blank nodes only */
  readonly incoming: Link[]
}

export type Link = { readonly from: Node; readonly predicate: string; readonly to: Node }

export type Graph = {
  readonly name: Node | undefined
  readonly named: Map<string, Node>
  readonly blank: Node[]
}

/** The first graph is the default one; further ones are named by blank nodes. */
export type Dataset = readonly [Graph, ...Graph[]]

export function emptyGraph(name?: Node): Graph {
  return { name, named: new Map(), blank: [] }
}

export function namedNode(graph: Graph, iri: string): Node {
  const known = graph.named.get(iri)
  if (known) return known
  const made: Node = { name: `<${iri}>`, isBlank: false, lines: [], links: [], incoming: [] }
  graph.named.set(iri, made)
  return made
}

export function blankNode(graph: Graph): Node {
  const made: Node = { name: '', isBlank: true, lines: [], links: [], incoming: [] }
  graph.blank.push(made)
  return made
}

export function addLink(from: Node, predicate: string, to: Node): void {
  if (!to.isBlank) {
    from.lines.push(`${predicate}${to.name} .\n`)
    return
  }
  const link: Link = { from, predicate, to }
  from.links.push(link)
  to.incoming.push(link)
}
