import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewest, suppressDemand, type Wanted } from './suppress-demand.ts'

const of = (counts: Readonly<Record<string, number>>, code = '3.9-entry'): Wanted[] =>
  Object.entries(counts).map(([area, people]) => ({ code, area, name: area, people }))

describe('what is wanted', () => {
  it.each<[string, Readonly<Record<string, number>>, number, object[]]>([
    ['enough in one area and nobody else', { a: 6 }, 4, [{ areas: ['a 6'], total: 6 }]],
    ['few alone', { a: 4 }, 4, []],
    ['few beside enough, where the sum would tell', { a: 6, b: 4 }, 2, [{ areas: ['a 6'] }]],
    ['few beside enough, where it would not', { a: 6, b: 3 }, 9, [{ areas: ['a 6'], total: 9 }]],
    ['as few as can be, everywhere', { a: 4, b: 4 }, 2, []],
    ['few in many areas', { a: 3, b: 3 }, 9, [{ areas: [], total: 6 }]],
  ])('is shown as it may be: %s', (_, counts, areas, expected) => {
    const shown = suppressDemand(of(counts), areas)
    expect(
      shown.map(({ areas, total }) => ({
        areas: areas.map(({ area, people }) => `${area} ${people}`),
        ...(total !== undefined && { total }),
      })),
    ).toEqual(expected)
  })

  const someAreas = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 })

  it('never shows a small number, nor lets one be worked out to within two', () => {
    fc.assert(
      fc.property(someAreas, (people) => {
        const counts = Object.fromEntries(people.map((count, place) => [`area-${place}`, count]))
        const there = of(counts).filter((one) => one.people > 0)
        const [shown] = suppressDemand(there, people.length)
        if (shown === undefined) return
        expect(shown.areas.every((one) => one.people >= fewest)).toBe(true)
        const hidden = people.length - shown.areas.length
        const { total } = shown
        if (total === undefined || hidden === 0) return
        const left = total - shown.areas.reduce((sum, one) => sum + one.people, 0)
        if (left === 0) return
        // Each way in which the hidden ones may have come to what is left.
        const ways = waysOf(left, hidden)
        for (const place of Array(hidden).keys()) {
          expect(new Set(ways.map((way) => way[place])).size).toBeGreaterThan(2)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function waysOf(sum: number, areas: number): number[][] {
  if (areas === 0) return sum === 0 ? [[]] : []
  return Array.from({ length: fewest }, (_, first) => first)
    .filter((first) => first <= sum)
    .flatMap((first) => waysOf(sum - first, areas - 1).map((rest) => [first, ...rest]))
}
