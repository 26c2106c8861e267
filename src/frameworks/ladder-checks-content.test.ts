/** What the checks across levels and of structure find in the 2021 draft, and what they leave of 2026. */
import { describe, expect, it } from 'vitest'
import { readFrameworkRules } from './framework-rules-content.ts'
import { listEditionFolders, readEditionContent } from './frameworks-content.ts'
import { ladderChecks } from './model/checks/ladder-checks.ts'
import type { Edition } from './model/framework.ts'
import { listTexts } from './model/list-texts.ts'
import { locateTarget } from './model/locate-target.ts'
import type { WordingFinding } from './model/wording-finding.ts'

const rules = readFrameworkRules('ahp-support-worker')
const draft = readEditionContent('ahp-support-worker/2021-consultation-draft').edition
const published = readEditionContent('ahp-support-worker/2026').edition

function found(edition: Edition): WordingFinding[] {
  const checked = { edition, texts: listTexts(edition), rules }
  return ladderChecks.flatMap((check) => check.find(checked))
}

function wordsOf(edition: Edition, { at, range }: WordingFinding): string {
  if (range === undefined) return ''
  const text = listTexts(edition).find(({ target }) => target === at)?.text ?? ''
  return text.slice(range.start, range.end)
}

const inDraft = found(draft)
const inPublished = found(published)
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
    ['R21', 'education-open', 'level/intermediate/education/0', ' or commitment to one'],
    ['R21', 'education-open', 'statement/1.1-intermediate/text', ', or shows commitment to one'],
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
      'R07 R08 R09 R10 R19 R20 R21 R22 R27 R28 R29 R30 R31 R33 R34 R37 R38 R39 R40 R41 R42 R48 R50'.split(
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

/**
 * A person judged each hint that 2026 leaves: worth a steward's while, or a false alarm.
 * docs/wording-checks-across-levels.md says why.
 */
const judged: Readonly<Record<string, 'real' | 'false alarm'>> = {
  'R40 | ladder-drop | statement/4.4-assistant-practitioner/text | ': 'real',
  'R40 | ladder-drop | statement/7.3.2-intermediate/text | ': 'false alarm',
  'R40 | ladder-drop | statement/8.3-intermediate/text | ': 'false alarm',
  'R40 | ladder-drop | statement/8.3.2-intermediate/text | ': 'false alarm',
  'R40 | act-lost | statement/2.3-entry/text | starts the activity from there': 'false alarm',
  'R40 | act-lost | statement/3.1.2-entry/text | giving the reason': 'real',
  'R40 | act-lost | statement/5.1-entry/text | giving that rather than the same to everybody':
    'false alarm',
  'R40 | act-lost | statement/5.1-intermediate/text | adapting the session to it': 'false alarm',
  'R40 | act-lost | statement/5.1.2-entry/text | removes it where that is within reach':
    'false alarm',
  'R40 | act-lost | statement/5.5-intermediate/text | makes safe what is within reach': 'real',
  'R40 | act-lost | statement/6.3-entry/text | passes on what they say': 'false alarm',
  'R40 | act-lost | statement/6.4-intermediate/text | passes on their interest': 'real',
  'R40 | act-lost | statement/8.1-intermediate/text | offering choice at each step': 'real',
  'R40 | act-lost | statement/8.3.2-intermediate/text | talks with people who have taken them':
    'false alarm',
  'R30 | word-missing-at-level | statement/2.2-entry/text | ': 'false alarm',
  'R30 | word-missing-at-level | statement/2.3-entry/text | ': 'false alarm',
  'R30 | word-missing-at-level | statement/3.9-entry/text | ': 'real',
  'R30 | word-missing-at-level | statement/4.4-entry/text | ': 'false alarm',
  'R30 | word-missing-at-level | statement/6.2-entry/text | ': 'false alarm',
  'R30 | word-missing-at-level | statement/8.2-entry/text | ': 'false alarm',
  'R31 | parties-narrow | statement/2.2-entry | ': 'real',
  'R31 | parties-narrow | statement/2.2-intermediate | ': 'real',
  'R31 | parties-narrow | statement/2.2-assistant-practitioner | ': 'real',
  'R31 | parties-narrow | statement/3.2.2-entry | ': 'real',
  'R31 | parties-narrow | statement/3.2.2-intermediate | ': 'real',
  'R31 | parties-narrow | statement/3.2.2-assistant-practitioner | ': 'real',
  'R37 | undefined-term | part/what-the-passport-is/paragraphs/2 | sign-offs': 'real',
  'R17 | vague-example | statement/4.3-intermediate/example | exercises': 'false alarm',
  'R17 | vague-example | statement/7.1-intermediate/example | exercises': 'false alarm',
  'R17 | vague-example | role/osteopathy/intermediate/support-worker | exercises': 'real',
}

describe('the 2026 edition', () => {
  it('has no "must"', () => {
    expect(inPublished.filter(({ severity }) => severity === 'must')).toEqual([])
  })

  it('has hints that are each judged by a person, and no others', () => {
    const lines = inPublished.map(lineOf(published))
    expect(lines.sort()).toEqual(Object.keys(judged).sort())
    const real = Object.values(judged).filter((judgement) => judgement === 'real')
    expect([lines.length, real.length]).toEqual([30, 14])
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
  it('judge no other: each of the others has none', () => {
    const slugs = new Set(listEditionFolders().map((ref) => ref.split('/')[0] ?? ''))
    slugs.delete('ahp-support-worker')
    for (const slug of slugs) expect(readFrameworkRules(slug), slug).toBeUndefined()
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
})
