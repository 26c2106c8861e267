import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markAnchors } from './mark-anchors.ts'

describe('markAnchors', () => {
  it('cuts a paragraph at its anchors, in order', () => {
    const late = { start: 14, end: 17 }
    const early = { start: 0, end: 2 }
    expect(markAnchors('P5 and then in 3.9.', [late, early])).toEqual([
      { text: 'P5', anchor: early },
      { text: ' and then in' },
      { text: ' 3.', anchor: late },
      { text: '9.' },
    ])
  })

  it('marks the first of two that overlap', () => {
    const outer = { start: 0, end: 8 }
    const pieces = markAnchors('one two three', [outer, { start: 4, end: 11 }])
    expect(pieces).toEqual([{ text: 'one two ', anchor: outer }, { text: 'three' }])
  })

  it('loses and adds no letter, wherever the anchors stand', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]) => ({
      start: Math.min(one, other),
      end: Math.max(one, other),
    }))
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40, unit: 'binary' }),
        fc.array(range),
        (text, anchors) => {
          const joined = markAnchors(text, anchors).map((piece) => piece.text)
          expect(joined.join('')).toBe(text)
        },
      ),
    )
  })
})
