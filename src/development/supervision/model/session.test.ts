import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ActionFields,
  actionStates,
  compareActions,
  contentOf,
  doers,
  findNext,
  formatMinutes,
  type Session,
  sessionState,
  turnOf,
} from './session.ts'
import { mayAgree, type Supervising, stateOf } from './supervising.ts'

const today = '2026-11-22'
const planned: Session = {
  ...{ id: 's', supervisingId: 'x', workerId: 'w', supervisorId: 'v', organisation: 't' },
  organisationName: 'A trust',
  ...{ workerName: 'W', supervisorName: 'V', plannedOn: '2026-12-01', open: true },
  confirmed: { worker: false, supervisor: false },
}
const written = { ...planned, happenedOn: today, minutes: 45 }
const both = { worker: true, supervisor: true }

describe('where a session stands', () => {
  it.each<[string, Session, ReturnType<typeof sessionState>]>([
    ['ahead', planned, 'planned'],
    ['today', { ...planned, plannedOn: today }, 'planned'],
    ['its day has passed', { ...planned, plannedOn: '2026-11-21' }, 'not-written'],
    ['written up', written, 'written'],
    ['confirmed by one', { ...written, confirmed: { ...both, worker: false } }, 'written'],
    ['confirmed by both', { ...written, confirmed: both }, 'confirmed'],
    ['the supervision has ended', { ...written, open: false }, 'closed'],
    ['confirmed, and then it ended', { ...written, confirmed: both, open: false }, 'confirmed'],
  ])('%s', (_, session, state) => {
    expect(sessionState(session, today)).toBe(state)
  })

  it('is never the turn of one side and of the other alone at the same time', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (w, s, open, held) => {
        const base = held ? written : planned
        const session = { ...base, open, confirmed: { worker: w && held, supervisor: s && held } }
        const turns = [turnOf(session, 'worker', today), turnOf(session, 'supervisor', today)]
        const [mine, theirs] = turns
        expect(mine === 'you').toBe(theirs === 'other')
        expect(mine === 'both').toBe(theirs === 'both')
      }),
    )
  })
})

describe('what is confirmed', () => {
  const note = fc.record({
    authorId: fc.constantFrom('w', 'v'),
    version: fc.integer({ min: 1, max: 9 }),
    words: fc.constant(''),
    at: fc.constant(new Date(0)),
  })
  const action = fc.record({ id: fc.uuid(), version: fc.integer({ min: 1, max: 9 }) })

  it('is the same in whatever order it was read, and not with one more', () => {
    fc.assert(
      fc.property(fc.array(note), fc.array(action), action, (notes, actions, more) => {
        const of = { session: written, agenda: [], notes, actions }
        const turned = { ...of, notes: [...notes].reverse(), actions: [...actions].reverse() }
        expect(contentOf(turned)).toBe(contentOf(of))
        expect(contentOf({ ...of, actions: [...actions, more] })).not.toBe(contentOf(of))
        expect(contentOf({ ...of, session: { ...written, minutes: 50 } })).not.toBe(contentOf(of))
      }),
    )
  })
})

describe('two versions of an action', () => {
  const fields: fc.Arbitrary<ActionFields> = fc.record({
    words: fc.constantFrom('a', 'b'),
    doer: fc.constantFrom(...doers),
    dueOn: fc.constantFrom(undefined, today),
    state: fc.constantFrom(...actionStates),
  })

  it('differ in nothing where they are the same, and in the same whichever comes first', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        expect(compareActions(one, one)).toEqual([])
        expect(compareActions(one, other)).toEqual(compareActions(other, one))
      }),
    )
  })
})

describe('the next session', () => {
  it('is the nearest to come of this supervision, and none that took place', () => {
    const on = (plannedOn: string, of: Partial<Session> = {}) => ({ ...planned, plannedOn, ...of })
    const sessions = [
      on('2027-02-01'),
      on('2026-12-24'),
      on('2026-11-01'),
      on('2026-11-23', { supervisingId: 'another' }),
      on('2026-11-24', { happenedOn: '2026-11-22', minutes: 30 }),
    ]
    expect(findNext(sessions, 'x', today)?.plannedOn).toBe('2026-12-24')
    expect(findNext([], 'x', today)).toBeUndefined()
  })
})

describe('a length in words', () => {
  it.each([
    [5, '5 minutes'],
    [60, '1 hour'],
    [61, '1 hour 1 minute'],
    [150, '2 hours 30 minutes'],
    [0, '0 minutes'],
  ])('%i: %s', (minutes, words) => {
    expect(formatMinutes(minutes)).toBe(words)
  })
})

describe('whether somebody has still to say yes', () => {
  const asked: Supervising = {
    ...{ id: 'x', workerId: 'w', workerName: 'W', supervisorId: 'v', supervisorName: 'V' },
    ...{ organisation: 'a', organisationName: 'A', askedBy: 'w', stands: false },
    ...{ workerAgreed: true, supervisorAgreed: false, showsEarlier: false },
  }
  const handed = { ...asked, askedBy: 'm', follows: 'before', workerAgreed: false }

  it.each<[string, Supervising, string, boolean]>([
    ['the one who is asked', asked, 'v', true],
    ['the one who asked', asked, 'w', false],
    ['somebody else', asked, 'm', false],
    ['whoever takes over', handed, 'v', true],
    ['the worker who is handed over', handed, 'w', false],
    ['after it has begun', { ...asked, beganOn: today, stands: true }, 'v', false],
    ['after it was taken back', { ...asked, endedOn: today }, 'v', false],
  ])('%s', (_, supervising, personId, may) => {
    expect(mayAgree(supervising, personId)).toBe(may)
  })

  it('not once one of the two has left', () => {
    expect(stateOf({ ...asked, beganOn: today, stands: false })).toBe('ended')
  })
})
