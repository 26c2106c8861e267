import { describe, expect, it } from 'vitest'
import { readZip } from '../../content/read-zip.ts'
import { writeZip } from '../../content/write-zip.ts'
import { editionFiles } from '../edition-yaml.ts'
import { readEditionContent, readFrameworks } from '../frameworks-content.ts'
import { type Edition, editionRef } from '../model/framework.ts'
import { readFolder } from './read-folder.ts'
import { writeFolder } from './write-folder.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const all = readFrameworks().map(({ edition }) => [editionRef(edition), edition] as const)
const day = new Date('2026-11-22')

const numbersOf = ({ domains }: Edition) => domains.map(({ number }) => number)

/** The folder with some of its files as given; undefined leaves a file out. */
function folder(changes: Readonly<Record<string, string | undefined>>, top = ''): Buffer {
  const files = { ...Object.fromEntries(editionFiles(edition)), ...changes }
  const entries = Object.entries(files).flatMap(([name, text]) =>
    text === undefined ? [] : [{ name: `${top}${name}`, content: Buffer.from(text) }],
  )
  return writeZip(entries, day)
}

const file = (name: string) => editionFiles(edition).get(name) ?? ''
const linesOf = (zip: Uint8Array) => {
  const read = readFolder(zip, numbersOf(edition))
  return read.ok ? '' : read.findings.map(({ at, message }) => `${at}: ${message}`).join('\n')
}

describe('a content folder', () => {
  it.each(all)('of %s comes back byte for byte', (_, edition) => {
    const read = readFolder(writeFolder(edition), numbersOf(edition))
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    expect([...editionFiles(read.edition)]).toEqual([...editionFiles(edition)])
  })

  it('is the same bytes each time, with each file under its edition', () => {
    expect(writeFolder(edition).equals(writeFolder(edition))).toBe(true)
    const limits = { entries: 50, file: 1_000_000, total: 2_000_000 }
    const [first] = readZip(writeFolder(edition), limits)
    expect(first?.name).toBe('ahp-support-worker/2026/edition.yaml')
  })

  it('may hold what a computer adds, and stand at the top', () => {
    expect(linesOf(folder({ '.DS_Store': 'x', '__MACOSX/._edition.yaml': 'x' }))).toBe('')
  })

  const domain = file('domain-3.yaml')
  it.each<[string, Buffer, RegExp]>([
    [
      'a domain is missing',
      folder({ 'domain-3.yaml': undefined }),
      /domain-3.yaml: This domain is missing/,
    ],
    [
      'a domain has another name',
      folder({ 'domain-9.yaml': domain, 'domain-3.yaml': undefined }),
      /domain-3.yaml: Give/,
    ],
    [
      'the edition is missing',
      folder({ 'edition.yaml': undefined }),
      /edition.yaml: The file is missing/,
    ],
    [
      'a code stands twice',
      folder({ 'domain-3.yaml': domain.replace('code: 3.1-intermediate', 'code: 3.1-entry') }),
      /domain-3.yaml:\d+: .*stands twice/,
    ],
    [
      'a field is unknown',
      folder({ 'domain-3.yaml': `colour: red\n${domain}` }),
      /domain-3.yaml:1: Remove "colour"/,
    ],
    ['it is not YAML', folder({ 'parts.yaml': '{' }), /parts.yaml:\d+: This is not YAML/],
    ['a file is strange', folder({ 'run.sh': 'rm' }), /run.sh: This is no file of a framework/],
    [
      'a text is a script',
      folder({ 'domain-3.yaml': domain.replace(/text: .*/, 'text: Says javascript:alert(1)') }),
      /statement\/3.1-entry\/text: This must not hold a link that runs/,
    ],
    [
      'a text is far too long',
      folder({ 'domain-3.yaml': domain.replace(/text: .*/, `text: ${'a'.repeat(20_000)}`) }),
      /3.1-entry\/text: This must be 1,000 characters or fewer/,
    ],
    ['aliases would grow without end', folder({ 'glossary.yaml': bomb() }), /glossary.yaml:1: /],
    ['it is a bomb', folder({ 'parts.yaml': 'a'.repeat(3_000_000) }), /more than is read/],
    ['it is no zip', Buffer.from('slug: x'), /cannot be read/],
  ])('is refused where %s', (_, zip, line) => {
    expect(linesOf(zip)).toMatch(line)
  })
})

function bomb(): string {
  const lists = Array.from({ length: 12 }, (_, index) => {
    const before = Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*a${index - 1}`))
    return `a${index}: &a${index} [${before.join(', ')}]`
  })
  return `${lists.join('\n')}\n`
}
