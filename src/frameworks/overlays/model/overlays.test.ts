import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks-content.ts'
import { type Edition, statementsOf } from '../../model/framework.ts'
import type { Fate, SuccessionLine } from '../../model/succession.ts'
import { combineOverlays } from './combine-overlays.ts'
import { fitOverlay } from './fit-overlay.ts'
import { listConflicts } from './list-conflicts.ts'
import { nextNumber, type OverlayContent, type OverlayStatement, sectionOfCode } from './overlay.ts'
import { wordLikeness } from './word-likeness.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const core = { edition, withdrawn: false }
const textOf = (code: string) =>
  statementsOf(edition).find((statement) => statement.code === code)?.text ?? ''

const statement = (over: Partial<OverlayStatement> = {}): OverlayStatement => ({
  ...{ code: 'AHT-3.9.1-assistant-practitioner', place: 'section/3.9' },
  ...{ level: 'assistant-practitioner', capability: 'local-line' },
  text: 'Phones the ward desk on extension 12 before sending anything in writing.',
  ...{ pillars: ['professional-practice'], parties: ['colleague'] },
  ...over,
})
const overlay = (over: Partial<OverlayContent> = {}): OverlayContent => ({
  ...{ slug: 'merrowfell', organisation: 'merrowfell-hospitals' },
  ...{ edition: 'ahp-support-worker/2026', kind: 'employer', title: 'Merrowfell', about: '' },
  ...{ prefix: 'AHT', statements: [statement()], columns: [], cells: [] },
  ...over,
})
const policy = { slug: 'local-policy', title: 'Local policy' }
const cell = (text: string) => ({ column: 'local-policy', statement: '3.9-entry', text })

describe('what is added to an edition', () => {
  it('stands in its place, and leaves every word of the core as it is', () => {
    const own = overlay({ columns: [policy], cells: [cell('Policy 7')] })
    const after = overlay({
      slug: 'other',
      statements: [statement({ place: 'statement/3.9-entry' })],
    })
    const { sections, unplaced } = combineOverlays(edition, [own, after])
    const section = sections.find(({ section: { code } }) => code === '3.9')
    expect(section?.rows.map((row) => [row.from, row.statement.code])).toEqual([
      ['core', '3.9-entry'],
      ['overlay', 'AHT-3.9.1-assistant-practitioner'],
      ...(section?.section.statements ?? []).slice(1).map(({ code }) => ['core', code]),
      ['overlay', 'AHT-3.9.1-assistant-practitioner'],
    ])
    expect(
      sections.flatMap(({ rows }) =>
        rows.flatMap((row) => (row.from === 'core' ? [row.statement] : [])),
      ),
    ).toEqual(statementsOf(edition))
    expect([unplaced, sections.filter(({ added }) => added)]).toEqual([[], [section]])
  })

  it('gets the next code of its section', () => {
    expect(nextNumber([statement()], '3.9')).toBe(2)
    expect(nextNumber([statement()], '3.1')).toBe(1)
    expect(sectionOfCode('AHT-3.11.2-entry')).toBe('3.11')
  })
})

