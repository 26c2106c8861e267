import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closestPairs } from './closest-pairs.ts'

const word = fc.constantFrom('plan', 'consent', 'equipment', 'carer', 'hoist', 'review', 'listen')
const texts = fc.array(
  fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  { maxLength: 10 },
)

describe('the closest pairs of texts', () => {
  it('are alike in their words, whatever the order, the closest first', () => {
    const pairs = closestPairs(
      ['Plans a visit', 'Listens to carers', 'A visit, planned', 'Listens to carers with care'],
      0.5,
    )
    expect(pairs.map(({ one, other }) => [one, other])).toEqual([
      [0, 2],
      [1, 3],
    ])
    expect(pairs[0]?.cosine).toBeCloseTo(1)
  })

  it('are none where nothing is shared, or nothing is said', () => {
    expect(closestPairs(['Plans a visit', 'Listens', '', ''], 0.01)).toEqual([])
  })

  it('are each named once, and are at least as close as asked', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0.1, max: 1, noNaN: true }), (held, atLeast) => {
        const pairs = closestPairs(held, atLeast)
        expect(new Set(pairs.map(({ one, other }) => `${one} ${other}`)).size).toBe(pairs.length)
        for (const { one, other, cosine } of pairs) {
          expect(one).toBeLessThan(other)
          expect(cosine).toBeGreaterThanOrEqual(atLeast)
          expect(cosine).toBeLessThan(1 + 1e-9)
        }
      }),
    )
  })

  it('take in every text that stands twice, as long as one of its words is rare', () => {
    fc.assert(
      fc.property(texts, word, (held, one) => {
        const twice = [...held, `${one} twice`, `${one} twice`]
        const last = twice.length - 1
        expect(closestPairs(twice, 0.999)).toContainEqual(
          expect.objectContaining({ one: last - 1, other: last }),
        )
      }),
    )
  })
})
