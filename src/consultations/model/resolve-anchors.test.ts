import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readContent } from '../../content/read-content.ts'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'
import type { Target } from '../../frameworks/model/amendment.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { questionnaireFile } from '../questionnaire-schema.ts'
import { findReferences } from './find-references.ts'
import { parseResponse } from './parse-response.ts'
import { type Anchor, type PageContent, resolveAnchors } from './resolve-anchors.ts'

const folder = 'content/consultations/ahp-support-worker-2021'
const questionnaire = readContent(`${folder}/questionnaire.yaml`, questionnaireFile).value
const draft = readEditionContent(questionnaire.framework)
const example = readFileSync(`${folder}/example-response.txt`, 'utf8')
const realFile = '../shared/seed/rcot-response-2021.txt'
const skipped = `Skipped: ${realFile} is not here, so only the example was read`

const pages: PageContent[] = (draft.derivation?.pages ?? []).map(({ page, targets }) => ({
  page,
  // The content was checked to hold targets.
  targets: targets.map((target) => target as Target),
}))

function anchorsOf(source: string): Map<number, Anchor[]> {
  const result = parseResponse(source, questionnaire)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return new Map(
    result.response.questions.map(({ number, paragraphs }) => {
      const scope = questionnaire.questions.find((one) => one.number === number)?.scope ?? {}
      return [number, resolveAnchors(findReferences(paragraphs), draft.edition, pages, scope)]
    }),
  )
}

function anchor(
  anchors: Map<number, Anchor[]>,
  question: number,
  quote: string,
): Anchor | undefined {
  return anchors.get(question)?.find((one) => one.quote.includes(quote))
}

describe('the anchors of the example', () => {
  let anchors: Map<number, Anchor[]>
  beforeAll(() => {
    anchors = anchorsOf(example)
  })

  it.each<[number, string, Partial<Anchor>]>([
    [7, 'Domain 5', { kind: 'domain', state: 'exact', target: 'domain/5' }],
    [8, 'How registered', { state: 'exact', target: 'part/for-registered-professionals/heading' }],
    [8, 'P5', { kind: 'page', state: 'exact' }],
    [8, 'The framework lets', { kind: 'quotation', state: 'not-found', target: null }],
    [8, 'P6', { state: 'exact' }],
    [9, 'p8', { kind: 'page', state: 'exact', target: 'role/occupational-therapy' }],
    [9, 'Assisting', { state: 'not-found' }],
    [10, 'Part 3', { kind: 'part', state: 'exact', target: 'part/3' }],
    [10, 'intermediate level', { kind: 'level', state: 'exact', target: 'level/intermediate' }],
    [12, '1.2', { kind: 'section', state: 'exact', target: 'section/1.2' }],
    [13, 'social care system', { kind: 'quotation', state: 'ambiguous', target: null }],
    [13, 'section 2.5 in entry level', { state: 'exact', target: 'statement/2.5-entry' }],
    [14, 'signposting', { state: 'edited', target: 'statement/3.8-entry/text' }],
    [15, 'tact or persuasion', { state: 'edited', target: 'statement/4.3-intermediate/text' }],
    [16, 'Domain 5.7', { kind: 'section', state: 'exact', target: 'section/5.7' }],
    [18, 'intermediate level', { state: 'exact', target: 'statement/7.1-intermediate' }],
    [20, 'P.59', { kind: 'page', state: 'other-document', target: null }],
    [20, 'page 32', { state: 'exact' }],
    [23, 'glossary', { kind: 'glossary', state: 'exact', target: 'glossary/grow-your-own' }],
    [23, 'grow your own', { state: 'exact', target: 'glossary/grow-your-own' }],
  ])('under question %i tie %j to its place', (question, quote, expected) => {
    expect(anchor(anchors, question, quote)).toMatchObject(expected)
  })

  it('hold every kind and every state', () => {
    const all = [...anchors.values()].flat()
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['page', 'section', 'domain', 'part', 'level', 'glossary', 'quotation']),
    )
    expect(new Set(all.map(({ state }) => state))).toEqual(
      new Set(['exact', 'edited', 'ambiguous', 'not-found', 'other-document']),
    )
  })

  it('have a target exactly where one is certain', () => {
    for (const { state, target } of [...anchors.values()].flat()) {
      expect(target !== null).toBe(state === 'exact' || state === 'edited')
    }
  })
})

