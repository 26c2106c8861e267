import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../language/days.ts'
import {
  acknowledgeBy,
  type ComplaintStep,
  isWarningDue,
  readCode,
  stateOn,
  writeCode,
} from './complaint.ts'

const at = new Date('2026-11-25T09:00:00Z')
const acknowledged: ComplaintStep = { kind: 'acknowledged', words: 'We look into it.', at }
const news: ComplaintStep = { kind: 'progress', words: 'Half way.', at }
const answered: ComplaintStep = { kind: 'answered', outcome: 'upheld', words: 'Put right.', at }

describe('a complaint received on 22 November', () => {
  const receivedOn = '2026-11-22'

  it('is acknowledged by 21 December: the day of receipt is the first of the thirty', () => {
    expect(acknowledgeBy(receivedOn)).toBe('2026-12-21')
  })

  it.each([
    ['on that day', [], '2026-11-22', { kind: 'waiting', daysLeft: 29 }],
    ['on the last day', [], '2026-12-21', { kind: 'waiting', daysLeft: 0 }],
    ['a day after it', [], '2026-12-22', { kind: 'late', daysLate: 1 }],
    ['with news alone', [news], '2026-12-22', { kind: 'late', daysLate: 1 }],
    ['acknowledged', [acknowledged], '2026-12-24', { kind: 'acknowledged', days: 32 }],
    ['answered at once', [answered], '2027-01-24', { kind: 'answered', outcome: 'upheld' }],
    [
      'answered late',
      [acknowledged, answered],
      '2027-06-01',
      { kind: 'answered', outcome: 'upheld' },
    ],
  ] as const)('%s is seen as it is', (_, steps, today, state) => {
    expect(stateOn({ receivedOn, steps }, today)).toEqual(state)
  })

  it.each([
    ['the nineteenth day', [], '2026-12-11', false],
    ['the twentieth', [], '2026-12-12', true],
    ['any later day', [], '2027-02-01', true],
    ['the twentieth, acknowledged', [acknowledged], '2026-12-12', false],
    ['the twentieth, answered', [answered], '2026-12-12', false],
  ] as const)('has whoever answers it warned on %s: %j', (_, steps, today, due) => {
    expect(isWarningDue({ receivedOn, steps }, today)).toBe(due)
  })

  it('never has more days left on a later day', () => {
    const day = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(day, day, (first, second) => {
        const left = (days: number) => {
          const state = stateOn({ receivedOn, steps: [] }, addDays(receivedOn, days))
          if (state.kind === 'waiting') return state.daysLeft
          return state.kind === 'late' ? -state.daysLate : 0
        }
        expect(left(Math.max(first, second))).toBeLessThanOrEqual(left(Math.min(first, second)))
      }),
    )
  })
})

describe('a code', () => {
  it('is read as it was written, however it is typed', () => {
    const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(bytes, (random) => {
        const code = writeCode(random, 12)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
        expect(readCode(code)).toBe(code)
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      }),
    )
  })

  it('takes O for 0 and I or L for 1', () => {
    expect(readCode('o1il-2222-3333')).toBe('0111-2222-3333')
  })
})

describe('days between', () => {
  it('are what is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        expect(daysBetween('2026-03-28', addDays('2026-03-28', days))).toBe(days)
      }),
    )
  })
})
