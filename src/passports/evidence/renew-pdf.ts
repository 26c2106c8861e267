import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { RenewedPdf } from './write-pdf-anew.ts'

/** Longer than any real certificate takes, in milliseconds. */
const patience = 20_000
const megabytes = 384

export async function renewPdf(bytes: Uint8Array): Promise<RenewedPdf> {
  const worker = new Worker(new URL('./renew-pdf-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  try {
    const [renewed] = await once(worker, 'message', { signal: AbortSignal.timeout(patience) })
    return renewed
  } catch {
    // It ran out of time or memory, or broke what reads it: all the same to whoever sent it.
    return { refused: 'broken' }
  } finally {
    await worker.terminate()
  }
}
