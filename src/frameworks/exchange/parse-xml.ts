/** XML from a stranger as a tree. A document type is refused: nothing is replaced or fetched. */
import { SaxesParser } from 'saxes'

/** The message is for whoever brought the file. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault'
}

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Throws XmlFault. */
export function walkXml(source: string, { open, text, close }: XmlEvents): void {
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new XmlFault('it declares a document type')
  })
  parser.on('error', (cause) => {
    throw new XmlFault('it is broken', { cause })
  })
  parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes))
  parser.on('closetag', ({ name }) => close(localName(name)))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(source).close()
}

/** Some programs write a prefix before every name. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

interface Growing {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Growing[]
  text: string
}

/** Throws XmlFault. */
export function parseXml(source: string): Element {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  walkXml(source, {
    open: (name, attributes) => {
      const element: Growing = { name, attributes, children: [], text: '' }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    text: (text) => {
      const element = open.at(-1)
      if (element !== undefined) element.text += text
    },
    close: () => {
      open.pop()
    },
  })
  return top
}
