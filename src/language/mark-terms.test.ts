import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTerms, markTerms, type Term, termsIn } from './mark-terms.ts'

const terms: readonly Term[] = [
  { term: 'carer', forms: ['carers', 'unpaid carer'] },
  { term: 'Personalised care', forms: [] },
  { term: 'care', forms: ['caring'] },
  { term: 'AHP', forms: ['A.H.P.', 'allied (health) [pro]'] },
  { term: 'énergie', forms: [] },
]

describe('the terms in a text', () => {
  it.each([
    ['', []],
    ['nothing of it', []],
    ['care', ['care']],
    ['CARE and Caring', ['care', 'care']],
    ['an unpaid carer', ['carer']],
    ['personalised care', ['Personalised care']],
    ['carers, carer', ['carer', 'carer']],
    ['carers-led', ['carer']],
    ['non-carer', []],
    ['carefully, scare, care2, 2care', []],
    ['écare, careé', []],
    ['(care)', ['care']],
    ['A.H.P. but not AxHxPx', ['AHP']],
    ['allied (health) [pro] but not allied health p', ['AHP']],
    ['ÉNERGIE', ['énergie']],
  ])('“%s” are %j', (text, expected) => {
    expect(termsIn(text, terms)).toEqual(expected)
  })

  it.each([
    [['care', 'care home', 'care home staff']],
    [['care home staff', 'care home', 'care']],
    [['care home', 'care home staff', 'care']],
  ])('are the longest where several begin together, whatever the order: %j', (names) => {
    const list = names.map((term) => ({ term, forms: [] }))
    expect(termsIn('care home staff, care home, care', list)).toEqual([
      'care home staff',
      'care home',
      'care',
    ])
  })

  it('stand where they are said to stand, as they were written', () => {
    expect(findTerms('To Care, an Unpaid Carer', terms)).toEqual([
      { index: 3, text: 'Care', term: 'care' },
      { index: 12, text: 'Unpaid Carer', term: 'carer' },
    ])
  })

  it('are none where the list is empty', () => {
    expect(findTerms('care', [])).toEqual([])
    expect(markTerms('care', [])).toEqual([{ text: 'care' }])
  })

  it('are not taken from a letter that only looks the same when case is set aside', () => {
    expect(findTerms('ſkill', [{ term: 'skill', forms: [] }])).toEqual([])
  })

  it.each([...'.*+?^{}$()|[]\\/'])('may hold %s, which is then only that', (sign) => {
    const list = [{ term: `a${sign}b`, forms: [] }]
    expect(termsIn(`a${sign}b`, list)).toEqual([`a${sign}b`])
    expect(termsIn('ab aab axb a b', list)).toEqual([])
  })
})

describe('a text with its terms marked', () => {
  it.each([
    ['', [{ text: '' }]],
    ['nothing', [{ text: 'nothing' }]],
    ['care', [{ text: 'care', term: 'care' }]],
    ['To care', [{ text: 'To ' }, { text: 'care', term: 'care' }]],
    ['Care so', [{ text: 'Care', term: 'care' }, { text: ' so' }]],
    [
      'Care of care for carers',
      [
        { text: 'Care', term: 'care' },
        { text: ' of care for ' },
        { text: 'carers', term: 'carer' },
      ],
    ],
  ])('“%s” is cut there, each term once', (text, segments) => {
    expect(markTerms(text, terms)).toEqual(segments)
  })

  it('is not cut anew for the same list', () => {
    expect(markTerms('A carer', terms)).toBe(markTerms('A carer', terms))
    expect(markTerms('A carer', [...terms])).not.toBe(markTerms('A carer', terms))
    expect(markTerms('A carer', [])).toEqual([{ text: 'A carer' }])
  })

  it('loses and adds no letter, and marks each term once, in one of its forms', () => {
    const word = fc.constantFrom('care', 'carer', 'Unpaid Carer', 'x', ' ', '-', 'a.h.p.')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('')
        const segments = markTerms(text, terms)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        expect(segments.every((one) => one.text !== '' || segments.length === 1)).toBe(true)
        const marked = segments.flatMap(({ term }) => (term === undefined ? [] : [term]))
        expect(marked).toEqual([...new Set(termsIn(text, terms))])
        for (const { text: written, term } of segments) {
          const entry = terms.find((one) => one.term === term)
          if (entry === undefined) continue
          const forms = [entry.term, ...entry.forms].map((form) => form.toLowerCase())
          expect(forms).toContain(written.toLowerCase())
        }
      }),
    )
  })
})
