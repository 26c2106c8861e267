import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Target } from '../../frameworks/model/amendment.ts'
import { matchQuotation, matchWords } from './match-quotation.ts'
import { normaliseWords, type PlacedText } from './place-texts.ts'

function placed(texts: Readonly<Record<string, string>>): PlacedText[] {
  return Object.entries(texts).map(([name, text]) => {
    const target: Target = `statement/${name}/text`
    return { target, text, words: normaliseWords(text) }
  })
}

const target = (name: string) => `statement/${name}/text`
const letters = 'abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijkl'

describe('the very words', () => {
  const texts = placed({
    one: 'Agrees the first step today.',
    two: 'Agrees the second step today.',
    three: 'Nothing alike',
  })

  it.each([
    ['AGREES  the first, step', 'exact', ['one']],
    ['first step today', 'exact', ['one']],
    ['Agrees the', 'ambiguous', ['one', 'two']],
    ['grees the first', 'not-found', []],
    ['the first ste', 'not-found', []],
    ['', 'not-found', []],
    [' ,;', 'not-found', []],
  ] as const)('of “%s” are %s in %j', (quotation, state, names) => {
    const targets = names.map(target)
    expect(matchWords(quotation, texts)).toEqual({
      state,
      target: targets.length === 1 ? targets[0] : null,
      targets,
      exact: targets.length > 0,
    })
  })

  it('come before any that are only near', () => {
    const near = placed({ near: 'Agrees the first steps', there: 'Agrees the first step' })
    expect(matchQuotation('Agrees the first step', near)).toMatchObject({
      state: 'exact',
      targets: [target('there')],
    })
  })
})

describe('words that are nearly the same', () => {
  /** As many letters changed as asked, one after the other from the end. */
  const changed = (text: string, count: number) =>
    `${text.slice(0, text.length - count)}${'0'.repeat(count)}`

  it.each([
    ['a long quotation, 7 letters in 20 of it', 20, 7, 'not-found'],
    ['a short quotation of 20 letters with 2 changed', 20, 2, 'edited'],
    ['a short quotation of 20 letters with 3 changed', 20, 3, 'not-found'],
    ['a quotation of 29 letters with 3 changed', 29, 3, 'not-found'],
    ['a quotation of 30 letters with 4 changed', 30, 4, 'edited'],
    ['a long quotation of 60 letters with 21 changed', 60, 21, 'edited'],
    ['a long quotation of 60 letters with 22 changed', 60, 22, 'not-found'],
  ] as const)('are found or not in %s', (_, length, count, state) => {
    const quotation = changed(letters.slice(0, length), count)
    expect(matchQuotation(quotation, placed({ one: letters })).state).toBe(state)
  })

  it.each([
    ['put in', 'Agrees the very first step with the person today'],
    ['left out', 'Agrees the step with the person today'],
    ['put for another', 'Agrees the last step with the person today'],
  ])('are found wherever they stand, with a word %s', (_, quotation) => {
    const text = 'Sits down. Agrees the first step with the person today, and then goes home.'
    expect(matchQuotation(quotation, placed({ other: 'Sits down and goes', one: text }))).toEqual({
      state: 'edited',
      target: target('one'),
      targets: [target('one')],
      exact: false,
    })
  })

  it('are ambiguous where another text is hardly further away, and then the nearest is first', () => {
    const quotation = letters.slice(0, 50)
    const at = (count: number) => changed(quotation, count)
    const texts = (...counts: readonly number[]) =>
      placed(Object.fromEntries(counts.map((count) => [`c${count}`, at(count)])))
    expect(matchQuotation(quotation, texts(7, 2))).toMatchObject({
      state: 'ambiguous',
      target: null,
      targets: [target('c2'), target('c7')],
      exact: false,
    })
    expect(matchQuotation(quotation, texts(8, 2))).toMatchObject({
      state: 'edited',
      target: target('c2'),
    })
    expect(matchQuotation(quotation, texts(2, 17))).toMatchObject({ state: 'edited' })
    expect(matchQuotation(quotation, texts(17, 20))).toMatchObject({
      state: 'ambiguous',
      targets: [target('c17'), target('c20')],
    })
  })

  it('are not looked for where fewer than a third of the words are shared', () => {
    const text = placed({ one: 'abcdx efghx ijklx mnopx qrstx uvwxx' })
    expect(matchQuotation('abcdy efghy ijkly mnopy qrsty uvwxy', text).state).toBe('edited')
    expect(matchQuotation('zbcdx zfghx zjklx mnopx qrstx uvwxx', text).state).toBe('edited')
    expect(matchQuotation('zbcdx zfghx zjklx znopx qrstx uvwxx', text).state).toBe('edited')
    expect(matchQuotation('zbcdx zfghx zjklx znopx zrstx uvwxx', text).state).toBe('not-found')
  })

  it.each(['', '...', 'Nothing alike'])('are not found for “%s”, nor in no text', (quotation) => {
    const none = { state: 'not-found', target: null, targets: [], exact: false }
    expect(matchQuotation(quotation, placed({ one: 'A text' }))).toEqual(none)
    expect(matchQuotation(quotation, placed({ one: '...' }))).toEqual(none)
    expect(matchQuotation('A text', placed({ one: '' })).state).toBe('not-found')
    expect(matchQuotation('A text', []).state).toBe('not-found')
  })

  it('are found through any letters that are put in or left out, as long as they are few', () => {
    // Not among the first letters of a word, by which words are found to be shared.
    const place = fc.oneof(fc.integer({ min: 5, max: 24 }), fc.integer({ min: 32, max: 51 }))
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 5 }),
        fc.array(place, { maxLength: 5 }),
        (out, put) => {
          const quotation = [...letters.slice(0, 60)]
            .map((letter, at) => (out.includes(at) ? '' : letter) + (put.includes(at) ? '7' : ''))
            .join('')
          const { targets } = matchQuotation(
            quotation,
            placed({ one: `Before it ${letters} after` }),
          )
          expect(targets).toEqual([target('one')])
        },
      ),
    )
  })
})
