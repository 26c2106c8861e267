import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mappingStatuses, relations } from '../../../frameworks/crosswalks/model/mapping.ts'
import type { State } from '../../model/evaluate-passport.ts'
import {
  countHeld,
  countReadings,
  isForLevel,
  type MappingToRead,
  readAs,
  type StandingToRead,
} from './read-as.ts'

const same: MappingToRead = {
  ...{ id: 'm', to: '1', codes: ['2.1-entry', '2.2-entry'], relation: 'exact', coverage: 'whole' },
  ...{ status: 'confirmed', why: 'Both say so' },
}
const codes = [{ code: '1', title: 'Role' }]
const says = [{ words: 'Signed off' }]
const standing = (code: string, state: State): StandingToRead => ({ code, state, says })
const allHeld = [standing('2.1-entry', 'held'), standing('2.2-entry', 'due-soon')]

function readOne(changes: Partial<MappingToRead>, standings = allHeld) {
  const [read] = readAs(standings, [{ ...same, ...changes }], codes)
  const shortfalls = read?.mappings.flatMap((one) => one.shortfalls.map(({ kind }) => kind))
  return { reading: read?.reading, because: read?.because, shortfalls }
}

describe('a code of another framework', () => {
  it('is covered where two agreed that ours is the same, and all of it is held', () => {
    expect(readOne({})).toEqual({ reading: 'covered', because: undefined, shortfalls: [] })
    expect(readOne({ status: 'approved' }).reading).toBe('covered')
  })

  it.each([
    ['close', ['not-the-same']],
    ['broader', ['not-the-same']],
    ['narrower', ['not-the-same']],
    ['related', ['not-the-same']],
  ] as const)(
    'is covered in part by what is %s, also with everything held',
    (relation, missing) => {
      expect(readOne({ relation })).toEqual({
        reading: 'partly',
        because: undefined,
        shortfalls: missing,
      })
    },
  )

  it.each([
    ['suggested', 'partly'],
    ['decided', 'partly'],
    ['confirmed', 'covered'],
    ['approved', 'covered'],
  ] as const)('is by a mapping that is %s read as %s', (status, reading) => {
    expect(readOne({ status }).reading).toBe(reading)
    expect(readOne({ status }).shortfalls).toEqual(reading === 'partly' ? ['not-confirmed'] : [])
  })

  it.each(['lapsed', 'self-assessed', 'missing', 'not-my-role'] as const)(
    'is covered in part where one statement is %s',
    (state) => {
      const held = standing('2.1-entry', 'held')
      const open = standing('2.2-entry', state)
      const [read] = readAs([held, open], [same], codes)
      expect(read?.reading).toBe('partly')
      expect(read?.mappings[0]?.held).toEqual([held])
      expect(read?.mappings[0]?.shortfalls).toEqual([
        { kind: 'not-held', held: 1, standings: [open] },
      ])
      expect(readAs([open], [{ ...same, codes: ['2.2-entry'] }], codes)[0]).toMatchObject({
        reading: 'not-covered',
        because: 'nothing-held',
      })
    },
  )

  it('says in words what of theirs is missing, and that part is not the whole', () => {
    const [read] = readAs(
      allHeld,
      [{ ...same, relation: 'close', coverage: 'part', missing: 'Fire drills.' }],
      codes,
    )
    expect(read?.mappings[0]?.shortfalls).toEqual([
      { kind: 'not-in-ours', words: 'Fire drills.' },
      { kind: 'not-the-same', relation: 'close' },
    ])
    // The database refuses it, and it would still be no equivalence.
    expect(readOne({ coverage: 'part' }).shortfalls).toEqual(['not-the-same'])
  })

  it('is not covered where nothing is related to it, or what was is so no more', () => {
    const none = { reading: 'not-covered', because: 'no-mapping', shortfalls: [] }
    expect(readOne({ to: '2' })).toEqual(none)
    expect(readOne({ relation: 'none', coverage: 'none' })).toEqual(none)
    expect(readOne({ codes: [] })).toEqual(none)
    expect(readAs(allHeld, [], codes)[0]?.because).toBe('no-mapping')
  })

  it('is read by the best of several mappings, and keeps what each says', () => {
    const other = { ...same, id: 'n', codes: ['2.3-entry'] }
    const [read] = readAs(allHeld, [other, same], codes)
    expect(read?.reading).toBe('covered')
    expect(read?.mappings.map(({ mapping }) => mapping.id)).toEqual(['n', 'm'])
    expect(readAs([], [other, same], codes)[0]?.because).toBe('nothing-held')
  })

  it('is covered in part where one of several mappings has something', () => {
    const nothing = { ...same, id: 'n', codes: ['2.3-entry'] }
    const [read] = readAs(allHeld, [{ ...same, relation: 'close' }, nothing], codes)
    expect(read?.reading).toBe('partly')
  })

  it('takes a statement that nobody speaks of as missing', () => {
    const [read] = readAs([], [same], codes)
    expect(read?.mappings[0]?.shortfalls).toEqual([
      {
        ...{ kind: 'not-held', held: 0 },
        standings: same.codes.map((code) => ({ code, state: 'missing', says: [] })),
      },
    ])
  })

  const anyMapping = fc.record({
    id: fc.uuid(),
    to: fc.constantFrom('1', '2'),
    codes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    relation: fc.constantFrom(...relations),
    coverage: fc.constantFrom('whole', 'part', 'none'),
    status: fc.constantFrom(...mappingStatuses),
    why: fc.constant('x'),
  }) as fc.Arbitrary<MappingToRead>
  const anyStandings = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom(
        ...(['held', 'due-soon', 'lapsed', 'self-assessed', 'missing', 'not-my-role'] as const),
      ),
      says: fc.constant([]),
    }),
    { selector: ({ code }) => code },
  )

  it('is never silently equal: covered means the same, in whole, agreed by two, and all held', () => {
    fc.assert(
      fc.property(fc.array(anyMapping), anyStandings, (mappings, standings) => {
        const held = new Set(
          standings
            .filter(({ state }) => state === 'held' || state === 'due-soon')
            .map(({ code }) => code),
        )
        for (const read of readAs(standings, mappings, [...codes, { code: '2', title: 'Two' }])) {
          const equal = mappings.some(
            (one) =>
              one.to === read.code &&
              one.relation === 'exact' &&
              one.coverage === 'whole' &&
              ['confirmed', 'approved'].includes(one.status) &&
              one.codes.length > 0 &&
              one.codes.every((code) => [...held].some((one) => one === code)),
          )
          expect(read.reading === 'covered').toBe(equal)
        }
      }),
    )
  })

  it('gains nothing by less being held', () => {
    const rank = { covered: 2, partly: 1, 'not-covered': 0 }
    fc.assert(
      fc.property(fc.array(anyMapping), anyStandings, (mappings, standings) => {
        const [all] = readAs(standings, mappings, codes)
        const [fewer] = readAs(standings.slice(1), mappings, codes)
        if (all === undefined || fewer === undefined) return
        expect(rank[fewer.reading]).toBeLessThanOrEqual(rank[all.reading])
      }),
    )
  })
})

