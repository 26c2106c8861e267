/** The rules that look at one text by itself: what each finds there, and what it leaves alone. */
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../language-content.ts'
import { checkWording } from '../check-wording.ts'
import type { Edition } from '../framework.ts'
import { asStatement, inPart, soundEdition } from './examples.ts'

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
  ['term-variant', 'For the patient’s sake', [['patient', 'person']]],
  ['term-variant', 'In the patients’ view', [['patients’', 'people’s']]],
  ['term-variant', "Patients' views", [["Patients'", "People's"]]],
  ['term-variant', 'Clients come', [['Clients', 'People', 'People who access services']]],
  ['competency', 'A competency-based way', [['competency-based', 'capability-based']]],
  ['caution-word', 'People suffering from pain', [['suffering from', 'living with']]],
  ['caution-word', 'One who suffers from pain', [['suffers from', 'lives with']]],
  ['caution-word', 'For an elderly person', [['elderly', 'older']]],
  [
    'organisation-name',
    'The NHS Education Scotland',
    [['NHS Education Scotland', 'NHS Education for Scotland']],
  ],
  ['plain-word', 'Talks prior to visits', [['prior to', 'before']]],
  ['repeated-word', 'What what is done', [['What what', 'What']]],
  ['repeated-word', 'The The Chartered Society', [['The The', 'The']]],
  ['repeated-word', 'A very very good day', [['very very', 'very']]],
  [
    'confused-word',
    'In practise and in Practise',
    [
      ['practise', 'practice'],
      ['Practise', 'Practice'],
    ],
  ],
  ['confused-word', 'With a driving license', [['license', 'licence']]],
  ['confused-word', "It's own way", [["It's", 'Its']]],
  ['confused-word', 'Its a good day', [['Its', 'It is']]],
  ['confused-word', 'With less people', [['less', 'fewer']]],
  [
    'confused-word',
    'Both there families and their are more',
    [
      ['there', 'their'],
      ['their', 'there'],
    ],
  ],
  ['confused-word', 'They must to ask', [['must to', 'must']]],
  ['undefined-acronym', 'Reads SpO2, HbA1c and NEWS2', [['SpO2'], ['HbA1c'], ['NEWS2']]],
  ['plain-word', 'Reads sats', [['sats', 'oxygen saturation']]],
  [
    'carers-not-named',
    'For families, caring about each',
    [['families', 'families and paid and unpaid carers']],
  ],
  [
    'carers-not-named',
    'For families and carers',
    [['families and carers', 'families and paid and unpaid carers']],
  ],
  [
    'commitment-instead',
    'Hold a diploma or are willing to work towards one',
    [['or are willing to work towards']],
  ],
  ['level-as-less', 'Work at entry level is less complex than the rest', [['less complex than']]],
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
  [
    'claim-of-effect',
    'Evidence shows that support workers improve outcomes and reduce length of stay.',
    [['Evidence shows']],
  ],
  ['claim-of-effect', 'Research has proven that it works.', [['Research has proven']]],
  ['claim-of-effect', 'The passport saves employers time and money', [['saves', 'could save']]],
  [
    'claim-of-effect',
    'Not only will this framework improve care, it will also reduce waiting times.',
    [['will this framework improve'], ['will also reduce', 'could also reduce']],
  ],
  [
    'claim-of-effect',
    'If it is used well and not in haste, this framework improves care and reduces waits.',
    [
      ['improves', 'could improve'],
      ['reduces', 'could reduce'],
    ],
  ],
  ['aims-without-limits', 'This framework has aims.', [['has aims']]],
  ['commitment-instead', 'A diploma or a commitment to one', [['or a commitment to']]],
  ['hard-to-read', `${'so on '.repeat(18)}`.trim(), [['so on '.repeat(18).trim()]]],
]

