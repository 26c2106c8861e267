import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasCounterFallen } from './passkey.ts'
import { relyingPartyOf } from './relying-party.ts'

describe('the counter of a passkey', () => {
  it.each([
    ['a synced one, which never counts', 0, 0, false],
    ['the first time that it counts', 0, 1, false],
    ['one more', 7, 8, false],
    ['the same again', 7, 7, true],
    ['less', 7, 6, true],
    ['none any more', 7, 0, true],
  ])('%s', (_, before, now, fallen) => {
    expect(hasCounterFallen(before, now)).toBe(fallen)
  })

  it('never lets two answers with one count both through', () => {
    const count = fc.integer({ min: 1, max: 2 ** 32 - 1 })
    fc.assert(fc.property(count, (now) => hasCounterFallen(now, now)))
  })
})

describe('the site that a passkey is for', () => {
  it.each([
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['https://lanyard.example', { id: 'lanyard.example', origin: 'https://lanyard.example' }],
    [
      'https://lanyard.example:8443',
      { id: 'lanyard.example', origin: 'https://lanyard.example:8443' },
    ],
    ['http://127.0.0.1:3000', undefined],
    ['http://[::1]:3000', undefined],
  ])('%s', (baseUrl, site) => {
    expect(relyingPartyOf(baseUrl)).toEqual(site)
  })
})
