import { describe, expect, it } from 'vitest'
import { letterSchema } from '../../../mail/letter.ts'
import {
  type AccountChange,
  accountChangedLetter,
  addAddressLetter,
  signInLetter,
  stepUpLetter,
  takenAddressLetter,
  unknownAddressLetter,
  type Words,
  workAddressEndsLetter,
} from './letters.ts'

const occasion = { device: 'A device we do not recognise', at: new Date('2026-07-01T08:41:00Z') }
const site = 'https://lanyard.example/account'
const link = 'https://lanyard.example/sign-in/link/abc'
const code = '012345'

const changed = (change: AccountChange) => accountChangedLetter({ change, site, occasion })

const letters: readonly [name: string, words: Words][] = [
  ['to sign in', signInLetter({ code, link, occasion })],
  ['to sign in by link alone', signInLetter({ link, occasion })],
  ['to an unknown address', unknownAddressLetter({ site, occasion })],
  ['to confirm', stepUpLetter({ code, occasion })],
  ['to add an address', addAddressLetter({ code, occasion })],
  ['of a taken address', takenAddressLetter({ occasion })],
  ['of an address added', changed('address-added')],
  ['of an address removed', changed('address-removed')],
  ['of a sheet made', changed('sheet-made')],
  ['of a sheet used', changed('sheet-used')],
  ['of a new device', changed('new-device')],
  ['of a work address that ends', workAddressEndsLetter({ endsOn: '2027-01-31', site })],
]

describe.each(letters)('the letter %s', (_, words) => {
  it('can be sent, and its addresses stand on lines of their own', () => {
    expect(letterSchema.safeParse({ to: 'a@example.org', ...words }).success).toBe(true)
    for (const line of words.text.split('\n')) {
      if (line.includes('://')) expect(line).toMatch(/^https:\S+$/)
    }
  })

  it('has no code in its subject, which shows on a locked phone', () => {
    expect(words.subject).not.toMatch(/\d/)
  })
})

describe('a letter', () => {
  it('says when and with what, on a clock in London', () => {
    const { text } = signInLetter({ code, link, occasion })
    expect(text).toContain('at 9:41am on 1 July 2026, with a device we do not recognise.')
    expect(changed('new-device').text).toContain('When: 9:41am on 1 July 2026')
  })

  it('with a link alone speaks of no code', () => {
    expect(signInLetter({ link, occasion }).text).not.toMatch(/Your code|Type it/)
  })
})
