/** A plain ZIP archive, nothing compressed: .ZIP File Format Specification (APPNOTE) 6.3.10. */
import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** With folders, separated by `/`. */
  readonly name: string
  readonly content: Uint8Array
}

/** Bit 11 of the flags: names are UTF-8 (§4.4.4). */
const utf8Names = 0x0800
const neededVersion = 20

export function writeZip(entries: readonly ZipEntry[], at: Date): Buffer {
  const written = entries.map((entry) => headersOf(entry, dosTime(at)))
  const places: number[] = []
  let offset = 0
  for (const { local, content } of written) {
    places.push(offset)
    offset += local.length + content.length
  }
  const directory = written.map(({ central }, index) => central(places[index] ?? 0))
  const end = endOf({ count: written.length, size: lengthOf(directory), offset })
  return Buffer.concat([
    ...written.flatMap(({ local, content }) => [local, content]),
    ...directory,
    end,
  ])
}

/** What stands before the content, and again in the directory at the end (§4.3.7, §4.3.12). */
function headersOf({ name, content }: ZipEntry, time: Buffer) {
  const title = Buffer.from(name, 'utf8')
  const size = uint32(content.length)
  const common = Buffer.concat([
    ...[uint16(neededVersion), uint16(utf8Names), uint16(0), time],
    ...[uint32(crc32(content)), size, size, uint16(title.length), uint16(0)],
  ])
  return {
    content,
    local: Buffer.concat([uint32(0x04034b50), common, title]),
    central: (place: number) =>
      Buffer.concat([
        ...[uint32(0x02014b50), uint16(neededVersion), common],
        ...[uint16(0), uint16(0), uint16(0), uint32(0), uint32(place), title],
      ]),
  }
}

/** §4.3.16. */
function endOf({ count, size, offset }: { count: number; size: number; offset: number }): Buffer {
  return Buffer.concat([
    ...[uint32(0x06054b50), uint16(0), uint16(0), uint16(count), uint16(count)],
    ...[uint32(size), uint32(offset), uint16(0)],
  ])
}

/** In two-second steps since 1980, without a time zone: UTC here (§4.4.6). */
function dosTime(at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const year = Math.max(0, at.getUTCFullYear() - 1980)
  const date = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return Buffer.concat([uint16(time), uint16(date)])
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
