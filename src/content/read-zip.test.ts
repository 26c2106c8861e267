import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZip, staysInside, ZipFault } from './read-zip.ts'
import { writeZip, type ZipEntry } from './write-zip.ts'

const at = new Date('2026-11-22T10:48:06Z')
const limits = { entries: 50, file: 10_000, total: 50_000 }
const entry = (name: string, text: string): ZipEntry => ({ name, content: Buffer.from(text) })
const two = [entry('a.txt', 'one'), entry('b/ŵ.txt', 'two')]
const contents = (zip: Buffer) =>
  Object.fromEntries(readZip(zip, limits).map(({ name, content }) => [name, content().toString()]))

/** One packed file, its members as given: what writeZip never writes. */
function zipOf({
  name = 'a.txt',
  text = Buffer.from('one'),
  size = text.length,
  method = 8,
  flags = 0x0800,
  attributes = 0,
}: {
  name?: string
  text?: Buffer
  size?: number
  method?: number
  flags?: number
  attributes?: number
}): Buffer {
  const packed = method === 8 ? deflateRawSync(text) : text
  const title = Buffer.from(name, 'latin1')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(crc32(text), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(title.length, 22)
  common.copy(local, 4)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  common.copy(central, 6)
  central.writeUInt32LE(attributes, 38)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + title.length, 12)
  end.writeUInt32LE(30 + title.length + packed.length, 16)
  return Buffer.concat([local, title, packed, central, title, end])
}

describe('an archive', () => {
  it('is read as it was written', () => {
    expect(contents(writeZip(two, at))).toEqual({ 'a.txt': 'one', 'b/ŵ.txt': 'two' })
    expect(contents(zipOf({}))).toEqual({ 'a.txt': 'one' })
  })

  it('is read as it was written, whatever it holds', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-zà-ÿ]{1,8})?$/)
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' })), (files) => {
        const entries = Object.entries(files).map(([name, text]) => entry(name, text))
        expect(contents(writeZip(entries, at))).toEqual({ ...files })
      }),
    )
  })

  it('is refused wherever it is cut short', () => {
    const zip = writeZip(two, at)
    for (let length = 0; length < zip.length; length += 1) {
      expect(() => contents(zip.subarray(0, length))).toThrow(ZipFault)
    }
  })

  it('never gives other bytes for a bit that is turned, and never fails in another way', () => {
    const zip = zipOf({ text: Buffer.from('one and one is two') })
    for (let place = 0; place < zip.length; place += 1) {
      const turned = Buffer.from(zip)
      turned[place] = (turned[place] ?? 0) ^ 4
      try {
        expect(Object.values(contents(turned))).toEqual(['one and one is two'])
      } catch (error) {
        expect(error).toBeInstanceOf(ZipFault)
      }
    }
  })

  it('is not unpacked beyond what it says, nor beyond what is read', () => {
    const bomb = Buffer.alloc(5_000_000)
    expect(() => contents(zipOf({ text: bomb }))).toThrow('more than is read here')
    expect(() => contents(zipOf({ text: bomb, size: 100 }))).toThrow('damaged')
    const many = Array.from({ length: 51 }, (_, index) => entry(`${index}`, ''))
    expect(() => contents(writeZip(many, at))).toThrow('too many files')
    const large = Array.from({ length: 6 }, (_, index) => entry(`${index}`, 'x'.repeat(9_000)))
    expect(() => contents(writeZip(large, at))).toThrow('more than is read here')
  })

  it('is refused where its files stand in one another', () => {
    const zip = writeZip([entry('a.txt', 'one'), entry('b.txt', 'one')], at)
    const second = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    zip.write('a.txt', second + 46)
    zip.writeUInt32LE(0, second + 42)
    expect(() => contents(zip)).toThrow('two files of one name')
    zip.write('A.txt', second + 46)
    expect(() => contents(zip)).toThrow('two files of one name')
    zip.write('c.txt', second + 46)
    expect(() => contents(zip)).toThrow('two names')
  })

  it.each([
    ['../a.txt', 'leads out'],
    ['/etc/a', 'leads out'],
    ['a/../../b', 'leads out'],
    ['..\\a.txt', 'leads out'],
    ['C:a.txt', 'leads out'],
    ['a\0.txt', 'leads out'],
    ['./a', 'leads out'],
    ['a//b', 'leads out'],
    ['\xff.txt', 'UTF-8'],
  ])('is refused for the name %j', (name, why) => {
    expect(() => contents(zipOf({ name }))).toThrow(why)
  })

  it('is refused where it is encrypted, packed in an unknown way, or holds a link', () => {
    expect(() => contents(zipOf({ flags: 1 }))).toThrow('encrypted')
    expect(() => contents(zipOf({ method: 12 }))).toThrow('not read here')
    expect(() => contents(zipOf({ attributes: 0o120777 * 65_536 }))).toThrow('a link')
  })
})

describe('a name', () => {
  it('stays inside only as a plain path', () => {
    expect(['a', 'a/b.json', 'a/ŵ b'].every(staysInside)).toBe(true)
    expect(['', '/', 'a/', '..', 'a\nb'].some(staysInside)).toBe(false)
  })
})
