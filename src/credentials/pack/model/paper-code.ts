/** A signed credential as text for a square code on paper: whole, and nothing else is needed to read it. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { paperWords } from './paper-words.ts'

/** Told apart from a later way of packing by its number: what is on paper stays as it is. */
export const paperCodeMark = 'LANYARD1:'
const largest = 1_000_000
/** RFC 9285, which keeps to what a square code packs best. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function isPaperCode(text: string): boolean {
  return text.startsWith(paperCodeMark)
}

export function writePaperCode(document: unknown): string {
  const packed = deflateRawSync(JSON.stringify(document), { level: 9, dictionary: paperWords })
  return `${paperCodeMark}${encodeBase45(packed)}`
}

/** The JSON that was written, or undefined for what is no such code. */
export function readPaperCode(text: string): string | undefined {
  const bytes = decodeBase45(text.trim().slice(paperCodeMark.length))
  if (!isPaperCode(text) || bytes === undefined) return undefined
  try {
    const options = { dictionary: paperWords, maxOutputLength: largest }
    return inflateRawSync(bytes, options).toString('utf8')
  } catch {
    // Not what was packed, or more than any credential.
    return undefined
  }
}

function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = bytes.subarray(at, at + 2)
    text += second === undefined ? signsOf(first, 2) : signsOf(first * 256 + second, 3)
  }
  return text
}

function signsOf(value: number, count: number): string {
  let [signs, left] = ['', value]
  for (let place = 0; place < count; place += 1) {
    signs += alphabet[left % 45]
    left = Math.floor(left / 45)
  }
  return signs
}

function decodeBase45(text: string): Buffer | undefined {
  if (text.length % 3 === 1 || text.length > largest) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3)
    const value = numberOf(group)
    if (value === undefined || value > (group.length === 3 ? 0xffff : 0xff)) return undefined
    bytes.push(...(group.length === 3 ? [value >> 8, value & 0xff] : [value]))
  }
  return Buffer.from(bytes)
}

function numberOf(signs: string): number | undefined {
  const values = [...signs].map((sign) => alphabet.indexOf(sign))
  return values.includes(-1) ? undefined : values.reduceRight((sum, one) => sum * 45 + one, 0)
}
