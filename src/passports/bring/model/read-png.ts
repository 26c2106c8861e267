/** The credential that was baked into a picture (Open Badges 3.0 §5.3.1), its chunks read with care. */
import { crc32, inflateSync } from 'node:zlib'
import { mostText, type Reading } from './reading.ts'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const keyword = 'openbadgecredential'
const olderKeyword = 'openbadges'
const mostChunks = 10_000

export function readPng(source: Uint8Array): Reading {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length)
  if (!bytes.subarray(0, 8).equals(signature)) return { fault: 'damaged' }
  let at = 8
  let older = false
  for (let count = 0; at < bytes.length; count += 1) {
    const chunk = chunkAt(bytes, at)
    if (chunk === undefined || count > mostChunks) return { fault: 'damaged' }
    const { type, content } = chunk
    if (type === 'iTXt' && startsWith(content, keyword)) return internationalText(content)
    if (type.endsWith('TXt') || type === 'tEXt') older ||= startsWith(content, olderKeyword)
    if (type === 'IEND') break
    at += content.length + 12
  }
  return { fault: older ? 'older-badge' : 'no-credential' }
}

function chunkAt(bytes: Buffer, at: number) {
  if (at + 12 > bytes.length) return undefined
  const end = at + 8 + bytes.readUInt32BE(at)
  if (end + 4 > bytes.length) return undefined
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return undefined
  return { type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, end) }
}

function startsWith(content: Buffer, word: string): boolean {
  return content.toString('latin1', 0, word.length + 1) === `${word}\0`
}

/** Keyword, whether compressed, how, language, translated keyword, text (PNG §11.3.3.4). */
function internationalText(content: Buffer): Reading {
  const flags = keyword.length + 1
  const language = content.indexOf(0, flags + 2)
  const translated = language < 0 ? -1 : content.indexOf(0, language + 1)
  if (translated < 0) return { fault: 'damaged' }
  const text = content.subarray(translated + 1)
  if (content[flags] === 0) return { texts: [text.toString('utf8')] }
  if (content[flags] !== 1 || content[flags + 1] !== 0) return { fault: 'damaged' }
  try {
    return { texts: [inflateSync(text, { maxOutputLength: mostText }).toString('utf8')] }
  } catch {
    // What does not unpack, or unpacks to far more than any credential, is no credential.
    return { fault: 'damaged' }
  }
}
