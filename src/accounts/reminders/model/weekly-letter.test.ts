import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weeklyLetter } from './weekly-letter.ts'

const pages = { site: 'https://l.example/passport', choice: 'https://l.example/account/reminders' }
const renew = ['sign-off to look at again', 'sign-offs to look at again'] as const
const meeting = ['supervision meeting', 'supervision meetings'] as const

describe('the letter of the week', () => {
  it('counts what comes up, the earliest first', () => {
    const { text } = weeklyLetter(
      [
        { kind: renew, count: 3, firstOn: '2026-12-04' },
        { kind: meeting, count: 1, firstOn: '2026-12-01' },
      ],
      pages,
    )
    expect(text).toContain(
      '- 1 supervision meeting, on 1 December 2026\n- 3 sign-offs to look at again, the first on 4 December 2026',
    )
    expect(text).toContain(`\n\n${pages.choice}`)
  })

  it('has a line for each kind, whatever their order', () => {
    const due = fc.record({
      kind: fc.constantFrom(renew, meeting),
      count: fc.integer({ min: 1, max: 99 }),
      firstOn: fc.constantFrom('2026-12-01', '2026-12-02', '2027-01-01'),
    })
    fc.assert(
      fc.property(fc.array(due, { minLength: 1, maxLength: 5 }), (given) => {
        const lines = weeklyLetter(given, pages).text.split('\n')
        expect(lines.filter((one) => one.startsWith('- '))).toHaveLength(given.length)
      }),
    )
  })
})
