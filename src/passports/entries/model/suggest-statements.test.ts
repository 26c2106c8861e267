import { describe, expect, it } from 'vitest'
import { readFrameworks } from '../../../frameworks/frameworks-content.ts'
import {
  editionRef,
  levelOf,
  levelSlugs,
  statementsOf,
} from '../../../frameworks/model/framework.ts'
import { readGoodEvidence } from '../../evidence/evidence-content.ts'
import { goodEvidenceFor } from '../../evidence/model/good-evidence.ts'
import { entryKinds } from '../../model/entry.ts'
import { readCatalogue } from '../entries-content.ts'
import { findStandard, findSubject } from './catalogue.ts'
import { countedFromTheStart, statementsToCount, suggestStatements } from './suggest-statements.ts'

const edition = readFrameworks()
  .map(({ edition }) => edition)
  .find((one) => editionRef(one) === 'ahp-support-worker/2026')
if (edition === undefined) throw new Error('no edition')
const catalogue = readCatalogue()
const capabilities = new Set(statementsOf(edition).map(({ capability }) => capability))
const codesOf = (statements: readonly { readonly code: string }[]) =>
  statements.map(({ code }) => code.replace(/-.*$/, ''))

describe('what an entry may count towards', () => {
  const base = { edition, level: 'entry', supports: [] } as const

  it.each([
    ['training', []],
    ['qualification', ['prior-learning', 'relevant-qualification']],
    ['apprenticeship', ['relevant-qualification', 'skills-for-learning']],
    ['employment', ['relevant-experience']],
    ['volunteering', ['relevant-experience']],
    ['placement', ['relevant-experience', 'skills-for-learning']],
    ['supporting-learners', ['supporting-learners', 'teaching-on-placement']],
    ['lived-experience', ['caring-and-lived-experience']],
  ] as const)('is suggested by its kind: %s', (kind, wanted) => {
    const all = levelSlugs.flatMap((level) => suggestStatements({ ...base, level, kind }))
    const found = new Set(all.map(({ capability }) => capability))
    expect([...found].sort()).toEqual(wanted)
  })

  it('is suggested by its subject too, at the level of the holder and no other', () => {
    for (const level of levelSlugs) {
      const supports = findSubject(catalogue, 'cstf/moving-and-handling')?.supports ?? []
      const found = suggestStatements({ ...base, level, kind: 'training', supports })
      expect(codesOf(found)).toContain('3.10')
      expect(found.map(({ code }) => levelOf(code))).toEqual(found.map(() => level))
    }
  })

  it('is counted from the start for lived experience alone, and towards 1.2 at every level', () => {
    for (const level of levelSlugs) {
      for (const kind of entryKinds) {
        const counted = countedFromTheStart({ ...base, level, kind })
        if (kind === 'lived-experience') expect(counted).toEqual([expect.stringMatching(/^1\.2/)])
        else expect(counted).toEqual([])
      }
    }
  })

  it('keeps what was chosen at another level among the choices', () => {
    const offered = statementsToCount({ edition, level: 'entry' }, ['3.10-intermediate'])
    const levels = new Set(offered.map(({ code }) => levelOf(code)))
    expect([...levels]).toEqual(['entry', 'intermediate'])
  })
})

describe('content/passports/training.yaml', () => {
  it('names capabilities of the framework, each subject and standard once', () => {
    const subjects = catalogue.lists.flatMap(({ slug, subjects }) =>
      subjects.map((subject) => ({ ...subject, ref: `${slug}/${subject.slug}` })),
    )
    expect(
      subjects.flatMap(({ supports }) => supports).filter((one) => !capabilities.has(one)),
    ).toEqual([])
    expect(new Set(subjects.map(({ ref }) => ref)).size).toBe(subjects.length)
    expect(findSubject(catalogue, 'care-certificate/standard-16')?.title).toMatch(/autism/)
    expect(findStandard(catalogue, 'ST0216')?.level).toBe(2)
    expect(findSubject(catalogue, 'other')).toBeUndefined()
  })
})

describe('content/guidance/evidence.yaml', () => {
  const known = readGoodEvidence()

  it('says what good evidence is for every section, by capabilities that there are', () => {
    const sections = edition.domains.flatMap(({ sections }) => sections)
    const without = sections.filter(
      ({ statements }) => goodEvidenceFor(statements, known).length === 0,
    )
    expect(without.map(({ code }) => code)).toEqual([])
    expect(known.filter(({ capability }) => !capabilities.has(capability))).toEqual([])
    expect(new Set(known.map(({ capability }) => capability)).size).toBe(known.length)
  })
})
