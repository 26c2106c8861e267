/** What a holder keeps to show how they know: words, a picture or a PDF. */

export type FileType = 'application/pdf' | 'image/jpeg'

/** "not-scanned": there was nothing to look for viruses with, so nobody but the holder opens it. */
export type Scan = 'clean' | 'not-scanned'

export interface EvidenceFile {
  readonly type: FileType
  /** Bytes, as they are kept. */
  readonly size: number
  readonly scan: Scan
}

export interface Evidence {
  readonly id: string
  readonly about: About
  /** The note itself, or what the file shows. */
  readonly words: string
  readonly file?: EvidenceFile | undefined
  readonly at: Date
}

export type About =
  | { readonly entryId: string }
  | { readonly edition: string; readonly code: string }

/** Bytes of one file as it is sent, and of all that a holder keeps. */
export const largestFile = 8_000_000
export const mostBytes = 50_000_000
export const mostEvidence = 100
export const mostPages = 40
export const mostPixels = 50_000_000

/** Whether anybody but the holder may ever open it. */
export function mayBeOpenedByOthers({ file }: Evidence): boolean {
  return file === undefined || file.scan === 'clean'
}

export type FileRefusal =
  | 'no-file'
  | 'empty'
  | 'too-large'
  | 'heic'
  | 'other-kind'
  | 'broken'
  | 'too-many-pixels'
  | 'locked'
  | 'too-many-pages'
  | 'packed'
  | 'infected'
  | 'busy'
  | 'one-at-a-time'

/** What to do about it. */
export const refusalWords: Readonly<Record<FileRefusal, string>> = {
  'no-file': 'Choose a photo or a PDF',
  empty: 'This file is empty. Choose another one',
  'too-large': 'The file must be smaller than 8 MB. Take the photo again at a smaller size',
  heic: 'This photo is in the HEIC format, which we cannot open. Take a screenshot of it and choose that, or save it as JPEG',
  'other-kind': 'The file must be a photo (JPEG or PNG) or a PDF. Take a photo of it instead',
  broken:
    'We could not open this file: a part of it is missing or wrong. Save it again, or take a photo of it',
  'too-many-pixels': 'The picture is too large to open. Take a screenshot of it and choose that',
  locked: 'This PDF is locked with a password. Take a photo or a screenshot of the page instead',
  'too-many-pages': `The PDF must have ${mostPages} pages or fewer. Save only the pages that show it`,
  packed:
    'This PDF is packed in a way that we do not open. Print it to a new PDF, or take a photo of it',
  infected: 'A virus was found in this file. It was not kept. Tell whoever gave it to you',
  busy: 'Many people are sending files just now. It was not kept. Try again in a minute',
  'one-at-a-time':
    'We are still opening the file that you sent before. Send one at a time, and try this one again in a minute',
}
