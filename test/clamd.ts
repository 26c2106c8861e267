/**
 * Speaks the protocol of ClamAV's daemon (INSTREAM over a Unix socket), and knows one virus: the test
 * file of EICAR. The real daemon answers the same where it is installed; its own database of viruses is
 * fetched from the internet, which no test does, so it is given one of that file alone.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
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

const program = '/usr/sbin/clamd'
export const clamdIsInstalled = existsSync(program)

/** ClamAV's own daemon: gives its socket once it listens. */
export async function realClamd(): Promise<string> {
  const folder = await temporaryFolder()
  const [socket, signatures] = [path.join(folder, 'clamd.ctl'), path.join(folder, 'signatures')]
  await mkdir(signatures)
  const body = eicar.toString('hex')
  await writeFile(path.join(signatures, 'test.ndb'), `Test.EICAR:0:*:${body}\n`)
  const settings = path.join(folder, 'clamd.conf')
  const lines = [`LocalSocket ${socket}`, `DatabaseDirectory ${signatures}`, 'Foreground yes']
  await writeFile(settings, `${lines.join('\n')}\n`)
  const daemon = spawn(program, ['-c', settings], { stdio: 'ignore' })
  afterAll(() => void daemon.kill())
  while (!existsSync(socket)) {
    if (daemon.exitCode !== null) throw new Error(`clamd ended with ${daemon.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return socket
}
