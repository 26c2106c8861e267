/** Letters on recognition. They name nobody and nothing that was shared: mail is read by others. */

interface Words {
  readonly subject: string
  readonly text: string
}

export const lettersTold = ['arrived', 'decided', 'replied'] as const
export type LetterTold = (typeof lettersTold)[number]

export function recognitionLetter(told: LetterTold, page: string): Words {
  const { subject, lines } = letters[told]
  const [first, ...rest] = lines
  return { subject, text: ['Hello,', first, page, ...rest].join('\n\n') }
}

const letters: Readonly<
  Record<LetterTold, { readonly subject: string; readonly lines: readonly [string, ...string[]] }>
> = {
  arrived: {
    subject: 'Somebody shares their skills passport with you',
    lines: [
      'Somebody who is applying to your organisation, or joining it, shares what they have with you. Look at it, and decide what they need not do again:',
      'They can stop sharing it at any time. They can see who looked.',
      'You get this because you take people on there, or issue in its name.',
    ],
  },
  decided: {
    subject: 'An employer decided on what you shared',
    lines: [
      'An employer decided on what you shared with them from your skills passport. Read what they decided, and what you need not do again:',
      'Something wrong? You can reply on the same page, and they will read it.',
    ],
  },
  replied: {
    subject: 'A reply to what was decided on a skills passport',
    lines: [
      'Somebody replied to what was decided on their skills passport in your organisation. Read it here:',
      'If they are right, decide again on the same page. They will see it.',
    ],
  },
}
