import type { Link, Person } from '../../actor.ts'

/** What can be looked at. A new kind needs words in privacy/viewings/model/describe-viewing.ts. */
export const viewedKinds = [
  /** A request for sign-off, by whom it was sent to. */
  'request',
  /** A file that was shown with a request, by whom it was sent to. */
  'evidence',
  /** One sign-off, by those who answer for it. */
  'sign-off',
  /** The list of all the sign-offs that an organisation answers for. */
  'issued-list',
  /** What a share link opens, by whoever has the link. */
  'share',
  /** The page about a person, by their manager. */
  'person',
  /** A list of the people of a team. */
  'team-list',
  /** A request to put a record right, or an objection, by those who answer it. */
  'rights-request',
  'complaint',
  /** A set that was shared with an organisation to be recognised there. */
  'recognition',
  'delegation',
  /** Where somebody stands, as far as they share it: a page of theirs, and a list of a team. */
  'standing',
  'standing-list',
] as const
export type Viewed = (typeof viewedKinds)[number]

export interface Viewing {
  readonly holderId: string
  /** Whoever has a link stays unknown: a time and the link are kept, and nothing of who it was. */
  readonly viewer: Person | Link
  /** For whom a person looks, by slug. */
  readonly organisation?: string | undefined
  readonly what: Viewed
  /** The request, sign-off or link that was opened; nothing for a list or a person. */
  readonly subjectId?: string | undefined
  /** A section of a framework ("3.9"), or the day on which a link was made; never people's words. */
  readonly about?: string | undefined
}