describe('the codes together', () => {
  const three = ['1', '2', '3'].map((code) => ({ code, title: code }))
  const close = { ...same, relation: 'close', to: '2' } as const

  it('stand in their own order, and are counted', () => {
    const read = readAs(allHeld, [close, same], three)
    expect(read.map(({ code }) => code)).toEqual(['1', '2', '3'])
    expect(countReadings(read)).toEqual({ covered: 1, partly: 1, 'not-covered': 1 })
  })

  it('count each statement of ours once', () => {
    const [read] = readAs(
      [standing('2.1-entry', 'held')],
      [same, { ...same, id: 'n', codes: ['2.2-entry', '2.3-entry'] }],
      codes,
    )
    expect(read && countHeld(read)).toEqual({ held: 1, of: 3 })
    const [both] = readAs(allHeld, [same, same], codes)
    expect(both && countHeld(both)).toEqual({ held: 2, of: 2 })
  })

  it('are for a level where the mapping is of it, or of every one, or something is held', () => {
    const of = (changes: Partial<MappingToRead>, standings: StandingToRead[] = []) => {
      const [read] = readAs(standings, [{ ...same, ...changes }], codes)
      return read !== undefined && isForLevel(read, 'entry')
    }
    expect(of({})).toBe(true)
    expect(of({ level: 'entry' })).toBe(true)
    expect(of({ level: 'intermediate' })).toBe(false)
    expect(of({ level: 'intermediate' }, allHeld)).toBe(true)
    expect(of({ to: '9' })).toBe(false)
  })
})
