import { JsonLdRefusal } from './json-ld-refusal.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'

// biome-ignore lint/suspicious/noControlCharactersInRegex: canonical N-Quads escapes exactly these
const escaped = /["\\\u0000-\u001F\u007F]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const eachEscaped = /["\\\u0000-\u001F\u007F]/g

const shortEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** RDF Dataset Canonicalization 1.0 §5: the one way to write a string in canonical N-Quads. */
export function escapeLiteral(text: string): string {
  if (!escaped.test(text)) return text
  return text.replace(
    eachEscaped,
    (character) => shortEscapes[character] ?? numericEscape(character),
  )
}

/** JSON-LD 1.1 API §8.2.2: a JSON number or boolean as a typed literal. */
export function nativeLiteral(value: number | boolean, coercion: string | undefined): string {
  if (coercion?.startsWith('@')) {
    throw new JsonLdRefusal('not-read', 'a number stands where an address belongs')
  }
  // jsonld.js writes a fraction such as 1e-7 as "0", so implementations do not agree on its hash.
  if (!Number.isInteger(Number(value)) && !String(value).includes('.')) {
    throw new JsonLdRefusal('not-read', 'a number in it is not written alike everywhere')
  }
  const isDouble =
    typeof value === 'number' &&
    (!Number.isInteger(value) || Math.abs(value) >= 1e21 || coercion === `${xsd}double`)
  const datatype =
    coercion ?? xsd + (typeof value === 'boolean' ? 'boolean' : isDouble ? 'double' : 'integer')
  return `"${isDouble ? canonicalDouble(value) : value}"^^<${datatype}>`
}

/** A value with its language or direction; a datatype of its own is not read. */
export function valueObjectLiteral(object: Readonly<Record<string, unknown>>): string {
  const { '@value': value, '@language': language, '@direction': direction, ...others } = object
  const [odd] = Object.keys(others)
  if (odd !== undefined) throw new JsonLdRefusal('not-read', `a value is given with "${odd}"`)
  if (language === undefined && direction === undefined) return plainLiteral(value)
  if (typeof value !== 'string') throw new JsonLdRefusal('not-read', 'a text is not text')
  const tag = languageTag(language)
  if (direction === undefined) return `"${escapeLiteral(value)}"@${tag}`
  if (direction !== 'ltr' && direction !== 'rtl') {
    throw new JsonLdRefusal('not-read', 'the direction of a text is neither ltr nor rtl')
  }
  return `"${escapeLiteral(value)}"^^<https://www.w3.org/ns/i18n#${tag}_${direction}>`
}

function plainLiteral(value: unknown): string {
  if (typeof value === 'string') return `"${escapeLiteral(value)}"`
  if (typeof value === 'number' || typeof value === 'boolean') {
    return nativeLiteral(value, undefined)
  }
  throw new JsonLdRefusal('not-covered', 'a value is empty')
}

function languageTag(language: unknown): string {
  if (language === undefined) return ''
  if (typeof language === 'string' && /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(language)) {
    return language.toLowerCase()
  }
  throw new JsonLdRefusal('not-covered', 'the language of a text is no language tag')
}

function canonicalDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
}

function numericEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
