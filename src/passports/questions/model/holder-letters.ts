/** What a holder is told by letter. It names no statement, no person and no reason: those are inside. */
import { dayInWords } from '../../../language/plain-dates.ts'

export const questionKinds = [
  'paused',
  'extended',
  'ended',
  'answered',
  'withdrawal-proposed',
  'withdrawal-refused',
  'withdrawal-confirmed',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** When a letter goes to the holder. */
export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  paused: 'A letter when a sign-off is paused',
  extended: 'A letter when a pause is given more time',
  ended: 'A letter when a pause is ended before its last day',
  answered: 'A letter when a reply is answered',
  'withdrawal-proposed': 'A letter when a withdrawal is proposed',
  'withdrawal-refused': 'A letter when a proposed withdrawal is refused or taken back',
  'withdrawal-confirmed': 'A letter when a proposed withdrawal is confirmed',
}

export function questionLetter(
  {
    kind,
    by,
    until,
  }: {
    readonly kind: QuestionKind
    /** The organisation. */
    readonly by: string
    readonly until?: string | undefined
  },
  page: string,
): { readonly subject: string; readonly text: string } {
  const day = until === undefined ? '' : dayInWords(until)
  const { subject, words } = letters[kind](by, day)
  const help = 'You do not have to answer this alone. Your manager or your union can help you.'
  return {
    subject,
    text: [...words, lead(kind), page, help].join('\n\n'),
  }
}

/** What is decided is replied to no more. */
function lead(kind: QuestionKind): string {
  return kind === 'withdrawal-confirmed' ? 'Read it:' : 'Read it, and reply if you want to:'
}

type Words = { readonly subject: string; readonly words: readonly string[] }

const letters: Readonly<Record<QuestionKind, (by: string, day: string) => Words>> = {
  paused: (by, day) => ({
    subject: 'One of your sign-offs is paused',
    words: [
      `${by} has paused one of your sign-offs until ${day}, while somebody looks at it.`,
      'It has not been withdrawn, and nobody has decided anything about you. If nothing else happens, it counts again after that day.',
      'Your page says why. You can say what you think, and they have to read it.',
    ],
  }),
  extended: (by, day) => ({
    subject: 'One of your sign-offs stays paused for longer',
    words: [`${by} needs more time. Your sign-off stays paused until ${day}. Your page says why.`],
  }),
  ended: (by) => ({
    subject: 'Your sign-off counts again',
    words: [`${by} has ended the pause of one of your sign-offs. It counts again from now.`],
  }),
  answered: (by) => ({
    subject: 'There is an answer to what you wrote',
    words: [`${by} has answered what you wrote about one of your sign-offs.`],
  }),
  'withdrawal-proposed': (by, day) => ({
    subject: 'Somebody proposed to withdraw one of your sign-offs',
    words: [
      `Somebody at ${by} has proposed to withdraw one of your sign-offs. Nothing has changed yet.`,
      `A second person there has to agree, by ${day}. Until then you can say what you think, and they have to read it.`,
    ],
  }),
  'withdrawal-refused': (by) => ({
    subject: 'Your sign-off stays as it is',
    words: [`${by} will not withdraw your sign-off. Nothing has changed.`],
  }),
  'withdrawal-confirmed': (by) => ({
    subject: 'One of your sign-offs was withdrawn',
    words: [
      `A second person at ${by} has agreed, and one of your sign-offs was withdrawn. It does not count any more.`,
      'Your page says why. If you think that it is wrong, tell them that you want to challenge it.',
    ],
  }),
}
