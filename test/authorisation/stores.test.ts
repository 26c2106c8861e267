/**
 * Every function of every store x every kind of actor x the record of its owner, of a colleague and of
 * a stranger: row-level security alone, without the scope that the pages give. Found from the source:
 * a function without a rule fails, and a rule without a function.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { testSite } from '../site.ts'
import { noteChanges } from './note-changes.ts'
import { storeRules } from './stores/all.ts'
import { tryStore } from './walk-stores.ts'
import { makeWorld } from './world.ts'

const root = join(import.meta.dirname, '../..')
const rules = Object.entries(storeRules).flatMap(([file, ofFile]) =>
  Object.entries(ofFile).map(([name, rule]) => ({ place: `${file} ${name}`, rule })),
)

const test = await testSite()
const world = await makeWorld(test)
await noteChanges(test.database.superuserClient)

describe('the second wall', () => {
  it('has a rule for each function of a store, and a function for each rule', () => {
    const functions = globSync('src/**/*-store.ts', { cwd: root }).flatMap(functionsOf)
    const ruled = rules.map(({ place }) => place)
    expect(functions.filter((place) => !ruled.includes(place))).toEqual([])
    expect(ruled.filter((place) => !functions.includes(place))).toEqual([])
  })

  it.each(
    rules.flatMap(({ place, rule }) => ('tried' in rule ? [[place, rule.tried] as const] : [])),
  )('of %s is tried in a test that is there', (_, { file, title }) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(title)
  })

  it('gives rows to whoever has a right to them, and changes them for nobody else', async () => {
    const faults: string[] = []
    let count = 0
    for (const { place, rule } of rules) {
      const tried = await tryStore(test.database.db, place, rule, world)
      faults.push(...tried.faults)
      count += tried.count
    }
    console.log(`stores: ${rules.length} functions, ${count} cases, ${faults.length} leaks`)
    expect(faults.join('\n')).toBe('')
    expect(count).toBeGreaterThan(19_000)
  }, 300_000)

  it.each([
    [
      'src/passports/passports-record-store.ts',
      'listAllNotes',
      'private_note',
      'select using (true)',
    ],
    ['src/privacy/export/export-store.ts', 'setPartsDone', 'export_copy', 'all using (true)'],
    [
      'src/organisations/invitations/invitations-store.ts',
      'getInvitation',
      'invitation',
      'select using (true)',
    ],
  ])('is missed where it is taken down: %s %s', async (file, name, table, open) => {
    const { superuserClient, db } = test.database
    const rule = storeRules[file]?.[name]
    if (rule === undefined) throw new Error(`no rule for ${name}`)
    await superuserClient.query(`create policy taken_down on ${table} for ${open}`)
    const { faults } = await tryStore(db, name, rule, world)
    await superuserClient.query(`drop policy taken_down on ${table}`)
    expect(faults.length).toBeGreaterThan(30)
  })
})

function functionsOf(file: string): string[] {
  const { program } = parseSync(file, readFileSync(join(root, file), 'utf8'))
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return []
    const { declaration } = node
    if (declaration.type !== 'FunctionDeclaration' || declaration.id === null) return []
    return [`${file} ${declaration.id.name}`]
  })
}