describe('the anchors of the real response', () => {
  it('resolve where they can and say so where they cannot', (ctx) => {
    if (!existsSync(realFile)) {
      console.log(skipped)
      ctx.skip(skipped)
    }
    const anchors = anchorsOf(readFileSync(realFile, 'utf8'))
    const state = (question: number, quote: string) => anchor(anchors, question, quote)?.state
    expect(anchor(anchors, 8, 'P5')).toMatchObject({ kind: 'page', state: 'exact' })
    expect(state(8, 'This Framework allows')).toBe('not-found')
    expect(anchor(anchors, 8, 'P6')?.target).toBe('part/for-education-providers')
    expect(anchor(anchors, 14, 'signposting')?.target).toBe('statement/3.8-entry/text')
    expect(anchor(anchors, 15, 'persuasion')?.target).toBe('statement/4.3-intermediate/text')
    expect(state(20, 'P.59')).toBe('other-document')
    expect(state(20, 'This may be an individual')).toBe('other-document')
    expect(state(20, 'Page 32')).toBe('exact')
    expect([...anchors.values()].flat()).toHaveLength(45)
  })
})

describe('a quotation', () => {
  const wording = 'Talks with the person about the plan for the week and agrees the first step'
  const edition: Edition = {
    ...draft.edition,
    domains: [
      {
        number: 4,
        title: 'Communication',
        purpose: 'To talk',
        sections: [
          {
            code: '4.1',
            title: 'Talking',
            statements: (['entry', 'intermediate'] as const).map((level) => ({
              code: `4.1-${level}`,
              capability: 'talking',
              text: level === 'entry' ? `${wording} today.` : `${wording} and the second.`,
              pillars: ['leadership'],
              professions: [],
              parties: ['person'],
              settings: [],
              variants: [],
              highRisk: false,
            })),
          },
        ],
      },
    ],
  }
  const resolved = (text: string, scope = {}) =>
    resolveAnchors(findReferences([text]), edition, pages, scope).filter(
      ({ kind }) => kind === 'quotation',
    )

  it('is exact whatever its case, marks and spaces', () => {
    expect(resolved('‘AGREES  the first step, today’', { domain: 4 })).toMatchObject([
      { state: 'exact', target: 'statement/4.1-entry/text' },
    ])
  })

  it('is ambiguous where two levels have the same words', () => {
    expect(resolved('‘about the plan for the week’', { domain: 4 })).toMatchObject([
      { state: 'ambiguous', target: null, targets: { length: 2 } },
    ])
  })

  it('is told apart by a level named before it', () => {
    const text = '4.1 at intermediate level says ‘about the plan for the week’'
    expect(resolved(text, { domain: 4 })).toMatchObject([
      { state: 'exact', target: 'statement/4.1-intermediate/text' },
    ])
  })

  it('is edited where few words differ and one text is clearly the nearest', () => {
    const text = '‘for the week and agrees a first step and then the second one’'
    expect(resolved(text, { domain: 4 })).toMatchObject([
      { state: 'edited', target: 'statement/4.1-intermediate/text' },
    ])
  })

  it('is ambiguous where lookalikes are equally near', () => {
    const text = '‘talks to the person on the plan for this week and agrees a first step’'
    expect(resolved(text, { domain: 4 })).toMatchObject([{ state: 'ambiguous', target: null }])
  })

  it('is not found where nothing is near, or where it is near only outside its domain', () => {
    expect(resolved('‘cooks a meal with three courses’', { domain: 4 })).toMatchObject([
      { state: 'not-found' },
    ])
    const near = '‘for the week and agrees a first step and then the second one’'
    expect(resolved(near, { domain: 5 })).toMatchObject([{ state: 'not-found', target: null }])
    expect(resolved(near)).toMatchObject([{ state: 'not-found', target: null }])
  })

  it('is not taken for the text when it is wording that is suggested', () => {
    const text = 'suggest ‘for the week and agrees a first step and then the second one’'
    expect(resolved(text, { domain: 4 })).toMatchObject([{ state: 'not-found' }])
  })
})

describe('a section, a domain or a page that the edition does not have', () => {
  it('is not found', () => {
    const text = 'See section 9.9, Domain 9, p99 and section 2.99 at entry level.'
    const anchors = resolveAnchors(findReferences([text]), draft.edition, pages, {})
    expect(anchors.map(({ state, target }) => [state, target])).toEqual([
      ['not-found', null],
      ['not-found', null],
      ['not-found', null],
      ['not-found', null],
    ])
  })
})
