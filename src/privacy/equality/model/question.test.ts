import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEqualityQuestions } from '../equality-content.ts'
import { equalityForm } from '../equality-forms.ts'
import { pad, unpad } from './padded.ts'
import { describeAnswers, nations, preferNotToSay, questionsFor } from './question.ts'

const all = readEqualityQuestions()
const asksIn = (nation: (typeof nations)[number]) => questionsFor(all, nation).map(({ id }) => id)

describe('the questions of a nation', () => {
  it.each([
    ['northern-ireland', 'community-background', true],
    ['northern-ireland', 'dependants', true],
    ['england', 'community-background', false],
    ['scotland', 'trans', true],
    ['scotland', 'gender', false],
    ['wales', 'welsh', true],
    ['england', 'welsh', false],
  ] as const)('of %s ask about %s: %s', (nation, id, asked) => {
    expect(asksIn(nation).includes(id)).toBe(asked)
  })

  it.each(nations)('of %s ask about ethnic group, religion and disability once each', (nation) => {
    const asked = asksIn(nation)
    for (const about of ['ethnic-group', 'religion', 'disability']) {
      expect(asked.filter((id) => id.startsWith(about))).toHaveLength(1)
    }
  })
})

describe('a posted form', () => {
  it('keeps what was offered in that nation, and nothing else', () => {
    const body = {
      sex: 'female',
      age: 'seventeen',
      disability: preferNotToSay,
      'community-background': 'neither',
      religion: '',
      __proto__: 'x',
    }
    expect(equalityForm(body, all, 'england')).toEqual({
      edition: all.edition,
      nation: 'england',
      answers: { sex: 'female', disability: preferNotToSay },
    })
  })

  it('is read back in words', () => {
    const said = equalityForm({ sex: 'male', age: preferNotToSay }, all, 'wales')
    expect(describeAnswers(all, said).map(({ answer }) => answer)).toEqual([
      'Prefer not to say',
      'Male',
    ])
  })
})

describe('answers as bytes', () => {
  it('have one length, however many there are', () => {
    const most = Object.fromEntries(
      questionsFor(all, 'northern-ireland').map(({ id, options }) => [
        id,
        options.toSorted((a, b) => b.value.length - a.value.length)[0]?.value,
      ]),
    )
    expect(pad(JSON.stringify(most))).toHaveLength(pad('{}').length)
  })

  it('are read back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (words) => {
        expect(unpad(pad(words))).toBe(words.toWellFormed())
      }),
    )
  })
})
