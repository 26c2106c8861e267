import { describe, expect, it } from 'vitest'
import { readKinds } from '../kinds-content.ts'
import { readSearch } from './register-search.ts'

const words = readKinds()

describe('what somebody looks for', () => {
  it.each([
    ['letters and figures', "St Édith's & 2 (Fells):*", ['St', 'Édith', 's', '2', 'Fells']],
    ['nothing but signs', "':*&|!<->()\\", []],
    ['halves of characters', 'a\ud800b', ['a', 'b']],
    [
      'more words than anybody needs',
      'a b c d e f g h i j',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    ],
  ])('is read from %s', (_, name, expected) => {
    expect(readSearch({ name }, words).words).toEqual(expected)
  })

  it.each([
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['x', 1],
    [undefined, 1],
    ['1e9', 1],
  ])('is page %s as %d', (page, expected) => {
    expect(readSearch({ page }, words).page).toBe(expected)
  })

  it('leaves out a kind, nation or sector that there is not', () => {
    const asked = { kind: 'council', nation: 'atlantis', sector: '__proto__' }
    expect(readSearch(asked, words)).toMatchObject({
      ...{ kind: 'council', nation: undefined, sector: undefined },
    })
  })
})
