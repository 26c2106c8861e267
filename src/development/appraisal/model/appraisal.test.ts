import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Appraisal,
  isReviewDue,
  type PlanItem,
  planContent,
  planStates,
  stepOf,
  turnOf,
} from './appraisal.ts'

const today = '2026-11-22'
const begun: Appraisal = {
  ...{ id: 'a', supervisingId: 'x', workerId: 'w', supervisorId: 'v', open: true },
  ...{ workerName: 'W', supervisorName: 'V', shared: false },
  agreed: { worker: false, supervisor: false },
}
const shared = { ...begun, shared: true }
const met = { ...shared, meetingOn: today, reviewOn: '2027-05-22' }
const agreed = { ...met, agreed: { worker: true, supervisor: true }, agreedOn: today }
const item = (state: PlanItem['state'] = 'planned'): PlanItem => ({
  ...{ id: 'i', version: 1, kind: 'goal', words: 'Go on', state },
})

describe('the step of an appraisal', () => {
  it.each<[string, Appraisal, readonly PlanItem[], ReturnType<typeof stepOf>]>([
    ['a draft', begun, [], 'preparing'],
    ['shown', shared, [], 'meeting'],
    ['met', met, [], 'planning'],
    ['a plan before they meet', shared, [item()], 'planning'],
    ['agreed', agreed, [item()], 'agreed'],
    ['ended before it was agreed', { ...met, open: false }, [item()], 'closed'],
    ['ended after it was agreed', { ...agreed, open: false }, [item()], 'agreed'],
  ])('%s', (_, appraisal, plan, step) => {
    expect(stepOf(appraisal, plan)).toBe(step)
  })
})

describe('whose turn it is', () => {
  it('is the worker’s alone while they prepare', () => {
    expect(turnOf(begun, [], { side: 'worker', today })).toBeDefined()
    expect(turnOf(begun, [], { side: 'supervisor', today })).toBeUndefined()
  })

  it('is not of whoever has agreed already', () => {
    const half = { ...met, agreed: { worker: true, supervisor: false } }
    expect(turnOf(half, [item()], { side: 'worker', today })).toBeUndefined()
    expect(turnOf(half, [item()], { side: 'supervisor', today })).toBe(
      'Read the plan, and agree to it',
    )
  })

  it('comes back on the day of the review, until each thing was looked at', () => {
    const due = { ...agreed, reviewOn: today }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...planStates)), (states) => {
        const plan = states.map(item)
        expect(isReviewDue(due, plan, today)).toBe(states.includes('planned'))
        expect(isReviewDue(agreed, plan, today)).toBe(false)
      }),
    )
  })
})

describe('what is agreed to', () => {
  it('is the same in whatever order it was read, and not with another version', () => {
    const items = fc.array(fc.record({ id: fc.uuid(), version: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(items, (plan) => {
        const [first, ...rest] = plan
        const changed = [{ id: first?.id ?? '', version: (first?.version ?? 0) + 1 }, ...rest]
        const notes = [
          { authorId: 'w', version: 1 },
          { authorId: 'v', version: 1 },
        ]
        const read = { plan, notes, preparation: { version: 1 } }
        const content = planContent(met, read)
        const turned = { ...read, plan: [...plan].reverse(), notes: [...notes].reverse() }
        expect(planContent(met, turned)).toBe(content)
        for (const other of [
          { ...read, plan: changed },
          { ...read, notes: [{ authorId: 'w', version: 2 }] },
          { ...read, preparation: { version: 2 } },
        ]) {
          expect(planContent(met, other)).not.toBe(content)
        }
        expect(planContent({ ...met, reviewOn: '2027-06-01' }, read)).not.toBe(content)
      }),
    )
  })
})
