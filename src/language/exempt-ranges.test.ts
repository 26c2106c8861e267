import { describe, expect, it } from 'vitest'
import { exemptRanges } from './exempt-ranges.ts'
import { indexPhrases } from './find-phrases.ts'
import { wordsIn } from './words-in.ts'

const phrases = indexPhrases(
  ['ask for help', 'Help Musicians'].map((form) => ({ form, value: form })),
)
const rightBeside = [
  { words: ['competence', 'competency'], beside: 'delegat' },
  { words: ['competence'], beside: 'hands over' },
]
const exempt = (text: string) =>
  exemptRanges(text, wordsIn(text), { phrases, rightBeside }).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('no finding is ever', () => {
  it.each([
    ['a quotation', 'They said “my patients” once', ['“my patients”']],
    ['a quotation in straight marks', 'They said "my patients" once', ['"my patients"']],
    ['a quotation in single marks', 'They said ‘my patients’ once', ['‘my patients’']],
    ['one with an apostrophe in it', "They said 'I can't help' once", ["'I can't help'"]],
    ['a name', 'The work of the Patient Safety Board today', ['Patient Safety Board']],
    ['a name with which a text opens', 'Patient Safety is a name', ['Patient Safety']],
    [
      'a name with small words in it',
      'It is in the Board of Clients and Friends',
      ['Board of Clients and Friends'],
    ],
    ['an address', 'See https://a.example/b or GOV.UK', ['https://a.example/b', 'GOV.UK']],
    ['a letter box', 'Write to speakup1@nhs.net today', ['speakup1@nhs.net']],
    ['a listed turn of phrase', 'They ask for help', ['ask for help']],
    ['a listed name in small letters', 'with help musicians there', ['help musicians']],
    ['competence beside delegation', 'Checks competence, then delegates', ['competence']],
    ['one in the next sentence', 'Shows competence. Later delegates', ['competence']],
    ['one in the sentence before', 'They delegate. Competence is shown', ['Competence']],
    ['competence beside words together', 'Hands over by competence', ['competence']],
  ])('%s: %s', (_, text, words) => {
    expect(exempt(text)).toEqual(words)
  })
})

describe('a finding is still possible in', () => {
  it.each([
    ['a plural possessive', "The carers' and patients' views"],
    ['a word with which a sentence opens', 'Patients come first. Clients too'],
    ['a capital after such a word', 'The Patients come. Supports Patients here'],
    ['a lone capital', 'It is for Patients only'],
    ['a title in capitals throughout', 'Support Worker Competency Framework'],
    ['two names that a comma parts', 'For Clients, Patients'],
    ['a mark that nothing closes', 'They said “my patients once'],
    ['competence away from delegation', 'Shows competence. Later rests. Then delegates'],
    ['competence beside half of such words', 'Shows competence with both hands'],
  ])('%s: %s', (_, text) => {
    expect(exempt(text)).toEqual([])
  })
})
