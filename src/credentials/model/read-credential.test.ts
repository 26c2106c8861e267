import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCredential, readCredential } from './read-credential.ts'
import { largestDocument } from './read-dataset.ts'

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
    ['that is one level too deep', `${'['.repeat(33)}${']'.repeat(33)}`, 'nested too deeply'],
    ['that is nested too deeply', `${'['.repeat(100)}${']'.repeat(100)}`, 'nested too deeply'],
    ['that is nested to break a parser', '['.repeat(500_000), 'not JSON'],
  ])('%s is refused in words', (_, text, words) => {
    const { problem } = parseCredential(text)
    expect(problem).toMatchObject({ outcome: 'unknown', unreadable: 'not-a-credential' })
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

describe('text that is a credential or not', () => {
  it('may be as long and as deep as the bounds say', () => {
    expect(parseCredential(`"${'x'.repeat(largestDocument - 2)}"`).problem).toBeUndefined()
    expect(parseCredential(`"${'x'.repeat(largestDocument - 1)}"`).problem).toBeDefined()
    expect(parseCredential(`${'['.repeat(32)}${']'.repeat(32)}`).problem).toBeUndefined()
  })

  it.each([null, { a: null }, { '': 1 }, { a: '":' }, { 'a\\': 1 }, { ':"\\": ': [':'] }])(
    '%j is read as it is',
    (document) => {
      expect(parseCredential(JSON.stringify(document))).toEqual({ document })
    },
  )

  const text = fc.string({ unit: fc.constantFrom('"', ':', '\\', 'a', '{', ',') })
  // No escapes in names: JSON.parse of V8 13.6 at times takes the name ",\"" for ",\".
  const name = fc.string({ unit: fc.constantFrom(':', 'a', '{', ',') })
  const json = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.array(tie('value')), tie('object')),
    object: fc.dictionary(name, tie('value')),
  }))

  it('is read as any JSON parser reads it, as long as no name stands twice', () => {
    fc.assert(
      fc.property(json.object, fc.boolean(), (object, isSpaced) => {
        const written = JSON.stringify(object, undefined, isSpaced ? 1 : undefined)
        expect(parseCredential(written)).toEqual({ document: JSON.parse(written) })
        for (const name of Object.keys(object)) {
          const twice = `{${JSON.stringify(name)}: 0, ${written.trim().slice(1)}`
          expect(parseCredential(twice).problem?.steps[0]?.message).toContain('same name twice')
        }
      }),
    )
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
    [undefined, []],
    [null, []],
    [{ type: 'DataIntegrityProof' }, [{ type: 'DataIntegrityProof' }]],
    [
      [1, 2],
      [1, 2],
    ],
  ])('with the proof %j is read with the proofs %j', (proof, proofs) => {
    expect(readCredential({ ...least, proof })).toEqual({
      document: { ...least, proof },
      issuer: least.issuer,
      proofs,
    })
  })

  it.each([
    [null, 'JSON object'],
    ['text', 'JSON object'],
    [[], 'JSON object'],
    [{}, 'does not say that it is one'],
    [{ ...least, type: 'Other' }, 'does not say that it is one'],
    [{ ...least, '@context': 'https://www.w3.org/2018/credentials/v1' }, 'W3C'],
    [{ ...least, '@context': ['https://x.example', ...least['@context']] }, 'W3C'],
    [{ ...least, issuer: { name: 'No id' } }, 'one issuer'],
    [{ ...least, issuer: [least.issuer] }, 'one issuer'],
    [{ ...least, credentialSubject: undefined }, 'about'],
    [{ ...least, credentialSubject: [] }, 'about'],
    [{ ...least, credentialSubject: ['did:example:a'] }, 'about'],
    [{ ...least, credentialSubject: [least.credentialSubject, 'did:example:a'] }, 'about'],
  ])('such as %j is not read as one', (document, words) => {
    const verdict = readCredential(document)
    expect(verdict).toMatchObject({ outcome: 'unknown', unreadable: 'not-a-credential' })
    expect('steps' in verdict && verdict.steps[0]?.message).toContain(words)
  })
})
