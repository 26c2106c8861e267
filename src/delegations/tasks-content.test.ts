import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFrameworks } from '../frameworks/frameworks-content.ts'
import { editionRef, levelSlugs } from '../frameworks/model/framework.ts'
import { findTasks, inEdition, taskAt } from './model/task.ts'
import { readTasks } from './tasks-content.ts'

const { edition: ref, tasks } = readTasks()
const edition = readFrameworks().find(({ edition }) => editionRef(edition) === ref)?.edition

describe('the catalogue of tasks', () => {
  it.each(levelSlugs)('rests on statements of the edition that it names, at %s level', (level) => {
    if (edition === undefined) throw new Error(`there is no edition ${ref}`)
    const offered = tasks.map((task) => taskAt(task, level))
    expect(inEdition(offered, edition)).toEqual(offered)
    expect(offered.length).toBeGreaterThanOrEqual(25)
  })

  it('names professions that the edition has, and leaves none out', () => {
    const known = edition?.roles.map(({ profession }) => profession) ?? []
    const named = new Set(tasks.flatMap(({ professions }) => professions))
    expect([...named].filter((one) => !known.includes(one))).toEqual([])
    expect(known.filter((one) => !named.has(one))).toEqual([])
  })

  it('judges nobody', () => {
    const words = tasks.map(({ title, about }) => `${title} ${about}`).join(' ')
    expect(words).not.toMatch(/\b(safe|safely|competent|cleared)\b/i)
  })

  it.each([
    ['another key', 'pay-band: 3'],
    ['a statement with a level', 'statements: ["3.11-entry"]'],
    ['a statement twice', 'statements: ["3.11", "3.11"]'],
    ['no statement', 'statements: []'],
  ])('is refused with %s', (_, line) => {
    const file = join(mkdtempSync(join(tmpdir(), 'tasks-')), 'tasks.yaml')
    const statements = line.startsWith('statements') ? line : `statements: ["3.11"]\n    ${line}`
    writeFileSync(
      file,
      `edition: ${ref}
tasks:
  - slug: one
    title: One
    about: About one.
    professions: []
    ${statements}
`,
    )
    expect(() => readTasks(file)).toThrow()
  })
})

describe('looking for a task', () => {
  const offered = tasks.map((task) => taskAt(task, 'entry'))
  it.each([
    ['a word of its title', { words: 'kitchen' }, 'kitchen-practice'],
    ['two words anywhere', { words: 'Sling HOIST' }, 'moving-with-a-hoist'],
    ['a profession', { words: '', profession: 'orthoptics' }, 'eye-exercises'],
  ])('by %s', (_, wanted, key) => {
    expect(findTasks(offered, wanted).map((task) => task.key)).toContain(key)
  })

  it('shows what is for every profession to each of them, and nothing of another one', () => {
    const found = findTasks(offered, { words: '', profession: 'orthoptics' }).map(({ key }) => key)
    expect(found).toContain('observations')
    expect(found).not.toContain('kitchen-practice')
  })
})
