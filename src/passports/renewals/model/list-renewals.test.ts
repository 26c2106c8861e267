import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Signing } from '../../model/signing.ts'
import { listRenewals } from './list-renewals.ts'

const today = '2026-11-22'
const by = { ref: 'e', successions: [], today }

function signed(id: string, codes: readonly string[], reviewOn: string | undefined): Signing {
  return {
    ...{ id, requestId: id, holderId: 'h', assessorId: 'a', organisation: 'o', edition: 'e' },
    ...{ section: '3.9', level: 'entry', at: new Date('2026-01-01'), method: 'observed' },
    ...{ assessedOn: '2026-01-01', setting: 'Ward', reviewOn, credentials: [id] },
    shown: { assessor: { name: 'A' }, organisation: 'O', identityCheck: 'not-checked' },
    signOffs: codes.map((code) => ({ id: `${id} ${code}`, code })),
  }
}

describe('what can be renewed', () => {
  it.each([
    ['is due tomorrow', '2026-11-23', 1, false],
    ['was due yesterday', '2026-11-21', 1, true],
    ['is due today', today, 1, false],
    ['is due in a year', '2027-11-22', 0, false],
    ['has no review date', undefined, 0, false],
  ])('where it %s', (_, reviewOn, count, lapsed) => {
    const found = listRenewals([signed('one', ['x'], reviewOn)], [], by)
    expect(found).toHaveLength(count)
    expect(found.some((one) => one.lapsed)).toBe(lapsed)
  })

  it('is not what was signed again, nor what was withdrawn', () => {
    const old = signed('old', ['x', 'y', 'z'], '2026-12-01')
    const withdrawal = { cause: 'error', explanation: 'A slip.', at: new Date() } as const
    const [first, ...rest] = old.signOffs
    const partly = { ...old, signOffs: [{ ...first, id: '1', code: 'x', withdrawal }, ...rest] }
    const again = signed('again', ['y'], '2027-12-01')
    const [found] = listRenewals([again, partly], [], by)
    expect(found?.codes).toEqual(['z'])
  })

  it('is asked for in the words of now, and not where it was signed in them or is retired', () => {
    const lines = [
      { from: '3.9-entry', fate: 'meaning-changed', to: ['3.9-entry'] },
      { from: '3.9.2-entry', fate: 'split', to: ['3.9.3-entry', '3.9.4-entry'] },
      { from: '3.9.5-entry', fate: 'retired', to: [] },
    ] as const
    const successions = [{ from: 'e', to: 'f', reconfirmBy: '2027-11-22', lines }]
    const now = { ref: 'f', successions, today }
    const old = signed('old', ['3.9-entry', '3.9.2-entry', '3.9.5-entry'], '2026-12-01')
    const again = { ...signed('again', ['3.9-entry', '3.9.3-entry'], '2027-12-01'), edition: 'f' }
    expect(listRenewals([old], [], now)[0]?.codes).toEqual([
      '3.9-entry',
      '3.9.3-entry',
      '3.9.4-entry',
    ])
    expect(listRenewals([old, again], [], now)[0]?.codes).toEqual(['3.9.3-entry', '3.9.4-entry'])
  })

  it('begins with what is due first, whatever the order', () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(days, (all) => {
        const signings = all.map((day, place) =>
          signed(String(place), [`c${place}`], `2026-12-${String(day).padStart(2, '0')}`),
        )
        const dates = listRenewals(signings, [], by).map(({ signing }) => signing.reviewOn)
        expect(dates).toEqual(dates.toSorted())
        expect(dates).toHaveLength(all.length)
      }),
    )
  })
})
