import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCredentials } from './find-credentials.ts'

const badge = JSON.stringify({ type: ['VerifiableCredential'], name: 'Łódź' })
const jwt = `${part({ alg: 'ES256' })}.${part({ type: ['VerifiableCredential'] })}.AAAA`

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const end = chunk('IEND', Buffer.alloc(0))
const png = (...chunks: Buffer[]) => Buffer.concat([magic, ...chunks, end])
const baked = (text: Buffer, compressed = 0, keyword = 'openbadgecredential') =>
  chunk(
    'iTXt',
    Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([compressed, 0, 0, 0]), text]),
  )

const svg = (inside: string, head = '') =>
  `<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><!-- <openbadges:credential> -->${inside}<path d="M0 0"/></svg>`
const element = `<openbadges:credential><![CDATA[${badge}]]></openbadges:credential>`

function pdf(text: Buffer, head: string, before = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${before}7 0 obj\n<< /Type /EmbeddedFile ${head}>>\nstream\n`),
    text,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

const textsOf = (source: Uint8Array | string) => {
  const found = findCredentials(source)
  return found.ok ? found.documents.map(({ form, text }) => [form, text]) : found.fault
}
const big = Buffer.from(JSON.stringify({ type: 'VerifiableCredential', name: 'a'.repeat(9e6) }))

describe('a credential is found', () => {
  it.each<[string, Uint8Array | string, string, string]>([
    ['in its text', badge, 'json', badge],
    ['in its text with a mark and spaces', Buffer.from(`\uFEFF\n ${badge}\n`), 'json', badge],
    ['in an envelope', ` ${jwt}\n`, 'jwt', jwt],
    ['in a picture', png(baked(Buffer.from(badge))), 'png', badge],
    ['packed in a picture', png(baked(deflateSync(badge), 1)), 'png', badge],
    [
      'behind other chunks',
      png(chunk('IDAT', Buffer.alloc(9)), baked(Buffer.from(jwt))),
      'png',
      jwt,
    ],
    ['in a drawing', svg(element), 'svg', badge],
    ['in a drawing’s attribute', svg(`<openbadges:credential verify="${jwt}"/>`), 'svg', jwt],
    [
      'in a drawing with another prefix',
      svg(element).replaceAll('openbadges:', 'x:').replace('xmlns:openbadges', 'xmlns:x'),
      ...(['svg', badge] as const),
    ],
    [
      'in a drawing as plain text',
      svg(`<openbadges:credential>${badge.replaceAll('"', '&quot;')}</openbadges:credential>`),
      ...(['svg', badge] as const),
    ],
    ['in a document', pdf(deflateSync(badge), '/Filter /FlateDecode '), 'pdf', badge],
    ['unpacked in a document', pdf(Buffer.from(jwt), '/Length 3 '), 'pdf', jwt],
  ])('%s', (_, source, form, text) => {
    expect(textsOf(source)).toEqual([[form, text]])
  })

  it('once for each in a presentation, and in a document with several', () => {
    const one = { type: ['VerifiableCredential'], id: 'urn:1' }
    const two = { type: ['VerifiableCredential'], id: 'urn:2' }
    const presentation = { type: 'VerifiablePresentation', verifiableCredential: [one, two] }
    expect(textsOf(JSON.stringify(presentation))).toHaveLength(2)
    const several = Buffer.concat([pdf(Buffer.from(badge), ''), pdf(Buffer.from(jwt), '')])
    expect(textsOf(several)).toHaveLength(2)
  })

  it('to be the same however it is wrapped and spaced', () => {
    const identities = [
      badge,
      JSON.stringify(JSON.parse(badge), null, 2),
      png(baked(Buffer.from(badge))),
      svg(element),
    ].map((source) => {
      const found = findCredentials(source)
      return found.ok ? found.documents[0]?.identity : undefined
    })
    expect(new Set(identities).size).toBe(1)
    expect(identities[0]).toBeDefined()
  })
})

describe('a file that holds none', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['a picture alone', png(chunk('IDAT', Buffer.alloc(9))), 'no-credential'],
    [
      'an older badge',
      png(chunk('tEXt', Buffer.from('openbadges\0https://a.example'))),
      'older-badge',
    ],
    ['a picture that unpacks to far more', png(baked(deflateSync(big), 1)), 'damaged'],
    ['a picture with a wrong sum', png(baked(Buffer.from(badge))).fill(0, 50, 60), 'damaged'],
    ['a picture that ends early', png(baked(Buffer.from(badge))).subarray(0, 40), 'damaged'],
    [
      'a chunk longer than its file',
      Buffer.concat([magic, Buffer.from('\xff\xff\xff\xffiTXtabcdefgh', 'latin1')]),
      'damaged',
    ],
    ['a drawing alone', svg(''), 'no-credential'],
    ['a drawing with entities', svg(element, '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'), 'live-markup'],
    ['a drawing that never ends', svg(element).replace('</openbadges:credential>', ''), 'damaged'],
    ['an element of another namespace', svg(element).replace('ob/v3p0', 'ob/v9'), 'no-credential'],
    ['a document alone', Buffer.from('%PDF-1.7\n/EmbeddedFiles'), 'no-credential'],
    [
      'a document that unpacks to far more',
      pdf(deflateSync(big), '/Filter /FlateDecode '),
      'no-credential',
    ],
    ['a locked document', pdf(Buffer.from(badge), '', '/Encrypt 5 0 R '), 'locked'],
    ['JSON of something else', '{"name":"x"}', 'not-a-credential'],
    [
      'the same name twice',
      '{"type":"VerifiableCredential","type":"VerifiableCredential"}',
      'not-a-credential',
    ],
    [
      'JSON nested deeply',
      `{"type":"VerifiableCredential","a":${'['.repeat(99)}${']'.repeat(99)}}`,
      'not-a-credential',
    ],
    ['ten megabytes', Buffer.alloc(10_000_000, 0x20), 'too-large'],
    ['an archive', Buffer.from('PK\u0003\u0004'), 'not-a-credential'],
    ['nothing', '', 'not-a-credential'],
  ])('%s', (_, source, fault) => {
    expect(textsOf(source)).toBe(fault)
  })

  it('throws nothing, whatever it is', () => {
    const start = fc.constantFrom(
      '\x89PNG\r\n\x1a\n',
      '%PDF-1.7 /EmbeddedFile stream\n',
      '<svg ',
      '{',
      'eyJ',
    )
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, rest) => {
        const source = Buffer.concat([Buffer.from(head, 'latin1'), rest])
        expect(findCredentials(source).ok).toBeTypeOf('boolean')
      }),
    )
  })
})
