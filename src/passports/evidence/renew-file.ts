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

interface Sending {
  readonly clamdSocket?: string | undefined
  /** Whose file it is: of each person one is opened at a time. */
  readonly sender: string
}

const senders = new Set<string>()

export async function renewFile(
  sent: Uint8Array | undefined,
  { clamdSocket, sender }: Sending,
): Promise<Renewed> {
  if (sent === undefined) return { refused: 'no-file' }
  if (sent.length > largestFile) return { refused: 'too-large' }
  if (senders.has(sender)) return { refused: 'one-at-a-time' }
  senders.add(sender)
  try {
    return await openAndRenew(sent, clamdSocket)
  } finally {
    senders.delete(sender)
  }
}

async function openAndRenew(sent: Uint8Array, clamdSocket: string | undefined): Promise<Renewed> {
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

/** Files of each kind, with the one that is being opened: nobody should wait for minutes. */
export const mostWaiting = 6

const lanes = {
  pdf: { last: Promise.resolve(), waiting: 0 },
  picture: { last: Promise.resolve(), waiting: 0 },
}

/** One after the other: each may ask for a hundred megabytes for a moment. */
async function inTurn<Made>(
  kind: keyof typeof lanes,
  make: () => Promise<Made>,
): Promise<Made | { readonly refused: 'busy' }> {
  const lane = lanes[kind]
  if (lane.waiting >= mostWaiting) return { refused: 'busy' }
  lane.waiting += 1
  const made = lane.last.then(make).finally(() => {
    lane.waiting -= 1
  })
  lane.last = made.then(
    () => undefined,
    () => undefined,
  )
  return made
}
