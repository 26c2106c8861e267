/** Every rule keeps its word: what it says fails is found by it and by no other, and what passes is not. */
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../language-content.ts'
import { checkEdition } from '../check-edition.ts'
import { checkWording } from '../check-wording.ts'
import type { Edition, Skeleton } from '../framework.ts'
import { listTexts } from '../list-texts.ts'
import { allChecks } from './all.ts'
import { editionWith, soundEdition } from './examples.ts'

const language = readLanguage()
const findingsIn = (edition: Edition) => checkWording(edition, language)
const codesIn = (edition: Edition) => [...new Set(findingsIn(edition).map(({ code }) => code))]
const ofTheSound = codesIn(soundEdition)
const besides = (edition: Edition) => codesIn(edition).filter((code) => !ofTheSound.includes(code))

describe.each(allChecks)('$code', (check) => {
  const failing = editionWith(check, check.fails)

  it('finds fault with the example that fails, and no other rule does', () => {
    expect(besides(failing)).toEqual([check.code])
  })

  it('finds none with the example that passes', () => {
    expect(codesIn(editionWith(check, check.passes))).not.toContain(check.code)
    expect(besides(editionWith(check, check.passes))).toEqual([])
  })

  it('says what it asks, what asked for it, and where exactly the fault is', () => {
    expect(check.question).toMatch(/\?$/)
    const texts = new Map<string, string>(
      listTexts(failing).map(({ target, text }) => [target, text]),
    )
    for (const { code, at, range, requirement, suggestions } of findingsIn(failing)) {
      if (code !== check.code) continue
      if (requirement !== undefined) expect(check.requirements).toContain(requirement)
      if (range === undefined) {
        expect(suggestions).toEqual([])
        continue
      }
      const text = texts.get(at) ?? ''
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeGreaterThanOrEqual(range.start)
      expect(range.end).toBeLessThanOrEqual(text.length)
    }
  })

  it('is content with what it suggests', () => {
    const found = findingsIn(failing).filter(({ code }) => code === check.code)
    const [first] = found
    for (const suggestion of first?.suggestions ?? []) {
      const { start, end } = first?.range ?? { start: 0, end: 0 }
      const mended = check.fails.slice(0, start) + suggestion + check.fails.slice(end)
      const left = findingsIn(editionWith(check, mended)).filter(({ code }) => code === check.code)
      expect(left.length, mended).toBeLessThan(found.length)
    }
  })
})

describe('the rules together', () => {
  it('have a code each', () => {
    const codes = allChecks.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('find nothing in a sound edition, which could be published', () => {
    expect(ofTheSound).toEqual([])
    expect(checkEdition(soundEdition)).toEqual([])
  })

  it('leave the titles of a framework that is not ours alone: they are names', () => {
    const skeleton: Skeleton = {
      ...{ owner: 'Nobody', nation: 'england' as const, edition: '1', source: 'none' },
      ...{ checkedOn: '2026-11-22', licence: 'none', codes: 'ours', divisions: 'parts' },
    }
    expect(findingsIn({ ...soundEdition, title: 'Patients and/or clients', skeleton })).toEqual([])
  })
})
