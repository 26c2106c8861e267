/** Bytes of an upload as text, or why they cannot be read. */
import type { Finding } from '../../finding.ts'

export const largestResponse = 1_000_000

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (bytes.length > largestResponse) {
    return refused('response-too-large', 'The file is larger than 1 MB: send the text alone')
  }
  if (isOfficeFile(bytes)) {
    return refused(
      'response-not-plain-text',
      'This is a Word or PDF file. Open it, choose “Save as” and “Plain text”, with UTF-8, and send that',
    )
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // PostgreSQL cannot hold it, and a file that has it is not text.
    if (text.includes('\0')) return notText()
    return { ok: true, text }
  } catch (error) {
    if (error instanceof TypeError) return notText()
    throw error
  }
}

/** A Word file is a zip archive, an older one a compound file; a PDF says so itself. */
function isOfficeFile(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'].includes(start)
}

function notText(): Decoded {
  return refused('response-not-utf8', 'The file is not UTF-8 text: save it as plain text, UTF-8')
}

function refused(code: string, message: string): Decoded {
  return { ok: false, findings: [{ code, at: 'file', message }] }
}
