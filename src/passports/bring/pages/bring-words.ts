/** What a received credential is told as, and what to do about it. */
import type { TagProps } from '../../../ui/tag.tsx'
import type { SourceForm } from '../model/find-credentials.ts'
import type { Standing } from '../model/received.ts'

interface StandingWords {
  readonly tag: string
  readonly colour: NonNullable<TagProps['colour']>
  readonly means: string
}

export const standingWords: Readonly<Record<Standing, StandingWords>> = {
  verified: {
    ...{ tag: 'Checked: valid', colour: 'green' },
    means: 'All four checks passed, and it names you. It counts as proof in your passport.',
  },
  'not-known-whose': {
    ...{ tag: 'Valid, not proven yours', colour: 'blue' },
    means:
      'All four checks passed. But it does not name you in a way that we can check, so it counts as your own word.',
  },
  'not-verifiable': {
    ...{ tag: 'Could not be checked', colour: 'grey' },
    means: 'It is kept, and counts as your own word. The reason is below.',
  },
  'somebody-else': {
    ...{ tag: 'Made out to somebody else', colour: 'orange' },
    means:
      'It names somebody else, so it counts for nothing here. If it is yours, add the e-mail address that it was sent to to your account, then check it again.',
  },
  withdrawn: {
    ...{ tag: 'Withdrawn', colour: 'red' },
    means: 'Whoever gave it has withdrawn it. It counts for nothing. Ask them why.',
  },
  suspended: {
    ...{ tag: 'Suspended for now', colour: 'orange' },
    means:
      'Whoever gave it looks at it again. It has not been withdrawn, and counts for nothing until they have.',
  },
  'not-valid': {
    ...{ tag: 'Not valid', colour: 'red' },
    means: 'At least one check failed. The reason is below.',
  },
}

export const formWords: Readonly<Record<SourceForm, string>> = {
  json: 'a file of data (JSON)',
  jwt: 'a signed text (VC-JWT)',
  png: 'a picture (PNG)',
  svg: 'a picture (SVG)',
  pdf: 'a document (PDF)',
}
