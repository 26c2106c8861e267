/** What is asked of an entry of each kind: little, and three prompts in place of an empty box. */
import type { EntryKind } from '../../model/entry.ts'
import type { Catalogue } from './catalogue.ts'

export interface EntryOption {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

export type DayField = 'from' | 'to' | 'validUntil'

interface Asked {
  readonly label: string
  readonly hint?: string | undefined
  /** What to do when it is left out. */
  readonly required?: string | undefined
}

export type Question = Asked &
  (
    | { readonly asks: 'line' | 'words'; readonly field: string }
    | {
        readonly asks: 'choice' | 'select'
        readonly field: string
        readonly options: readonly EntryOption[]
      }
    | { readonly asks: 'day'; readonly field: DayField; readonly mayBeAhead?: true | undefined }
  )

/** The longest that each may be. */
export const lineLimit = 120
export const wordsLimit = 1000

export const otherSubject = 'other'

/** How often training is refreshed, as the holder was told: months, or a word. */
export const refreshTimes = [
  { value: 'not-known', text: 'I do not know' },
  { value: '12', text: 'Every year' },
  { value: '24', text: 'Every 2 years' },
  { value: '36', text: 'Every 3 years' },
  { value: 'never', text: 'It is not refreshed' },
] as const

const qualificationLadders = [
  { value: 'rqf', text: 'England or Northern Ireland', hint: 'Entry level, or level 1 to 8' },
  { value: 'cqfw', text: 'Wales', hint: 'Entry level, or level 1 to 8' },
  {
    value: 'scqf',
    text: 'Scotland',
    hint: 'Level 1 to 12. The numbers do not match those of the other nations.',
  },
  { value: 'elsewhere', text: 'Another country, or I am not sure' },
] as const

const apprenticeshipStates = [
  { value: 'on-it', text: 'I am on it now' },
  { value: 'finished', text: 'I finished it' },
  { value: 'stopped', text: 'I stopped before the end', hint: 'What you learned still counts.' },
] as const

const learners: readonly EntryOption[] = [
  { value: 'student', text: 'A student on placement' },
  { value: 'apprentice', text: 'An apprentice' },
  { value: 'colleague', text: 'A new colleague' },
  { value: 'carer', text: 'A family member or carer', hint: 'For example, how to use equipment.' },
  { value: 'school', text: 'Somebody on work experience' },
]

const howLong: readonly EntryOption[] = [
  { value: 'under-1', text: 'Less than a year' },
  { value: '1-to-5', text: '1 to 5 years' },
  { value: 'over-5', text: 'More than 5 years' },
  { value: 'not-said', text: 'I would rather not say' },
]

const began: Question = {
  asks: 'day',
  field: 'from',
  label: 'When did it begin?',
  hint: 'For example, 1 9 2023. A near date is fine.',
  required: 'Enter the day it began',
}
const ended: Question = {
  asks: 'day',
  field: 'to',
  label: 'When did it end? (optional)',
  hint: 'Leave this empty if it has not ended.',
}

function words(field: string, label: string, hint?: string): Question {
  return { asks: 'words', field, label, hint }
}

function line(field: string, label: string, more: Omit<Asked, 'label'> = {}): Question {
  return { asks: 'line', field, label, ...more }
}

function work(title: string, organisation: string, prompts: readonly Question[]): Question[] {
  return [
    line('title', title, { required: 'Enter what you did there' }),
    line('organisation', organisation, { required: 'Enter the name' }),
    began,
    ended,
    ...prompts,
  ]
}

export function questionsOf(kind: EntryKind, catalogue: Catalogue): readonly Question[] {
  switch (kind) {
    case 'training':
      return trainingQuestions(catalogue)
    case 'qualification':
      return qualificationQuestions
    case 'apprenticeship':
      return apprenticeshipQuestions(catalogue)
    case 'employment':
      return work('What was your job?', 'Who did you work for?', [
        words('did', 'What did a good day’s work look like?'),
        words('learned', 'What did you learn there that you still use?'),
        words('proud', 'What did you do there that you are proud of?'),
      ])
    case 'volunteering':
      return work('What did you do as a volunteer?', 'Which group or charity was it for?', [
        words('did', 'What did you do most often?'),
        words('learned', 'What did you learn from it?'),
        words('use', 'How do you use that at work?'),
      ])
    case 'placement':
      return work('What was the placement?', 'Where was it?', [
        words('did', 'What did you see or try for the first time?'),
        words('learned', 'What did you learn from it?'),
        words('use', 'What will you do with that now?'),
      ])
    case 'supporting-learners':
      return learnersQuestions
    case 'lived-experience':
      return livedQuestions
  }
}

function trainingQuestions({ lists }: Catalogue): Question[] {
  const subjects = lists.flatMap((list) =>
    list.subjects.map(({ slug, title }) => ({
      value: `${list.slug}/${slug}`,
      text: `${list.short}: ${title}`,
    })),
  )
  const editions = lists.flatMap((list) =>
    list.editions.map(({ slug, title }) => ({
      value: `${list.slug}/${slug}`,
      text: `${list.short}: ${title}`,
    })),
  )
  return [
    {
      ...{ asks: 'select', field: 'subject', label: 'What was it about?' },
      options: [...subjects, { value: otherSubject, text: 'Something else' }],
      required: 'Select what the training was about',
    },
    line('title', 'What was it called? (only for something else)', {
      hint: 'For example, Supporting people with swallowing difficulties.',
    }),
    {
      ...{ asks: 'day', field: 'from', label: 'When did you finish it?' },
      hint: 'It is on your certificate. For example, 14 3 2026.',
      required: 'Enter the day you finished it',
    },
    line('provider', 'Who gave the training?', {
      hint: 'An employer, a college or a company.',
      required: 'Enter who gave the training',
    }),
    {
      ...{ asks: 'select', field: 'edition', label: 'Which edition was it? (optional)' },
      hint: 'Your certificate may say. Leave it if you do not know.',
      options: editions,
    },
    {
      ...{ asks: 'choice', field: 'refresh', label: 'How often is it refreshed?' },
      hint: 'Your employer decides. We work out the day from this, and you can change it.',
      options: refreshTimes,
    },
    {
      ...{ asks: 'day', field: 'validUntil', label: 'Refresh by (optional)', mayBeAhead: true },
      hint: 'Only if you were given another day.',
    },
  ]
}

const qualificationQuestions: readonly Question[] = [
  line('title', 'What is it called?', {
    hint: 'As it is on your certificate. For example, Diploma in Healthcare Support.',
    required: 'Enter what the qualification is called',
  }),
  {
    ...{ asks: 'choice', field: 'ladder', label: 'Where did you get it?' },
    hint: 'Nations number their levels differently.',
    options: qualificationLadders,
    required: 'Select where you got it',
  },
  line('level', 'Level', {
    hint: 'For example, 3, or Entry. If you are not sure, write what your certificate says.',
    required: 'Enter the level',
  }),
  line('awardedBy', 'Who awarded it?', {
    hint: 'The awarding body, college or university on the certificate.',
    required: 'Enter who awarded it',
  }),
  {
    ...{ asks: 'day', field: 'from', label: 'When was it awarded?' },
    hint: 'For example, 30 6 2024.',
    required: 'Enter the day it was awarded',
  },
]

function apprenticeshipQuestions({ apprenticeships: { standards } }: Catalogue): Question[] {
  return [
    {
      ...{ asks: 'select', field: 'standard', label: 'Which apprenticeship?' },
      options: [
        ...standards.map(({ reference, title, level }) => ({
          value: reference,
          text: `${title}, level ${level} (${reference})`,
        })),
        { value: otherSubject, text: 'Another one' },
      ],
      required: 'Select which apprenticeship',
    },
    line('title', 'What is it called? (only for another one)'),
    line('provider', 'Who is the training provider?', { required: 'Enter the training provider' }),
    {
      ...{ asks: 'choice', field: 'status', label: 'Where are you with it?' },
      options: apprenticeshipStates,
      required: 'Select where you are with it',
    },
    began,
    ended,
    words('learned', 'What can you do now that you could not do before? (optional)'),
  ]
}

const learnersQuestions: readonly Question[] = [
  line('title', 'What did you help them learn?', {
    hint: 'For example, setting up a walking frame safely.',
    required: 'Enter what you helped them learn',
  }),
  {
    ...{ asks: 'choice', field: 'learner', label: 'Who was learning?', options: learners },
    required: 'Select who was learning',
  },
  { ...began, label: 'When was it, or when did it begin?' } as Question,
  ended,
  words('did', 'What did you show them, or let them try?'),
  words('knew', 'How did you know that they had learned it?'),
  words('next', 'What would you do differently next time?'),
]

const livedQuestions: readonly Question[] = [
  words(
    'learned',
    'What did you learn to do well?',
    'For example, planning a day, noticing small changes, or speaking up.',
  ),
  words('people', 'What did it teach you about how people want to be treated?'),
  words('use', 'How do you use that, or how will you, at work?'),
  {
    ...{ asks: 'choice', field: 'howLong', label: 'For how long? (optional)' },
    options: howLong,
  },
]

/** What a fact is called where it is read. */
export const factNames: Readonly<Record<string, string>> = {
  provider: 'Given by',
  refresh: 'Refreshed',
  ladder: 'Awarded in',
  level: 'Level',
  awardedBy: 'Awarded by',
  status: 'Where you are with it',
  organisation: 'Where',
  learner: 'Who was learning',
  howLong: 'For how long',
  subject: 'About',
  edition: 'Edition',
  standard: 'Standard',
}
