import { paths } from '../../../paths.ts'

/** What else is somebody's own, each with its page. */
export const accountLinks: readonly { readonly href: string; readonly text: string }[] = [
  { href: paths.passport(), text: 'Your passport' },
  { href: paths.ownJobs(), text: 'Where you work' },
  { href: paths.ownRegistration(), text: 'Professional registration' },
  { href: paths.comingUp(), text: 'What comes up, your calendar and reminders' },
  { href: paths.offline(), text: 'Your passport without signal' },
  { href: paths.shares(), text: 'What you share by a link' },
  { href: paths.preview(), text: 'Your record as others see it' },
  { href: paths.yourRecord(), text: 'Who looked, a copy, corrections, closing your account' },
  { href: paths.equality(), text: 'Equality questions' },
]
