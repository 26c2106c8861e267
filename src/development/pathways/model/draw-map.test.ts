import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPathways } from '../pathways-content.ts'
import { drawMap, shareLanes, wrap } from './draw-map.ts'

const { routes } = readPathways().pathways

describe('the map', () => {
  it('fits a phone, and shows every way that the list shows', () => {
    const map = drawMap(routes)
    expect(map.width).toBeLessThanOrEqual(288)
    expect(map.stops.map(({ route }) => route.slug)).toEqual(routes.map(({ slug }) => slug))
    const lines = routes.flatMap(({ slug, leadsTo }) => leadsTo.map((to) => `${slug} ${to}`))
    expect(map.lines.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(lines.sort())
  })

  it('draws a line only where both its ends are shown', () => {
    const [first] = routes
    const map = drawMap(first === undefined ? [] : [first])
    expect([map.stops.length, map.lines]).toEqual([1, []])
    expect(drawMap([]).height).toBe(0)
  })

  it('never puts two lines that pass the same stop in one lane', () => {
    const link = fc.record({ from: fc.nat({ max: 12 }), to: fc.nat({ max: 12 }) })
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const lanes = shareLanes(links)
        expect(lanes).toHaveLength(links.length)
        for (const [one, a] of links.entries()) {
          for (const [other, b] of links.entries()) {
            if (one >= other || lanes[one] !== lanes[other]) continue
            const apart =
              Math.max(a.from, a.to) < Math.min(b.from, b.to) ||
              Math.max(b.from, b.to) < Math.min(a.from, a.to)
            expect(apart).toBe(true)
          }
        }
      }),
    )
  })

  it('breaks a name at its spaces and loses none of it', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }), (parts) => {
        const lines = wrap(parts.join(' '), 20)
        expect(lines.join(' ')).toBe(parts.join(' '))
        for (const line of lines) expect(line.length <= 20 || !line.includes(' ')).toBe(true)
      }),
    )
  })
})
