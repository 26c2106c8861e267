import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { ContentFault } from '../content/read-content.ts'
import { readDemonstrationRegister } from './demonstration-content.ts'
import { readKinds } from './kinds-content.ts'
import { isArea } from './model/kinds.ts'

describe('the words of the register', () => {
  it('name an area of each nation of the United Kingdom', () => {
    const { kinds } = readKinds()
    const areas = new Set(kinds.flatMap(({ areaOf }) => areaOf ?? []))
    expect([...areas].sort()).toEqual(['england', 'northern-ireland', 'scotland', 'wales'])
  })

  it.each([
    ['a kind without its national steward', 'steward', 'other', '"steward"'],
    ['an area of nowhere', 'area-of: wales', 'area-of: atlantis', 'one of the nations'],
    ['the same kind twice', 'slug: charity\n', 'slug: council\n', 'stand once'],
    ['a field that there is not', 'slug: cqc\n', 'slug: cqc\n    colour: red\n', 'Remove "colour"'],
  ])('are refused with %s', async (_, from, to, message) => {
    const source = readFileSync('content/organisations/kinds.yaml', 'utf8')
    const file = join(await temporaryFolder(), 'kinds.yaml')
    writeFileSync(file, source.replaceAll(from, to))
    expect(() => readKinds(file)).toThrow(ContentFault)
    expect(() => readKinds(file)).toThrow(message)
  })

  it('are those of the demonstration', () => {
    const words = readKinds()
    const { organisations } = readDemonstrationRegister()
    const has = (list: readonly { slug: string }[], slug: string) =>
      list.some((one) => one.slug === slug)
    for (const { kind, nation, sector, areas, verified } of organisations) {
      expect(has(words.kinds, kind) && has(words.nations, nation), kind).toBe(true)
      expect(has(words.sectors, sector), sector).toBe(true)
      for (const { area } of areas) {
        const found = organisations.find(({ slug }) => slug === area)
        expect(isArea(words, found?.kind ?? ''), area).toBe(true)
      }
      for (const { register } of verified) expect(has(words.registers, register)).toBe(true)
    }
  })
})
