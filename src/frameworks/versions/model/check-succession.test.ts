import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../../test/small-edition.ts'
import type { Edition } from '../../model/framework.ts'
import type { SuccessionLine } from '../../model/succession.ts'
import { checkSuccession } from './check-succession.ts'

const edition = (
  ...codes: readonly (readonly [code: string, capability: string, text?: string])[]
) =>
  editionOf({
    domains: [
      {
        ...{ number: 7, title: 'Leadership', purpose: 'Lead' },
        sections: [
          {
            ...{ code: '7.1', title: 'Values' },
            statements: codes.map(([code, capability, text = 'Words.']) =>
              statement(code, { capability, text }),
            ),
          },
        ],
      },
    ],
  })

const earlier = edition(['7.1-entry', 'a'], ['7.2-entry', 'b'], ['7.3-entry', 'c'])
const later = edition(
  ...([
    ['7.1-entry', 'a'],
    ['7.2-entry', 'b', 'Other words.'],
    ['7.4-entry', 'd'],
  ] as const),
  ...([
    ['7.5-entry', 'e'],
    ['7.1-intermediate', 'a'],
  ] as const),
)
const one: SuccessionLine = { from: '7.1-entry', fate: 'unchanged', to: ['7.1-entry'] }
const two: SuccessionLine = { from: '7.2-entry', fate: 'reworded', to: ['7.2-entry'] }
const three: SuccessionLine = { from: '7.3-entry', fate: 'moved', to: ['7.4-entry'] }
const codesOf = (lines: readonly SuccessionLine[], from: Edition = earlier, to: Edition = later) =>
  checkSuccession({ earlier: from, later: to, lines }).map(({ code, at }) => `${at} ${code}`)

describe('a succession', () => {
  it('is complete and sound where every statement has one fate', () => {
    expect(codesOf([one, two, three])).toEqual([])
  })

  const cases: Record<string, [SuccessionLine[], string[]]> = {
    'a statement left out': [[one, two], ['statement/7.3-entry not-decided']],
    'a statement twice': [
      [one, two, three, { ...three, to: ['7.5-entry'] }],
      ['statement/7.3-entry decided-twice'],
    ],
    'a statement that never was': [
      [one, two, three, { from: '9.9-entry', fate: 'moved', to: ['7.5-entry'] }],
      ['statement/9.9-entry no-such-statement'],
    ],
    'a target that is not there': [
      [one, two, { ...three, to: ['7.9-entry'] }],
      ['statement/7.3-entry target-missing'],
    ],
    'a target of another level': [
      [{ ...one, fate: 'moved', to: ['7.1-intermediate'] }, two, three],
      ['statement/7.1-entry another-level'],
    ],
    'called unchanged with other words': [
      [one, { ...two, fate: 'unchanged' }, three],
      ['statement/7.2-entry not-unchanged'],
    ],
    'called moved where it stands': [
      [one, { ...two, fate: 'moved' }, three],
      ['statement/7.2-entry not-moved'],
    ],
    'called reworded elsewhere': [
      [one, two, { ...three, fate: 'reworded' }],
      ['statement/7.3-entry not-reworded'],
    ],
    'split into one': [
      [one, two, { ...three, fate: 'split' }],
      ['statement/7.3-entry split-too-few'],
    ],
    'split into the same twice': [
      [one, two, { ...three, fate: 'split', to: ['7.4-entry', '7.4-entry'] }],
      ['statement/7.3-entry split-too-few'],
    ],
    'merged alone': [
      [one, two, { ...three, fate: 'merged' }],
      ['statement/7.3-entry merged-too-few'],
    ],
    'two that lead to one without merging': [
      [one, two, { ...three, fate: 'meaning-changed', to: ['7.2-entry'], reason: 'So.' }],
      ['statement/7.2-entry contradiction'],
    ],
    'one that merges into what another became': [
      [one, two, { ...three, fate: 'merged', to: ['7.2-entry'] }],
      ['statement/7.2-entry contradiction'],
    ],
    'retired without a reason': [
      [one, two, { from: '7.3-entry', fate: 'retired', to: [] }],
      ['statement/7.3-entry reason-missing'],
    ],
    'retired and leading on': [
      [one, two, { ...three, fate: 'retired', reason: 'Gone.' }],
      ['statement/7.3-entry retired-leads-on'],
    ],
    'another meaning without a reason': [
      [one, two, { ...three, fate: 'meaning-changed' }],
      ['statement/7.3-entry reason-missing'],
    ],
  }
  it.each(Object.entries(cases))('%s', (_, [lines, expected]) => {
    expect(codesOf(lines)).toEqual(expected)
  })

  it('lets two merge, and one split', () => {
    const merged = { fate: 'merged', to: ['7.2-entry'] } as const
    const split = { fate: 'split', to: ['7.4-entry', '7.5-entry'] } as const
    expect(
      codesOf([
        { ...one, ...split },
        { ...two, ...merged },
        { ...three, ...merged },
      ]),
    ).toEqual([])
  })

  const swap: SuccessionLine[] = [
    { from: '7.1-entry', fate: 'moved', to: ['7.2-entry'] },
    { from: '7.2-entry', fate: 'moved', to: ['7.1-entry'] },
  ]
  const before = edition(['7.1-entry', 'a'], ['7.2-entry', 'b'])

  it('refuses moves in a circle', () => {
    expect(codesOf(swap, before, before)).toEqual(['statement/7.1-entry circle'])
  })

  it('lets two change places that took their capabilities along', () => {
    expect(codesOf(swap, before, edition(['7.1-entry', 'b'], ['7.2-entry', 'a']))).toEqual([])
  })
})
