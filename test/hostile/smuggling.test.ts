/** What is no HTTP, or says two things at once: refused before any page is asked, and nothing rides along. */
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { testSite } from '../site.ts'
import { askBySocket } from './ask-by-socket.ts'
import { insidesIn } from './insides.ts'

const { app } = await testSite()
const asked: string[] = []
app.addHook('onRequest', async ({ method, url }) => void asked.push(`${method} ${url}`))
await app.listen({ port: 0, host: '127.0.0.1' })
// Of a server that listens on TCP.
const { port } = app.server.address() as AddressInfo

const hidden = 'GET /smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n'
const head = (lines: string) => `POST /verify HTTP/1.1\r\nhost: localhost\r\n${lines}\r\n\r\n`

/** Each with what hides in it, which no server before ours would have seen. */
const smuggling: Readonly<Record<string, string>> = {
  'a length and chunks': `${head(`content-length: 6\r\ntransfer-encoding: chunked`)}0\r\n\r\n${hidden}`,
  'two lengths': `${head('content-length: 0\r\ncontent-length: 60')}${hidden}`,
  'a length with a sign': `${head('content-length: +0')}${hidden}`,
  'a list of lengths': `${head('content-length: 0, 60')}${hidden}`,
  'chunks under another name': `${head('transfer-encoding: xchunked')}0\r\n\r\n${hidden}`,
  'chunks and something after': `${head('transfer-encoding: chunked, identity')}0\r\n\r\n${hidden}`,
  'chunks twice': `${head('transfer-encoding: chunked\r\ntransfer-encoding: cow')}0\r\n\r\n${hidden}`,
  'a space before the colon': `${head('transfer-encoding : chunked')}0\r\n\r\n${hidden}`,
  'a folded header': `${head('a: b\r\n content-length: 0')}${hidden}`,
  'a lone line feed': `${head('a: b\ntransfer-encoding: chunked')}0\r\n\r\n${hidden}`,
  'a lone carriage return': `${head('a: b\rtransfer-encoding: chunked')}0\r\n\r\n${hidden}`,
  'a NUL in a header': `${head('a: b\0\r\ncontent-length: 0')}${hidden}`,
  'a chunk of a negative length': `${head('transfer-encoding: chunked')}-1\r\n\r\n${hidden}`,
  'a chunk longer than numbers go': `${head('transfer-encoding: chunked')}${'f'.repeat(40)}\r\n${hidden}`,
}

const unreadable: Readonly<Record<string, string>> = {
  'nothing but lines': '\r\n\r\n\r\n',
  'another protocol': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'an older HTTP': 'GET /\r\n\r\n',
  'a later HTTP': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'no host': 'GET / HTTP/1.1\r\n\r\n',
  'two hosts': 'GET / HTTP/1.1\r\nhost: localhost\r\nhost: elsewhere.example\r\n\r\n',
  'a method that is none': 'GE\0T / HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'an address with a space': 'GET /a b HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'an address of bytes': 'GET /\xff\xfe HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'an address of somewhere else':
    'GET http://elsewhere.example/ HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'a tunnel': 'CONNECT elsewhere.example:443 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'the whole server': 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'half a line': 'GET /frame',
  'half a head': 'GET / HTTP/1.1\r\nhost: localhost\r\naccept: ',
  'half a form': `${head('content-length: 100\r\ncontent-type: application/x-www-form-urlencoded')}_csrf=`,
  'half a chunk': `${head('transfer-encoding: chunked')}ff\r\nabc`,
  'a head of a megabyte': `GET / HTTP/1.1\r\nhost: localhost\r\n${'a: b\r\n'.repeat(200_000)}\r\n`,
  'an address of a megabyte': `GET /${'a'.repeat(1_000_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
}

describe('a request in which another hides', () => {
  it.each(Object.entries(smuggling))('by %s brings nothing along', async (_, bytes) => {
    asked.length = 0
    const { status, body } = await askBySocket(port, Buffer.from(bytes, 'latin1'), { leaves: true })
    expect(asked.filter((one) => one.includes('smuggled'))).toEqual([])
    expect([400, 403, 415, 0]).toContain(status)
    expect(insidesIn(body)).toBeUndefined()
  })
})

describe('what cannot be read', () => {
  it.each(Object.entries(unreadable))('as %s is no fault of ours', async (_, bytes) => {
    const { status, body } = await askBySocket(port, Buffer.from(bytes, 'latin1'), { leaves: true })
    expect(status).toBeLessThan(500)
    expect(insidesIn(body)).toBeUndefined()
  })

  it('leaves the site as it was', async () => {
    const hello = 'GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'
    expect((await askBySocket(port, Buffer.from(hello))).status).toBe(200)
  })

  it('is not waited for without end', () => {
    expect(app.server.headersTimeout).toBeGreaterThan(0)
    expect(app.server.requestTimeout).toBeGreaterThan(0)
    expect(app.server.requestTimeout).toBeLessThanOrEqual(300_000)
  })
})
