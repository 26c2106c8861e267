import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'
import { addDays, addMonths } from '../../language/days.ts'
import { evaluatePassport } from './evaluate-passport.ts'
import { checkLastDay, isPaused, longestInAll, longestPause, type Pause } from './pause.ts'
import type { Signing } from './signing.ts'

const today = '2026-11-22'
const at = new Date('2026-11-01T12:00:00Z')
const { edition } = readEditionContent('ahp-support-worker/2026')
const ref = 'ahp-support-worker/2026'
const code = '3.9-entry'

const paused = (until: string): Pause => ({
  ...{ id: 'p', until, since: at, by: 'O', cause: 'being-checked' },
})

function signing(given: Partial<Signing> = {}): Signing {
  return {
    ...{ id: 's', requestId: 's', holderId: 'h', assessorId: 'a', organisation: 'o' },
    ...{ edition: ref, section: '3.9', level: 'entry', at, credentials: ['c'] },
    ...{ method: 'observed', assessedOn: '2026-01-01', setting: 'Ward', reviewOn: '2027-11-01' },
    shown: { assessor: { name: 'A' }, organisation: 'O', identityCheck: 'not-checked' },
    signOffs: [{ id: 'x', code }],
    ...given,
  }
}

function standing(...signings: readonly Signing[]) {
  const held = { edition, ref, wanted: { codes: [code] }, answers: new Map(), entries: [], today }
  return evaluatePassport({ ...held, signings }).standings[0]
}

describe('what is paused', () => {
  it.each([
    ['counts for nothing on its last day', [signing({ pause: paused(today) })], 'paused'],
    ['counts again the day after', [signing({ pause: paused(addDays(today, -1)) })], 'held'],
    [
      'takes nothing from another that is in date',
      [signing({ pause: paused(today) }), signing({ id: 't' })],
      'held',
    ],
    [
      'is said before another whose review is past',
      [signing({ pause: paused(today) }), signing({ id: 't', reviewOn: '2026-11-01' })],
      'paused',
    ],
    [
      'is nothing where it was withdrawn',
      [
        signing({
          pause: paused(today),
          signOffs: [{ id: 'x', code, withdrawal: { cause: 'error', explanation: 'A slip', at } }],
        }),
      ],
      'missing',
    ],
  ] as const)('%s', (_, signings, state) => {
    expect(standing(...signings)?.state).toBe(state)
  })

  it('says until when, and by which sign-off', () => {
    const one = signing({ pause: paused('2026-12-24') })
    expect(standing(one)).toMatchObject({ until: '2026-12-24', signing: one })
  })

  it('is never held, whatever its last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const one = signing({ pause: paused(addDays(today, days)) })
        expect(standing(one)?.state === 'held').toBe(!isPaused(one, today))
      }),
    )
  })
})

describe('a last day', () => {
  it.each([
    ['is to come', today, {}, 'must be in the future'],
    ['may be tomorrow', '2026-11-23', {}, undefined],
    ['may be three months away', '2027-02-22', {}, undefined],
    ['is no further', '2027-02-23', {}, 'must be in the next 3 months'],
    ['is later than before', '2026-12-01', { before: '2026-12-01' }, 'must be after 1 December'],
    [
      'is within six months of the first',
      '2026-12-02',
      { begunOn: '2026-06-01' },
      'within 6 months',
    ],
  ] as const)('%s', (_, until, given, words) => {
    const found = checkLastDay(until, { today, ...given })
    if (words === undefined) expect(found).toBeUndefined()
    else expect(found).toContain(words)
  })

  it('is bounded, however often more time is given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 12 }), (steps) => {
        let until = today
        for (const days of steps) {
          const next = addDays(until, days)
          const day = until
          const before = until === today ? undefined : until
          if (checkLastDay(next, { today: day, begunOn: today, before }) === undefined) until = next
          expect(until <= addMonths(day, longestPause)).toBe(true)
        }
        expect(until <= addMonths(today, longestInAll)).toBe(true)
      }),
    )
  })
})
