import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { InjectOptions } from 'fastify'
import { describe, expect, it } from 'vitest'
import { issueForTest, organisation, people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { asActor } from '../database/as-actor.ts'
import { withdrawCredential } from './credentials-actions.ts'
import { checkSignature } from './model/check-signature.ts'
import { publicKeyFromMultibase } from './model/multikey.ts'
import { readCredential } from './model/read-credential.ts'
import { decodeStatusList, readStatusBit } from './model/status-list.ts'

const { app, site, database } = await testSite()
const json = { accept: 'application/json' }

async function form() {
  const page = await app.inject('/verify')
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { token, cookie }
}

interface Sent {
  readonly credential?: string | Buffer
  readonly file?: string | Buffer
}

async function send(sent: Sent, headers: Record<string, string> = {}) {
  const { token, cookie } = await form()
  const boundary = 'a-boundary'
  const part = (name: string, value: string | Buffer, more = '') => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]
  const payload = Buffer.concat([
    ...part('_csrf', token),
    ...part('credential', sent.credential ?? ''),
    ...part('file', sent.file ?? '', `; filename="${sent.file === undefined ? '' : 'a.json'}"`),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const type = `multipart/form-data; boundary=${boundary}`
  const options: InjectOptions = { method: 'POST', url: '/verify', payload }
  return app.inject({ ...options, headers: { cookie, 'content-type': type, ...headers } })
}

/** What a reader sees, without the words that are for a screen reader alone. */
function wordsOf(body: string): string {
  return body
    .replaceAll(/<span class="nhsuk-u-visually-hidden">[^<]*<\/span>/g, '')
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' .', '.')
}

const issued = async () => JSON.stringify((await issueForTest(site)).document)

describe('an organisation', () => {
  it('has a plain page that says who vouches for it', async () => {
    await issueForTest(site)
    const page = await app.inject(`/orgs/${organisation}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Merrowfell Hospitals NHS Trust')
    expect(page.body).toContain('Verified by two stewards of Lanyard Framework Stewards')
    expect(page.body).toContain(`did:web:localhost%3A3000:orgs:${organisation}`)
  })

  it('serves its public keys, and nothing of the private ones', async () => {
    const headers = { accept: 'application/did+json' }
    const answer = await app.inject({ url: `/orgs/${organisation}/did.json`, headers })
    expect(answer.headers['content-type']).toMatch(/^application\/did\+json/)
    const document = answer.json()
    expect(document.id).toBe(`did:web:localhost%3A3000:orgs:${organisation}`)
    expect(document.assertionMethod).toEqual([document.verificationMethod[0].id])
    expect(Object.keys(document.verificationMethod[0]).sort()).toEqual([
      'controller',
      'id',
      'publicKeyMultibase',
      'type',
    ])
    const plain = await app.inject(`/orgs/${organisation}/did.json`)
    expect(plain.headers['content-type']).toMatch(/^application\/json/)
  })

  it('keeps every key that it ever had in its document', async () => {
    const id = `did:web:localhost%3A3000:orgs:${organisation}#old`
    await database.ownerDb
      .insertInto('issuer_key')
      .values({
        id,
        organisation,
        public_key: Buffer.alloc(32, 7),
        sealed_private_key: Buffer.alloc(60),
        created_at: new Date('2020-01-01'),
      })
      .execute()
    const document = (await app.inject(`/orgs/${organisation}/did.json`)).json()
    expect(document.assertionMethod).toHaveLength(2)
    expect(document.assertionMethod[1]).toBe(id)
  })

  it('is not found when it is not in the register, or has issued nothing', async () => {
    expect((await app.inject('/orgs/nobody')).statusCode).toBe(404)
    expect((await app.inject('/orgs/nobody/did.json')).statusCode).toBe(404)
    expect((await app.inject('/orgs/sallowmarch-college/did.json')).statusCode).toBe(404)
    const page = await app.inject('/orgs/sallowmarch-college')
    expect(page.body).toContain('It has issued no credential yet')
  })
})

describe('a status list', () => {
  const address = (purpose: string) => `/status/${organisation}-1-${purpose}`

  it.each(['revocation', 'suspension'])('for %s is signed by its organisation', async (purpose) => {
    const answer = await app.inject({
      url: address(purpose),
      headers: { accept: 'application/vc' },
    })
    expect(answer.headers['content-type']).toMatch(/^application\/vc/)
    const claimed = readCredential(answer.json())
    if ('outcome' in claimed) throw new Error('the list is no credential')
    const { verificationMethod } = (await app.inject(`/orgs/${organisation}/did.json`)).json()
    const keyOf = (method: string) =>
      publicKeyFromMultibase(
        verificationMethod.find(({ id }: { id: string }) => id === method)?.publicKeyMultibase,
      )
    const signature = await checkSignature(claimed, {
      now: new Date(),
      found: { known: true, keyOf },
    })
    expect(signature.outcome).toBe('valid')
    expect(claimed.document.id).toBe(`${site.config.baseUrl}${address(purpose)}`)
  })

  it('sets the bit of a credential that was withdrawn, and of no other', async () => {
    const { id, document } = await issueForTest(site)
    const [entry] = Object(document).credentialStatus
    const index = Number(entry.statusListIndex)
    const bits = async (purpose: string) =>
      decodeStatusList((await app.inject(address(purpose))).json().credentialSubject.encodedList)
    const before = await bits('revocation')
    expect(before && readStatusBit(before, index)).toBe(false)
    const actor = personWith(people.issuer)
    await asActor(site.db, actor, (db) => withdrawCredential(db, actor, id))
    const after = await bits('revocation')
    expect(after && readStatusBit(after, index)).toBe(true)
    expect(after?.bits.filter((byte) => byte !== 0)).toHaveLength(1)
    expect((await bits('suspension'))?.bits.some((byte) => byte !== 0)).toBe(false)
  })

  it('is answered "not modified" until something in it changes', async () => {
    const first = await app.inject(address('revocation'))
    const headers = { 'if-none-match': String(first.headers.etag) }
    expect((await app.inject({ url: address('revocation'), headers })).statusCode).toBe(304)
    const { id } = await issueForTest(site)
    const actor = personWith(people.issuer)
    await asActor(site.db, actor, (db) => withdrawCredential(db, actor, id))
    expect((await app.inject({ url: address('revocation'), headers })).statusCode).toBe(200)
  })

  it.each(['nobody-1-revocation', `${organisation}-1`, `${organisation}-9-revocation`])(
    'is not found: %s',
    async (name) => expect((await app.inject(`/status/${name}`)).statusCode).toBe(404),
  )
})

describe('the page that verifies', () => {
  it('opens with what a verdict does not prove', async () => {
    const { body, statusCode } = await app.inject('/verify')
    expect(statusCode).toBe(200)
    const limits = body.indexOf(
      'Check photo ID. It does not replace identity, DBS, right-to-work, health or reference checks.',
    )
    expect(limits).toBeGreaterThan(0)
    expect(limits).toBeLessThan(body.indexOf('<form method="post" action="/verify"'))
    expect(body).toContain('Somebody else’s tool will answer')
  })

  it('answers what was pasted with the verdict in words, step by step', async () => {
    const answer = await send({ credential: await issued() })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    for (const words of ['Signature', 'Issuer known', 'Not withdrawn', 'In date']) {
      expect(answer.body).toContain(`${words}: valid`)
    }
    const words = wordsOf(answer.body)
    expect(words).toContain('Is it unchanged since it was signed? Yes')
    expect(words).toContain(
      'Was the issuer on Lanyard’s list of checked organisations that day? Yes: Merrowfell Hospitals NHS Trust',
    )
    expect(words).toContain('Has it been withdrawn? No')
    expect(words).toContain('Is it in date? Yes, until 1 January 2099')
    expect(words).toContain('Statements confirmed')
    expect(answer.body.indexOf('Check photo ID')).toBeLessThan(answer.body.indexOf('All four'))
  })

  it('names outcome, issuer, assessor and review date first, and says that it names no holder', async () => {
    const words = wordsOf((await send({ credential: await issued() })).body)
    const inOrder = [
      'Check photo ID.',
      'Valid All four checks passed.',
      'Issued by Merrowfell Hospitals NHS Trust',
      'Assessed by Ruth Ellison, Occupational therapist. HCPC DEMO-00123',
      'Review due 1 January 2099',
      'This file does not say whose it is. Ask the person for a link: it shows their name.',
      'Is it unchanged',
    ]
    const places = inOrder.map((said) => words.indexOf(said))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  it('says that an assessor is not on a register, of our own issuers alone', async () => {
    const assessor = { name: 'Halina', jobTitle: 'Reablement team leader' }
    const { document } = await issueForTest(site, { assessor })
    const own = JSON.stringify(document)
    expect(wordsOf((await send({ credential: own })).body)).toContain(
      'Assessed by Halina, Reablement team leader. Not on a professional register',
    )
    const changed = own.replaceAll('Halina', 'Halima')
    expect(wordsOf((await send({ credential: changed })).body)).toContain(
      'It says it was assessed by Halima, Reablement team leader. No registration given',
    )
  })

  it('says when it was withdrawn, and no longer that its statements are confirmed', async () => {
    const { id, document } = await issueForTest(site)
    const actor = personWith(people.issuer)
    await asActor(site.db, actor, (db) => withdrawCredential(db, actor, id))
    const { body } = await send({ credential: JSON.stringify(document) })
    expect(wordsOf(body)).toMatch(
      /Has it been withdrawn\? Yes\. Withdrawn by the issuer on \d{1,2} \w+ \d{4}\./,
    )
    expect(body).toContain('Not withdrawn: not valid')
    expect(body).toContain('Statements it named')
    expect(body).not.toContain('Statements confirmed')
  })

  it.each([
    'http://localhost:3000/share/a-token_1',
    'localhost:3000/share/a-token_1',
    'Hello, here it is: <http://LOCALHOST:3000/share/a-token_1>. Bye',
  ])('leads to a link of ours that was pasted instead: %s', async (credential) => {
    const answer = await send({ credential })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/share/a-token_1'])
    expect((await send({ credential }, json)).statusCode).toBe(422)
  })

  it.each([
    'https://example.com/share/a-token',
    'https://example.com/localhost:3000/share/a-token',
    'http://localhost:3000/share/',
    'http://localhost:3000/sharex/a',
  ])('leads nowhere else: %s', async (credential) => {
    const answer = await send({ credential })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('This is not a Lanyard credential.')
  })

  it('answers an uploaded file alike', async () => {
    const answer = await send({ file: await issued() })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Signature: valid')
  })

  it('answers a machine with outcome and steps alone', async () => {
    const answer = await send({ credential: await issued() }, json)
    expect(Object.keys(answer.json())).toEqual(['outcome', 'steps'])
    expect(answer.json().outcome).toBe('valid')
  })

  it('says what a changed credential only claims', async () => {
    const changed = (await issued()).replace('Community rehabilitation', 'Intensive care')
    const answer = await send({ credential: changed })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Signature: not valid')
    expect(answer.body).toContain('What the document claims: not proven')
    expect(answer.body).not.toContain('Signature: valid')
  })

  it('never shows unknown as valid', async () => {
    const elsewhere = (await issued()).replaceAll('localhost%3A3000', 'issuer.invalid')
    const answer = await send({ credential: elsewhere }, json)
    expect(answer.statusCode).toBe(200)
    expect(answer.json().outcome).not.toBe('valid')
  })

  it('escapes whatever the document says', async () => {
    const hostile = (await issued()).replace('Communication at entry level', '<script>x</script>')
    expect((await send({ credential: hostile })).body).not.toContain('<script>x</script>')
  })

  it('keeps nothing that is sent to it', async () => {
    const { ownerDb } = database
    const marked = { name: 'A mark that nobody else would write' }
    await send({ credential: JSON.stringify(marked) })
    const rows = await ownerDb.selectFrom('audit_event').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(marked.name)
    const stored = await ownerDb.selectFrom('credential').select('document').execute()
    expect(JSON.stringify(stored)).not.toContain(marked.name)
  })
})

describe('what is no credential', () => {
  const notUtf8 = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])

  const notOne = /This is not a Lanyard credential\. Paste the whole text of the file, or ask/
  const otherKind = /a kind of file that cannot be checked here\. Do not rely on it/

  it.each<[string, () => Promise<Sent> | Sent, RegExp, RegExp?]>([
    ['nothing at all', () => ({}), /Paste a credential, or choose its file/],
    ['both at once', () => ({ credential: '{}', file: '{}' }), /not both/],
    ['words', () => ({ credential: 'hello' }), notOne, /it is not JSON/],
    [
      'JSON of another kind',
      () => ({ credential: '{"a":1}' }),
      notOne,
      /does not say that it is one/,
    ],
    ['a file that is not UTF-8', () => ({ file: notUtf8 }), notOne, /not text in UTF-8/],
    [
      'a proof of another kind',
      async () => ({ credential: (await issued()).replace('eddsa-rdfc-2022', 'bbs-2023') }),
      otherKind,
      /eddsa-rdfc-2022/,
    ],
    [
      'an unknown vocabulary',
      async () => ({
        credential: (await issued())
          .replace('"@context": [', '"@context":[')
          .replace(
            'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
            'https://example.com/other.json',
          ),
      }),
      otherKind,
      /never fetched/,
    ],
  ])('comes back as an error on the form: %s', async (_, sent, message, technical = message) => {
    const page = await send(await sent())
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('There is a problem')
    expect(page.body).toMatch(message)
    expect(page.body).toContain('<title>Error: ')
    expect(page.body).not.toMatch(/JSON|UTF-8|vocabular/)
    const machine = await send(await sent(), json)
    expect(machine.statusCode).toBe(422)
    expect(machine.json()).toMatchObject({ outcome: 'unknown' })
    expect(machine.json().steps[0].message).toMatch(technical)
  })

  it('is named, where its bytes say what it is', async () => {
    const picture = await send({ file: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') })
    expect(picture.statusCode).toBe(422)
    expect(wordsOf(picture.body)).toContain('This file is a picture. Choose the credential’s file')
  })

  it('is refused when it is larger than 1 MB', async () => {
    const large = await send({ file: Buffer.alloc(1_050_000, 'x') })
    expect(large.statusCode).toBe(413)
    expect(large.body).toContain('1 MB')
    expect((await send({ file: Buffer.alloc(10_000_000, 'x') })).statusCode).toBe(413)
  })

  it('is refused without the form’s own token', async () => {
    const answer = await app.inject({ method: 'POST', url: '/verify', payload: { credential: '' } })
    expect(answer.statusCode).toBe(403)
  })

  it('of 10 MB gets its answer over a real connection, and no reset', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    // A listening TCP server has an address and a port.
    const { port } = app.server.address() as AddressInfo
    const answer = await sendRaw(port, 10_000_000)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('That is too large')
  })
})

/** As a browser does: sends all of it before it reads a word. */
function sendRaw(port: number, size: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('error', reject).on('close', () => resolve(answer))
    const type = 'multipart/form-data; boundary=a'
    socket.write(
      `POST /verify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${size}\r\n\r\n`,
    )
    socket.write(Buffer.alloc(size, 'x'))
  })
}
