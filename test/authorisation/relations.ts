/** Who somebody is to the person whose record it is. A rule says which of these may. */

export type Relation =
  /** Everybody, signed in or not. */
  | 'anyone'
  /** Whoever is signed in. */
  | 'person'
  | 'self'
  /** Works for the same organisation today, whatever they may do there. */
  | 'colleague'
  /** An assessor whom the holder has asked, and who works there today. */
  | 'asked'
  /** An assessor whom the holder asked, and who has left. */
  | 'was-asked'
  | 'assesses'
  | 'issues'
  | 'manages'
  | 'stewards'
  | 'decides'
  /** Holds the holder's live share link. */
  | 'link'

/** What somebody may do where the record's owner works. */
export const relationOfPermission = {
  assess: 'assesses',
  issue: 'issues',
  'manage-team': 'manages',
} as const
