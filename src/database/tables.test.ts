/** The row types are written by hand: this compares them with the migrated schema. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'

const { superuserClient } = await testDatabase('each-file')
const source = join(import.meta.dirname, '..')

/** Table and column names as the `*-tables.ts` files declare them. */
function declared(): Map<string, string[]> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('-tables.ts'),
  )
  const tables = new Map<string, string[]>()
  for (const name of files) {
    const path = join(source, name)
    new Visitor({
      TSInterfaceDeclaration(node) {
        for (const member of node.body.body) {
          if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue
          const type = member.typeAnnotation?.typeAnnotation
          if (type?.type !== 'TSTypeLiteral') continue
          const columns = type.members.flatMap((column) =>
            column.type === 'TSPropertySignature' && column.key.type === 'Identifier'
              ? [column.key.name]
              : [],
          )
          tables.set(member.key.name, columns.sort())
        }
      },
    }).visit(parseSync(path, readFileSync(path, 'utf8')).program)
  }
  return tables
}

describe('the row types', () => {
  it('name every table and column that the migrations make, and no other', async () => {
    const { rows } = await superuserClient.query<{ name: string; columns: string[] }>(`
      select table_name as name, array_agg(column_name::text order by column_name) as columns
      from information_schema.columns
      where table_schema = 'public' and table_name <> 'migration' group by table_name`)
    const made = new Map(rows.map(({ name, columns }) => [name, columns.sort()]))
    expect(Object.fromEntries(declared())).toEqual(Object.fromEntries(made))
  })
})
