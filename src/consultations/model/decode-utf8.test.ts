import { describe, expect, it } from 'vitest'
import { decodeUtf8, largestResponse } from './decode-utf8.ts'

describe('decodeUtf8', () => {
  it('reads UTF-8, without its byte order mark', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Q.8: é ‘a’')])
    expect(decodeUtf8(bytes)).toEqual({ ok: true, text: 'Q.8: é ‘a’' })
  })

  it.each<[string, Uint8Array]>([
    ['Windows-1252', new Uint8Array([0x51, 0x92, 0x73])],
    ['UTF-16', new Uint8Array([0x51, 0x00, 0x35, 0x00])],
    ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, 0x51, 0x00])],
    ['a cut-off character', new Uint8Array([0x51, 0xe2, 0x80])],
  ])('refuses %s', (_, bytes) => {
    expect(decodeUtf8(bytes)).toMatchObject({
      ok: false,
      findings: [{ code: 'response-not-utf8' }],
    })
  })

  it('refuses more than 1 MB and reads what is as large as that', () => {
    expect(decodeUtf8(new Uint8Array(largestResponse).fill(65)).ok).toBe(true)
    expect(decodeUtf8(new Uint8Array(largestResponse + 1).fill(65))).toMatchObject({
      ok: false,
      findings: [{ code: 'response-too-large' }],
    })
  })
})
