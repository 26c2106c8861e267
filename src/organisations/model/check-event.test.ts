import { describe, expect, it } from 'vitest'
import { checkEvent, partsOf, type WantedEvent } from './check-event.ts'
import type { Histories, OrganisationHistory } from './organisation-history.ts'

const organisation = (slug: string, given: Partial<OrganisationHistory> = {}) =>
  [
    slug,
    {
      ...{ slug, kind: 'council', nation: 'england', sector: 'social-care', areas: [] },
      ...{ verified: [], names: [{ name: slug }], ...given },
    },
  ] as const

const histories: Histories = new Map([
  organisation('ash', { openedOn: '2010-01-01' }),
  organisation('beech', {
    names: [{ name: 'Birch' }, { name: 'beech', from: '2020-05-01' }],
    latestEventOn: '2020-05-01',
  }),
  organisation('cedar', { openedOn: '2025-04-01' }),
  organisation('gone', { ending: { kind: 'closed', on: '2022-01-01', into: [] } }),
  organisation('stewards'),
])

const check = (wanted: WantedEvent) =>
  checkEvent(wanted, { histories, today: '2026-11-22', stewards: ['stewards'] }).map(
    ({ at, code }) => `${at}: ${code}`,
  )

const merged = { kind: 'merged', before: ['ash', 'beech'], after: ['cedar'] } as const
const renamed = { kind: 'renamed', before: ['beech'], after: ['beech'] } as const
const split = { kind: 'split', before: ['ash'], after: ['cedar', 'beech'] } as const
const closed = { kind: 'closed', after: [] } as const
const on = '2025-04-01'

describe('what a steward records', () => {
  it.each<[string, WantedEvent, string[]]>([
    ['a merger into a new one', { ...merged, on }, []],
    ['a merger into one of them', { ...merged, after: ['ash'], on }, []],
    ['a split into a new one and one that is there', { ...split, on }, []],
    ['a split that goes on itself', { ...split, after: ['ash', 'cedar'], on }, []],
    ['a new name', { ...renamed, name: 'Beech and Elm', on }, []],
    ['a closing', { ...closed, before: ['ash'], on }, []],
    ['something to come', { ...merged, on: '2026-11-23' }, ['on: in-future']],
    ['one alone that a new one took the place of', { ...merged, before: ['ash'], on }, []],
    ['a merger with the new one named twice', { ...merged, before: ['ash', 'cedar'], on }, []],
    [
      'a merger with itself',
      { ...merged, before: ['ash'], after: ['ash'], on },
      ['into: nobody-ended'],
    ],
    [
      'a merger that nobody is lost in',
      { ...merged, after: ['ash', 'beech'], on },
      ['into: nobody-ended'],
    ],
    ['a split into one', { ...split, after: ['cedar'], on }, ['others: one-alone']],
    ['the end of one that ended', { ...closed, before: ['gone'], on }, ['on: has-ended']],
    [
      'a name before the one that it has',
      { ...renamed, name: 'Elm', on: '2020-05-01' },
      ['on: out-of-order'],
    ],
    ['the name that it has', { ...renamed, name: 'beech', on }, ['name: same-name']],
    [
      'an end before the beginning',
      { ...closed, before: ['ash'], on: '2010-01-01' },
      ['on: before-beginning'],
    ],
    [
      'a merger into one that was not there yet',
      { ...merged, on: '2025-03-31' },
      ['into: not-there'],
    ],
    [
      'a split into one that has ended',
      { ...split, after: ['cedar', 'gone'], on },
      ['others: not-there'],
    ],
    ['the end of one’s own steward', { ...closed, before: ['stewards'], on }, ['on: own-steward']],
  ])('%s', (_, wanted, expected) => {
    expect(check(wanted)).toEqual(expected)
  })

  it('says of each whether it ended, went on or began', () => {
    const parts = (wanted: WantedEvent) =>
      Object.fromEntries(
        partsOf(wanted, histories).map(({ organisation, part }) => [organisation, part]),
      )
    expect(parts({ ...merged, on })).toEqual({ ash: 'ended', beech: 'ended', cedar: 'began' })
    expect(parts({ ...merged, before: ['ash', 'cedar'], on })).toEqual({
      ash: 'ended',
      cedar: 'began',
    })
    expect(parts({ ...merged, after: ['ash'], on })).toEqual({ ash: 'continued', beech: 'ended' })
    expect(parts({ ...split, on })).toEqual({ ash: 'ended', cedar: 'began', beech: 'continued' })
    expect(parts({ ...closed, before: ['ash'], on })).toEqual({ ash: 'ended' })
  })
})
