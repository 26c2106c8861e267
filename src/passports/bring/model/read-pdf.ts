/**
 * The credentials attached to a PDF. A stream stands in a PDF as it is, never inside another one
 * (ISO 32000-2 §7.5.7), so that its attachments can be found without opening the rest.
 */
import { inflateSync } from 'node:zlib'
import { mostCredentials, mostText, type Reading } from './reading.ts'

const marker = '/EmbeddedFile'
const longestHead = 4096
const mostLooked = 500

export function readPdf(source: Uint8Array): Reading {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length)
  const text = bytes.toString('latin1')
  if (!text.slice(0, 1024).includes('%PDF-')) return { fault: 'damaged' }
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return { fault: 'locked' }
  const texts: string[] = []
  let at = 0
  let unpacked = 0
  for (let looked = 0; looked < mostLooked && texts.length < mostCredentials; looked += 1) {
    at = text.indexOf(marker, at)
    if (at < 0) break
    const attached = attachmentAt(bytes, text, at, mostText - unpacked)
    at += marker.length
    if (attached === undefined) continue
    unpacked += attached.length
    if (/^\s*(?:\{|eyJ)/.test(attached)) texts.push(attached)
  }
  return texts.length > 0 ? { texts } : { fault: 'no-credential' }
}

/** Undefined where it is not the type of a stream, or does not unpack to what is left of the limit. */
function attachmentAt(bytes: Buffer, text: string, at: number, most: number): string | undefined {
  if (/\w/.test(text[at + marker.length] ?? '')) return undefined
  const head = text.slice(Math.max(0, text.lastIndexOf('obj', at)), at + longestHead)
  const [opening] = /stream\r?\n/.exec(head) ?? []
  const start = text.indexOf('stream', at)
  if (opening === undefined || start < 0 || start > at + longestHead) return undefined
  const dictionary = text.slice(text.lastIndexOf('obj', at), start)
  const from = start + (text.startsWith('stream\r\n', start) ? 8 : 7)
  const end = text.indexOf('endstream', from)
  if (end < 0 || most <= 0) return undefined
  return unpack(bytes.subarray(from, end), dictionary, most)
}

function unpack(packed: Buffer, dictionary: string, most: number): string | undefined {
  if (!/\/Filter\b/.test(dictionary)) {
    return packed.length > most ? undefined : packed.toString('utf8')
  }
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>\r\n]/.test(dictionary)) return undefined
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('utf8')
  } catch {
    // Damaged, or far larger than any credential.
    return undefined
  }
}
