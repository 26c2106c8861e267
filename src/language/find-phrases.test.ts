import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrases, indexPhrases } from './find-phrases.ts'
import { wordsIn } from './words-in.ts'

const forms = ['service user', 'patient', 'patient-led', 'user', 'well-being', 'Care Certificate']
const index = indexPhrases(forms.map((form) => ({ form, value: form })))
const found = (text: string) =>
  findPhrases(text, wordsIn(text), index).map(({ start, end, values }) => [
    text.slice(start, end),
    ...values,
  ])

describe('phrases', () => {
  it.each([
    [
      'The service user and a user',
      [
        ['service user', 'service user'],
        ['user', 'user'],
      ],
    ],
    ['A service-user group', [['service-user', 'service user']]],
    ['Service\nUser', [['Service\nUser', 'service user']]],
    ['The patient’s notes', [['patient', 'patient']]],
    ['Patients, outpatient, co-patient', []],
    ['It is patient-led', [['patient-led', 'patient-led']]],
    ['It is patient led', [['patient', 'patient']]],
    ['well being and well-being', [['well-being', 'well-being']]],
    ['service, user', [['user', 'user']]],
    ['the care certificate', [['care certificate', 'Care Certificate']]],
    ['', []],
  ])('in “%s” are %j', (text, phrases) => {
    expect(found(text)).toEqual(phrases)
  })

  it('of one form are all given, in their order', () => {
    const both = indexPhrases(['a b', 'a', 'A B', '…'].map((form, value) => ({ form, value })))
    expect(findPhrases('a b', wordsIn('a b'), both)).toEqual([{ start: 0, end: 3, values: [0, 2] }])
  })

  it('never overlap, and stand in their order', () => {
    const word = fc.constantFrom(...forms.flatMap((form) => form.split(/[ -]/)))
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(' ', '-', ', '), (words, gap) => {
        const text = words.join(gap)
        let last = 0
        for (const { start, end } of findPhrases(text, wordsIn(text), index)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })
})
