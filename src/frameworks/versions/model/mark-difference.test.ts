import { describe, expect, it } from 'vitest'
import { markDifference } from './mark-difference.ts'

describe('what is shown of a difference', () => {
  it.each([
    [
      'a word in a page',
      'One.\nTwo of them.',
      'One.\nTwo of these.',
      ['Two of ', '-them', '+these', '.'],
    ],
    ['a line more', 'One.', 'One.\nTwo.', ['+Two.']],
    ['the same in another order', 'One.\nTwo.', 'Two.\nOne.', ['-One.\n', 'Two.', '+\nOne.']],
  ])('%s', (_, before, after, expected) => {
    expect(shown({ name: '', before, after })).toEqual(expected)
  })

  it('is whole names in a list', () => {
    const list = { name: '', before: 'the person\nlearners', after: 'the public\nlearners' }
    expect(shown({ ...list, isList: true })).toEqual(['-the person', '+the public'])
  })
})

const signs = { same: '', added: '+', 'taken-out': '-' } as const

function shown(difference: Parameters<typeof markDifference>[0]): string[] {
  return markDifference(difference).map(({ mark, text }) => `${signs[mark]}${text}`)
}
