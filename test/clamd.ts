/**
 * Speaks the protocol of ClamAV's daemon (INSTREAM over a Unix socket), and knows one virus: the test
 * file of EICAR. The real daemon does not start without its database, which no test can fetch.
 */
import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import { afterAll } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/** In two halves, so that this file is not taken for one. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(''),
)

export async function fakeClamd(): Promise<{
  readonly socket: string
  readonly asked: () => number
}> {
  const socket = path.join(await temporaryFolder(), 'clamd.ctl')
  let asked = 0
  const server = createServer((client) => {
    let given = Buffer.alloc(0)
    client.on('error', () => client.destroy())
    client.on('data', (piece: Buffer) => {
      given = Buffer.concat([given, piece])
      const file = fileIn(given)
      if (file === undefined) return
      asked += 1
      answer(client, file)
    })
  })
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  afterAll(() => void server.close())
  return { socket, asked: () => asked }
}

function answer(client: Socket, file: Buffer): void {
  const found = file.includes(eicar)
  client.end(found ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0')
}

/** Undefined until the piece of no length, which ends it. */
function fileIn(given: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (given.length < command.length) return undefined
  if (given.subarray(0, command.length).toString('latin1') !== command)
    throw new Error('no command')
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= given.length; ) {
    const length = given.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(given.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
