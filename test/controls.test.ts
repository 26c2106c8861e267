/** Every control that the hazard log and the threat model claim names a test: here it is looked for. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const documents = ['docs/clinical-safety/hazard-log.md', 'docs/threat-model.md']

interface Claim {
  readonly control: string
  readonly tests: readonly { readonly file: string; readonly name: string }[]
}

/** The rows of the tables that are headed "control | test". */
function claimsOf(markdown: string): Claim[] {
  return markdown.split(/\n(?=\| control \| test \|)/).flatMap((part) =>
    part
      .split('\n')
      .slice(2)
      .filter((line) => part.startsWith('| control | test |') && line.startsWith('| '))
      .map(claimOf),
  )
}

function claimOf(row: string): Claim {
  const [, control = '', cell = ''] = row.split('|')
  const found = cell.matchAll(/`([^`]+\.test\.tsx?)` "((?:[^"\\]|\\.)+)"/g)
  return {
    control: control.trim(),
    tests: [...found].map(([, file = '', name = '']) => ({ file, name })),
  }
}

function stands({ file, name }: Claim['tests'][number]): boolean {
  const path = join(root, file)
  if (!existsSync(path)) return false
  const source = readFileSync(path, 'utf8').replaceAll('\\', '')
  return [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) =>
    source.includes(quoted.replaceAll('\\', '')),
  )
}

describe.each(documents)('%s', (document) => {
  const markdown = readFileSync(join(root, document), 'utf8')
  const claims = claimsOf(markdown)

  it('claims controls, and each names its test', () => {
    expect(claims.length).toBeGreaterThan(10)
    expect(claims.filter(({ tests }) => tests.length === 0).map(({ control }) => control)).toEqual(
      [],
    )
  })

  it('names only tests that are there', () => {
    const gone = claims.flatMap(({ tests }) => tests.filter((test) => !stands(test)))
    expect(gone).toEqual([])
  })

  it('has a table of controls under every heading of a risk', () => {
    const risks = markdown.split(/\n## (?=[A-Z]\d)/).slice(1)
    const open = risks.filter((risk) => !risk.includes('| control | test |'))
    expect(open.map((risk) => risk.split('\n')[0])).toEqual([])
  })
})
