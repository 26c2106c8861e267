import { paths } from '../../../paths.ts'

/** What else is somebody's own, each with its page. */
export const accountLinks: readonly { readonly href: string; readonly text: string }[] = [
  { href: paths.passport(), text: 'Your passport' },
  { href: paths.ownJobs(), text: 'Where you work' },
  { href: paths.ownRegistration(), text: 'Professional registration' },
  { href: paths.shares(), text: 'What you share by a link' },
]
