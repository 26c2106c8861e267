import { describe, expect, it } from 'vitest'
import { wordsIn } from './words-in.ts'

const read = (text: string) => wordsIn(text).map(({ start, end }) => text.slice(start, end))

describe('the words of a text', () => {
  it.each([
    ['A person’s own café, at 9.', ['A', 'person', 'own', 'café', 'at', '9']],
    ["The carers' view isn't hers", ['The', 'carers', 'view', "isn't", 'hers']],
    ['co-produced X-rays (two)', ['co', 'produced', 'X', 'rays', 'two']],
    ['', []],
    [' — … ', []],
  ])('in “%s” are %j, each at its place and without its possessive', (text, words) => {
    expect(read(text)).toEqual(words)
  })

  it('are known in small letters', () => {
    expect(wordsIn("PERSON'S Café").map(({ base }) => base)).toEqual(['person', 'café'])
  })

  it.each([
    ['Meets people. Then listens', [true, false, true, false]],
    ['One: two! Three? Four\nFive, six', [true, true, true, true, true, false]],
  ])('know where a sentence opens: %s', (text, opens) => {
    expect(wordsIn(text).map((word) => word.opens)).toEqual(opens)
  })
})
