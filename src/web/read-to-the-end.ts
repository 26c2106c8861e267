import type { Readable } from 'node:stream'

const mostRead = 20_000_000
const longestRead = 10_000

/** Reads and drops what is still coming, within reason, so that whoever sends it can read the answer. */
export async function readToTheEnd(body: Readable): Promise<void> {
  let size = 0
  const deadline = AbortSignal.timeout(longestRead)
  await new Promise<void>((resolve) => {
    const stop = () => {
      body.off('data', count).pause()
      resolve()
    }
    const count = (chunk: Buffer) => {
      size += chunk.length
      if (size > mostRead) stop()
    }
    body.on('data', count).once('end', resolve).once('error', resolve).once('close', resolve)
    deadline.addEventListener('abort', stop, { once: true })
  })
}
