/** Every rule keeps its word: what it says fails is found by it and by no other, and what passes is not. */
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../language-content.ts'
import { checkEdition } from '../check-edition.ts'
import { checkWording } from '../check-wording.ts'
import type { Edition, Skeleton } from '../framework.ts'
import { listTexts } from '../list-texts.ts'
import { allChecks } from './all.ts'
import { editionWith, soundEdition } from './examples.ts'
import type { FrameworkRules } from './framework-rules.ts'
import { ladderChecks } from './ladder-checks.ts'

const language = readLanguage()
const findingsIn = (edition: Edition, rules?: FrameworkRules) =>
  checkWording(edition, { ...language, frameworks: rules ? { [edition.slug]: rules } : {} })
/** A rule across levels may have its own to say of one text that stands at entry alone. */
const across = new Set(ladderChecks.map(({ code }) => code))
const codesIn = (edition: Edition, rules?: FrameworkRules) => [
  ...new Set(findingsIn(edition, rules).map(({ code }) => code)),
]
const ofTheSound = codesIn(soundEdition)
const besides = (edition: Edition) =>
  codesIn(edition).filter((code) => !ofTheSound.includes(code) && !across.has(code))

describe.each(allChecks)('$code', (check) => {
  const failing = editionWith(check, check.fails)

  it('finds fault with the example that fails, and no other rule does', () => {
    expect(codesIn(failing, check.exampleRules)).toContain(check.code)
    expect(besides(failing)).toEqual(across.has(check.code) ? [] : [check.code])
  })

  it('finds none with the example that passes', () => {
    expect(codesIn(editionWith(check, check.passes), check.exampleRules)).not.toContain(check.code)
    expect(besides(editionWith(check, check.passes))).toEqual([])
  })

  it('says what it asks, what asked for it, and where exactly the fault is', () => {
    expect(check.question).toMatch(/\?$/)
    const texts = new Map<string, string>(
      listTexts(failing).map(({ target, text }) => [target, text]),
    )
    for (const { code, at, range, requirement, suggestions } of findingsIn(
      failing,
      check.exampleRules,
    )) {
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
      const text = listTexts(failing).find(({ target }) => target === first?.at)?.text ?? ''
      const mended = check.fails.replace(text, text.slice(0, start) + suggestion + text.slice(end))
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
