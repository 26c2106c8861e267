/** The text of a file that somebody sends. What it is, its bytes say: its name says nothing. */

export type FileFault =
  | 'too-large'
  | 'office'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'program'
  | 'not-utf-8'

export type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: FileFault }

export function readTextFile(bytes: Uint8Array, mostBytes: number): TextFile {
  if (bytes.length > mostBytes) return { ok: false, fault: 'too-large' }
  const fault = faultOf(bytes)
  if (fault !== undefined) return { ok: false, fault }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // PostgreSQL cannot hold it, and a file that has it is not text.
    return text.includes('\0') ? { ok: false, fault: 'not-utf-8' } : { ok: true, text }
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, fault: 'not-utf-8' }
    throw error
  }
}

/** In Latin-1, a character a byte. Word, Excel and OpenDocument files are zip archives too. */
const beginnings: readonly (readonly [string, FileFault])[] = [
  ['\u00d0\u00cf\u0011\u00e0', 'office'],
  ['{\\rtf', 'office'],
  ['%PDF', 'pdf'],
  ['\u0089PNG', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['GIF8', 'picture'],
  ['\u001f\u008b', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!', 'archive'],
  ['MZ\u0090', 'program'],
  ['\u007fELF', 'program'],
]

function faultOf(bytes: Uint8Array): FileFault | undefined {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (start.startsWith('PK\u0003\u0004')) return isOfficeArchive(start) ? 'office' : 'archive'
  return beginnings.find(([beginning]) => start.startsWith(beginning))?.[1]
}

/** What an office program puts first in its archive. */
function isOfficeArchive(start: string): boolean {
  return /^.{30}(?:\[Content_Types\]|_rels\/|docProps|word\/|xl\/|mimetype)/s.test(start)
}

const kinds: Readonly<Record<Exclude<FileFault, 'too-large' | 'not-utf-8'>, string>> = {
  office: 'a Word, Excel or other office file',
  pdf: 'a PDF',
  picture: 'a picture',
  archive: 'a zip or other archive',
  program: 'a program',
}

/** For the person who chose the file; `instead` says which file to choose. */
export function fileFaultWords(fault: FileFault, instead: string): string {
  if (fault === 'too-large') return `The file is too large. ${instead}`
  if (fault === 'not-utf-8') return `The file is not UTF-8 text. ${instead}`
  return `This file is ${kinds[fault]}. ${instead}`
}
