import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fate, fates, type Succession } from '../../../frameworks/model/succession.ts'
import {
  type ByCode,
  type Carriable,
  type Carried,
  carryOver,
  joinByFirstEnd,
  linkedEditions,
} from './carry-over.ts'

interface Proof extends Carriable {
  readonly id: string
}

const [a, b, c] = ['f/2026', 'f/2027', 'f/2028'] as const
const by = '2027-11-22'

function succession(lines: Succession['lines'], ends: Partial<Succession> = {}): Succession {
  return { from: a, to: b, reconfirmBy: by, lines, ...ends }
}

function carry(
  held: Readonly<Record<string, Readonly<Record<string, readonly Proof[]>>>>,
  to: string,
  successions: readonly Succession[],
): Record<string, readonly Proof[]> {
  const maps = new Map(
    Object.entries(held).map(([ref, byCode]) => [ref, new Map(Object.entries(byCode))] as const),
  )
  return Object.fromEntries(carryOver({ held: maps, to, successions, join: joinByFirstEnd }))
}

const one = { id: 'one', until: '2028-06-30' }
const other = { id: 'other', until: '2027-03-31' }
const from = (code: string, fate: Fate, more: Partial<Carried> = {}) => ({
  ...{ from: a, code, fate, ...more },
})

describe('what counts in the next edition', () => {
  const cases: Record<string, [Succession['lines'][number], object]> = {
    'same words': [
      { from: 'x', fate: 'unchanged', to: ['x'] },
      { x: [{ ...one, carried: from('x', 'unchanged') }] },
    ],
    'other words, same meaning': [
      { from: 'x', fate: 'reworded', to: ['x'] },
      { x: [{ ...one, carried: from('x', 'reworded') }] },
    ],
    'another code': [
      { from: 'x', fate: 'moved', to: ['y'] },
      { y: [{ ...one, carried: from('x', 'moved') }] },
    ],
    'another meaning': [
      { from: 'x', fate: 'meaning-changed', to: ['x'] },
      { x: [{ ...one, until: by, carried: from('x', 'meaning-changed', { reconfirmBy: by }) }] },
    ],
    'became several': [
      { from: 'x', fate: 'split', to: ['y', 'z'] },
      {
        y: [{ ...one, until: by, carried: from('x', 'split', { reconfirmBy: by }) }],
        z: [{ ...one, until: by, carried: from('x', 'split', { reconfirmBy: by }) }],
      },
    ],
    'nothing follows it': [{ from: 'x', fate: 'retired', to: [] }, {}],
  }

  it.each(Object.entries(cases))('%s', (_, [line, expected]) => {
    expect(carry({ [a]: { x: [one] } }, b, [succession([line])])).toEqual(expected)
  })

  it('of several that became one counts once all are held, until the first of their days', () => {
    const merged = succession([
      { from: 'x', fate: 'merged', to: ['z'] },
      { from: 'y', fate: 'merged', to: ['z'] },
    ])
    expect(carry({ [a]: { x: [one] } }, b, [merged])).toEqual({})
    const carried = from('y', 'merged', { reconfirmBy: by, together: ['x'] })
    expect(carry({ [a]: { x: [one], y: [other] } }, b, [merged])).toEqual({
      z: [{ ...other, carried }],
    })
  })

  it('ends on its own review date where that comes first', () => {
    const changed = succession([{ from: 'x', fate: 'meaning-changed', to: ['x'] }])
    const [carried] = carry({ [a]: { x: [other] } }, b, [changed]).x ?? []
    expect(carried).toMatchObject({ until: other.until, carried: { reconfirmBy: by } })
  })
})

describe('what counts in an earlier edition', () => {
  it.each(fates)('%s', (fate) => {
    const line = { from: 'x', fate, to: fate === 'retired' ? [] : ['y'] }
    const carried = carry({ [b]: { y: [one] } }, a, [succession([line])])
    const same = ['unchanged', 'reworded', 'moved'].includes(fate)
    expect(carried).toEqual(same ? { x: [{ ...one, carried: { from: b, code: 'y', fate } }] } : {})
  })
})

it('walks to every edition that is linked, itself first', () => {
  const line = [succession([]), succession([], { from: b, to: c })]
  expect(linkedEditions({ ref: b, successions: line })).toEqual([b, a, c])
  expect(linkedEditions({ ref: 'f/1999', successions: line })).toEqual(['f/1999'])
})

const codes = ['p', 'q', 'r', 's'] as const
const day = fc.integer({ min: 0, max: 900 }).map((days) => {
  return new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10)
})
const proof = fc.record({ id: fc.constantFrom('1', '2', '3'), until: day })
const held = fc.dictionary(
  fc.constantFrom(...codes),
  fc.array(proof, { minLength: 1, maxLength: 3 }),
)
const someLines = fc
  .array(fc.tuple(fc.constantFrom(...fates), fc.subarray([...codes], { minLength: 1 })), {
    ...{ minLength: 4, maxLength: 4 },
  })
  .map((drawn): Succession['lines'] =>
    codes.map((code, place) => {
      const [fate, to] = drawn[place] ?? ['unchanged', [code]]
      if (fate === 'retired') return { from: code, fate, to: [] }
      return { from: code, fate, to: fate === 'split' ? to : to.slice(0, 1) }
    }),
  )
const published = '2026-11-22'

describe('whatever became of the statements', () => {
  it('is the same along several editions as step by step', () => {
    fc.assert(
      fc.property(held, someLines, someLines, day, (some, first, second, again) => {
        const one = succession(first)
        const two = succession(second, { from: b, to: c, reconfirmBy: again })
        const half: Record<string, readonly Proof[]> = carry({ [a]: some }, b, [one])
        const there = carry({ [a]: some }, c, [one, two])
        expect(carry({ [b]: half }, c, [two])).toEqual(there)
      }),
    )
  })

  it('is never held for longer than it was signed for, nor lapsed by being published', () => {
    fc.assert(
      fc.property(held, someLines, (some, lines) => {
        const ends = Object.values(some).flat()
        for (const carried of Object.values(carry({ [a]: some }, b, [succession(lines)])).flat()) {
          const signed = ends.filter(({ id }) => id === carried.id).map(({ until }) => until)
          expect(signed.some((until) => (carried.until ?? '') <= until)).toBe(true)
          expect((carried.until ?? '') >= published).toBe(true)
        }
      }),
    )
  })

  it('changes nothing where nothing changed', () => {
    const same = codes.map((code) => ({ from: code, fate: 'unchanged', to: [code] }) as const)
    fc.assert(
      fc.property(held, (some) => {
        const there = carry({ [a]: some }, b, [succession(same)])
        expect(withoutMarks(there)).toEqual(some)
        const back: ByCode<Proof> = new Map(Object.entries(some))
        expect(carry({ [b]: Object.fromEntries(back) }, b, [succession(same)])).toEqual(some)
      }),
    )
  })
})

function withoutMarks(held: Readonly<Record<string, readonly Proof[]>>) {
  return Object.fromEntries(
    Object.entries(held).map(([code, some]) => [
      code,
      some.map(({ id, until }) => ({ id, until })),
    ]),
  )
}
