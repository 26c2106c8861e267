/** Letters about supervision: that something waits, and never what it says. */

export const supervisionNews = [
  'asked',
  'agreed',
  'handed-over',
  'taken-over',
  'your-turn',
  'ended',
  'appraisal-turn',
  'plan-agreed',
] as const
export type SupervisionNews = (typeof supervisionNews)[number]

const parts: Readonly<Record<SupervisionNews, { subject: string; words: readonly string[] }>> = {
  asked: {
    subject: 'A colleague asks about supervision',
    words: ['A colleague asks you to agree to a supervision. Say yes or no here:'],
  },
  agreed: {
    subject: 'Your supervision is agreed',
    words: ['A supervision that you take part in was agreed. Plan when you meet here:'],
  },
  'handed-over': {
    subject: 'Your supervisor is handing over to a colleague',
    words: [
      'A colleague is asked to supervise you from now on. You need do nothing. If you would rather not have this, you can say so.',
      'See who it is:',
    ],
  },
  'taken-over': {
    subject: 'A new supervisor has taken over',
    words: [
      'Open actions go along. The notes stay closed to your new supervisor unless you open them.',
      'See your supervision:',
    ],
  },
  'your-turn': {
    subject: 'It is your turn in a supervision',
    words: ['Something in a supervision waits for you. See what it is:'],
  },
  ended: {
    subject: 'A supervision has ended',
    words: ['A supervision that you took part in has ended. What you wrote stays yours. See it:'],
  },
  'appraisal-turn': {
    subject: 'It is your turn in an appraisal',
    words: ['Something in an appraisal waits for you. See what it is:'],
  },
  'plan-agreed': {
    subject: 'A development plan is agreed',
    words: ['You have both agreed a personal development plan. See it:'],
  },
}

export function supervisionLetter(
  news: SupervisionNews,
  page: string,
): { readonly subject: string; readonly text: string } {
  const { subject, words } = parts[news]
  return { subject, text: `${['Hello,', ...words, page].join('\n\n')}\n` }
}
