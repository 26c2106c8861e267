import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didWeb, didWebDocumentAddress } from './did-web.ts'

describe('a did:web', () => {
  it.each([
    ['https://lanyard.example', 'did:web:lanyard.example'],
    ['https://lanyard.example/orgs/ashbourne', 'did:web:lanyard.example:orgs:ashbourne'],
    ['http://localhost:3000/orgs/trust-a/', 'did:web:localhost%3A3000:orgs:trust-a'],
    ["https://lanyard.example/a!(b)*'~", 'did:web:lanyard.example:a%21%28b%29%2A%27%7E'],
    ['https://lanyard.example/caf%c3%a9//x:y', 'did:web:lanyard.example:caf%C3%A9:x%3Ay'],
  ])('of %s is %s', (address, did) => {
    expect(didWeb(address)).toBe(did)
  })

  it('is not made of an address that has no place in one', () => {
    expect(() => didWeb('http://[::1]:3000')).toThrow('IPv6')
  })

  it.each([
    ['did:web:lanyard.example', 'https://lanyard.example/.well-known/did.json'],
    ['did:web:localhost%3A3000:orgs:trust-a', 'https://localhost:3000/orgs/trust-a/did.json'],
    ['did:web:localhost%3a3000', 'https://localhost:3000/.well-known/did.json'],
    ['did:web:lanyard.example:a..b:...', 'https://lanyard.example/a..b/.../did.json'],
  ])('%s is served at %s', (did, address) => {
    expect(didWebDocumentAddress(did)).toBe(address)
  })

  it.each([
    'did:key:z6Mk',
    'did:web:',
    'did:web:a/b',
    'did:web:user@host',
    'did:web:host:..:secret',
    'did:web:host:.:secret',
    'did:web:host:%2e%2E:secret',
    'did:web:host:.%2e:secret',
    'did:web:host:%2E',
    'xxdid:web:host',
    'did:web:host:',
    'did:web:host%3A99999',
    'did:web:host?x',
    'did:web:host#key',
  ])('is not %s', (did) => {
    expect(didWebDocumentAddress(did)).toBeUndefined()
  })

  it('leads back to the address that it was made of', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => !/^\.{1,2}$/.test(text))
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 3 }), (segments) => {
        const address = `https://lanyard.example/${segments.map(encodeURIComponent).join('/')}`
        const found = didWebDocumentAddress(didWeb(address)) ?? ''
        expect(decodeURIComponent(new URL(found).pathname)).toBe(`/${segments.join('/')}/did.json`)
      }),
    )
  })
})