describe('a conflict', () => {
  const codesOf = (...overlays: readonly OverlayContent[]) =>
    listConflicts(core, overlays).map(({ code, at }) => [code, at])
  const withText = (over: Partial<OverlayStatement>) => overlay({ statements: [statement(over)] })

  it('is not seen where there is none', () => {
    expect(codesOf(overlay({ columns: [policy], cells: [cell('Policy 7')] }))).toEqual([])
  })

  it.each<[string, readonly OverlayContent[], string]>([
    [
      'same-code',
      [overlay(), overlay({ slug: 'other', title: 'Other' })],
      'AHT-3.9.1-assistant-practitioner',
    ],
    [
      'repeats-core',
      [withText({ text: textOf('3.9-assistant-practitioner') })],
      'AHT-3.9.1-assistant-practitioner',
    ],
    ['asks-less', [withText({ text: textOf('3.9-entry') })], 'AHT-3.9.1-assistant-practitioner'],
    [
      'term-not-preferred',
      [withText({ text: 'Phones the desk before a patient leaves for home.' })],
      'AHT-3.9.1-assistant-practitioner',
    ],
    ['place-missing', [withText({ place: 'section/3.99' })], 'AHT-3.9.1-assistant-practitioner'],
    [
      'place-missing',
      [overlay({ columns: [policy], cells: [{ ...cell('x'), statement: '3.99-entry' }] })],
      '3.99-entry',
    ],
    [
      'cells-differ',
      [
        overlay({ columns: [policy], cells: [cell('Policy 7')] }),
        overlay({ slug: 'other', statements: [], columns: [policy], cells: [cell('Policy 8')] }),
      ],
      '3.9-entry',
    ],
  ])('is shown: %s', (code, overlays, at) => {
    expect(codesOf(...overlays)).toEqual([[code, at]])
  })

  it('is a ladder that begins and does not go on, or that begins too high up', () => {
    const entry = { code: 'AHT-3.9.1-entry', level: 'entry' as const }
    expect(codesOf(withText(entry))).toEqual([['ladder-gap', 'AHT-3.9.1']])
    const early = withText({ ...entry, text: textOf('3.9-assistant-practitioner') })
    expect(codesOf(early).map(([code]) => code)).toContain('asks-early')
  })

  it('is a core that was withdrawn', () => {
    expect(
      listConflicts({ edition, withdrawn: true }, [overlay()]).map(({ code }) => code),
    ).toEqual(['core-withdrawn'])
  })
})

describe('likeness by words', () => {
  it('is 1 for the same words, 0 for none in common, and the same both ways', () => {
    expect(wordLikeness('Reports what is seen', 'reporting what was seen')).toBeGreaterThan(0.6)
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (one, other) => {
        expect(wordLikeness(one, other)).toBeCloseTo(wordLikeness(other, one))
        // Latin can be small words alone, which count for nothing.
        expect(wordLikeness(`reports ${one}`, `reports ${one}`)).toBeCloseTo(1)
      }),
    )
  })
})

describe('an overlay and a newer edition', () => {
  const withCells = overlay({ columns: [policy], cells: [cell('Policy 7')] })
  const to: Edition = { ...edition, version: '2027' }
  const line = (fate: Fate, next: readonly string[]): SuccessionLine => ({
    from: '3.9-entry',
    fate,
    to: next,
  })
  const fit = (lines: readonly SuccessionLine[] | undefined) =>
    fitOverlay(withCells, {
      ...{ from: edition, to },
      succession: lines && {
        from: 'ahp-support-worker/2026',
        to: 'ahp-support-worker/2027',
        reconfirmBy: '2028-01-01',
        lines,
      },
    })

  it('fits whole where nothing moved', () => {
    expect(fit(undefined)).toEqual({
      content: { ...withCells, edition: 'ahp-support-worker/2027' },
      fits: 2,
      anew: [],
    })
  })

  it.each<[Fate, readonly string[], string | undefined]>([
    ['unchanged', ['3.9-entry'], '3.9-entry'],
    ['reworded', ['3.9-entry'], '3.9-entry'],
    ['moved', ['3.8-entry'], '3.8-entry'],
    ['meaning-changed', ['3.9-entry'], undefined],
    ['split', ['3.9-entry', '3.9.2-entry'], undefined],
    ['merged', ['3.8-entry'], undefined],
    ['retired', [], undefined],
  ])('goes along with what is %s, or waits to be placed', (fate, next, placed) => {
    const { content, anew } = fit([line(fate, next)])
    expect(content.cells.map((one) => one.statement)).toEqual([placed ?? '3.9-entry'])
    expect(anew.map(({ at }) => at)).toEqual(placed === undefined ? ['3.9-entry'] : [])
  })

  it('waits where its section is another one', () => {
    const other = {
      ...to,
      domains: to.domains.map((domain) => ({
        ...domain,
        sections: domain.sections.filter(({ code }) => code !== '3.9'),
      })),
    }
    const { anew } = fitOverlay(overlay(), { from: edition, to: other })
    expect(anew).toEqual([
      { at: 'AHT-3.9.1-assistant-practitioner', because: 'Section 3.9 is not there as it was' },
    ])
  })
})
