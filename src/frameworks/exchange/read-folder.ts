/** Reads a content folder that somebody sends: a zip of it, its files at the top or in one folder. */
import { ContentFault, parseContent } from '../../content/read-content.ts'
import { readZip, ZipFault } from '../../content/read-zip.ts'
import type { Finding } from '../../finding.ts'
import { readEditionFrom } from '../frameworks-content.ts'
import type { Edition } from '../model/framework.ts'
import { checkTexts } from './model/check-texts.ts'

export type ReadFolder =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Ten times what our own framework needs. */
const limits = { entries: 200, file: 2_000_000, total: 4_000_000 }

/** `expected`: the domains that must be there, so that none is lost by a file that was left out. */
export function readFolder(bytes: Uint8Array, expected: readonly number[]): ReadFolder {
  try {
    const files = readFiles(Buffer.from(bytes))
    const edition = readEditionFrom({
      names: [...files.keys()],
      read: (name, schema) => parseContent(textOf(files, name), schema, name),
    })
    const findings = [...misnamed(files, edition, expected), ...checkTexts(edition)]
    return findings.length > 0 ? { ok: false, findings } : { ok: true, edition }
  } catch (error) {
    if (error instanceof ContentFault) return { ok: false, findings: error.findings }
    if (!(error instanceof ZipFault)) throw error
    const message = `This file cannot be read: ${error.message}. Make the zip again`
    return { ok: false, findings: [{ code: 'file-refused', at: 'The file', message }] }
  }
}

type Files = ReadonlyMap<string, Buffer>

const known = /^(edition|parts|roles|glossary|domain-\d+)\.yaml$/
/** What some computers add. */
const added = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/

function readFiles(zip: Buffer): Files {
  const files = readZip(zip, limits).filter(({ name }) => !added.test(name))
  const top = files[0]?.name.replace(/[^/]*$/, '') ?? ''
  const strange = files.filter(
    ({ name }) => !name.startsWith(top) || !known.test(name.slice(top.length)),
  )
  if (strange.length > 0) {
    throw new ContentFault(
      strange.map(({ name }) => ({
        ...{ code: 'file-unknown', at: name.slice(0, 80) },
        message: 'This is no file of a framework: leave it out, or put all in one folder',
      })),
    )
  }
  return new Map(files.map(({ name, content }) => [name.slice(top.length), content()]))
}

function textOf(files: Files, name: string): string {
  const bytes = files.get(name)
  if (bytes === undefined) throw fault('file-missing', name, 'The file is missing: add it')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw fault('unreadable-file', name, 'The file is not UTF-8 text: save it as UTF-8')
  }
}

function fault(code: string, at: string, message: string): ContentFault {
  return new ContentFault([{ code, at, message }])
}

/** A domain under another one's name, or one that was left out. */
function misnamed(files: Files, { domains }: Edition, expected: readonly number[]): Finding[] {
  const numbers = domains.map(({ number }) => number)
  return [
    ...numbers
      .filter((number) => !files.has(nameOf(number)))
      .map((number) => ({
        ...{ code: 'domain-misnamed', at: nameOf(number) },
        message: 'Give the file of this domain this name',
      })),
    ...expected
      .filter((number) => !numbers.includes(number))
      .map((number) => ({
        ...{ code: 'domain-missing', at: nameOf(number) },
        message: 'This domain is missing: add its file, or take the domain out of the draft first',
      })),
  ]
}

function nameOf(domain: number): string {
  return `domain-${domain}.yaml`
}
