import { describe, expect, it } from 'vitest'
import { isPublicAddress, mayAsk } from './public-addresses.ts'

describe('an address', () => {
  it.each([
    'http://issuer.example/did.json',
    'https://127.0.0.1/did.json',
    'https://2130706433/did.json',
    'https://0x7f.1/did.json',
    'https://[::1]/did.json',
    'https://localhost/did.json',
    'https://db.localhost/did.json',
    'https://printer.local/did.json',
    'https://metadata.google.internal/did.json',
    'https://intranet/did.json',
    'https://user:password@issuer.example/did.json',
    'https://issuer.example:8443/did.json',
    'https://issuer.example:22/did.json',
    'https://issuer.example:80/did.json',
    'https://127.0.0.1./did.json',
    'https://localhost./did.json',
    'https://[::ffff:127.0.0.1]/did.json',
    'file:///etc/passwd',
    'data:application/json,{}',
  ])('is never asked: %s', async (address) => {
    expect(mayAsk(new URL(address))).toBe(false)
  })

  it('may be asked when it is a name on the open network', () => {
    expect(mayAsk(new URL('https://issuer.example/did.json'))).toBe(true)
    expect(mayAsk(new URL('https://issuer.example:443/did.json'))).toBe(true)
  })
})

describe('what a name resolves to', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
  ])('is not public: %s', (address) => expect(isPublicAddress(address, 4)).toBe(false))

  it.each([
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b:1::7f00:1',
    '2001::1',
    'fe80::1%eth0',
    'not an address',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ])('is not public: %s', (address) => expect(isPublicAddress(address, 6)).toBe(false))

  it('may be public', () => {
    expect(isPublicAddress('93.184.215.14', 4)).toBe(true)
    expect(isPublicAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c', 6)).toBe(true)
  })
})
