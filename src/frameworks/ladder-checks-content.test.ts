/** What the checks across levels and of structure find in the 2021 draft, and what they leave of 2026. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkedEdition } from '../../test/checked-edition.ts'
import { readFrameworkRules } from './framework-rules-content.ts'
import { readEditionContent } from './frameworks-content.ts'
import { houseLanguage } from './language-content.ts'
import { checkWording } from './model/check-wording.ts'
import { ladderChecks } from './model/checks/ladder-checks.ts'
import type { Edition } from './model/framework.ts'
import { listTexts } from './model/list-texts.ts'
import { locateTarget } from './model/locate-target.ts'
import type { WordingFinding } from './model/wording-finding.ts'

const rules = readFrameworkRules()['ahp-support-worker']
const draft = readEditionContent('ahp-support-worker/2021-consultation-draft').edition
const published = readEditionContent('ahp-support-worker/2026').edition

function found(edition: Edition): WordingFinding[] {
  const checked = checkedEdition(edition, rules)
  return ladderChecks.flatMap((check) => check.find(checked))
}

function wordsOf(edition: Edition, { at, range }: WordingFinding): string {
  if (range === undefined) return ''
  const text = listTexts(edition).find(({ target }) => target === at)?.text ?? ''
  return text.slice(range.start, range.end)
}

const inDraft = found(draft)
const inPublished = found(published)
const allInPublished = checkWording(published, houseLanguage())
/** Requirement, code, target and the words found there. */
const lineOf = (edition: Edition) => (finding: WordingFinding) =>
  [finding.requirement, finding.code, finding.at, wordsOf(edition, finding)].join(' | ')
const draftLines = inDraft.map(lineOf(draft))

describe('each fault that the response names and a machine can see is raised where it stands', () => {
  it.each<[string, string, string, string]>([
    [
      'R07',
      'equity-not-named',
      'part/equity-in-recruitment-and-progression/heading',
      'equality, diversity and inclusion',
    ],
    ['R07', 'equity-not-named', 'statement/5.1-entry/text', 'equality, diversity and inclusion'],
    ['R08', 'concept-missing', 'part/equity-in-recruitment-and-progression', ''],
    ['R09', 'concept-missing', 'domain/5', ''],
    ['R10', 'concept-missing', 'part/for-registered-professionals', ''],
    ['R13', 'list-out-of-step', 'part/for-education-providers/points/1', 'Progression'],
    ['R15', 'role-out-of-line', 'role/occupational-therapy', ''],
    ['R15', 'role-out-of-line', 'role/occupational-therapy/about', ''],
    ['R15', 'role-out-of-line', 'role/occupational-therapy/support-worker-does/1', ''],
    ['R17', 'example-without-purpose', 'role/occupational-therapy/entry/person', ''],
    ['R17', 'vague-example', 'role/occupational-therapy/entry/person', 'strategies'],
    ['R17', 'vague-example', 'role/occupational-therapy/entry/support-worker', 'strategies'],
    ['R19', 'level-as-less', 'part/three-levels/heading', 'levels to move through'],
    ['R19', 'level-as-less', 'part/three-levels/paragraphs/0', 'moves from each to the next'],
    ['R19', 'level-as-less', 'part/3', ''],
    ['R20', 'concept-missing', 'part/pre-registration-pathways', ''],
    ['R22', 'concept-missing', 'part/3', ''],
    ['R22', 'concept-missing', 'level/intermediate', ''],
    ['R22', 'concept-missing', 'level/assistant-practitioner', ''],
    ['R27', 'concept-missing', 'level/entry/experience', ''],
    ['R27', 'concept-missing', 'statement/1.2-entry', ''],
    ['R28', 'concept-missing', 'domain/2', ''],
    ['R28', 'concept-missing', 'statement/2.3-assistant-practitioner', ''],
    ['R29', 'concept-missing', 'statement/2.4-entry', ''],
    ['R29', 'concept-missing', 'statement/2.4-intermediate', ''],
    ['R29', 'concept-missing', 'statement/2.4-assistant-practitioner', ''],
    ['R30', 'word-missing-at-level', 'statement/2.5-entry/text', 'wellbeing'],
    ['R31', 'carers-not-named', 'section/2.6/about', 'Families'],
    ['R31', 'carers-not-named', 'statement/2.6-entry/text', 'families'],
    ['R31', 'carers-not-named', 'statement/4.3-intermediate/text', 'their family'],
    ['R33', 'parties-narrow', 'statement/3.9-entry', ''],
    ['R34', 'concept-missing', 'statement/3.11.2-entry', ''],
    ['R34', 'parties-narrow', 'statement/3.11.2-assistant-practitioner', ''],
    ['R37', 'undefined-term', 'part/why-this-framework/points/1', 'equity'],
    ['R37', 'concept-missing', 'section/5.1', ''],
    ['R38', 'concept-missing', 'statement/5.7.2-entry', ''],
    ['R38', 'concept-missing', 'statement/5.7.2-intermediate', ''],
    ['R39', 'concept-missing', 'statement/6.3-entry', ''],
    ['R40', 'ladder-drop', 'statement/7.1-intermediate/text', 'everyday work'],
    ['R41', 'variant-unmatched', 'statement/7.1-entry', ''],
    ['R41', 'variant-unmatched', 'statement/7.1-intermediate', ''],
    ['R42', 'concept-missing', 'statement/8.5-entry', ''],
    ['R48', 'pillar-unexplained', 'pillar/facilitation-of-learning', ''],
    ['R50', 'orphan-term', 'glossary/grow-your-own', ''],
  ])('%s: %s at %s, “%s”', (...line) => {
    expect(draftLines).toContain(line.join(' | '))
  })

  it('and nothing of what is raised as a "must" was left as it is by the response', () => {
    // Each "must" of the draft answers a point of the response: none is of our own invention.
    const asked = new Set(
      inDraft.flatMap(({ severity, requirement }) => (severity === 'must' ? [requirement] : [])),
    )
    expect([...asked].sort()).toEqual(
      'R07 R08 R09 R10 R19 R20 R22 R27 R28 R29 R30 R31 R33 R34 R37 R38 R39 R40 R41 R42 R48 R50'.split(
        ' ',
      ),
    )
  })

  it.each([
    ['statement/7.1-intermediate/text', 'ladder-drop'],
    ['statement/2.5-entry/text', 'word-missing-at-level'],
    ['statement/2.6-entry/text', 'carers-not-named'],
    ['statement/5.1-entry/text', 'equity-not-named'],
  ])('and what it suggests at %s is what the 2026 edition says', (at, code) => {
    const finding = inDraft.find((one) => one.at === at && one.code === code)
    const text = listTexts(draft).find(({ target }) => target === at)?.text ?? ''
    const [suggestion = ''] = finding?.suggestions ?? []
    const { start = 0, end = 0 } = finding?.range ?? {}
    const mended = text.slice(0, start) + suggestion + text.slice(end)
    expect(mended).toBe(listTexts(published).find(({ target }) => target === at)?.text)
  })
})