const leaves: readonly (readonly [string, string])[] = [
  ['term-variant', 'Stays calm and is patient with people'],
  ['term-variant', 'The Patients Association, and “our clients”'],
  ['competency', 'Who delegates is sure of the competence of the worker'],
  ['competency', 'Competence is judged by the person who hands over the task.'],
  ['competency', 'They allocate tasks according to the competence of each assistant.'],
  ['competency', 'Practises within the limits of own competence'],
  ['competency', 'Works within their competence and scope of competence'],
  ['term-variant', 'Patient safety investigations, patient groups and a patient group direction'],
  ['doing-for', 'The assistant and the teaching assistant help'],
  ['caution-word', 'A compassionate word'],
  ['organisation-name', 'The Royal College of Occupational Therapists'],
  ['organisation-name', 'It was then “the College of Occupational Therapy”'],
  ['repeated-word', 'They had had enough, time. Time and 10 10'],
  [
    'confused-word',
    'Practises, has its own role, is less sure there and their own way; it’s here, its not-for-profit',
  ],
  ['repeated-word', 'A day in Wagga Wagga'],
  ['undefined-acronym', 'The early warning score (NEWS2), NEWS2 and vitamin B12'],
  ['carers-not-named', 'For families and paid and unpaid carers'],
  ['a-or-an', 'A user, an hour, a unit, an X-ray, an NHS post, a UK post and vitamin A is good'],
  ['missing-to', 'It enables people to plan, and uses a plan that people readily understand'],
  ['missing-to', 'Uses it safely. Allow time, plan and write'],
  ['punctuation', 'At 10:30, see https://example.org, e.g. this one… and (that)'],
  ['spelling', 'In Merthyr Tydfil the orthoptist rebooks a café visit for Aneirin'],
  ['undefined-acronym', 'The integrated care board (ICB), the ICB, the NHS and ST0215'],
  ['claim-of-effect', 'This framework could improve care. A good team improves care.'],
  ['claim-of-effect', 'This framework improves care (Smith and others, 2024).'],
  ['claim-of-effect', 'Nobody knows whether this framework improves care.'],
  [
    'claim-of-effect',
    'This framework will not improve care by itself, and no research has shown it.',
  ],
  ['claim-of-effect', 'Evidence shows that people gain from it (Smith and others, 2024).'],
  ['aims-without-limits', 'This framework has the potential to meet its aims, and it has aims.'],
  ['commitment-instead', 'Shows kindness or commitment to people'],
  ['hard-to-read', 'Understanding organisational responsibilities'],
]

describe('it finds', () => {
  it.each(finds)('%s in “%s”: %j', (code, text, words) => {
    expect(found(code, text)).toEqual(words)
  })
})

describe('a part or a section on delegation', () => {
  const text = 'The registered professional checks your competence before each new task.'
  const codesWith = (change: (edition: Edition) => Edition) =>
    checkWording(change(inPart(soundEdition, text)), language).map(({ code }) => code)
  const named = (change: { readonly title?: string; readonly heading?: string }) =>
    codesWith((edition) => ({
      ...edition,
      parts: edition.parts.map((part) => ({
        ...part,
        title: change.title ?? part.title,
        sections: part.sections.map((section) => ({
          ...section,
          heading: change.heading ?? section.heading,
        })),
      })),
    }))

  it('may speak of competence, by its title or its heading', () => {
    expect(named({ title: 'Delegation' })).not.toContain('competency')
    expect(named({ heading: 'Delegating well' })).not.toContain('competency')
  })

  it('is the only one that may', () => {
    expect(named({})).toContain('competency')
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
    expect(found.filter(({ code }) => code === 'spelling')).toHaveLength(20)
    expect(sought).toBe(20)
  })
})

