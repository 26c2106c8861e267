import { execFileSync } from 'node:child_process'
import { scrypt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { privateFolder } from '../../test/temporary-folder.ts'
import { documentFetcher, remembering } from './fetch-document.ts'
import { isPublicAddress } from './public-addresses.ts'

// Not one of ours to install: where it is missing these tests are skipped, and vitest says so.
const openssl = 'openssl'
const hasOpenssl = canRun(openssl)

function canRun(command: string): boolean {
  try {
    execFileSync(command, ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A server of our own at a name that resolves to this computer, with a certificate for it. */
describe.runIf(hasOpenssl)('a server that answers over https', async () => {
  const certificate = hasOpenssl ? await makeCertificate() : { key: '', cert: '' }
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
  const server = createServer(certificate, (request, response) => {
    const answer = answers.get(request.url ?? '')
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  // A listening TCP server has an address and a port.
  const { port } = server.address() as AddressInfo
  const base = `https://localtest.me.test:${port}`
  const here = { allows: () => true, ca: certificate.cert, port }
  const resolvesHere = { ...here, resolve: () => '127.0.0.1' }
  const fetchDocument = documentFetcher(resolvesHere)
  const json = (value: unknown) => (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200).end(JSON.stringify(value))
  const redirect = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(302, { location }).end()

  it('gives its JSON', async () => {
    answers.set('/did.json', json({ id: 'did:web:a' }))
    expect(await fetchDocument(`${base}/did.json`)).toEqual({ id: 'did:web:a' })
  })

  it('is followed to another page of its own, and to no other host', async () => {
    answers.set('/moved', redirect('/did.json'))
    answers.set('/away', redirect(`https://127.0.0.1:${port}/did.json`))
    answers.set('/plain', redirect(`http://localtest.me.test:${port}/did.json`))
    answers.set('/round', redirect('/round'))
    expect(await fetchDocument(`${base}/moved`)).toEqual({ id: 'did:web:a' })
    expect(await fetchDocument(`${base}/away`)).toBeUndefined()
    expect(await fetchDocument(`${base}/plain`)).toBeUndefined()
    expect(await fetchDocument(`${base}/round`)).toBeUndefined()
  })

  it('is not read past the largest answer', async () => {
    answers.set('/large', json({ text: 'x'.repeat(300_000) }))
    expect(await fetchDocument(`${base}/large`)).toBeUndefined()
  })

  it('is no use when it answers something else', async () => {
    answers.set('/text', (_, response) => void response.end('hello'))
    expect(await fetchDocument(`${base}/text`)).toBeUndefined()
    expect(await fetchDocument(`${base}/missing`)).toBeUndefined()
  })

  it('is not connected to at an address that is not public', async () => {
    const guarded = documentFetcher({ ...resolvesHere, allows: isPublicAddress })
    expect(await guarded(`${base}/did.json`)).toBeUndefined()
  })

  it('is not knocked at on another door than that of https', async () => {
    const { port: _, ...usual } = resolvesHere
    expect(await documentFetcher(usual)(`${base}/did.json`)).toBeUndefined()
  })

  it('is found by asking name servers, and refused when one of its addresses is not public', async () => {
    const names = await nameServer({
      'localtest.me.test': ['127.0.0.1'],
      'both.test': ['93.184.215.14', '127.0.0.1'],
    })
    const byName = { ...here, nameServers: [names] }
    const isPublicOrHere = (address: string, family: number) =>
      address === '127.0.0.1' || isPublicAddress(address, family)
    const found = await documentFetcher({ ...byName, allows: isPublicOrHere })(`${base}/did.json`)
    expect(found).toEqual({ id: 'did:web:a' })
    const guarded = documentFetcher({ ...byName, allows: isPublicAddress })
    const asked = vi.fn(json({}))
    answers.set('/guarded', asked)
    expect(await guarded(`${base}/guarded`)).toBeUndefined()
    expect(await guarded(`https://both.test:${port}/guarded`)).toBeUndefined()
    expect(await guarded(`https://missing.test:${port}/guarded`)).toBeUndefined()
    expect(asked).not.toHaveBeenCalled()
  })

  it('holds up nothing else while its name servers are silent', async () => {
    const silent = documentFetcher({ ...here, nameServers: [await nameServer('silent')] })
    const order: string[] = []
    const fetches = Array.from({ length: 30 }, (_, n) =>
      silent(`https://silent-${n}.test:${port}/`).then(() => order.push('fetch')),
    )
    await promisify(scrypt)('a', 'b', 32)
    order.push('hash')
    await Promise.all(fetches)
    expect(order.indexOf('hash')).toBe(0)
    expect(order).toHaveLength(31)
  })

  it('is asked twenty questions at once at most, and all of them in the end', async () => {
    let [now, most] = [0, 0]
    answers.set('/busy', (_, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        response.writeHead(200).end('{}')
      }, 50)
    })
    const many = await Promise.all(Array.from({ length: 50 }, () => fetchDocument(`${base}/busy`)))
    expect(many).toEqual(Array(50).fill({}))
    expect(most).toBeLessThanOrEqual(20)
  })

  it('is not believed with a certificate that nobody vouches for', async () => {
    const { ca: _, ...usual } = resolvesHere
    expect(await documentFetcher(usual)(`${base}/did.json`)).toBeUndefined()
  })

  it('is given up on when it never ends', async () => {
    answers.set('/slow', (_, response) => void response.writeHead(200).write('{'))
    expect(await fetchDocument(`${base}/slow`)).toBeUndefined()
  })
})

/** Answers with the addresses of each name (RFC 1035 §4), or says nothing at all; gives where it listens. */
async function nameServer(known: Readonly<Record<string, string[]>> | 'silent'): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    if (known !== 'silent') socket.send(answerTo(question, known), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => void socket.close())
  return `127.0.0.1:${socket.address().port}`
}

function answerTo(question: Buffer, known: Readonly<Record<string, string[]>>): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString())
    at += 1 + length
  }
  const asksIpv4 = question.readUInt16BE(at + 1) === 1
  const found = asksIpv4 ? (known[labels.join('.')] ?? []) : []
  const head = Buffer.from(question.subarray(0, 12))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(found.length, 6)
  head.writeUInt32BE(0, 8)
  const records = found.map((address) =>
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]),
  )
  return Buffer.concat([head, question.subarray(12, at + 5), ...records])
}

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const folder = await privateFolder()
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const name = ['-subj', '/CN=test', '-addext', 'subjectAltName=DNS:localtest.me.test']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync(openssl, ['req', '-x509', ...kind, ...name, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

describe('remembering', () => {
  it('asks once for what many want at once', async () => {
    const asked: string[] = []
    const remembered = remembering(async (address) => {
      asked.push(address)
      return { address }
    })
    const wanted = Array.from({ length: 40 }, () => remembered('https://a.example/did.json'))
    const answers = await Promise.all(wanted)
    expect(new Set(answers).size).toBe(1)
    expect(asked).toEqual(['https://a.example/did.json'])
  })

  it('forgets the oldest of more than a hundred', async () => {
    let asked = 0
    const remembered = remembering(async () => ++asked)
    for (let at = 0; at < 101; at++) await remembered(`https://a.example/${at}`)
    expect(await remembered('https://a.example/100')).toBe(101)
    expect(await remembered('https://a.example/0')).toBe(102)
  })
})
