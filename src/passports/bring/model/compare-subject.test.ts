import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSubject, isSameName } from './compare-subject.ts'

const bringer = {
  name: 'Tamsin Oyelaran-Pike',
  emails: ['tamsin@example.org', 'work@trust.example'],
  key: 'did:key:z6MkMine',
}
const digest = (text: string) => `sha256$${createHash('sha256').update(text).digest('hex')}`
const email = (identityHash: string, more: object = {}) => ({
  identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', identityHash, ...more }],
})
const compared = (credentialSubject: unknown, issuedHere = false) =>
  compareSubject({ document: { credentialSubject }, issuedHere }, bringer)

describe('a credential is made out', () => {
  it.each<[string, unknown, string]>([
    ['to their key', { id: 'did:key:z6MkMine' }, 'holder'],
    ['to their key with its fragment', { id: 'did:key:z6MkMine#z6MkMine' }, 'holder'],
    ['to their address', { id: 'mailto:Tamsin@Example.org' }, 'holder'],
    ['to a plain address', email('tamsin@example.org'), 'holder'],
    [
      'to a hashed address',
      email(digest('tamsin@example.orgsalt'), { hashed: true, salt: 'salt' }),
      'holder',
    ],
    [
      'to a hashed address without salt',
      email(digest('work@trust.example'), { hashed: true }),
      'holder',
    ],
    [
      'to their address, under another name',
      { name: 'Somebody Else', ...email('tamsin@example.org') },
      'holder',
    ],
    ['to another address', email('other@example.org'), 'somebody-else'],
    [
      'to another hashed address',
      email(digest('other@example.orgsalt'), { hashed: true, salt: 'salt' }),
      'somebody-else',
    ],
    [
      'to another address, under their name',
      { name: bringer.name, ...email('other@example.org') },
      'somebody-else',
    ],
    ['to their name alone', { name: 'OYELARAN-PIKE, Mrs Tamsin' }, 'same-name'],
    ['to their names in parts', { givenName: 'Tamsin', familyName: 'Oyelaran-Pike' }, 'same-name'],
    ['to another name', { name: 'Somebody Else' }, 'somebody-else'],
    ['to a key from elsewhere', { id: 'did:key:z6MkOther' }, 'nobody-named'],
    [
      'to an older kind of hash',
      email('md5$d41d8cd98f00b204e9800998ecf8427e', { hashed: true }),
      'nobody-named',
    ],
    ['to nobody', {}, 'nobody-named'],
    ['to several', [{ id: 'did:key:z6MkMine' }, { id: 'did:key:z6MkOther' }], 'nobody-named'],
    ['to nothing at all', undefined, 'nobody-named'],
  ])('%s', (_, subject, expected) => {
    expect(compared(subject)).toBe(expected)
  })

  it('to somebody else, where this service knows every key and it is another', () => {
    expect(compared({ id: 'did:key:z6MkOther' }, true)).toBe('somebody-else')
    expect(compared({ id: 'did:key:z6MkMine' }, true)).toBe('holder')
  })

  it('to its holder only where it says something that is theirs, whatever else it says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (subject) => {
        const made = compared(subject)
        const text = JSON.stringify(subject)?.toLowerCase() ?? ''
        const named = [bringer.key.toLowerCase(), ...bringer.emails].some((one) =>
          text.includes(one),
        )
        if (made === 'holder') expect(named).toBe(true)
      }),
    )
  })
})

describe('a name', () => {
  it.each([
    ['Zoë Smith', 'SMITH, Zoe', true],
    ['Dr Ann Lee', 'Ann Lee', true],
    ['Ann Lee', 'Anne Lee', false],
    ['', '', false],
    ['Mrs', 'Dr', false],
  ])('%s and %s', (one, other, same) => {
    expect(isSameName(one, other)).toBe(same)
  })
})
