/** A browser keeps its connection open: the service must not wait for it when it is told to stop. */
import { connect, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'

const { app } = await testSite()

const body = '_csrf=none'
const head = `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`

it('answers what it was asked before, and keeps no connection open after', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it listens nowhere')
  const socket = connect(address.port, '127.0.0.1')
  const asked = new Promise((resolve) => app.server.once('request', resolve))
  socket.write(head)
  await asked
  const closed = app.close()
  // As a browser does, and unlike a socket that ends by itself.
  const answer = readAll(socket)
  socket.write(body)
  await closed
  expect(await answer).toMatch(/^HTTP\/1.1 403 /)
}, 10_000)

function readAll(socket: Socket): Promise<string> {
  let words = ''
  socket.on('data', (some) => {
    words += some.toString()
  })
  return new Promise((resolve, reject) => {
    socket.on('close', () => resolve(words))
    socket.on('error', reject)
  })
}
