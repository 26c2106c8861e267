/** Sends bytes as they are over a socket, and reads what comes back until it is closed. */
import { connect, type Socket } from 'node:net'

export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body?: Buffer | undefined
  /** Leaves in the middle: so many bytes of the whole are sent. */
  readonly cutAfter?: number | undefined
}

export interface RawAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

export function bytesOf({ method, target, headers, body, cutAfter }: RawRequest): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines}\r\n`, 'latin1')
  const whole = body === undefined ? head : Buffer.concat([head, body])
  return cutAfter === undefined ? whole : whole.subarray(0, cutAfter)
}

/** `leaves`: whoever sends it goes away, so that a server that waits for more learns that none comes. */
export async function askBySocket(
  port: number,
  bytes: Buffer,
  { leaves = false } = {},
): Promise<RawAnswer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: leaves })
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => void chunks.push(chunk))
  // A server that refuses early closes while we still write.
  socket.on('error', () => {})
  socket.write(bytes)
  if (leaves) setTimeout(() => socket.end(), 20)
  await closing(socket)
  return readAnswer(Buffer.concat(chunks).toString('latin1'))
}

async function closing(socket: Socket): Promise<void> {
  const late = setTimeout(() => socket.destroy(), 20_000)
  await new Promise((resolve) => socket.once('close', resolve))
  clearTimeout(late)
}

function readAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const [head, body] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 4)]
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body }
}
