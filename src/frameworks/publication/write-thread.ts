/** The thread of write-apart.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Publication } from './model/publication.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { writeWord } from './word/write-word.ts'
import type { SetKind } from './write-apart.ts'

// What write-apart.ts gives, and nobody else starts it.
const { kind, publication } = workerData as {
  readonly kind: SetKind
  readonly publication: Publication
}
parentPort?.postMessage(await (kind === 'pdf' ? writePdf(publication) : writeWord(publication)))
