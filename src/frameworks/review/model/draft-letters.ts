/** Letters about drafts: that something waits, and never what it says. */
import type { DraftRole } from '../../authoring/model/draft.ts'

export const draftNews = ['review', 'answered', 'one-approved', 'approved', 'published'] as const
export type DraftNews = (typeof draftNews)[number]

interface LetterWords {
  readonly subject: string
  readonly text: string
}

const parts: Readonly<Record<DraftNews, { subject: string; words: string }>> = {
  review: {
    subject: 'A draft waits for your review',
    words: 'A draft of a framework was sent for review. Read it and say “ready” or “not yet” here:',
  },
  answered: {
    subject: 'Somebody reviewed your draft',
    words: 'A reviewer answered on a draft that you sent for review. See what they say:',
  },
  'one-approved': {
    subject: 'A draft waits for a second steward',
    words: 'A steward approved a draft that they also wrote in. It needs another steward:',
  },
  approved: {
    subject: 'A draft is approved',
    words: 'A draft of a framework is approved and can be published. See it here:',
  },
  published: {
    subject: 'A draft is published',
    words: 'An edition that you worked on is published. See it here:',
  },
}

export function draftLetter(news: DraftNews, page: string): LetterWords {
  const { subject, words } = parts[news]
  return { subject, text: `${['Hello,', words, page].join('\n\n')}\n` }
}

/** To an address alone: whether somebody has an account with it is not known here. */
export function draftInvitationLetter(role: DraftRole, page: string): LetterWords {
  const task = role === 'editor' ? 'help to write' : 'review'
  return {
    subject: `Somebody asks you to ${task} a draft`,
    text: `${[
      'Hello,',
      `You are asked to ${task} a draft of a capability framework on Lanyard. Nothing happens until you say yes.`,
      'Sign in with this e-mail address to see who asks and to answer. If you have no account, tell whoever asked you. The question ends after 30 days.',
      page,
    ].join('\n\n')}\n`,
  }
}
