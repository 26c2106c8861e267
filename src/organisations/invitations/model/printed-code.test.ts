import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, groupsOf, readCode } from './printed-code.ts'

const bytes = fc.array(fc.integer({ min: 0, max: 229 }), { minLength: 16, maxLength: 16 })

describe('a printed code', () => {
  it('is read again however it is typed', () => {
    const between = fc.constantFrom(' ', '-', '  ', ' – ', '')
    fc.assert(
      fc.property(bytes, between, fc.boolean(), (random, gap, small) => {
        const code = codeOf(random)
        const typed = ` ${groupsOf(code).join(gap)} `
        expect(readCode(small ? typed.toLowerCase() : typed)).toBe(code)
      }),
    )
  })

  it('favours no letter', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      try {
        const [letter = ''] = codeOf(Array.from({ length: 16 }, () => byte))
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
      } catch {
        counts.set('left out', (counts.get('left out') ?? 0) + 1)
      }
    }
    const { 'left out': leftOut, ...shares } = Object.fromEntries(counts)
    expect(new Set(Object.values(shares))).toEqual(new Set([11]))
    expect(leftOut).toBe(256 - 23 * 11)
  })

  it.each([
    ['', undefined],
    ['ACDE FGHJ KMNP QRT', undefined],
    ['ACDE FGHJ KMNP QRTWW', undefined],
    ['ACDE FGHJ KMNP QR0W', undefined],
    ['ACDE FGHJ KMNP QRŦW', undefined],
    ['acde.fghj.kmnp.qrtw', 'ACDEFGHJKMNPQRTW'],
  ])('%s is %s', (typed, code) => {
    expect(readCode(typed)).toBe(code)
  })
})
