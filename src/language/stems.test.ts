import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemOf, stemsIn } from './stems.ts'

describe('the stem of a word', () => {
  it.each([
    'plan plans planned planning',
    'carry carries carried carrying',
    'use uses used using',
    'family families',
    'person people',
    'delegate delegates delegated delegation',
    'practise practises practised practising',
    'choose chooses chose choices',
    'say says said',
    'process processes',
    'watch watches watched',
    "carer carers carer's carers'",
    'equal equally',
    'quiet quietness',
    'take took taken takes',
  ])('is one for %s', (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(1)
  })

  it.each([
    ['carer', 'care'],
    ['health', 'heal'],
    ['bus', 'bu'],
    ['thing', 'th'],
    ['red', 'r'],
    ['analysis', 'analyse'],
    ['equity', 'equality'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })

  it('is never empty, and is the same in capitals', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    fc.assert(
      fc.property(word, (held) => {
        expect(stemOf(held)).not.toBe('')
        expect(stemOf(held.toUpperCase())).toBe(stemOf(held))
      }),
    )
  })
})

describe('the stems of a text', () => {
  it('leave out words that carry nothing, and say where each word stands', () => {
    expect(stemsIn('The person’s “family”, and carers')).toEqual([
      { word: "person's", start: 4, end: 12, stem: 'person' },
      { word: 'family', start: 14, end: 20, stem: 'fami' },
      { word: 'carers', start: 27, end: 33, stem: 'carer' },
    ])
    expect(stemsIn('and of the')).toEqual([])
  })
})
