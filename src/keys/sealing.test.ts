import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deriveKey, seal, unseal } from './sealing.ts'

describe('sealing', () => {
  const key = randomBytes(32)
  const sealed = seal(key, Buffer.from('secret words'), 'did:example:a')

  it('opens with the same key and context', () => {
    expect(unseal(key, sealed, 'did:example:a').toString()).toBe('secret words')
  })

  it('never seals twice to the same bytes, and shows nothing of what it holds', () => {
    expect(seal(key, Buffer.from('secret words'), 'did:example:a')).not.toEqual(sealed)
    expect(sealed.includes('secret')).toBe(false)
  })

  it('does not open for another name, with another key, or with any byte changed', () => {
    expect(() => unseal(key, sealed, 'did:example:b')).toThrow()
    expect(() => unseal(randomBytes(32), sealed, 'did:example:a')).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(key, changed, 'did:example:a')).toThrow()
    }
    expect(() => unseal(key, sealed.subarray(0, 20), 'did:example:a')).toThrow()
  })
})

describe('a derived key', () => {
  const key = randomBytes(32)

  it('is the same each time, and another for each purpose and each key', () => {
    expect(deriveKey(key, 'letters')).toEqual(deriveKey(key, 'letters'))
    expect(deriveKey(key, 'letters')).toHaveLength(32)
    expect(deriveKey(key, 'letters')).not.toEqual(deriveKey(key, 'answers'))
    expect(deriveKey(key, 'letters')).not.toEqual(deriveKey(randomBytes(32), 'letters'))
    expect(deriveKey(key, 'letters')).not.toEqual(key)
  })
})
