/** What was sent, made anew: the only bytes that are ever kept. */
import { detectFileType } from './model/detect-file-type.ts'
import { type FileRefusal, type FileType, largestFile, type Scan } from './model/evidence.ts'
import { renewPdf } from './renew-pdf.ts'
import { renewPicture } from './renew-picture.ts'
import { scanFile } from './scan-file.ts'

export interface RenewedFile {
  readonly type: FileType
  readonly bytes: Uint8Array
  readonly scan: Scan
}

export type Renewed = RenewedFile | { readonly refused: FileRefusal }

/** One after the other: each may ask for a hundred megabytes for a moment. */
let before: Promise<unknown> = Promise.resolve()

export function renewFile(
  sent: Uint8Array | undefined,
  settings: { readonly clamdSocket?: string | undefined },
): Promise<Renewed> {
  const renewed = before.then(() => renew(sent, settings.clamdSocket))
  before = renewed.catch(() => undefined)
  return renewed
}

async function renew(sent: Uint8Array | undefined, clamd: string | undefined): Promise<Renewed> {
  if (sent === undefined) return { refused: 'no-file' }
  if (sent.length > largestFile) return { refused: 'too-large' }
  const kind = detectFileType(sent)
  if (kind === 'empty' || kind === 'heic') return { refused: kind }
  if (kind === 'other') return { refused: 'other-kind' }
  // What was sent is scanned, before anything reads it.
  const scan = await scanFile(clamd, sent)
  if (scan === 'infected') return { refused: 'infected' }
  const made = kind === 'pdf' ? await renewPdf(sent) : await renewPicture(sent)
  if ('refused' in made) return made
  return { type: kind === 'pdf' ? 'application/pdf' : 'image/jpeg', bytes: made.bytes, scan }
}
