import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ContentFault } from '../content/read-content.ts'
import { editionFiles } from './edition-yaml.ts'
import {
  frameworksFolder,
  listEditionFolders,
  readEdition,
  readEditionContent,
  replay,
} from './frameworks-content.ts'

const edition2026 = join(frameworksFolder, 'ahp-support-worker/2026')

describe('the committed editions', () => {
  const own = listEditionFolders().filter((ref) => !readEditionContent(ref).derivation)

  it.each(own)('%s stands in its canonical form, byte for byte', (ref) => {
    const folder = join(frameworksFolder, ref)
    for (const [name, text] of editionFiles(readEdition(folder))) {
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
    }
  })

  const derived = listEditionFolders().filter((ref) => readEditionContent(ref).derivation)

  it.each(derived)('%s gives the edition it leads to back, byte for byte', (ref) => {
    const content = readEditionContent(ref)
    const folder = join(frameworksFolder, content.edition.slug, content.derivation?.leadsTo ?? '')
    const replayed = replay(content, readEdition(folder))
    for (const [name, text] of editionFiles(replayed)) {
      expect(text, name).toBe(readFileSync(join(folder, name), 'utf8'))
    }
  })

  it('has a derived draft to replay', () => {
    expect(derived).toEqual(['ahp-support-worker/2021-consultation-draft'])
  })
})

describe('a fault in a content file is told by file, line and what to write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-edition-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const faults: readonly (readonly [string, string, string, RegExp])[] = [
    ['an unknown level', 'code: 7.1-entry', 'code: 7.1-novice', /domain-7\.yaml:\d+: .*3\.9-entry/],
    [
      'a field of another name',
      'capability: role-model',
      'ability: role-model',
      /Remove "ability"/,
    ],
    ['a missing field', 'purpose: So', 'aim: So', /Add "purpose"/],
    [
      'an unknown pillar',
      'pillars: [leadership]',
      'pillars: [lead]',
      /one of: professional-practice/,
    ],
    [
      'a tab for indentation',
      'sections:\n',
      'sections:\n\t',
      /domain-7\.yaml:\d+: This is not YAML/,
    ],
    ['a code twice', 'code: 7.1-intermediate', 'code: 7.1-entry', /"7\.1-entry" stands twice/],
    ['a code of another section', 'code: 7.2-entry', 'code: 7.9-entry', /stands in section 7\.2/],
  ]

  it.each(faults)('%s', (_, before, after, message) => {
    cpSync(edition2026, folder, { recursive: true })
    const file = join(folder, 'domain-7.yaml')
    const source = readFileSync(file, 'utf8')
    expect(source).toContain(before)
    writeFileSync(file, source.replace(before, after))
    expect(() => readEdition(folder)).toThrow(message)
    expect(() => readEdition(folder)).toThrow(/domain-7\.yaml:\d+/)
  })

  it('text that is not UTF-8', () => {
    cpSync(edition2026, folder, { recursive: true })
    writeFileSync(join(folder, 'domain-7.yaml'), Buffer.from([0x6e, 0xff, 0xfe]))
    expect(() => readEdition(folder)).toThrow(ContentFault)
    expect(() => readEdition(folder)).toThrow(/save it as UTF-8/)
  })

  it('every fault at once, so that an editor mends them in one go', () => {
    cpSync(edition2026, folder, { recursive: true })
    for (const name of ['domain-7.yaml', 'domain-8.yaml']) {
      const file = join(folder, name)
      writeFileSync(file, readFileSync(file, 'utf8').replace('purpose:', 'aim:'))
    }
    expect(() => readEdition(folder)).toThrow(/domain-7\.yaml[\s\S]*domain-8\.yaml/)
  })
})
