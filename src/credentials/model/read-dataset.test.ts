import { describe, expect, it } from 'vitest'
import { contextLibrary } from './active-context.ts'
import { canonicalise } from './canonicalise.ts'
import { JsonLdRefusal } from './json-ld-refusal.ts'
import { readDataset } from './read-dataset.ts'

type Words = Readonly<Record<string, unknown>>

const first = 'https://contexts.example/first'
const second = 'https://contexts.example/second'

function library(words: Words, others: Words = {}) {
  return contextLibrary(
    new Map([
      [first, { '@context': words }],
      [second, { '@context': others }],
    ]),
  )
}

function statements(document: Words, words: Words, others?: Words) {
  const context = others ? [first, second] : [first]
  return canonicalise(readDataset(document, context, library(words, others)))
}

const base = { id: '@id', type: '@type' }
const at = 'https://words.example/'

describe('a document', () => {
  it('whose types bring words of their own loses them below', () => {
    const words = {
      ...base,
      part: `${at}part`,
      Box: { '@id': `${at}Box`, '@context': { size: `${at}size` } },
    }
    expect(statements({ id: 'urn:1', type: 'Box', size: 'big' }, words)).toContain(
      `<${at}size> "big"`,
    )
    const below = { id: 'urn:1', type: 'Box', part: { id: 'urn:2', size: 'big' } }
    expect(() => statements(below, words)).toThrow('"size" is not defined')
  })

  it('whose words bring words of their own keeps them below', () => {
    const scoped = { '@id': `${at}part`, '@context': { size: `${at}size` } }
    const document = { id: 'urn:1', part: { id: 'urn:2', part: { id: 'urn:3', size: 'big' } } }
    expect(statements(document, { ...base, part: scoped })).toContain(`<urn:3> <${at}size> "big"`)
  })

  it('is read by its own contexts, whatever was read before under the same words', () => {
    const document = { id: 'urn:1', name: 'x' }
    for (const meaning of ['one', 'two', 'one']) {
      const words = { ...base, name: at + meaning }
      expect(statements(document, words)).toBe(`<urn:1> <${at}${meaning}> "x" .\n`)
    }
  })

  it('in words of a vocabulary is read as that vocabulary has them', () => {
    const document = { id: 'urn:1', type: 'Box', size: 'big' }
    const said = statements(document, { ...base, '@vocab': at })
    expect(said).toContain(`<${at}Box>`)
    expect(said).toContain(`<${at}size> "big"`)
  })

  it('may not redefine a protected word, unless to the same', () => {
    const words = {
      ...base,
      '@protected': true,
      name: { '@id': `${at}name`, '@type': `${at}text` },
    }
    const same = { name: { '@type': `${at}text`, '@id': `${at}name` } }
    expect(statements({ id: 'urn:1', name: 'x' }, words, same)).toContain(`${at}text`)
    const other = { name: `${at}other` }
    expect(() => statements({ id: 'urn:1', name: 'x' }, words, other)).toThrow('disagree')
  })

  it.each<readonly [string, Words, Words]>([
    ['prefixes', { words: at }, {}],
    ['a language for all', { '@language': 'en' }, {}],
    ['a base', { '@base': at }, {}],
    ['an import', { '@import': at }, {}],
    ['words read backwards', { part: { '@reverse': `${at}part` } }, {}],
    ['nesting', { part: { '@id': `${at}part`, '@nest': '@nest' } }, {}],
    ['an index', { part: { '@id': `${at}part`, '@container': '@index' } }, {}],
    ['a second name for a type', { kind: '@type' }, {}],
    ['a second name for an id', { key: '@id' }, { key: 'urn:9' }],
    ['JSON as it is', { data: { '@id': `${at}data`, '@type': '@json' } }, { data: { a: 1 } }],
  ])('is refused where its context or its text uses %s', (_, words, more) => {
    const document = { id: 'urn:1', ...more }
    expect(() => statements(document, { ...base, ...words })).toThrow(JsonLdRefusal)
  })

  it.each<readonly [string, Words]>([
    ['itself in a second place', { part: { id: 'urn:1', name: 'y' } }],
    ['a blank node by name', { part: { id: '_:b0' } }],
    ['nothing', { name: null }],
    ['a value that is nothing', { name: { '@value': null } }],
    ['a value with a type of its own', { name: { '@value': 'x', '@type': 'urn:t' } }],
    ['a language that is none', { name: { '@value': 'x', '@language': 'not a tag' } }],
    ['a direction that is none', { name: { '@value': 'x', '@direction': 'up' } }],
    ['a type that is no address', { type: 'Unheard' }],
    ['a type that is a keyword', { type: 'id' }],
    ['no types', { type: [] }],
    ['a graph', { '@graph': [] }],
    ['an inclusion', { '@included': { id: 'urn:2' } }],
    ['an address with a space', { part: { id: 'urn: 2' } }],
    ['a context within', { part: { '@context': { name: 'urn:n' }, name: 'x' } }],
    ['a context emptied', { part: { '@context': null } }],
  ])('is refused where it speaks of %s', (_, more) => {
    const words = { ...base, '@protected': true, name: `${at}name`, part: `${at}part` }
    expect(() => statements({ id: 'urn:1', ...more }, words)).toThrow(JsonLdRefusal)
  })
})
