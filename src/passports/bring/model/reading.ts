/** What came of looking for credentials in a file. */

/** In bytes, unpacked. */
export const mostText = 1_000_000

/** Of one file: each of them may have to be asked about elsewhere. */
export const mostCredentials = 40

export type ReadingFault =
  | 'damaged'
  | 'no-credential'
  | 'older-badge'
  | 'too-large'
  | 'not-a-credential'
  | 'live-markup'
  | 'locked'

export type Reading =
  | { readonly texts: readonly string[]; readonly fault?: undefined }
  | { readonly fault: ReadingFault }
