/** Every function that a store exports, read from the source. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

const source = join(import.meta.dirname, '../../src')

/** `passports/shares#listLiveShares` */
export function findStoreFunctions(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /-store\.tsx?$/.test(name),
  )
  return files.flatMap((file) => {
    const exported: string[] = []
    const add = (name: string) => exported.push(`${file.replace(/-store\.tsx?$/, '')}#${name}`)
    const { program } = parseSync(file, readFileSync(join(source, file), 'utf8'))
    new Visitor({
      ExportNamedDeclaration(node) {
        if (node.exportKind === 'type') return
        const { declaration } = node
        if (declaration?.type === 'FunctionDeclaration') add(declaration.id?.name ?? '')
        if (declaration?.type === 'VariableDeclaration') {
          for (const { id } of declaration.declarations) if (id.type === 'Identifier') add(id.name)
        }
        for (const { exported: name, exportKind } of node.specifiers) {
          if (exportKind !== 'type' && name.type === 'Identifier') add(name.name)
        }
      },
    }).visit(program)
    return exported
  })
}
