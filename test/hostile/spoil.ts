/** A request as a browser sends it, and the ways to spoil one. */
import type { Chance } from '../drills/random.ts'
import { nastyCodings, nastyTexts, queryNames } from './nasty-values.ts'

/** Already encoded where it is part of an address or a form. */
export interface Draft {
  method: string
  path: string
  query: string
  headers: [string, string][]
  fields: [string, string][]
  /** In place of the fields. */
  body?: Buffer
  cutAfter?: number
}

type Spoil = (draft: Draft, chance: Chance) => void

const methods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'QUERY',
  'get',
]
const types = [
  ...['application/json', 'text/plain', 'text/xml', 'application/x-www-form-urlencoded;charset=x'],
  ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=b'],
  ...['multipart/mixed; boundary=b', 'APPLICATION/X-WWW-FORM-URLENCODED', '', ';', '/', 'a/b/c'],
  ...['application/json; charset=utf-16', 'application/csp-report', 'x'.repeat(4000)],
]
const jsons = [
  '{',
  '[]',
  'null',
  '"x"',
  '{"__proto__":1}',
  '{"constructor":{"prototype":1}}',
  '1e999',
]
const otherHeaders = [
  ...['accept', 'accept-language', 'range', 'if-none-match', 'if-modified-since', 'referer'],
  ...['origin', 'user-agent', 'expect', 'upgrade', 'x-forwarded-for', 'x-forwarded-proto'],
  ...['x-request-id', 'csrf-token', 'sec-fetch-site', 'content-encoding', 'accept-encoding'],
  ...['x-http-method-override', 'forwarded', 'authorization', 'content-md5', 'traceparent'],
]

function setHeader(draft: Draft, name: string, value: string): void {
  draft.headers = [...draft.headers.filter(([one]) => one !== name), [name, value]]
}

/** What a server's parser takes for a header's value. */
function headerText(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replace(/\p{Cc}/gu, '')
}

function nasty(chance: Chance): string {
  return chance.next() < 0.7
    ? encodeURIComponent(chance.pick(nastyTexts).toWellFormed())
    : chance.pick(nastyCodings)
}

function spoilSegment(draft: Draft, chance: Chance): void {
  const segments = draft.path.split('/')
  segments[1 + chance.below(segments.length - 1)] = nasty(chance).slice(0, 9000)
  draft.path = segments.join('/')
}

function spoilField(draft: Draft, chance: Chance): void {
  const at = chance.below(draft.fields.length + 1)
  const [name = chance.pick(queryNames)] = draft.fields[at] ?? []
  draft.fields[at] = [name, nasty(chance)]
}

function repeatField(draft: Draft, chance: Chance): void {
  const [name, value] = draft.fields[chance.below(draft.fields.length)] ?? ['id', '1']
  const forms = [name, `${name}[]`, `${name}[__proto__]`, `${name}.x`, '__proto__', 'constructor']
  const times = chance.next() < 0.1 ? 1500 : 2
  for (let time = 0; time < times; time += 1) draft.fields.push([chance.pick(forms), value])
}

function dropField(draft: Draft, chance: Chance): void {
  draft.fields.splice(chance.below(draft.fields.length + 1), 1)
}

function addQuery(draft: Draft, chance: Chance): void {
  const name = chance.pick(queryNames)
  const pairs = [`${name}=${nasty(chance)}`, `${name}=${nasty(chance)}&${name}=2`]
  const deep = [`${name}${'[a]'.repeat(300)}=1`, `${'a=1&'.repeat(1500)}b`, '&&==&%', `${name}[]=x`]
  draft.query = `?${chance.pick([...pairs, ...pairs, ...pairs, ...deep])}`
}

function spoilCookie(draft: Draft, chance: Chance): void {
  const value = headerText(chance.pick(nastyTexts)).slice(0, 6000)
  const forms = [`session=${value}`, `csrf=${value}`, `_csrf=${value}`, `browser=${value}`, value]
  const more = [
    `asked=${value}`,
    `invitation=${value}`,
    '=;=;=',
    'session',
    `${'a=b; '.repeat(900)}`,
  ]
  const old = draft.headers.find(([name]) => name === 'cookie')?.[1] ?? ''
  const one = chance.pick([...forms, ...more])
  setHeader(draft, 'cookie', chance.pick([one, `${one}; ${old}`, `${old}; ${one}`]))
}

