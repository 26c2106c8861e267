import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { formLimit } from './uploads.ts'

const { app } = await testSite()

interface Part {
  readonly name: string
  readonly value: Buffer | string
  readonly filename?: string
}

function parts(...list: Part[]): Buffer {
  const head = ({ name, filename }: Part) =>
    `--a\r\nContent-Disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n\r\n`
  return Buffer.concat([
    ...list.flatMap((part) => [
      Buffer.from(head(part)),
      Buffer.from(part.value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--a--\r\n'),
  ])
}

const send = (url: string, payload: Buffer | Readable) =>
  app.inject({
    ...{ method: 'POST', url, payload },
    headers: { 'content-type': 'multipart/form-data; boundary=a' },
  })
const megabyte = Buffer.alloc(1_000_000, 'x')

describe('a form in parts', () => {
  it('is taken where a file is asked for, and goes on to its token', async () => {
    const reply = await send('/verify', parts({ name: 'file', value: 'x', filename: 'a' }))
    expect([reply.statusCode, /This form has expired/.test(reply.body)]).toEqual([403, true])
  })

  it('is not taken by a form that asks for no file', async () => {
    expect((await send('/sign-in', parts({ name: 'next', value: '/' }))).statusCode).toBe(415)
  })

  it('may not be larger in all than one part may be', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ name: `field-${n}`, value: megabyte }))
    const reply = await send('/verify', parts(...many))
    expect([reply.statusCode, /too large/.test(reply.body)]).toEqual([413, true])
  })

  it('must say how long it is', async () => {
    const reply = await send('/verify', Readable.from([parts({ name: 'file', value: megabyte })]))
    expect(reply.statusCode).toBe(411)
  })

  it.each<[string, Part[]]>([
    ['two files', [1, 2].map(() => ({ name: 'file', value: 'x', filename: 'a' }))],
    ['fifty fields', Array.from({ length: 50 }, (_, n) => ({ name: `n${n}`, value: 'x' }))],
    ['a name of the language', [{ name: '__proto__', value: 'x' }]],
  ])('with %s is refused', async (_, list) => {
    const { statusCode } = await send('/verify', parts(...list))
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(statusCode).toBeLessThan(500)
    expect(statusCode).not.toBe(403)
  })
})

describe('any other form', () => {
  it('may not be larger either', async () => {
    const reply = await app.inject({
      ...{ method: 'POST', url: '/sign-in', payload: `next=${'x'.repeat(formLimit)}` },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(reply.statusCode).toBe(413)
  })

  it('in a form that we do not know is no fault of ours', async () => {
    for (const type of ['application/json', 'text/plain', 'application/xml', 'x']) {
      const reply = await app.inject({
        ...{ method: 'POST', url: '/sign-in', payload: '{}', headers: { 'content-type': type } },
      })
      expect(reply.statusCode, type).toBeLessThan(500)
    }
  })
})
