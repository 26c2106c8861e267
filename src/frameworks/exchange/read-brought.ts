/** Reads what was sent for a draft: a workbook or a content folder, told apart by what is in it. */
import { readZip, ZipFault } from '../../content/read-zip.ts'
import type { Finding } from '../../finding.ts'
import { checkEdition } from '../model/check-edition.ts'
import type { Edition } from '../model/framework.ts'
import { type Brought, withBrought } from './model/brought.ts'
import { readSheets } from './model/read-sheets.ts'
import { readFolder } from './read-folder.ts'
import { readWorkbook } from './read-workbook.ts'

export type ReadBrought =
  | { readonly ok: true; readonly brought: Brought }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export function readBrought(bytes: Uint8Array, draft: Edition): ReadBrought {
  const read = isWorkbook(bytes) ? broughtByWorkbook(bytes) : broughtByFolder(bytes, draft)
  if (!read.ok) return read
  const findings = checkEdition(withBrought(draft, read.brought)).filter(isBroken)
  return findings.length > 0 ? { ok: false, findings } : read
}

/** What a draft may lack while it is written. */
function isBroken({ code }: Finding): boolean {
  return code !== 'level-missing' && code !== 'role-example-missing'
}

function isWorkbook(bytes: Uint8Array): boolean {
  try {
    const most = { entries: 1000, file: 1e9, total: 1e9 }
    return readZip(Buffer.from(bytes), most).some(({ name }) => name === '[Content_Types].xml')
  } catch (error) {
    if (error instanceof ZipFault) return false
    throw error
  }
}

function broughtByWorkbook(bytes: Uint8Array): ReadBrought {
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const sheets = readSheets(workbook.sheets)
  return sheets.ok ? { ok: true, brought: { kind: 'workbook', value: sheets.value } } : sheets
}

function broughtByFolder(bytes: Uint8Array, draft: Edition): ReadBrought {
  const expected = draft.domains.map(({ number }) => number)
  const folder = readFolder(bytes, expected)
  if (!folder.ok) return folder
  const { edition } = folder
  if (edition.slug === draft.slug) return { ok: true, brought: { kind: 'folder', value: edition } }
  const message = `These files are of ${edition.slug}, and this is a draft of ${draft.slug}`
  return { ok: false, findings: [{ code: 'other-framework', at: 'edition.yaml', message }] }
}
