import { describe, expect, it } from 'vitest'
import type { Question } from './questionnaire.ts'
import { readAnswer } from './read-answer.ts'

const base = { number: 5, about: 'It', scope: {} }
const options = ['one', 'two'].map((slug) => ({ slug, label: slug }))
const matrix: Question = {
  ...{ ...base, options, kind: 'matrix' },
  answers: ['Yes', 'No', 'Not sure'],
}
const choices: Question = { ...base, kind: 'multi-select', options, answers: [] }
const freeText: Question = { ...base, kind: 'free-text', options: [], answers: [] }

const marksOf = (paragraphs: readonly string[], question: Question) =>
  readAnswer(paragraphs, question).options.map(({ slug, paragraph, mark }) => [
    slug,
    paragraph,
    mark,
  ])

describe('an answer', () => {
  it.each([matrix, choices, freeText, undefined])('without a line is blank: %j', (question) => {
    expect(readAnswer([], question)).toEqual({ state: 'blank', options: [] })
  })

  it.each([freeText, undefined])('in words is what it says: %j', (question) => {
    expect(readAnswer(['☒ Yes', '☒ No'], question)).toEqual({ state: 'answered', options: [] })
  })

  it.each([matrix, choices])('with fewer lines than options is in words: %j', (question) => {
    expect(readAnswer(['☒ Yes'], question)).toEqual({ state: 'answered', options: [] })
  })
})

describe('a row of a matrix', () => {
  it.each([
    ['☒ Yes ☐ No', 'Yes'],
    ['a ☐ Yes ☑ No', 'No'],
    ['a ✓No', 'No'],
    ['a ✔ Not sure', 'Not sure'],
    ['a ■ no □ yes', 'No'],
    ['a ● Yes', 'Yes'],
    ['a [x] Yes [ ] No', 'Yes'],
    ['a (X) No ( ) Yes', 'No'],
    ['a: yes', 'Yes'],
    ['a:NOT SURE ', 'Not sure'],
    ['a - No', 'No'],
    ['a – No', 'No'],
    ['a\tNo', 'No'],
    ['a', null],
    ['a No', null],
    ['a-No', null],
    ['a: Nobody', null],
    ['a: No way', null],
    ['a: b Yes', null],
    ['☒ Nobody', null],
    ['☒ a No', null],
    ['x Yes', null],
    ['[y] Yes', null],
    ['a ☐: Yes', null],
    ['a □: Yes', null],
    ['a []: Yes', null],
    ['a ( ): Yes', null],
    ['a [  ]: Yes', 'Yes'],
  ])('“%s” is answered %s', (line, mark) => {
    expect(marksOf([line, 'b'], matrix)).toEqual([
      ['one', 0, mark],
      ['two', 1, null],
    ])
    expect(readAnswer([line, 'b'], matrix).state).toBe(
      mark === null ? 'not-recoverable' : 'answered',
    )
  })

  it('may have its answer on the next line, and no answer stands before the first row', () => {
    expect(marksOf(['a', ' NO ', 'b', '☒ Not sure'], matrix)).toEqual([
      ['one', 0, 'No'],
      ['two', 2, 'Not sure'],
    ])
    expect(marksOf(['a', '(Yes)', 'b', 'Yesterday'], matrix)).toEqual([
      ['one', 0, 'Yes'],
      ['two', 2, null],
    ])
    expect(marksOf(['Yes', 'b'], matrix)).toEqual([
      ['one', 0, null],
      ['two', 1, null],
    ])
  })

  it('is told by its order, whatever follows the last', () => {
    expect(marksOf(['a', 'b', 'A remark: No'], matrix)).toEqual([
      ['one', 0, null],
      ['two', 1, null],
    ])
    expect(readAnswer(['a', 'b', 'A remark: No'], matrix).state).toBe('not-recoverable')
  })
})

describe('a choice of a list', () => {
  it.each(['☒ a', '☑a', ' ✓ a', '✔ a', '[x] a', '(X) a'])('is chosen in “%s”', (line) => {
    expect(marksOf([line, '· b'], choices)).toEqual([
      ['one', 0, 'chosen'],
      ['two', 1, null],
    ])
    expect(readAnswer([line, '· b'], choices).state).toBe('answered')
  })

  it.each([
    '· a',
    '• a',
    '▪ a',
    '◦ a',
    '‣ a',
    '* a',
    'o a',
    '– a',
    '- a',
    ' ☐a',
    '□ a',
    '[ ] a',
    '() a',
  ])('is listed, and not known to be chosen, in “%s”', (line) => {
    expect(marksOf(['Words', line, line], choices)).toEqual([
      ['one', 1, null],
      ['two', 2, null],
    ])
    expect(readAnswer([line, line], choices).state).toBe('not-recoverable')
  })

  it.each(['a', 'other', '·a', '-a', 'a · b', 'a ☒ b', 'a ☐', '[xx] a', 'x a', '[  ] a'])(
    'does not stand in “%s”',
    (line) => {
      expect(readAnswer([line, '☒ b'], choices)).toEqual({ state: 'answered', options: [] })
    },
  )
})
