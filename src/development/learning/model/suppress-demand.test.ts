import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewest, suppressDemand, type Wanted } from './suppress-demand.ts'

/** For each person, the areas in which they work: counted as the database does. */
function countOf(people: readonly (readonly string[])[], code = '3.9-entry'): Wanted[] {
  const inAll = people.filter((areas) => areas.length > 0).length
  return [...new Set(people.flat())].map((area) => {
    const there = people.filter((areas) => areas.includes(area)).length
    return { code, area, name: area, people: there, inAll }
  })
}
const each = (counts: Readonly<Record<string, number>>): string[][] =>
  Object.entries(counts).flatMap(([areas, people]) => Array(people).fill(areas.split('+')))

describe('what is wanted', () => {
  it.each<[string, Readonly<Record<string, number>>, number, object[]]>([
    ['enough in one area and nobody else', { a: 6 }, 4, [{ areas: ['a 6'], total: 6 }]],
    ['few alone', { a: 4 }, 4, []],
    ['three people who each work in two areas', { 'a+b': 3 }, 9, []],
    ['few beside enough', { a: 5, b: 2 }, 9, [{ areas: ['a 5'] }]],
    ['as few as can be, everywhere', { a: 4, b: 4 }, 2, []],
    ['enough in few areas each', { a: 3, b: 3 }, 9, [{ areas: [], total: 6 }]],
    ['enough beside enough', { a: 6, b: 3, c: 2 }, 9, [{ areas: ['a 6'], total: 11 }]],
    ['some in both of two', { a: 8, 'a+b': 2, b: 8 }, 9, [{ areas: ['a 10', 'b 10'] }]],
    ['all of one in another', { 'a+b': 5, b: 2 }, 9, [{ areas: ['a 5', 'b 7'] }]],
  ])('is shown as it may be: %s', (_, counts, areas, expected) => {
    const shown = suppressDemand(countOf(each(counts)), areas)
    expect(
      shown.map(({ areas, total }) => ({
        areas: areas.map(({ area, people }) => `${area} ${people}`),
        ...(total !== undefined && { total }),
      })),
    ).toEqual(expected)
  })

  const names = ['a', 'b', 'c', 'd']
  const people = fc.array(fc.subarray(names, { minLength: 1 }), { maxLength: 24 })

  it('is in the order of the framework, and of areas by name: the most is not the first', () => {
    const wanted = [...countOf(each({ b: 9, a: 5 }), '3.10-entry'), ...countOf(each({ a: 5 }))]
    const shown = suppressDemand(wanted, 4)
    expect(shown.map(({ code }) => code)).toEqual(['3.9-entry', '3.10-entry'])
    expect(shown[1]?.areas.map(({ area }) => area)).toEqual(['a', 'b'])
  })

  it('never lets a number under five be worked out, whoever works where', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 4 }), (people, others) => {
        const areas = names.length + others
        const [shown] = suppressDemand(countOf(people), areas)
        if (shown === undefined) return
        for (const number of numbersToldBy(shown)) {
          expect(number === 0 || number >= fewest).toBe(true)
        }
        expect(waysFor(shown, areas - shown.areas.length)).toBeGreaterThan(2)
      }),
      { numRuns: 2000 },
    )
  })
})

type Shown = ReturnType<typeof suppressDemand>[number]

/** All that sums and differences of what is shown say of people. */
function numbersToldBy({ areas, total }: Shown): number[] {
  const counts = areas.map(({ people }) => people)
  if (total === undefined) return counts
  const outside = counts.map((count) => total - count)
  const inTwo = counts.flatMap((one, place) =>
    counts.slice(place + 1).map((other) => Math.abs(one + other - total)),
  )
  return [...counts, total, ...outside, ...inTwo]
}

/** How many numbers one hidden area may still have: the others may share people with it. */
function waysFor({ areas, total }: Shown, hidden: number): number {
  const left = total === undefined ? 0 : total - (areas[0]?.people ?? 0)
  if (hidden === 0 || left === 0) return fewest
  return [0, 1, 2, 3, 4].filter((one) => one + 4 * (hidden - 1) >= left).length
}
