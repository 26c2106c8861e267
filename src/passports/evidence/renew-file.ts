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

export async function renewFile(
  sent: Uint8Array | undefined,
  { clamdSocket }: { readonly clamdSocket?: string | undefined },
): Promise<Renewed> {
  if (sent === undefined) return { refused: 'no-file' }
  if (sent.length > largestFile) return { refused: 'too-large' }
  const kind = detectFileType(sent)
  if (kind === 'empty' || kind === 'heic') return { refused: kind }
  if (kind === 'other') return { refused: 'other-kind' }
  // What was sent is scanned, before anything reads it.
  const scan = await scanFile(clamdSocket, sent)
  if (scan === 'infected') return { refused: 'infected' }
  if (kind === 'pdf') {
    const made = await inTurn('pdf', () => renewPdf(sent))
    return 'refused' in made ? made : { type: 'application/pdf', bytes: made.bytes, scan }
  }
  const made = await inTurn('picture', () => renewPicture(sent))
  return 'refused' in made ? made : { type: 'image/jpeg', bytes: made.bytes, scan }
}

const before = { pdf: Promise.resolve(), picture: Promise.resolve() }

/** One after the other: each may ask for a hundred megabytes for a moment. */
function inTurn<Made>(lane: keyof typeof before, make: () => Promise<Made>): Promise<Made> {
  const made = before[lane].then(make)
  before[lane] = made.then(
    () => undefined,
    () => undefined,
  )
  return made
}