describe('a statement', () => {
  it.each([
    ['Helps with meals', [['Helps', 'Supports']]],
    [
      'Assists a person with hoists',
      [['Assists', 'Enables', 'Empowers', 'Supports', 'Facilitates', 'Encourages']],
    ],
    [
      'Gives assistance to a person',
      [['Gives assistance to', 'Supports', 'Enables', 'Encourages']],
    ],
    ['Feeds a person', [['Feeds a person', 'Supports the person to eat']]],
    ['Bathes, toilets and dresses', [['Bathes, toilets']]],
    [
      'Each day washes and dresses them',
      [['washes and dresses them', 'supports them to wash and dress']],
    ],
    ['Mobilises patients', [['Mobilises patients', 'Supports people to move']]],
    ['Feeds back to the team', []],
    [
      "Does the person's shopping",
      [["Does the person's shopping", 'Supports the person to shop', 'Shops with the person']],
    ],
    ['Meets people cared for by the team', [['cared for by', 'supported by']]],
  ])('is led by the person: %s', (text, faults) => {
    expect(
      checkWording(asStatement(soundEdition, text), language)
        .filter(({ code }) => code === 'doing-for')
        .map(({ range, suggestions }) => [text.slice(range?.start, range?.end), ...suggestions]),
    ).toEqual(faults)
  })

  it.each([
    ['Explains to a person or a carer how it goes.', ['must']],
    ['Explains how it goes, regardless of age or faith.', ['should']],
    ['Explains with things such as a map or a drawing.', ['should']],
    ['Explains whether or not they ask, today or soon.', ['should']],
    ['Explains or shows how it goes, whether or not they ask.', ['must']],
  ])('with a choice: %s', (text, severities) => {
    const choices = checkWording(asStatement(soundEdition, text), language).filter(
      ({ code }) => code === 'undeclared-choice',
    )
    expect(choices.map(({ severity }) => severity)).toEqual(severities)
    expect(choices[0]?.message).not.toContain('requires')
  })

  it.each(['the family', 'the person’s family', 'a relative'])(
    'names carers beside %s',
    (words) => {
      const text = `Explains to ${words} how the next meeting will go.`
      expect(
        checkWording(asStatement(soundEdition, text), language).map(({ code }) => code),
      ).toContain('carers-not-named')
    },
  )

  it('gets the “to” that is owed after the verbs suggested', () => {
    const [found] = checkWording(
      asStatement(soundEdition, 'Helps the person wash'),
      language,
    ).filter(({ code }) => code === 'doing-for')
    expect(found?.suggestions).toContain('Supports the person to wash')
  })

  const formOf = (text: string) =>
    checkWording(asStatement(soundEdition, text), language)
      .filter(({ code }) => code === 'statement-form')
      .map(({ severity, range }) => [severity, text.slice(range?.start, range?.end)])

  it.each([
    'Organises, prioritises and analyses what is asked for in the week ahead.',
    'Bathes, toilets and feeds only where the person has asked for it.',
    'Explains to a person, i.e. in plain words, how the next meeting will go.',
    'Explains to a person, e.g. Mr Jones, how the next meeting will go.',
    'Walks with a person for 2.5 kilometres, at the pace that they choose.',
    'Co-produces with a person the plan for the weeks that come next.',
  ])('has its form: %s', (text) => {
    expect(formOf(text)).toEqual([])
  })

  it.each([
    ['Is able to explain to a person how the meeting goes.', [['must', 'Is']]],
    ['Explain, with pictures, to a person how the meeting goes.', [['must', 'Explain']]],
    ['Explains the meeting.', [['should', 'Explains the meeting.']]],
  ])('has a fault once: %s', (text, faults) => {
    expect(formOf(text)).toEqual(faults)
  })

  it.each([
    'Explains how the next meeting will go. Asks what they want from it.',
    'Explains how the next meeting will go! Asks what they want from it.',
    'Explains to a person how the next meeting will go; asks for questions.',
    'Explains to a person how the next meeting will go',
  ])('is one sentence: %s', (text) => {
    expect(formOf(text)).toEqual([['must', text]])
  })
})
