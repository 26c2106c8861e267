import type { Viewed } from '../../../audit/model/viewing.ts'
import { dayInWords } from '../../../language/plain-dates.ts'

/** One look at somebody's record, as the holder may read it. */
export interface SeenRecord {
  readonly id: string
  readonly at: Date
  readonly what: Viewed
  readonly about?: string | undefined
  /** Undefined where whoever looked has closed their account, and for a share link. */
  readonly viewerName?: string | undefined
  readonly organisationName?: string | undefined
}

/** "Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust, opened your request about 3.9". */
export function describeViewing(seen: SeenRecord): string {
  const { what, about, viewerName, organisationName } = seen
  if (what === 'share') return linkWords(about)
  const who = [viewerName ?? 'Somebody', organisationName].filter(Boolean).join(', ')
  return `${who}, ${deeds[what](about)}`
}

function linkWords(madeOn: string | undefined): string {
  const link = madeOn === undefined ? 'your link' : `the link you made on ${dayInWords(madeOn)}`
  return `Somebody with ${link} opened it`
}

type Deed = (about: string | undefined) => string

const deeds: Readonly<Record<Exclude<Viewed, 'share'>, Deed>> = {
  request: (section) => `opened your request${section === undefined ? '' : ` about ${section}`}`,
  evidence: (section) =>
    `opened a file that you showed with your request${section === undefined ? '' : ` about ${section}`}`,
  'sign-off': (section) => `opened your sign-off${section === undefined ? '' : ` for ${section}`}`,
  'issued-list': () => 'read their list of sign-offs, with your name in it',
  person: () => 'opened the page about you and your work there',
  'team-list': () => 'read the list of their team, with your name in it',
  'rights-request': () => 'opened what you asked them about your record',
  complaint: () => 'opened your complaint',
  delegation: () => 'looked at what is signed on the statements of a task to delegate',
  recognition: () => 'opened what you shared with them to be recognised',
  standing: () => 'opened where you stand, as far as you share it',
  'standing-list': () => 'read where their team stands, with what you share in it',
}
