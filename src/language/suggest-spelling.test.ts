import { describe, expect, it } from 'vitest'
import { suggestSpelling } from './suggest-spelling.ts'

const known = new Set(['the', 'organises', 'career', 'carer', 'confidentiality', 'a'])
const suggested = (word: string) => suggestSpelling(word, (one) => known.has(one))

describe('a word with a slip of the pen', () => {
  it.each([
    ['teh', ['the']],
    ['organizes', ['organises']],
    ['carrer', ['carer', 'career']],
    ['confidentialty', ['confidentiality']],
    ['thee', ['the']],
    ['he', ['the']],
    ['', ['a']],
    ['the', []],
    ['wholly', []],
  ])('“%s” is mended to %j', (word, words) => {
    expect(suggested(word)).toEqual(words)
  })
})
