import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailAddress } from '../../../mail/letter.ts'
import { parseAddress, stillReaches } from './email-address.ts'

const letters = fc.string({
  unit: fc.constantFrom(..."ab0.-_'+!#@"),
  maxLength: 12,
})
const likeAddress = fc.tuple(letters, letters).map(([local, domain]) => `${local}@${domain}.org`)

describe('an e-mail address', () => {
  it.each<[written: string, kept: string | undefined]>([
    ['tamsin@example.org', 'tamsin@example.org'],
    ['  Tamsin.OP+work@Example.ORG ', 'tamsin.op+work@example.org'],
    ["o'neill@trust.nhs.example", "o'neill@trust.nhs.example"],
    ['tamsin', undefined],
    ['tamsin@localhost', undefined],
    ['a@b@example.org', undefined],
    ['.a@example.org', undefined],
    ['a..b@example.org', undefined],
    ['a.@example.org', undefined],
    ['a@-example.org', undefined],
    ['a@example.org\nBcc: b@example.org', undefined],
    ['Tamsin <a@example.org>', undefined],
    // The Kelvin sign, which becomes a k in small letters.
    ['\u212Aim@example.org', undefined],
    [`${'a'.repeat(65)}@example.org`, undefined],
    [`a@${'b.'.repeat(130)}org`, undefined],
    ['', undefined],
  ])('%j is kept as %j', (written, kept) => {
    expect(parseAddress(written)).toBe(kept)
  })

  it('once kept is kept the same, and is one that a letter can go to', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string(), likeAddress), (text) => {
        const kept = parseAddress(text)
        if (kept === undefined) return
        expect(parseAddress(kept)).toBe(kept)
        expect(kept).not.toMatch(/[\s<>,;:"]/)
        expect(emailAddress.safeParse(kept).success).toBe(true)
      }),
    )
  })

  it.each<[endsOn: string | undefined, reaches: boolean]>([
    [undefined, true],
    ['2027-01-31', true],
    ['2027-01-30', false],
  ])('that ends on %s reaches its person on 31 January: %s', (endsOn, reaches) => {
    expect(stillReaches({ endsOn }, '2027-01-31')).toBe(reaches)
  })
})
