import { describe, expect, it } from 'vitest'
import { answerDueOn, isLate } from './rights-request.ts'

describe('one calendar month', () => {
  it.each([
    ['2026-09-03', '2026-10-03'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-12-15', '2027-01-15'],
  ])('from %s ends on %s', (asked, due) => {
    expect(answerDueOn(asked)).toBe(due)
  })

  it('is over the day after, unless there is an answer', () => {
    const asked = { dueOn: '2026-10-03', answer: undefined }
    expect(isLate(asked, '2026-10-03')).toBe(false)
    expect(isLate(asked, '2026-10-04')).toBe(true)
    const answer = { outcome: 'done', at: new Date() } as const
    expect(isLate({ ...asked, answer }, '2026-10-04')).toBe(false)
  })
})
