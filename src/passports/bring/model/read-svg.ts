/**
 * The credential in an SVG (Open Badges 3.0 §5.3.2). Read by a scanner that knows tags, texts and
 * nothing else: no document type, so no entity that could grow or fetch.
 */
import type { Reading } from './reading.ts'

const namespace = 'https://purl.imsglobal.org/ob/v3p0'
const mostTags = 50_000

interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Ends itself: `<a/>`. */
  readonly closed: boolean
  readonly end: number
}

export function readSvg(text: string): Reading {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return { fault: 'live-markup' }
  const prefixes = new Set<string>()
  let at = 0
  for (let count = 0; count < mostTags; count += 1) {
    at = text.indexOf('<', at)
    if (at < 0) return { fault: 'no-credential' }
    const skipped = skipAside(text, at)
    if (skipped !== undefined) {
      if (skipped < 0) return { fault: 'damaged' }
      at = skipped
      continue
    }
    const tag = tagAt(text, at)
    if (tag === undefined) return { fault: 'damaged' }
    rememberPrefixes(tag, prefixes)
    if (isCredential(tag, prefixes)) return credentialIn(text, tag)
    at = tag.end
  }
  return { fault: 'damaged' }
}

/** Past a comment, a CDATA section, an instruction or an end tag; below 0 where it never ends. */
function skipAside(text: string, at: number): number | undefined {
  for (const [opens, ends] of asides) {
    if (!text.startsWith(opens, at)) continue
    const end = text.indexOf(ends, at + opens.length)
    return end < 0 ? -1 : end + ends.length
  }
  return undefined
}

const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['</', '>'],
] as const

const named = /<([A-Za-z_][\w.:-]*)/y
const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const ending = /\s*(\/?)>/y

function tagAt(text: string, at: number): Tag | undefined {
  const [opening, name] = matchAt(named, text, at) ?? []
  if (opening === undefined || name === undefined) return undefined
  const attributes = new Map<string, string>()
  let end = at + opening.length
  for (;;) {
    const found = matchAt(attribute, text, end)
    if (found === undefined) break
    const [whole, key = '', double, single] = found
    if (attributes.has(key)) return undefined
    attributes.set(key, plainText(double ?? single ?? ''))
    end += whole.length
  }
  const closing = matchAt(ending, text, end)
  if (closing === undefined) return undefined
  return { name, attributes, closed: closing[1] === '/', end: end + closing[0].length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function rememberPrefixes({ attributes }: Tag, prefixes: Set<string>): void {
  for (const [name, value] of attributes) {
    if (name.startsWith('xmlns:') && value === namespace) prefixes.add(name.slice(6))
    if (name === 'xmlns' && value === namespace) prefixes.add('')
  }
}

function isCredential({ name }: Tag, prefixes: ReadonlySet<string>): boolean {
  const [local, prefix = ''] = name.split(':').reverse()
  return local === 'credential' && prefixes.has(prefix)
}

function credentialIn(text: string, { name, attributes, closed, end }: Tag): Reading {
  const verify = attributes.get('verify')?.trim()
  if (verify) return { texts: [verify] }
  const close = closed ? -1 : text.indexOf(`</${name}`, end)
  if (close < 0) return { fault: 'damaged' }
  const inside = text.slice(end, close).trim()
  const [, cdata] = /^<!\[CDATA\[([\s\S]*?)\]\]>$/.exec(inside) ?? []
  return { texts: [cdata ?? plainText(inside)] }
}

const letters: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
}

/** The five names that XML has of itself, and characters by number. */
function plainText(written: string): string {
  return written.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return letters[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
}
