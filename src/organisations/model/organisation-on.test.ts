import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../language/days.ts'
import { becameWords } from './became-words.ts'
import type { Histories, OrganisationHistory } from './organisation-history.ts'
import { existedOn, nameOn, organisationOn } from './organisation-on.ts'
import { nameSpans } from './timeline.ts'

const plain = { kind: 'health-board', nation: 'wales', sector: 'nhs', areas: [], verified: [] }
const only = (name: string) => [{ name }]

const histories: Histories = new Map<string, OrganisationHistory>([
  [
    'upper',
    {
      ...{ ...plain, slug: 'upper', openedOn: '2009-10-01' },
      names: [{ name: 'Upper Board' }, { name: 'Upper and Fells Board', from: '2015-04-01' }],
      ending: { kind: 'merged', on: '2019-04-01', into: ['valley'] },
    },
  ],
  [
    'valley',
    {
      ...{ ...plain, slug: 'valley', openedOn: '2019-04-01', names: only('Valley Board') },
      ending: { kind: 'split', on: '2025-04-01', into: ['east', 'west'] },
    },
  ],
  ['east', { ...plain, slug: 'east', names: only('East Board') }],
  [
    'west',
    {
      ...{ ...plain, slug: 'west', names: only('West Board') },
      ending: { kind: 'closed', on: '2026-01-31', into: [] },
    },
  ],
])

describe('an organisation on a day', () => {
  it.each([
    ['the day before it opened', '2009-09-30', 'Upper Board', false],
    ['the day it opened', '2009-10-01', 'Upper Board', true],
    ['the day before its new name', '2015-03-31', 'Upper Board', true],
    ['the day of its new name', '2015-04-01', 'Upper and Fells Board', true],
    ['its last day', '2019-03-31', 'Upper and Fells Board', true],
    ['the day of the merger', '2019-04-01', 'Upper and Fells Board', false],
    ['long after', '2026-11-22', 'Upper and Fells Board', false],
  ])('%s', (_, day, name, existed) => {
    expect(organisationOn(histories, 'upper', day)).toMatchObject({ name, existed })
  })

  it('says what it became, step by step and by the names of those days', () => {
    const became = organisationOn(histories, 'upper', '2012-01-01')?.became ?? []
    expect(became.map(becameWords)).toEqual([
      'Upper and Fells Board merged into Valley Board on 1 April 2019.',
      'Valley Board was split into East Board and West Board on 1 April 2025.',
      'West Board closed on 31 January 2026.',
    ])
  })

  it('that still is became nothing, and one that never was is not there', () => {
    expect(organisationOn(histories, 'east', '2026-01-01')?.became).toEqual([])
    expect(organisationOn(histories, 'nowhere', '2026-01-01')).toBeUndefined()
  })

  it('belongs to the areas of that day', () => {
    const areas = [
      { area: 'old', name: 'Old', to: '2024-06-30' },
      { area: 'new', name: 'New', from: '2024-07-01' },
    ]
    const moved: Histories = new Map([['x', { ...plain, slug: 'x', names: only('X'), areas }]])
    const on = (day: string) => organisationOn(moved, 'x', day)?.areas.map(({ area }) => area)
    expect([on('2024-06-30'), on('2024-07-01')]).toEqual([['old'], ['new']])
  })
})

const first = '2000-01-01'
const day = fc.integer({ min: 1, max: 9000 }).map((days) => addDays(first, days))

/** One that opened on the first day, with names that began one after another. */
const named = fc
  .record({
    starts: fc.uniqueArray(day, { maxLength: 6 }),
    end: fc.option(day, { nil: undefined }),
  })
  .map(({ starts, end }): OrganisationHistory => {
    const before = starts.sort().filter((from) => end === undefined || from < end)
    return {
      ...{ ...plain, slug: 'x', openedOn: first },
      names: [{ name: 'name 0' }, ...before.map((from, i) => ({ name: `name ${i + 1}`, from }))],
      ending: end === undefined ? undefined : { kind: 'closed', on: end, into: [] },
    }
  })

describe('every day of an organisation’s life', () => {
  it('has exactly one name, which is the one that it is drawn with', () => {
    fc.assert(
      fc.property(named, day, (history, on) => {
        fc.pre(existedOn(history, on))
        const spans = nameSpans(history, '2030-01-01').filter(
          ({ from = first, until = '9999-12-31' }) => from <= on && on < until,
        )
        expect(spans.map(({ name }) => name)).toEqual([nameOn(history.names, on)])
      }),
    )
  })

  it('is drawn in one piece from its beginning to its end', () => {
    fc.assert(
      fc.property(named, (history) => {
        const spans = nameSpans(history, '2030-01-01')
        const edges = [0, ...spans.map(({ end }) => end)]
        expect(spans.map(({ start }) => start)).toEqual(edges.slice(0, -1))
        expect(edges.at(-1)).toBe(1)
      }),
    )
  })
})

/** Anything the register might hold, circles too, though the actions would refuse them. */
const tangled = fc
  .array(
    fc.record({
      on: fc.option(day, { nil: undefined }),
      into: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(
    (ends): Histories =>
      new Map(
        ends.map(({ on, into }, i) => {
          const ending = on && { kind: 'merged' as const, on, into: into.map(String) }
          const names = only(`organisation ${i}`)
          return [String(i), { ...plain, slug: String(i), names, ending: ending || undefined }]
        }),
      ),
  )

describe('a chain of mergers', () => {
  it('ends, whatever the register holds, and each step is later than the one that led to it', () => {
    fc.assert(
      fc.property(tangled, (histories) => {
        const became = organisationOn(histories, '0', first)?.became ?? []
        expect(new Set(became.map(({ slug }) => slug)).size).toBe(became.length)
        for (const step of became.slice(1)) {
          const causes = became.filter(({ into }) => into.some(({ slug }) => slug === step.slug))
          expect(causes.some(({ on }) => on < step.on)).toBe(true)
        }
      }),
    )
  })
})
