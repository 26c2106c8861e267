/** Makes a document in a thread of its own: setting ninety pages would hold up everybody's page. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Publication } from './model/publication.ts'

export type SetKind = 'pdf' | 'docx'

/** Longer than any edition takes on a busy machine, in milliseconds. */
const patience = 120_000

export async function writeApart(kind: SetKind, publication: Publication): Promise<Buffer> {
  const worker = new Worker(new URL('./write-thread.ts', import.meta.url), {
    workerData: { kind, publication },
  })
  try {
    const [bytes] = await once(worker, 'message', { signal: AbortSignal.timeout(patience) })
    return Buffer.from(bytes)
  } finally {
    await worker.terminate()
  }
}
