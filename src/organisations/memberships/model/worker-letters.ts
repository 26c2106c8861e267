/** What we write to a worker when others change their job or what they may do. */
import type { Permission } from '../../../actor.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { permissionWords } from './permission-words.ts'

export type WorkChange =
  | {
      readonly kind: 'job-ended'
      readonly lastDay: string
      /** They have another job there. */
      readonly goesOn: boolean
    }
  | { readonly kind: 'job-continued' }
  | { readonly kind: 'permission-given'; readonly permission: Permission }
  | { readonly kind: 'permission-ended'; readonly permission: Permission }

export interface ToldOf {
  readonly change: WorkChange
  readonly organisationName: string
  readonly today: string
  /** No address but one from work: soon it may not reach them. */
  readonly onlyWorkAddress: boolean
  /** Addresses of pages. */
  readonly account: string
  readonly jobs: string
}

export function workerLetter(told: ToldOf): { readonly subject: string; readonly text: string } {
  const { subject, words } = partsOf(told)
  return { subject, text: `${['Hello,', ...words].join('\n\n')}\n` }
}

interface Parts {
  readonly subject: string
  readonly words: readonly string[]
}

function partsOf(told: ToldOf): Parts {
  const { change, organisationName, jobs } = told
  switch (change.kind) {
    case 'job-ended':
      return jobEnded(told, change)
    case 'job-continued':
      return {
        subject: 'Your job goes on',
        words: [
          `${organisationName} has recorded that your job there does not end after all.`,
          'A permission that ended with the job has to be given to you again. You need do nothing.',
          'See where you work:',
          jobs,
        ],
      }
    case 'permission-given':
      return {
        subject: 'You can do more in Lanyard',
        words: [
          `You now have the permission “${permissionWords[change.permission].label}” at ${organisationName}.`,
          permissionWords[change.permission].lets,
          permissionWords[change.permission].doesNot,
          'If you did not expect this, tell whoever manages people where you work. See what you may do:',
          jobs,
        ],
      }
    case 'permission-ended':
      return {
        subject: 'A permission of yours has ended',
        words: [
          `You no longer have the permission “${permissionWords[change.permission].label}” at ${organisationName}.`,
          'Your own passport has not changed. What you did with the permission before still counts.',
          'If you still need it, ask whoever manages people where you work. See what you may do:',
          jobs,
        ],
      }
  }
}

const whatEnds = [
  'What they no longer see after that day: anything new about you. For 90 days they still see your name and that you worked there. They keep what they signed off for you.',
  'What you were permitted to do there ends too.',
]

function jobEnded(
  { organisationName, today, onlyWorkAddress, ...pages }: ToldOf,
  { lastDay, goesOn }: { readonly lastDay: string; readonly goesOn: boolean },
) {
  const over = lastDay < today
  const own = onlyWorkAddress
    ? [
        'Please add a personal e-mail address now. When your work address stops, you could not sign in:',
        pages.account,
      ]
    : ['You sign in as before, with your own e-mail address:', pages.account]
  return {
    subject: over ? 'Your job has ended in Lanyard' : 'Your job is going to end in Lanyard',
    words: [
      over
        ? `${organisationName} has recorded that your job there ended on ${dayInWords(lastDay)}.`
        : `${organisationName} has recorded that the last day of your job there is ${dayInWords(lastDay)}.`,
      'What stays yours: your account, your passport, your sign-offs, and your own notes. You can show them to a new employer.',
      ...(goesOn ? ['Your other job there goes on, with what you may do there.'] : whatEnds),
      ...own,
      'Is this wrong? Tell whoever manages people there. They can take it back. See where you work:',
      pages.jobs,
    ],
  }
}
