import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPaperCode, makePaperCode, paperCodeBytes, parsePaperCode } from './paper-code.ts'

const bytes = fc.uint8Array({ minLength: paperCodeBytes, maxLength: paperCodeBytes })

describe('a code on paper', () => {
  it('is read back from how it is printed', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = makePaperCode(given)
        expect(formatPaperCode(code)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(parsePaperCode(formatPaperCode(code))).toEqual(code)
      }),
    )
  })

  it('has a secret of forty bits: every letter of it can be each of 32', () => {
    const codes = Array.from({ length: 256 }, (_, byte) =>
      makePaperCode(new Uint8Array(paperCodeBytes).fill(byte)),
    )
    const secrets = codes.map(({ secret }) => secret)
    expect(new Set(secrets).size).toBe(32)
    expect(secrets.every((secret) => secret.length === 8)).toBe(true)
  })

  const printed = '7K2M-9QXT-4HDW-R0V1'
  it.each([
    '7k2m 9qxt 4hdw r0v1',
    '7K2M9QXT4HDWR0V1',
    ' 7K2M – 9QXT – 4HDW – ROVI ',
    '7K2M\n9QXT\n4HDW\nROVL',
  ])('may be typed as %j', (typed) => {
    expect(parsePaperCode(typed)).toEqual(parsePaperCode(printed))
  })

  it.each(['', '7K2M-9QXT-4HDW', `${printed}7`, '7K2M-9QXT-4HDW-R0VU', '7K2M-9QXT-4HDW-R0V!'])(
    'is not %j',
    (typed) => {
      expect(parsePaperCode(typed)).toBeUndefined()
    },
  )
})
