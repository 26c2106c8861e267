import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listWaiting } from './asked-together.ts'
import { listNotSigned } from './list-not-signed.ts'
import type { RequestOutcome, SignOffRequest } from './sign-off-request.ts'

const at = new Date('2026-11-01T12:00:00Z')

function request(id: string, outcome?: RequestOutcome, together?: string): SignOffRequest {
  return {
    ...{ id, holderId: 'h', holderName: 'H', assessorId: id, assessorName: `Assessor ${id}` },
    ...{ organisation: 'o', organisationName: 'O', edition: 'e', section: '2.2', level: 'entry' },
    ...{ codes: ['2.2-entry'], at, together },
    answer: outcome === undefined ? undefined : { outcome, at, reason: 'Not yet' },
  }
}

describe('several who were asked at once', () => {
  it('are one thing to wait for, by all their names, while one of them can sign', () => {
    const asked = [request('a', undefined, 't'), request('b', 'declined', 't'), request('c')]
    expect(listWaiting(asked).map(({ of }) => of)).toEqual([
      ['Assessor a', 'Assessor b'],
      ['Assessor c'],
    ])
  })

  it.each([
    ['while somebody can sign', ['declined', undefined], 0],
    ['once one has signed', ['declined', 'signed-by-other'], 0],
    ['when it was taken back', ['declined', 'taken-back'], 0],
    ['once all have declined', ['declined', 'declined'], 1],
  ] as const)('say "not yet" %s: %j gives %i', (_, outcomes, count) => {
    const asked = outcomes.map((outcome, index) => request(`r${index}`, outcome, 't'))
    expect(listNotSigned(asked, [])).toHaveLength(count)
  })

  it('are never waited for and turned down at once', () => {
    const outcome = fc.constantFrom<RequestOutcome | undefined>(undefined, 'declined', 'taken-back')
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 5 }), (outcomes) => {
        const asked = outcomes.map((one, index) => request(`r${index}`, one, 't'))
        const waiting = listWaiting(asked).length
        expect(waiting + listNotSigned(asked, []).length).toBeLessThanOrEqual(1)
        expect(waiting).toBe(outcomes.includes(undefined) ? 1 : 0)
      }),
    )
  })
})
