import { describe, expect, it } from 'vitest'
import { didWeb, didWebDocumentAddress } from './did-web.ts'

describe('a did:web', () => {
  it.each([
    ['https://lanyard.example', 'did:web:lanyard.example'],
    ['https://lanyard.example/orgs/ashbourne', 'did:web:lanyard.example:orgs:ashbourne'],
    ['http://localhost:3000/orgs/trust-a/', 'did:web:localhost%3A3000:orgs:trust-a'],
  ])('of %s is %s', (address, did) => {
    expect(didWeb(address)).toBe(did)
  })

  it('is not made of an address that has no place in one', () => {
    expect(() => didWeb('http://[::1]:3000')).toThrow('IPv6')
  })

  it.each([
    ['did:web:lanyard.example', 'https://lanyard.example/.well-known/did.json'],
    ['did:web:localhost%3A3000:orgs:trust-a', 'https://localhost:3000/orgs/trust-a/did.json'],
  ])('%s is served at %s', (did, address) => {
    expect(didWebDocumentAddress(did)).toBe(address)
  })

  it.each([
    'did:key:z6Mk',
    'did:web:',
    'did:web:a/b',
    'did:web:user@host',
    'did:web:host:..:secret',
    'did:web:host%3A99999',
    'did:web:host?x',
    'did:web:host#key',
  ])('is not %s', (did) => {
    expect(didWebDocumentAddress(did)).toBeUndefined()
  })
})
