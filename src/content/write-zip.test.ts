import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeZip, type ZipEntry } from './write-zip.ts'

const at = new Date('2026-11-22T10:48:06Z')
const entry = (name: string, text: string): ZipEntry => ({ name, content: Buffer.from(text) })

/** Reads what the directory at the end says, as an unpacker does. */
function readBack(zip: Buffer): Record<string, string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let place = zip.readUInt32LE(end + 16)
  const found: Record<string, string> = {}
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(place)).toBe(0x02014b50)
    const [size, names] = [zip.readUInt32LE(place + 24), zip.readUInt16LE(place + 28)]
    const local = zip.readUInt32LE(place + 42)
    expect(zip.readUInt32LE(local)).toBe(0x04034b50)
    const start = local + 30 + zip.readUInt16LE(local + 26)
    const content = zip.subarray(start, start + size)
    expect(crc32(content)).toBe(zip.readUInt32LE(place + 16))
    found[zip.toString('utf8', place + 46, place + 46 + names)] = content.toString('utf8')
    place += 46 + names
  }
  expect(place).toBe(end)
  return found
}

describe('a ZIP archive', () => {
  it('gives back every file as it was, with its folder and its letters', () => {
    const entries = [
      entry('your-data.html', '<p>Ŵyn</p>'),
      entry('credentials/ŵyn.json', '{}'),
      entry('empty.txt', ''),
    ]
    expect(readBack(writeZip(entries, at))).toEqual({
      'your-data.html': '<p>Ŵyn</p>',
      'credentials/ŵyn.json': '{}',
      'empty.txt': '',
    })
  })

  it('does so for any names and contents', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-zà-ÿ]{1,8})?$/)
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' })), (files) => {
        const entries = Object.entries(files).map(([name, text]) => entry(name, text))
        expect(readBack(writeZip(entries, at))).toEqual({ ...files })
      }),
    )
  })

  it.skipIf(!existsSync('/usr/bin/unzip'))('is unpacked by an unpacker that is not ours', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanyard-zip-'))
    try {
      writeFileSync(
        join(folder, 'copy.zip'),
        writeZip([entry('a.txt', 'one'), entry('b/c.txt', 'two')], at),
      )
      execFileSync('/usr/bin/unzip', ['-q', 'copy.zip'], { cwd: folder })
      expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one')
      expect(readFileSync(join(folder, 'b/c.txt'), 'utf8')).toBe('two')
      const told = execFileSync('/usr/bin/unzip', ['-tv', 'copy.zip'], { cwd: folder })
      expect(told.toString()).toContain('No errors detected')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
