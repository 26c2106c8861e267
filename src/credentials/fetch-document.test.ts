import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { privateFolder } from '../../test/temporary-folder.ts'
import { documentFetcher, isPublicAddress, mayAsk, remembering } from './fetch-document.ts'

describe('an address', () => {
  it.each([
    'http://issuer.example/did.json',
    'https://127.0.0.1/did.json',
    'https://2130706433/did.json',
    'https://0x7f.1/did.json',
    'https://[::1]/did.json',
    'https://localhost/did.json',
    'https://db.localhost/did.json',
    'https://printer.local/did.json',
    'https://metadata.google.internal/did.json',
    'https://intranet/did.json',
    'https://user:password@issuer.example/did.json',
    'file:///etc/passwd',
    'data:application/json,{}',
  ])('is never asked: %s', async (address) => {
    expect(mayAsk(new URL(address))).toBe(false)
  })

  it('may be asked when it is a name on the open network', () => {
    expect(mayAsk(new URL('https://issuer.example/did.json'))).toBe(true)
    expect(mayAsk(new URL('https://issuer.example:8443/did.json'))).toBe(true)
  })
})

describe('what a name resolves to', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
  ])('is not public: %s', (address) => expect(isPublicAddress(address, 4)).toBe(false))

  it.each([
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ])('is not public: %s', (address) => expect(isPublicAddress(address, 6)).toBe(false))

  it('may be public', () => {
    expect(isPublicAddress('93.184.215.14', 4)).toBe(true)
    expect(isPublicAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c', 6)).toBe(true)
  })
})

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
  const resolvesHere = { allows: () => true, ca: certificate.cert, resolve: () => '127.0.0.1' }
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

  it('is not believed with a certificate that nobody vouches for', async () => {
    const { ca: _, ...usual } = resolvesHere
    expect(await documentFetcher(usual)(`${base}/did.json`)).toBeUndefined()
  })

  it('is given up on when it never ends', async () => {
    answers.set('/slow', (_, response) => void response.writeHead(200).write('{'))
    expect(await fetchDocument(`${base}/slow`)).toBeUndefined()
  })
})

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
