/**
 * Reads a page as strictly as we write one: attributes in double quotes, no `<` but of a tag. What is
 * not of that form throws, so that no browser reads it in another way than this does.
 */
export interface Element {
  /** Of an end with a slash before it. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Of what holds no element: a script, a title, a box of text. */
  readonly text: string
}

const attribute = String.raw`[ \n]+[a-zA-Z][\w:.-]*(?:="[^"<]*")?`
const token = new RegExp(
  [
    '<!DOCTYPE html>',
    String.raw`<(?<raw>script|style|title|textarea)(?<rawAttributes>(?:${attribute})*)>(?<text>[^<]*)</\k<raw>>`,
    '<(?<end>/[a-zA-Z][a-zA-Z0-9]*)>',
    String.raw`<(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:${attribute})*)[ \n]*/?>`,
    '[^<]+',
  ].join('|'),
  'y',
)

export function readMarkup(page: string): Element[] {
  const elements: Element[] = []
  for (let at = 0; at < page.length; at = token.lastIndex) {
    token.lastIndex = at
    const groups = token.exec(page)?.groups
    if (token.lastIndex === 0) throw new Error(`cannot be read: ${page.slice(at, at + 90)}`)
    const name = groups?.raw ?? groups?.end ?? groups?.name
    if (name === undefined) continue
    const attributes = readAttributes(groups?.rawAttributes ?? groups?.attributes ?? '')
    elements.push({ name, attributes, text: decode(groups?.text ?? '') })
  }
  return elements
}

function readAttributes(written: string): ReadonlyMap<string, string> {
  const found = written.matchAll(/([a-zA-Z][\w:.-]*)(?:="([^"]*)")?/g)
  return new Map([...found].map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]))
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

const leading = new Set(['href', 'action', 'formaction', 'src', 'content', 'data', 'xlink:href'])
const running = /^[\s\p{Cf}\p{Cc}]*(?:javascript|vbscript):/iu

/** What would run, or lead to what runs, or turn round what stands beside it. */
export function dangersIn(page: string): string[] {
  const turned = /[\u202a-\u202e\u2066-\u2069]/.test(page)
    ? ['letters that turn the line round']
    : []
  const dangers = readMarkup(page).flatMap(({ name, attributes, text }) =>
    [...attributes]
      .filter(
        ([one, value]) => /^on|^srcdoc$/.test(one) || (leading.has(one) && running.test(value)),
      )
      .map(([one, value]) => `<${name} ${one}="${value}">`)
      .concat(name === 'script' && text.includes(marker) ? [`a script of ${text}`] : []),
  )
  return [...dangers, ...turned]
}

/** Where it shows, the attack was kept. */
export const marker = 'zq7'

/** A link that runs, a way out of an attribute, a script, a picture, a template, and a turn of the line. */
export const attack = `javascript:${marker}("'><script>${marker}()</script><img onerror=${marker}()>{{1}}\u202e`
