import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StepKind, stepKinds } from './delegation.ts'
import {
  delegationStates,
  isOpen,
  isOver,
  isTheirs,
  lastPause,
  mayStep,
  parts,
  reviewDay,
  stateNow,
  stateOf,
  waitsForWorker,
} from './state-of-delegation.ts'

const today = '2026-11-22'
const same = { arrangement: 'same-employer', startsOn: today } as const
const across = { arrangement: 'other-employer', startsOn: today } as const
const steps = (...kinds: readonly StepKind[]) => kinds.map((kind) => ({ kind }))

describe('where a delegation is', () => {
  it.each([
    ['nothing yet', same, [], 'asked'],
    ['a yes', same, ['accepted'], 'active'],
    ['a yes for later', { ...same, startsOn: '2026-11-23' }, ['accepted'], 'starts-later'],
    ['a no', same, ['refused'], 'refused'],
    ['a yes that waits', across, ['accepted'], 'waits-for-employer'],
    ['both', across, ['agreed', 'accepted'], 'active'],
    ['the employer alone', across, ['agreed'], 'asked'],
    ['an employer’s no', across, ['accepted', 'not-agreed'], 'not-agreed'],
    ['a no after the employer’s', across, ['not-agreed', 'refused'], 'refused'],
    ['a pause', same, ['accepted', 'paused'], 'paused'],
    ['a lapse', same, ['accepted', 'lapsed'], 'paused'],
    ['a hand-over', same, ['accepted', 'handed-over'], 'paused'],
    ['going on again', same, ['accepted', 'lapsed', 'resumed'], 'active'],
    ['paused anew', same, ['accepted', 'paused', 'resumed', 'lapsed'], 'paused'],
    ['moved while paused', same, ['accepted', 'paused', 'review-moved'], 'paused'],
    ['withdrawn before an answer', same, ['withdrawn'], 'ended'],
    ['given back while paused', same, ['accepted', 'paused', 'given-back'], 'ended'],
  ] as const)('%s', (_, one, kinds, state) => {
    expect(stateOf(one, steps(...kinds), today)).toBe(state)
  })

  it('is never active without the worker’s yes, nor after anybody ended it', () => {
    const any = fc.array(fc.constantFrom(...stepKinds), { maxLength: 8 })
    fc.assert(
      fc.property(any, fc.boolean(), (kinds, isAcross) => {
        const state = stateOf(isAcross ? across : same, steps(...kinds), today)
        if (!isOpen(state)) return
        expect(kinds).toContain('accepted')
        for (const end of ['refused', 'withdrawn', 'given-back', 'not-agreed'] as const) {
          expect(kinds).not.toContain(end)
        }
        if (state === 'active' && isAcross) expect(kinds).toContain('agreed')
      }),
    )
  })

  it('pauses by whichever pause came last, and by none once it goes on', () => {
    expect(lastPause(steps('accepted', 'paused', 'lapsed'))?.kind).toBe('lapsed')
    expect(lastPause(steps('accepted', 'lapsed', 'resumed'))).toBe(undefined)
    expect(lastPause(steps('accepted'))).toBe(undefined)
  })
})

describe('who is gone', () => {
  it.each(['delegator-left', 'worker-left'] as const)('pauses what goes on: %s', (gone) => {
    expect(stateNow(same, steps('accepted'), { today, gone })).toBe('paused')
    expect(stateNow(same, steps('accepted'), { today })).toBe('active')
    expect(stateNow(same, [], { today, gone })).toBe('asked')
    expect(stateNow(same, steps('withdrawn'), { today, gone })).toBe('ended')
  })
})

describe('what waits for the worker', () => {
  const by = (kind: StepKind, byId: string) => ({ kind, byId })
  it.each([
    ['their own pause', [by('paused', 'worker')], true],
    ['the registrant’s pause', [by('paused', 'delegator')], false],
    ['theirs under the registrant’s', [by('paused', 'worker'), by('paused', 'delegator')], true],
    ['lifted', [by('paused', 'worker'), by('ready', 'worker')], false],
    ['a new registrant', [by('ready', 'worker'), by('handed-over', 'next')], true],
  ] as const)('%s', (_, taken, waits) => {
    expect(waitsForWorker(taken, 'worker')).toBe(waits)
  })
})

describe('who may take which step', () => {
  it('is nobody once it is over', () => {
    for (const state of delegationStates.filter(isOver)) {
      for (const part of parts) {
        expect(stepKinds.filter((kind) => mayStep(part, kind, state))).toEqual([])
      }
    }
  })

  it('gives the answer to the worker, going on to the delegator, and nothing to who comes next', () => {
    const whose = (kind: StepKind) => parts.filter((part) => isTheirs(part, kind))
    expect(whose('accepted')).toEqual(['worker'])
    expect(whose('refused')).toEqual(['worker'])
    expect(whose('resumed')).toEqual(['delegator'])
    expect(whose('withdrawn')).toEqual(['delegator'])
    expect(whose('agreed')).toEqual(['employer'])
    expect(whose('paused')).toEqual(['worker', 'delegator', 'employer'])
    for (const kind of ['lapsed', 'delegator-left', 'handed-over'] as const) {
      expect(whose(kind)).toEqual([])
    }
  })
})

describe('the review', () => {
  it('is as agreed, or as last moved', () => {
    const agreed = { reviewOn: '2027-01-01' }
    expect(reviewDay(agreed, [])).toBe('2027-01-01')
    const moved = [{ day: '2027-02-01' }, { day: undefined }, { day: '2027-03-01' }]
    expect(reviewDay(agreed, moved)).toBe('2027-03-01')
  })
})
