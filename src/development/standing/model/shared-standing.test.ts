import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../../frameworks/frameworks-content.ts'
import { answers } from '../../../passports/model/answer.ts'
import { type Entry, entryKinds } from '../../../passports/model/entry.ts'
import { evaluateLevel, states } from '../../../passports/model/evaluate-passport.ts'
import type { Signing } from '../../../passports/model/signing.ts'
import { describeShared, type SharedStanding, statesFor, totalOf } from './shared-standing.ts'
import { type Depth, depths, lastDayFrom, limitHeld } from './standing-share.ts'

const ref = 'ahp-support-worker/2026'
const { edition } = readEditionContent(ref)
const today = '2026-11-22'
const codes = ['2.1-entry', '3.9-entry', '3.10-entry', '5.7-entry']
const some = fc.subarray(codes, { minLength: 1 })
const day = fc.constantFrom('2026-01-01', '2026-12-01', '2028-01-01')

const anEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid(),
  version: fc.constant(1),
  kind: fc.constantFrom(...entryKinds),
  title: fc.constant('Kestrel'),
  validUntil: fc.option(day, { nil: undefined }),
  private: fc.boolean(),
  edition: fc.constant(ref),
  codes: some,
  facts: fc.constant({ words: 'Kestrel' }),
  at: fc.constant(new Date(0)),
  confirmation: fc.option(
    fc.record({
      by: fc.constant('Kestrel college'),
      how: fc.constantFrom('credential-verified', 'original-seen'),
      on: fc.constant('2025-01-01'),
      until: fc.option(day, { nil: undefined }),
      codes: fc.subarray(codes),
    }),
    { nil: undefined },
  ),
})

const aSigning: fc.Arbitrary<Signing> = fc.record({
  id: fc.uuid(),
  requestId: fc.uuid(),
  holderId: fc.uuid(),
  assessorId: fc.uuid(),
  organisation: fc.constant('kestrel'),
  edition: fc.constant(ref),
  section: fc.constant('3.9'),
  level: fc.constant('entry'),
  method: fc.constant('observed'),
  assessedOn: fc.constant('2025-06-01'),
  setting: fc.constant('Kestrel ward'),
  note: fc.constant('Kestrel note'),
  reviewOn: fc.option(day, { nil: undefined }),
  at: fc.constant(new Date(0)),
  shown: fc.constant({
    assessor: { name: 'Kestrel' },
    organisation: 'Kestrel',
    identityCheck: 'not-checked',
  }),
  signOffs: some.map((signed) => signed.map((code) => ({ id: code, code }))),
  credentials: fc.constant([]),
})

const aRecord = fc.record({
  entries: fc.array(anEntry, { maxLength: 6 }),
  signings: fc.array(aSigning, { maxLength: 4 }),
  answers: fc
    .array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...answers)))
    .map((said) => new Map(said.map(([code, answer]) => [code, { answer, at: new Date(0) }]))),
})
type Held = typeof aRecord extends fc.Arbitrary<infer Value> ? Value : never

function show(held: Held, depth: Depth): SharedStanding {
  const limited = limitHeld(held, depth)
  return describeShared(
    edition,
    evaluateLevel({ ...limited, edition, ref, level: 'entry', today }),
    depth,
  )
}

const secretOf = ({ kind, private: own }: Entry) => own || kind === 'lived-experience'
const check = (property: fc.IPropertyWithHooks<[Held, Depth]>) =>
  fc.assert(property, { numRuns: 60 })
const of = (test: (held: Held, depth: Depth) => void) =>
  fc.property(aRecord, fc.constantFrom(...depths), test)

describe('what is shared', () => {
  it('is the same whatever is private or of life', () => {
    check(
      of((held, depth) => {
        const without = { ...held, entries: held.entries.filter((one) => !secretOf(one)) }
        expect(show(held, depth)).toEqual(show(without, depth))
      }),
    )
  })

  it('is the same whatever they say of themselves, unless they show that too', () => {
    check(
      of((held, depth) => {
        if (depth === 'own-words') return
        const vouched = held.entries.filter(({ confirmation }) => confirmation !== undefined)
        const silent = { ...held, answers: new Map(), entries: vouched }
        expect(show(held, depth)).toEqual(show(silent, depth))
        const { domains } = show(held, depth)
        for (const state of states.filter((one) => !statesFor(depth).includes(one))) {
          expect(domains.every(({ counts }) => counts[state] === 0)).toBe(true)
        }
      }),
    )
  })

  it('names no statement where only figures are shared, and no answer unless that is shown', () => {
    check(
      of((held, depth) => {
        const { statements } = show(held, depth)
        expect(statements === undefined).toBe(depth === 'counts')
        if (depth !== 'own-words') {
          expect(statements?.some(({ answer }) => answer !== undefined) ?? false).toBe(false)
        }
      }),
    )
  })

  it('never says what was written, or who signed, or where', () => {
    check(
      of((held, depth) => {
        expect(JSON.stringify(show(held, depth))).not.toMatch(/kestrel/i)
      }),
    )
  })

  it('counts each statement of the level once by domain', () => {
    check(
      of((held, depth) => {
        const { domains } = show(held, depth)
        const { total } = evaluateLevel({ ...held, edition, ref, level: 'entry', today })
        expect(domains.reduce((sum, { counts }) => sum + totalOf(counts), 0)).toBe(total)
      }),
    )
  })
})

describe('the last day of a share', () => {
  it('is about a year on', () => {
    expect(lastDayFrom('2026-11-22')).toBe('2027-11-22')
    expect(lastDayFrom('2027-11-22')).toBe('2028-11-21')
  })
})
