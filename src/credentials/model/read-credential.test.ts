import { describe, expect, it } from 'vitest'
import { parseCredential, readCredential } from './read-credential.ts'

const least = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:web:lanyard.example',
  credentialSubject: { id: 'did:example:a' },
}

describe('text handed in as a credential', () => {
  it.each([
    ['that is no JSON', 'hello', 'not JSON'],
    ['that gives one name twice', '{"name": "a", "name": "b"}', 'same name twice'],
    ['that hides the second name in an escape', '{"name": 1, "n\\u0061me": 2}', 'same name twice'],
    ['that repeats a name deep inside', '{"a": [{"b": {"c": 1, "c": 1}}]}', 'same name twice'],
    ['that is too large', `"${'x'.repeat(1_000_001)}"`, 'larger than one megabyte'],
    ['that is nested too deeply', `${'['.repeat(100)}${']'.repeat(100)}`, 'nested too deeply'],
    ['that is nested to break a parser', '['.repeat(500_000), 'not JSON'],
  ])('%s is refused in words', (_, text, words) => {
    const { problem } = parseCredential(text)
    expect(problem).toMatchObject({ outcome: 'unknown', unreadable: true })
    expect(problem?.steps[0]?.message).toContain(words)
  })

  it('in bytes that are not UTF-8 is refused', () => {
    const { problem } = parseCredential(Uint8Array.from([0x22, 0xff, 0x22]))
    expect(problem?.steps[0]?.message).toContain('UTF-8')
  })

  it('may hold colons, quotes and braces in its texts', () => {
    const document = { a: 'x: "y" \\ {}', 'b:c': [{ d: ':' }, []], __proto: { e: 1 } }
    expect(parseCredential(JSON.stringify(document))).toEqual({ document })
    expect(parseCredential(new TextEncoder().encode('{"é": "🙂"}'))).toEqual({
      document: { é: '🙂' },
    })
  })
})

describe('a document', () => {
  it('with all that a credential needs is read as a claim, its issuer an id or an object', () => {
    expect(readCredential(least)).toMatchObject({ issuer: least.issuer, proofs: [] })
    expect(readCredential({ ...least, issuer: { id: 'did:web:b' } })).toMatchObject({
      issuer: 'did:web:b',
    })
  })

  it.each([
    null,
    'text',
    [],
    {},
    { ...least, type: 'Other' },
    { ...least, '@context': 'https://www.w3.org/2018/credentials/v1' },
    { ...least, issuer: { name: 'No id' } },
    { ...least, issuer: [least.issuer] },
    { ...least, credentialSubject: undefined },
    { ...least, credentialSubject: ['did:example:a'] },
  ])('such as %j is not read as one', (document) => {
    expect(readCredential(document)).toMatchObject({ outcome: 'unknown', unreadable: true })
  })
})
