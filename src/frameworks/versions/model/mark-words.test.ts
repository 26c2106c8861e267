import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markWords, textAfter, textBefore } from './mark-words.ts'

const signs = { same: '', added: '+', 'taken-out': '-' } as const
const shown = (before: string, after: string) =>
  markWords(before, after).map(({ mark, text }) => `${signs[mark]}${text}`)

describe('words marked', () => {
  it.each([
    ['one phrase', 'with tact or persuasion', 'with tact and empathy'],
    ['nothing before', '', 'New words.'],
    ['nothing after', 'Old words.', ''],
    ['only spaces differ', 'two  words', 'two words'],
    ['an old letter within a word', 'helping', 'enabling'],
  ])('%s', (_, before, after) => {
    const marks = markWords(before, after)
    expect([textBefore(marks), textAfter(marks)]).toEqual([before, after])
  })

  it('are whole words', () => {
    expect(shown('Acts as a role model', 'Acts as a good role model')).toEqual([
      'Acts as a ',
      '+good ',
      'role model',
    ])
  })

  it('are found where a comma came behind a word', () => {
    expect(
      shown('Names the statutory support.', 'Names the statutory, voluntary support.'),
    ).toEqual(['Names the statutory', '- ', '+, voluntary ', 'support.'])
  })

  it('are none where nothing changed', () => {
    expect(shown('The same', 'The same')).toEqual(['The same'])
    expect(shown('', '')).toEqual([])
  })
})

const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(fc.constantFrom('the', 'person', 'carers', 'and', ' ', '\n', '’s', '.'), {
      maxLength: 25,
    })
    .map((words) => words.join(' ')),
)

describe('applying the marks', () => {
  it('gives back both texts, to the letter', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const marks = markWords(before, after)
        expect([textBefore(marks), textAfter(marks)]).toEqual([before, after])
      }),
    )
  })

  it('works the same the other way round', () => {
    const opposite = { same: 'same', added: 'taken-out', 'taken-out': 'added' } as const
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const back = markWords(after, before)
        expect(back.map(({ mark, text }) => ({ mark: opposite[mark], text }))).toEqual(
          markWords(before, after),
        )
      }),
    )
  })

  it('of two long texts with nothing in common takes no time worth telling', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ')
    expect(markWords(long('a'), long('b'))).toHaveLength(2)
  })
})
