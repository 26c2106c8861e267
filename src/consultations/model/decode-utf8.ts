/** Bytes of an upload as text, or why they cannot be read. */
import type { Finding } from '../../finding.ts'
import { fileFaultWords, readTextFile } from '../../language/text-file.ts'

export const largestResponse = 1_000_000

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export function decodeUtf8(bytes: Uint8Array): Decoded {
  const read = readTextFile(bytes, largestResponse)
  if (read.ok) return read
  if (read.fault === 'too-large') {
    return refused('response-too-large', 'The file is larger than 1 MB: send the text alone')
  }
  if (read.fault === 'not-utf-8') {
    return refused('response-not-utf8', 'The file is not UTF-8 text: save it as plain text, UTF-8')
  }
  const instead = 'Open it, choose “Save as” and “Plain text”, with UTF-8, and send that'
  return refused('response-not-plain-text', fileFaultWords(read.fault, instead))
}

function refused(code: string, message: string): Decoded {
  return { ok: false, findings: [{ code, at: 'file', message }] }
}
