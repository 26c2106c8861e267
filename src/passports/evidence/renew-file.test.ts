import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clamdIsInstalled, eicar, fakeClamd, realClamd } from '../../../test/clamd.ts'
import {
  hostilePdf,
  lockedPdf,
  longPdf,
  packedPdf,
  phonePhoto,
  pixelFlood,
  screenshot,
} from '../../../test/made-files.ts'
import { mostPages, refusalWords } from './model/evidence.ts'
import { renewFile } from './renew-file.ts'

const clamd = await fakeClamd()
const real = clamdIsInstalled ? await realClamd() : undefined

async function renewed(
  bytes: Uint8Array,
  settings: { readonly clamdSocket?: string | undefined } = {},
) {
  const file = await renewFile(bytes, settings)
  if ('refused' in file) throw new Error(file.refused)
  return file
}

const refusedOf = async (bytes: Uint8Array | undefined, clamdSocket?: string) => {
  const file = await renewFile(bytes, { clamdSocket })
  return 'refused' in file ? file.refused : undefined
}

describe('a photo', () => {
  it('is made anew: upright, without its place, its camera and its words', async () => {
    const { bytes, type } = await renewed(await phonePhoto())
    expect(type).toBe('image/jpeg')
    const { width, height, exif, iptc, xmp, orientation } = await sharp(bytes).metadata()
    expect([width, height]).toEqual([300, 400])
    expect([exif, iptc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(bytes).includes('Kestrel')).toBe(false)
  })

  it('is no larger than a certificate needs', async () => {
    const { bytes } = await renewed(await phonePhoto(6000, 4000))
    const { width, height } = await sharp(bytes).metadata()
    expect([width, height]).toEqual([1600, 2400])
  })

  it('that is a PNG becomes a JPEG on white', async () => {
    const { type, bytes } = await renewed(await screenshot())
    expect([type, (await sharp(bytes).metadata()).format]).toEqual(['image/jpeg', 'jpeg'])
  })

  it('keeps nothing that was hidden behind it', async () => {
    const zip = Buffer.from('PK\x03\x04 Kestrel archive', 'latin1')
    const { bytes } = await renewed(Buffer.concat([await phonePhoto(), zip]))
    expect(Buffer.from(bytes).includes('Kestrel')).toBe(false)
  })

  it('of more pixels than we open is refused before it is opened', async () => {
    expect(await refusedOf(pixelFlood())).toBe('too-many-pixels')
  })

  it('of which a part is missing is refused', async () => {
    const whole = await phonePhoto()
    expect(await refusedOf(whole.subarray(0, whole.length / 2))).toBe('broken')
    expect(await refusedOf(whole.subarray(0, 12))).toBe('broken')
  })
})

describe('a PDF', () => {
  it('is written anew: its pages, and nothing that acts, hides or tells', async () => {
    const { bytes, type } = await renewed(await hostilePdf())
    expect(type).toBe('application/pdf')
    const written = await PDFDocument.load(bytes, { updateMetadata: false })
    expect([written.getPageCount(), written.getAuthor()]).toEqual([2, undefined])
    const objects = written.context.enumerateIndirectObjects().map(([, object]) => String(object))
    const found = objects.join('\n')
    expect(found).not.toMatch(
      /Kestrel|\/JavaScript|\/JS\b|\/OpenAction|\/AA\b|\/EmbeddedFile|\/Annots|\/AcroForm|\/Names|\/URI/,
    )
    expect(Buffer.from(bytes).includes('Kestrel')).toBe(false)
  })

  it('that unpacks to far more than it is, is refused before it is read', async () => {
    const bomb = await packedPdf()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusedOf(bomb)).toBe('packed')
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['too long', () => longPdf(mostPages + 1), 'too-many-pages'],
    ['locked', () => lockedPdf, 'locked'],
    ['cut off', async () => (await longPdf(1)).subarray(0, 300), 'broken'],
    ['nested without end', () => Buffer.from(`%PDF-1.7\n${'['.repeat(200_000)}`), 'broken'],
    ['a name and nothing more', () => Buffer.from('%PDF-1.7\n'), 'broken'],
  ])('that is %s is refused in its own words', async (_, make, refused) => {
    expect(await refusedOf(await make())).toBe(refused)
  })
})

describe('a file that is something else', () => {
  it.each<[string, Buffer, string]>([
    ['a page that calls itself a photo', Buffer.from('<html><script>1</script>'), 'other-kind'],
    ['a program', Buffer.from('MZ\x90\x00'), 'other-kind'],
    ['an archive', Buffer.from('PK\x03\x04'), 'other-kind'],
    ['a drawing with script', Buffer.from('<svg onload="1">'), 'other-kind'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a photo of a kind that we cannot open', Buffer.from('\0\0\0\x18ftypheic'), 'heic'],
    ['too much', Buffer.alloc(8_000_001, 0xff), 'too-large'],
  ])('is refused by what is in it: %s', async (_, bytes, refused) => {
    expect(await refusedOf(bytes)).toBe(refused)
  })

  it('is told what to do about it, in every case', () => {
    for (const words of Object.values(refusalWords)) expect(words).toMatch(/^[A-Z].{15,}$/)
  })
})

describe('the virus scanner', () => {
  it('is asked about what was sent, by its own protocol, and finds the test file of EICAR', async () => {
    const photo = await phonePhoto()
    const before = clamd.asked()
    expect((await renewed(photo, { clamdSocket: clamd.socket })).scan).toBe('clean')
    const infected = Buffer.concat([photo, eicar])
    expect(await refusedOf(infected, clamd.socket)).toBe('infected')
    expect(clamd.asked()).toBe(before + 2)
  })

  it('that is not there, or away, leaves a file unscanned and never clean', async () => {
    const photo = await phonePhoto()
    expect((await renewed(photo)).scan).toBe('not-scanned')
    expect((await renewed(photo, { clamdSocket: '/nowhere/clamd.ctl' })).scan).toBe('not-scanned')
    expect((await renewed(photo, { clamdSocket: '127.0.0.1:9' })).scan).toBe('not-scanned')
  })

  it.skipIf(real === undefined)('is ClamAV itself where that is installed', async () => {
    const photo = await phonePhoto()
    expect((await renewed(photo, { clamdSocket: real })).scan).toBe('clean')
    expect(await refusedOf(Buffer.concat([photo, eicar]), real)).toBe('infected')
  })
})
