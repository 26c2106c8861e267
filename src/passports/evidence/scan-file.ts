/** Asks ClamAV's daemon about a file, by its own protocol (clamd(8), INSTREAM). */
import { connect, type Socket } from 'node:net'
import type { Scan } from './model/evidence.ts'

/** In milliseconds. */
const patience = 30_000
const pieceLength = 65_536

/** `socket` is a path, or host:port; without it nothing is scanned. */
export async function scanFile(
  socket: string | undefined,
  bytes: Uint8Array,
): Promise<Scan | 'infected'> {
  if (socket === undefined) return 'not-scanned'
  const answer = await ask(socket, bytes).catch(() => '')
  if (/ FOUND\b/.test(answer)) return 'infected'
  // A daemon that is away, or says something else, has not said that it is clean.
  return /^stream: OK\0?$/.test(answer.trim()) ? 'clean' : 'not-scanned'
}

function ask(address: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const daemon = connectTo(address)
    let answer = ''
    daemon.setTimeout(patience, () => daemon.destroy(new Error('clamd did not answer')))
    daemon.on('error', reject)
    daemon.on('data', (piece) => {
      answer += piece.toString('latin1')
    })
    daemon.on('close', () => resolve(answer))
    daemon.on('connect', () => send(daemon, bytes))
  })
}

function connectTo(address: string): Socket {
  if (address.startsWith('/')) return connect(address)
  const [host = '', port = ''] = address.split(/:(?=\d+$)/)
  return connect(Number(port), host)
}

function send(daemon: Socket, bytes: Uint8Array): void {
  daemon.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const piece = bytes.subarray(at, at + pieceLength)
    daemon.write(lengthOf(piece.length))
    daemon.write(piece)
  }
  daemon.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
