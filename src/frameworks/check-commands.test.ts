import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lanyard } from '../../test/command-line.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { frameworksFolder } from './frameworks-content.ts'

const ref2026 = 'ahp-support-worker/2026'

/** A copy of the domain about leadership, and of what an edition needs besides, with a change to it. */
async function editionFolder(before: string, after: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'mine/1')
  for (const name of ['edition.yaml', 'domain-7.yaml', 'glossary.yaml']) {
    cpSync(join(frameworksFolder, ref2026, name), join(folder, name))
  }
  const file = join(folder, 'domain-7.yaml')
  const source = readFileSync(file, 'utf8')
  expect(source).toContain(before)
  writeFileSync(file, source.replace(before, after))
  return folder
}

describe('lanyard check', () => {
  it('ends well on an edition in which nothing must be mended, and tells the rest by place', async () => {
    const { code, stdout } = await lanyard(['check', ref2026])
    expect(stdout).toContain(`${ref2026}: 0 must`)
    expect(code).toBe(0)
  })

  it('gives findings to machines, from any folder, and ends with 1 where one must be mended', async () => {
    const folder = await editionFolder('talks a new colleague', 'helps a new colleague')
    const { code, stdout } = await lanyard(['check', folder, '--json'])
    expect(code).toBe(1)
    const { findings } = JSON.parse(stdout)
    expect(findings).toContainEqual({
      ...{ code: 'doing-for', severity: 'must', at: 'statement/7.1-intermediate/text' },
      range: { start: expect.any(Number), end: expect.any(Number) },
      message: expect.stringContaining('“helps”'),
      requirement: 'R16',
      suggestions: expect.arrayContaining(['enables', 'supports']),
    })
  })

  it('says the same to people, with the words and what could stand there', async () => {
    const folder = await editionFolder('talks a new colleague', 'helps a new colleague')
    const { code, stdout } = await lanyard(['check', folder])
    expect(code).toBe(1)
    expect(stdout).toMatch(/7\.1 .*intermediate level {2}\[statement\/7\.1-intermediate\/text\]/)
    expect(stdout).toMatch(/must: “helps”: .*\(doing-for, R16\)\n {4}could be: enables \| /)
  })

  it('tells the faults of files, line by line', async () => {
    const folder = await editionFolder('capability: role-model', 'ability: role-model')
    const { code, stdout } = await lanyard(['check', folder])
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/domain-7\.yaml:\d+: Remove "ability"/),
    ])
    const machine = await lanyard(['check', folder, '--json'])
    expect(machine.code).toBe(1)
    expect(JSON.parse(machine.stdout).findings[0]).toMatchObject({
      severity: 'must',
      requirement: null,
      range: null,
      suggestions: [],
    })
  })

  it.each([[[]], [['nowhere']], [[ref2026, '--yaml']]])(
    'is used wrongly as check %j',
    async (args) => {
      const { code, stderr } = await lanyard(['check', ...args])
      expect([code, stderr]).toEqual([2, expect.stringMatching(/Use:|There is no edition/)])
    },
  )

  it('is what framework check asks', async () => {
    const { code, stdout } = await lanyard(['framework', 'check', ref2026])
    expect([code, stdout]).toEqual([0, expect.stringContaining('0 must')])
  })
})
