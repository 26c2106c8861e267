/** The rules that look at one text by itself: what each finds there, and what it leaves alone. */
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../language-content.ts'
import { checkWording } from '../check-wording.ts'
import { soundEdition } from './examples.ts'

const language = readLanguage()

function found(code: string, summary: string) {
  return checkWording({ ...soundEdition, summary }, language)
    .filter((finding) => finding.code === code && finding.at === 'edition/summary')
    .map(({ range, suggestions }) => [
      range === undefined ? '' : summary.slice(range.start, range.end),
      ...suggestions,
    ])
}

const finds: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'term-variant',
    'For the patient’s sake',
    [['patient', 'person', 'person who accesses services']],
  ],
  ['term-variant', 'Clients come', [['Clients', 'People', 'People who access services']]],
  ['competency', 'A competency-based way', [['competency-based', 'capability-based']]],
  ['caution-word', 'People suffering from pain', [['suffering from', 'living with', 'who has']]],
  [
    'organisation-name',
    'The NHS Education Scotland',
    [['NHS Education Scotland', 'NHS Education for Scotland']],
  ],
  ['plain-word', 'Talks prior to visits', [['prior to', 'before']]],
  ['repeated-word', 'What what is done', [['What what', 'What']]],
  [
    'a-or-an',
    'A honest word from an user',
    [
      ['A', 'An'],
      ['an', 'a'],
    ],
  ],
  [
    'a-or-an',
    'An one-page plan, a MRI scan and a 8-week course',
    [
      ['An', 'A'],
      ['a', 'an'],
      ['a', 'an'],
    ],
  ],
  [
    'missing-to',
    'It allows leads and managers effectively plan',
    [['effectively plan', 'to plan effectively', 'to effectively plan']],
  ],
  ['missing-to', 'Use it plan work', [['plan', 'to plan']]],
  ['missing-to', 'Enables people take part', [['take', 'to take']]],
  ['punctuation', 'One  two', [['  ', ' ']]],
  ['punctuation', 'One,two', [[',', ', ']]],
  ['punctuation', 'One.. Two', [['..', '.']]],
  ['punctuation', 'One. two', [['t', 'T']]],
  ['punctuation', 'One (two', [['(']]],
  ['punctuation', 'One” two', [['”']]],
  ['punctuation', ' One', [[' ', '']]],
  [
    'spelling',
    'Organizes confidentialty',
    [
      ['Organizes', 'Organises'],
      ['confidentialty', 'confidentiality', 'confidentially'],
    ],
  ],
  ['undefined-acronym', 'The ICBs and the ICB', [['ICBs']]],
  ['claim-of-effect', 'The framework is new. It ensures quality.', [['ensures', 'could ensure']]],
  [
    'claim-of-effect',
    'Our new career framework leads to safer care.',
    [['leads to', 'could lead to']],
  ],
  [
    'claim-of-effect',
    'This framework will greatly improve care.',
    [['will greatly improve', 'could greatly improve']],
  ],
  ['aims-without-limits', 'This framework has aims.', [['has aims']]],
  ['commitment-instead', 'A diploma or a commitment to one', [['or a commitment to']]],
  ['hard-to-read', `${'so on '.repeat(18)}`.trim(), [['so on '.repeat(18).trim()]]],
]

const leaves: readonly (readonly [string, string])[] = [
  ['term-variant', 'Stays calm and is patient with people'],
  ['term-variant', 'The Patients Association, and “our clients”'],
  ['competency', 'Who delegates is sure of the competence of the worker'],
  ['doing-for', 'The assistant and the teaching assistant help'],
  ['caution-word', 'A compassionate word'],
  ['organisation-name', 'The Royal College of Occupational Therapists'],
  ['organisation-name', 'It was then “the College of Occupational Therapy”'],
  ['repeated-word', 'They had had enough, time. Time and 10 10'],
  ['a-or-an', 'A user, an hour, a unit, an X-ray, an NHS post, a UK post and vitamin A is good'],
  ['missing-to', 'It enables people to plan, and uses a plan that people readily understand'],
  ['missing-to', 'Uses it safely. Allow time, plan and write'],
  ['punctuation', 'At 10:30, see https://example.org, e.g. this one… and (that)'],
  ['spelling', 'In Merthyr Tydfil the orthoptist rebooks a café visit for Aneirin'],
  ['undefined-acronym', 'The integrated care board (ICB), the ICB, the NHS and ST0215'],
  ['claim-of-effect', 'This framework could improve care. A good team improves care.'],
  ['claim-of-effect', 'This framework improves care (Smith and others, 2024).'],
  ['aims-without-limits', 'This framework has the potential to meet its aims, and it has aims.'],
  ['commitment-instead', 'Shows kindness or commitment to people'],
  ['hard-to-read', 'Understanding organisational responsibilities'],
]

describe('it finds', () => {
  it.each(finds)('%s in “%s”: %j', (code, text, words) => {
    expect(found(code, text)).toEqual(words)
  })
})

describe('it leaves alone', () => {
  it.each(leaves)('%s in “%s”', (code, text) => {
    expect(found(code, text)).toEqual([])
  })

  it('most of a text of 20,000 characters of no language, for which it seeks few suggestions', () => {
    const letters = (at: number) =>
      [...String(at)].map((digit) => 'zqxkvjwpgb'.charAt(Number(digit)))
    const unknown = Array.from({ length: 2000 }, (_, at) => `care${letters(at).join('')}q`)
    let sought = 0
    const suggest = (word: string) => {
      sought += 1
      return [word.toUpperCase()]
    }
    const spelling = { knows: (word: string) => !/care/i.test(word), suggest }
    const edition = { ...soundEdition, summary: unknown.join(' ') }
    const found = checkWording(edition, { ...language, spelling })
    expect(found.filter(({ code }) => code === 'spelling')).toHaveLength(2000)
    expect(sought).toBe(20)
  })
})
