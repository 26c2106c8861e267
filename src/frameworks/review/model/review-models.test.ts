import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../../test/small-edition.ts'
import type { Edition } from '../../model/framework.ts'
import { fewOrMore } from '../../model/touched.ts'
import { type Accepted, acceptSuggestions } from './accept-suggestions.ts'
import { threadComments } from './comment.ts'
import { type DraftFinding, textAt } from './findings-of.ts'
import { listChangedCodes } from './list-changed-codes.ts'
import { type Approval, isApproved } from './review.ts'
import { judgeFindings, listBlocking, listIdleWaivers, type Waiver } from './waiver.ts'

const at = 'statement/7.1-entry/text'
const withText = (text: string): Edition =>
  editionOf({
    domains: [
      {
        ...{ number: 7, title: 'Leadership', purpose: 'Lead' },
        sections: [
          { code: '7.1', title: 'Values', statements: [statement('7.1-entry', { text })] },
        ],
      },
    ],
  })
const found = (text: string, quote: string, over: Partial<DraftFinding> = {}): DraftFinding => ({
  ...{ code: 'a-word', at, severity: 'must', message: 'Use another word', waivable: true },
  ...{ quote, suggestions: ['person', 'people'] },
  range: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
  ...over,
})
const take = (finding: DraftFinding, suggestion: string): Accepted => ({
  ...{ code: finding.code, at: finding.at, quote: finding.quote, suggestion },
  start: finding.range?.start ?? 0,
})

describe('suggestions that somebody accepts', () => {
  const text = 'Asks a patient what the client wants.'
  const findings = [found(text, 'patient'), found(text, 'client')]
  const all = findings.map((finding) => take(finding, 'people'))

  it('take the place of the words that were marked, several in one text too', () => {
    const { edition, taken, left } = acceptSuggestions(withText(text), all, findings)
    expect(textAt(edition, at)).toBe('Asks a people what the people wants.')
    expect([taken, left]).toEqual([all, []])
  })

  it.each<[string, Accepted]>([
    ['that no check made', { ...take(found(text, 'client'), 'x'), suggestion: 'robot' }],
    [
      'of words that stand elsewhere by now',
      { ...take(found(text, 'client'), 'people'), start: 0 },
    ],
    [
      'at a place that is gone',
      { ...take(found(text, 'client'), 'people'), at: 'statement/9.9-entry/text' },
    ],
  ])('are left out and said: one %s', (_, accepted) => {
    const { edition, taken, left } = acceptSuggestions(withText(text), [accepted], findings)
    expect([textAt(edition, at), taken, left]).toEqual([text, [], [accepted]])
  })

  it('are left out where the text changed after the finding', () => {
    const now = withText('Asks one patient what the client wants.')
    expect(acceptSuggestions(now, all, findings).taken).toEqual([])
  })

  it('never overlap: the first of them that was met stays out of the other’s way', () => {
    const wide = found(text, 'a patient', { code: 'wide' })
    const both = [take(wide, 'people'), take(found(text, 'patient'), 'person')]
    const { taken, left } = acceptSuggestions(withText(text), both, [wide, ...findings])
    expect([taken.length, left.length]).toEqual([1, 1])
  })

  it('change nothing but the words marked', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.array(word, { maxLength: 5 }), (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const whole = `${before} PATIENT ${after}`
        const finding = found(whole, 'PATIENT')
        const { edition } = acceptSuggestions(withText(whole), [take(finding, 'person')], [finding])
        expect(textAt(edition, at)).toBe(`${before} person ${after}`)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a waiver', () => {
  const text = 'Asks a patient.'
  const finding = found(text, 'patient')
  const waiver: Waiver = {
    ...{ id: '1', code: 'a-word', target: at, quote: 'patient', reason: 'It is quoted' },
    ...{ by: 'a', at: new Date() },
  }
  const blocking = (waivers: readonly Waiver[], findings = [finding]) =>
    listBlocking(judgeFindings(findings, waivers)).length

  it('lets pass what has its code, its place and its words', () => {
    expect(blocking([])).toBe(1)
    expect(blocking([waiver])).toBe(0)
  })

  it.each<[string, Partial<Waiver>]>([
    ['another check', { code: 'another' }],
    ['another place', { target: 'statement/7.2-entry/text' }],
    ['other words', { quote: 'patients' }],
    ['an ended one', { ended: { by: 'a', at: new Date() } }],
  ])('lets nothing else pass: %s', (_, over) => {
    expect(blocking([{ ...waiver, ...over }])).toBe(1)
  })

  it('lets no fault of shape pass, and advice needs none', () => {
    expect(blocking([waiver], [{ ...finding, waivable: false }])).toBe(1)
    expect(blocking([], [{ ...finding, severity: 'advice' }])).toBe(0)
  })

  it('is idle where its words are gone', () => {
    expect(listIdleWaivers([finding], [waiver])).toEqual([])
    expect(listIdleWaivers([], [waiver])).toEqual([waiver])
    expect(listIdleWaivers([], [{ ...waiver, ended: { by: 'a', at: new Date() } }])).toEqual([])
  })
})

describe('an approval', () => {
  const draft = { revision: 3, version: '2027' }
  const by = (person: string, over: Partial<Approval> = {}): Approval => ({
    ...{ ...draft, by: person, at: new Date(1000) },
    ...over,
  })
  const writers = new Set(['writer', 'other-writer'])

  it.each<[string, Approval[], boolean]>([
    ['nobody', [], false],
    ['one who wrote it', [by('writer')], false],
    ['the same one twice', [by('writer'), by('writer')], false],
    ['one who wrote none of it', [by('reader')], true],
    ['two who both wrote', [by('writer'), by('other-writer')], true],
    ['one of an earlier revision', [by('reader', { revision: 2 })], false],
    ['one of another name', [by('reader', { version: '2028' })], false],
    ['one before something was waived', [by('reader', { at: new Date(1) })], false],
  ])('by %s', (_, approvals, expected) => {
    expect(isApproved(draft, approvals, { writers, lastWaived: new Date(500) })).toBe(expected)
  })
})

describe('comments', () => {
  it('stand in threads, the newest first and its replies in their order', () => {
    const said = (id: string, when: number, replyTo?: string) => ({
      ...{ id, thing: 'edition', words: id, by: 'a', at: new Date(when), replyTo },
    })
    const threads = threadComments([
      ...[said('old', 1), said('new', 2), said('second', 4, 'old'), said('first', 3, 'old')],
    ])
    expect(threads.map(({ id, replies }) => [id, replies.map((reply) => reply.id)])).toEqual([
      ['new', []],
      ['old', ['first', 'second']],
    ])
  })
})

describe('what a new edition touches', () => {
  it('is what does not stand as it did', () => {
    expect(listChangedCodes(withText('One.'), withText('One.'))).toEqual([])
    expect(listChangedCodes(withText('One.'), withText('Two.'))).toEqual(['7.1-entry'])
    expect(listChangedCodes(withText('One.'), editionOf({}))).toEqual(['7.1-entry'])
  })

  it('is told without figures of few', () => {
    // The database gives none below five.
    expect([0, null, 5, 1234].map(fewOrMore)).toEqual([0, 'fewer than 5', 5, 1234])
  })
})