function spoilToken(draft: Draft, chance: Chance): void {
  draft.fields = draft.fields.map(([name, value]) => [
    name,
    name === '_csrf' ? chance.pick([nasty(chance), value.slice(1), `${value}x`, '']) : value,
  ])
}

function spoilHeader(draft: Draft, chance: Chance): void {
  const long = chance.next() < 0.1 ? 'h'.repeat(chance.pick([7000, 20_000])) : undefined
  const value = long ?? headerText(chance.pick(nastyTexts)).slice(0, 6000)
  setHeader(draft, chance.pick(otherHeaders), value)
}

function spoilLength(draft: Draft, chance: Chance): void {
  const lengths = ['0', '1', '-1', '999999', '1e3', '99999999999999999999', 'x', '+5', '']
  setHeader(draft, 'content-length', chance.pick(lengths))
}

function sendJson(draft: Draft, chance: Chance): void {
  setHeader(draft, 'content-type', 'application/json')
  draft.body = Buffer.from(chance.pick([...jsons, ...nastyTexts]))
}

function sendBytes(draft: Draft, chance: Chance): void {
  const bytes = Buffer.from(encodeFields(draft.fields))
  const at = chance.below(bytes.length + 1)
  const odd = chance.pick([
    [0xff, 0xfe],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0],
    [0x25],
    [0x26, 0x3d],
  ])
  draft.body = Buffer.concat([bytes.subarray(0, at), Buffer.from(odd), bytes.subarray(at)])
}

function sendTooMuch(draft: Draft, chance: Chance): void {
  if (chance.next() < 0.8) return
  const bytes = chance.pick([1_099_000, 1_200_000])
  draft.body = Buffer.concat([Buffer.from('_csrf=x&text='), Buffer.alloc(bytes, 'a')])
}

function sendParts(draft: Draft, chance: Chance): void {
  const boundary = chance.pick(['b', 'b', 'x y', 'b'.repeat(300)])
  const names = ['name="file"; filename="a.csv"', 'name="__proto__"', 'name', '', 'filename="x"']
  const more = ['name="_csrf"', 'name="people"; filename="../../x\0"', 'name="file"; filename=""']
  const parts = Array.from({ length: chance.pick([1, 2, 60]) }, () => {
    const value = chance.pick(nastyTexts).slice(0, 500)
    return `--${boundary}\r\ncontent-disposition: form-data; ${chance.pick([...names, ...more])}\r\n\r\n${value}\r\n`
  })
  const end = chance.pick([`--${boundary}--\r\n`, `--${boundary}`, '', '--wrong--'])
  setHeader(draft, 'content-type', `multipart/form-data; boundary=${boundary}`)
  draft.body = Buffer.from(parts.join('') + end)
}

function sendChunks(draft: Draft, chance: Chance): void {
  setHeader(draft, 'transfer-encoding', chance.pick(['chunked', 'chunked, chunked', 'gzip', 'x']))
  const form = encodeFields(draft.fields)
  const whole = `${form.length.toString(16)}\r\n${form}\r\n0\r\n\r\n`
  const broken = [
    `zz\r\n${form}`,
    `ffffffff\r\n${form}`,
    '0\r\n',
    `-1\r\n${form}\r\n`,
    whole.slice(0, 9),
  ]
  draft.body = Buffer.from(chance.pick([whole, whole, ...broken]))
}

export const spoils: Readonly<Record<string, Spoil>> = {
  method: (draft, chance) => {
    draft.method = chance.pick(methods)
  },
  type: (draft, chance) => setHeader(draft, 'content-type', headerText(chance.pick(types))),
  segment: spoilSegment,
  path: (draft, chance) => {
    draft.path = `${chance.pick([draft.path, '', '/assets', '/.well-known'])}/${nasty(chance)}`
  },
  field: spoilField,
  repeated: repeatField,
  dropped: dropField,
  query: addQuery,
  cookie: spoilCookie,
  token: spoilToken,
  header: spoilHeader,
  length: spoilLength,
  json: sendJson,
  bytes: sendBytes,
  'too much': sendTooMuch,
  parts: sendParts,
  chunks: sendChunks,
  cut: (draft, chance) => {
    draft.cutAfter = 20 + chance.below(900)
  },
}

/** Those that come past the gates, to what reads an address or a form. */
export const deepSpoils: readonly string[] = ['segment', 'field', 'repeated', 'dropped', 'query']

export function encodeFields(fields: readonly (readonly [string, string])[]): string {
  return fields.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&')
}
