import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counted, countRecognition, suppressSmall, threshold } from './recognition-figures.ts'

const minutes = { 'sign-off': 45, training: 60, qualification: 0, experience: 0 }
const decided = (people: number, fields: Partial<Counted> = {}): Counted[] =>
  Array.from({ length: people }, (_, index) => ({
    ...{ holderId: `person-${index}`, kind: 'sign-off', outcome: 'accept', ...fields },
  }))

describe('the figures of recognition', () => {
  it('count what was accepted, and the time that nobody repeated', () => {
    const accepted = [...decided(6), ...decided(2, { kind: 'training' })]
    const figures = countRecognition(accepted, minutes)
    expect(figures).toEqual({ people: 6, accepted: 8, hours: 7, refused: [] })
  })

  it('tell nothing of fewer than five people, however many things', () => {
    const many = Array.from({ length: 9 }, () => decided(4)).flat()
    const figures = countRecognition(many, minutes)
    expect(figures).toEqual({
      people: undefined,
      accepted: undefined,
      hours: undefined,
      refused: [],
    })
  })

  it('tell of refusals apart from acceptances', () => {
    const refused = decided(5, { outcome: 'do-not-accept', reason: 'too-old' })
    const figures = countRecognition([...refused, ...decided(4)], minutes)
    expect(figures.people).toBe(5)
    expect(figures.accepted).toBeUndefined()
    expect(figures.refused).toEqual([{ reason: 'too-old', people: 5 }])
  })
})

describe('small figures', () => {
  it('take the next smallest with them where one alone would be left out', () => {
    const counts = [9, 2, 6, 0].map((people, index) => ({ reason: index, people }))
    expect(suppressSmall(counts)).toEqual([
      { reason: 0, people: 9 },
      { reason: 1, people: undefined },
      { reason: 2, people: undefined },
    ])
  })

  it('are never shown, and never the only ones left out beside others', () => {
    const counts = fc.array(fc.record({ people: fc.nat({ max: 20 }) }), { maxLength: 6 })
    fc.assert(
      fc.property(counts, (counts) => {
        const shown = suppressSmall(counts)
        const left = shown.filter(({ people }) => people === undefined).length
        expect(shown.every(({ people }) => people === undefined || people >= threshold)).toBe(true)
        expect(left === 1 && shown.length > 1).toBe(false)
      }),
    )
  })
})
