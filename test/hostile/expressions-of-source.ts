/** Every regular expression that stands in the source, as the parser of the source reads it. */
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export interface Expression {
  readonly where: string
  readonly source: string
  readonly flags: string
}

const root = join(import.meta.dirname, '../..')

export function expressionsOfSource(): Expression[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file),
  )
  return files.sort().flatMap((file) => literalsOf(join(root, file)))
}

function literalsOf(file: string): Expression[] {
  const text = readFileSync(file, 'utf8')
  const found: Expression[] = []
  const visitor = new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      const line = text.slice(0, node.start).split('\n').length
      const { pattern, flags } = node.regex
      found.push({ where: `${relative(root, file)}:${line}`, source: pattern, flags })
    },
  })
  visitor.visit(parseSync(file, text).program)
  return found
}

/**
 * Those that are put together while running: called with what they are made for, and seen as they are
 * made. `call` runs what makes them.
 */
export async function expressionsMade(call: () => Promise<void>): Promise<Expression[]> {
  const found: Expression[] = []
  const { RegExp: own } = globalThis
  globalThis.RegExp = new Proxy(own, {
    construct(target, [source, flags], asked) {
      const made = Reflect.construct(target, [source, flags], asked)
      const where = /\/(src\/[^:?]+\.tsx?)[^\n]*:(\d+):\d+/.exec(new Error().stack ?? '')
      if (where !== null) {
        found.push({ where: `${where[1]}`, source: made.source, flags: made.flags })
      }
      return made
    },
  })
  try {
    await call()
  } finally {
    globalThis.RegExp = own
  }
  return found
}
