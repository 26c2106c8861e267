/**
 * Reads a ZIP archive from a stranger, in memory: APPNOTE 6.3.10, without encryption, parts or ZIP64.
 * What two readers could take in two ways is refused, and so is more than was asked for.
 */
import { crc32, inflateRawSync } from 'node:zlib'

/** An archive that is not read. The message is for whoever brought it. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
}

export interface ZipLimits {
  readonly entries: number
  /** Bytes of one file, unpacked. */
  readonly file: number
  /** Bytes of all of them, unpacked. */
  readonly total: number
}

export interface ZipFile {
  readonly name: string
  /** Bytes, unpacked, as the archive says; `content` throws where that is not so. */
  readonly size: number
  readonly content: () => Buffer
}

interface Listed {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly attributes: number
}

const [localMark, centralMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50]
const [localLength, centralLength, endLength] = [30, 46, 22]
const longestComment = 0xffff
const [stored, deflated] = [0, 8]
const isEncrypted = 1
const longestName = 255

/** Its files, without its folders. Throws ZipFault. Nothing is unpacked before it is asked for. */
export function readZip(zip: Buffer, limits: ZipLimits): ZipFile[] {
  const { count, offset, end } = readEnd(zip)
  if (count > limits.entries) throw new ZipFault('it holds too many files')
  const listed = readDirectory(zip, { count, offset, end })
  const files = listed.filter(({ name }) => !name.endsWith('/'))
  checkNames(files)
  checkSizes(files, limits)
  const starts = checkPlaces(zip, files, offset)
  return files.map((file, index) => ({
    name: file.name,
    size: file.size,
    content: () => unpack(zip, file, starts[index] ?? 0),
  }))
}

function readEnd(zip: Buffer) {
  const first = Math.max(0, zip.length - endLength - longestComment)
  for (let at = zip.length - endLength; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) !== endMark) continue
    if (at + endLength + zip.readUInt16LE(at + 20) !== zip.length) continue
    const [disk, directoryDisk] = [zip.readUInt16LE(at + 4), zip.readUInt16LE(at + 6)]
    const [here, count] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)]
    const [size, offset] = [zip.readUInt32LE(at + 12), zip.readUInt32LE(at + 16)]
    if (disk !== 0 || directoryDisk !== 0 || here !== count) throw notRead('it is in parts')
    if (count === 0xffff || offset === 0xffffffff) throw notRead('it is of the kind ZIP64')
    if (offset + size !== at) throw cutShort()
    return { count, offset, end: at }
  }
  throw cutShort()
}

function readDirectory(
  zip: Buffer,
  { count, offset, end }: { readonly count: number; readonly offset: number; readonly end: number },
): Listed[] {
  const listed: Listed[] = []
  let at = offset
  while (listed.length < count) {
    if (at + centralLength > end || zip.readUInt32LE(at) !== centralMark) throw cutShort()
    const nameLength = zip.readUInt16LE(at + 28)
    const more = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    const next = at + centralLength + nameLength + more
    if (next > end) throw cutShort()
    listed.push({
      name: readName(zip.subarray(at + centralLength, at + centralLength + nameLength)),
      ...{ flags: zip.readUInt16LE(at + 8), method: zip.readUInt16LE(at + 10) },
      ...{ crc: zip.readUInt32LE(at + 16), packed: zip.readUInt32LE(at + 20) },
      ...{ size: zip.readUInt32LE(at + 24), attributes: zip.readUInt32LE(at + 38) },
      offset: zip.readUInt32LE(at + 42),
    })
    at = next
  }
  if (at !== end) throw cutShort()
  return listed
}

function readName(bytes: Buffer): string {
  if (bytes.length === 0 || bytes.length > longestName) throw notRead('a name in it is too long')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Other letters would be guesswork.
    throw notRead('a name in it is not written in UTF-8')
  }
}

const symbolicLink = 0o120000
const kindOfFile = 0o170000

function checkNames(files: readonly Listed[]): void {
  const known = new Set<string>()
  for (const { name, attributes } of files) {
    if (!staysInside(name)) throw notRead('a name in it leads out of its folder')
    // To many systems these are one file.
    const folded = name.normalize('NFC').toLowerCase()
    if (known.has(folded)) throw notRead('it holds two files of one name')
    known.add(folded)
    if (((attributes >>> 16) & kindOfFile) === symbolicLink) {
      throw notRead('it holds a link to another file')
    }
  }
}

/** A path below the folder it is unpacked in, on every system. */
export function staysInside(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\\:\u0000-\u001f\u007f]/.test(name)) return false
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

function checkSizes(files: readonly Listed[], limits: ZipLimits): void {
  if (files.some(({ size }) => size > limits.file)) throw tooLarge()
  if (files.reduce((sum, { size }) => sum + size, 0) > limits.total) throw tooLarge()
}

/** Where each content starts. No two share a byte: that is how a small archive unpacks to a large one. */
function checkPlaces(zip: Buffer, files: readonly Listed[], directory: number): number[] {
  const starts = files.map((file) => startOf(zip, file, directory))
  const places = files.map(({ offset, packed }, index) => ({
    offset,
    end: (starts[index] ?? 0) + packed,
  }))
  let last = 0
  for (const { offset, end } of places.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < last || end > directory) throw notRead('its files stand in one another')
    last = end
  }
  return starts
}

function startOf(zip: Buffer, { offset, name }: Listed, directory: number): number {
  if (offset + localLength > directory || zip.readUInt32LE(offset) !== localMark) throw cutShort()
  const nameLength = zip.readUInt16LE(offset + 26)
  const start = offset + localLength + nameLength + zip.readUInt16LE(offset + 28)
  if (start > directory) throw cutShort()
  const written = zip.subarray(offset + localLength, offset + localLength + nameLength)
  if (!written.equals(Buffer.from(name, 'utf8'))) throw notRead('it gives a file two names')
  return start
}

function unpack(zip: Buffer, { flags, method, packed, size, crc }: Listed, start: number): Buffer {
  if ((flags & isEncrypted) !== 0) throw notRead('it is encrypted')
  const content = contentOf(zip.subarray(start, start + packed), method, size)
  if (content.length !== size || crc32(content) !== crc) throw cutShort()
  return content
}

function contentOf(packed: Buffer, method: number, size: number): Buffer {
  if (method === stored) return packed
  if (method !== deflated) throw notRead('it is packed in a way that is not read here')
  try {
    // One byte to spare, because zlib takes no limit of nothing.
    return inflateRawSync(packed, { maxOutputLength: size + 1 })
  } catch {
    // Not what it says: cut short, changed, or larger than it says.
    throw cutShort()
  }
}

function cutShort(): ZipFault {
  return notRead('it is cut short or damaged')
}

function tooLarge(): ZipFault {
  return new ZipFault('it unpacks to more than is read here')
}

function notRead(why: string): ZipFault {
  return new ZipFault(why)
}
