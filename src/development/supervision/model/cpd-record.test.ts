import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpdCsv, listCpd, sumByConfirmed } from './cpd-record.ts'
import type { Session } from './session.ts'

const session = fc.record({
  id: fc.uuid(),
  supervisingId: fc.uuid(),
  workerId: fc.constantFrom('w', 'v', 'n'),
  supervisorId: fc.constantFrom('x', 'y'),
  workerName: fc.constant('Worker Name'),
  supervisorName: fc.constant('Supervisor Name'),
  organisationName: fc.constant('A trust'),
  plannedOn: fc.constant('2026-01-01'),
  happenedOn: fc.constantFrom(undefined, '2026-01-02', '2026-03-04'),
  minutes: fc.integer({ min: 5, max: 600 }),
  confirmed: fc.record({ worker: fc.boolean(), supervisor: fc.boolean() }),
  open: fc.boolean(),
}) as fc.Arbitrary<Session>

describe('a record of hours', () => {
  it('is in order of days, has only one’s own, and names nobody', () => {
    fc.assert(
      fc.property(fc.array(session), (sessions) => {
        const lines = listCpd(sessions, 'w')
        const days = lines.map(({ on }) => on)
        expect(days).toEqual([...days].sort())
        const own = sessions.filter(({ workerId, happenedOn }) => workerId === 'w' && happenedOn)
        expect(lines).toHaveLength(own.length)
        const minutesOf = (sessions: readonly Session[]) =>
          sessions.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
        const both = own.filter(({ confirmed }) => confirmed.worker && confirmed.supervisor)
        expect(sumByConfirmed(lines)).toEqual({
          confirmed: minutesOf(both),
          notYet: minutesOf(own) - minutesOf(both),
        })
        expect(cpdCsv(lines)).not.toMatch(/Worker Name|Supervisor Name/)
      }),
    )
  })
})