/** A person judged each hint that 2026 leaves: worth a steward's while, or a false alarm. */
const judged = readFileSync(
  join(import.meta.dirname, '../../docs/wording-checks.md'),
  'utf8',
).matchAll(/^\| `([a-z-]+)` \| `([^`]+)` \| (.+?) \| (real|false alarm) \| .+ \|$/gmu)

describe('the 2026 edition', () => {
  it('has no "must"', () => {
    expect(allInPublished.filter(({ severity }) => severity === 'must')).toEqual([])
  })

  it('has hints that are each judged by a person, and no others', () => {
    const lines = [...judged].map(([, code, at, words, judgement]) => ({
      line: [code, at, words === '–' ? '' : words].join(' | '),
      judgement,
    }))
    const found = allInPublished.map((one) =>
      [one.code, one.at, wordsOf(published, one)].join(' | '),
    )
    expect(found.sort()).toEqual(lines.map(({ line }) => line).sort())
    const real = lines.filter(({ judgement }) => judgement === 'real')
    expect([lines.length, real.length]).toEqual([34, 16])
  })
})

describe('every finding', () => {
  it.each([
    ['the draft', draft, inDraft],
    ['the 2026 edition', published, inPublished],
  ])(
    'in %s points at something that stands there, and has the code of its check',
    (_, edition, all) => {
      const codes = new Set(ladderChecks.map(({ code }) => code))
      for (const finding of all) {
        expect(codes).toContain(finding.code)
        expect(locateTarget(edition, finding.at), finding.at).toBeDefined()
        expect(finding.message).toMatch(/\p{L}/u)
        if (finding.range === undefined) expect(finding.suggestions).toEqual([])
        else expect(wordsOf(edition, finding).trim(), finding.at).not.toBe('')
      }
    },
  )
})

describe('the rules of one framework', () => {
  it('judge no other: a framework of another slug is not asked for them', () => {
    expect(Object.keys(readFrameworkRules())).toEqual(['ahp-support-worker'])
    const codes = (slug: string) =>
      checkWording({ ...draft, slug }, houseLanguage()).map(({ code }) => code)
    expect(codes('ahp-support-worker')).toContain('concept-missing')
    expect(codes('another')).not.toContain('concept-missing')
  })

  it('name places, capabilities and terms that stand in the 2026 edition', () => {
    const capabilities = new Set(
      published.domains.flatMap(({ sections }) =>
        sections.flatMap(({ code, statements }) =>
          statements.map(({ capability }) => `section/${code} ${capability}`),
        ),
      ),
    )
    for (const { place, capability } of rules?.concepts ?? []) {
      expect(locateTarget(published, place), place).toBeDefined()
      if (capability !== undefined) expect(capabilities).toContain(`${place} ${capability}`)
    }
    for (const { section, capability } of rules?.parties ?? []) {
      expect(locateTarget(published, `section/${section}`), section).toBeDefined()
      if (capability !== undefined)
        expect(capabilities).toContain(`section/${section} ${capability}`)
    }
  })

  it('are asked for by what the page of rules says asked for them', () => {
    const askedOf = new Map(ladderChecks.map(({ code, requirements }) => [code, requirements]))
    const asked = [...inDraft, ...inPublished].flatMap(({ code, requirement }) =>
      requirement === undefined || askedOf.get(code)?.includes(requirement)
        ? []
        : [[code, requirement]],
    )
    expect(asked).toEqual([])
    for (const { requirement } of rules?.concepts ?? []) {
      expect(askedOf.get('concept-missing')).toContain(requirement)
    }
    for (const { requirement } of rules?.definitions ?? []) {
      expect(askedOf.get('undefined-term')).toContain(requirement)
    }
  })
})
