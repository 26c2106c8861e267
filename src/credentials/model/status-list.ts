import { gunzipSync, gzipSync } from 'node:zlib'

// Bitstring Status List 1.0 §3.2: at least 131,072 entries, so that a look-up hides in the crowd.
export const leastStatusListLength = 131_072
const largestStatusListBytes = 2 ** 21
const largestEncodedLength = 2 ** 22

export type StatusList = { readonly bits: Uint8Array }

export function emptyStatusList(length: number = leastStatusListLength): StatusList {
  if (length < leastStatusListLength || length % 8 !== 0) {
    throw new Error(`a status list has at least ${leastStatusListLength} bits, in whole bytes`)
  }
  return { bits: new Uint8Array(length / 8) }
}

/** The list with one bit changed; the list given stays as it was. */
export function withStatus(list: StatusList, index: number, isSet: boolean): StatusList {
  const bits = Uint8Array.from(list.bits)
  setStatus(bits, index, isSet)
  return { bits }
}

/** The list with these bits set and no others changed, copied once. */
export function withStatuses(list: StatusList, indexes: Iterable<number>): StatusList {
  const bits = Uint8Array.from(list.bits)
  for (const index of indexes) setStatus(bits, index, true)
  return { bits }
}

/** Undefined when the list has no such place: a status that cannot be read is not a clear one. */
export function readStatusBit(list: StatusList, index: number): boolean | undefined {
  if (!Number.isSafeInteger(index) || index < 0) return undefined
  const byte = list.bits[Math.floor(index / 8)]
  if (byte === undefined) return undefined
  return (byte & maskOf(index)) !== 0
}

export function encodeStatusList(list: StatusList): string {
  return `u${gzipSync(list.bits).toString('base64url')}`
}

/** Undefined for anything but a gzipped bitstring of a lawful size. */
export function decodeStatusList(encoded: string): StatusList | undefined {
  if (encoded.length > largestEncodedLength || !isMultibase(encoded)) return undefined
  const bits = unzip(Buffer.from(encoded.slice(1), 'base64url'))
  if (!bits || bits.length * 8 < leastStatusListLength) return undefined
  return { bits }
}

/** Looks for what may not be there: to match all of four million letters can need more stack than there is. */
function isMultibase(encoded: string): boolean {
  return encoded.startsWith('u') && encoded.length > 1 && !/[^A-Za-z0-9_-]/.test(encoded)
}

function unzip(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return Uint8Array.from(gunzipSync(bytes, { maxOutputLength: largestStatusListBytes }))
  } catch {
    // Not gzip, cut short, or larger unpacked than any list we would read.
    return undefined
  }
}

function setStatus(bits: Uint8Array, index: number, isSet: boolean): void {
  const at = Math.floor(index / 8)
  const byte = bits[at]
  if (byte === undefined || !Number.isSafeInteger(index)) {
    throw new Error(`the status list has no place ${index}`)
  }
  bits[at] = isSet ? byte | maskOf(index) : byte & ~maskOf(index)
}

// Bitstring Status List 1.0 §3: the first index is the left-most bit.
function maskOf(index: number): number {
  return 0x80 >> (index % 8)
}

/** A suspension says its last day (YYYY-MM-DD), and ends by itself when that has passed. */
export function isSetOn(
  { set, until }: { readonly set: boolean; readonly until: string | null },
  today: string,
): boolean {
  return set && (until === null || until >= today)
}
