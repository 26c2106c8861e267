import { randomUUID } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib'
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
import { unpacksSafely } from './model/check-pdf-streams.ts'
import { mostPages, refusalWords } from './model/evidence.ts'
import { mostWaiting, renewFile } from './renew-file.ts'

const clamd = await fakeClamd()
const real = clamdIsInstalled ? await realClamd() : undefined

async function renewed(
  bytes: Uint8Array,
  settings: { readonly clamdSocket?: string | undefined } = {},
) {
  const file = await renewFile(bytes, { ...settings, sender: randomUUID() })
  if ('refused' in file) throw new Error(file.refused)
  return file
}

const refusedOf = async (bytes: Uint8Array | undefined, clamdSocket?: string) => {
  const file = await renewFile(bytes, { clamdSocket, sender: randomUUID() })
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

  it.each(['stream ', 'stream\nendstream\n', '/Type/ObjStm stream\n', '/Type %\n\n stream\n'])(
    'of nothing but %j is refused at once',
    async (word) => {
      const many = Buffer.from(`%PDF-1.7\n${word.repeat(Math.ceil(400_000 / word.length))}`)
      expect(unpacksSafely(many)).toBe(false)
    },
  )

  it('with a comment that could be read in many ways is read in one', () => {
    const comments = Buffer.from(`%PDF-1.7\n<</Type ${'%\n\n'.repeat(60)}/X>> stream\nendstream`)
    expect(unpacksSafely(comments)).toBe(true)
  })

  it('of many packed objects that break at their end is refused after a few of them', () => {
    const broken = deflateSync(Buffer.alloc(100_000))
    broken[broken.length - 1] = ~(broken.at(-1) ?? 0)
    const head = Buffer.from('<</Type/ObjStm/Filter/FlateDecode>> stream\n')
    const one = Buffer.concat([head, broken, Buffer.from('\nendstream\n')])
    expect(unpacksSafely(one)).toBe(true)
    expect(unpacksSafely(Buffer.concat(Array.from({ length: 200 }, () => one)))).toBe(false)
  })

  it('hides no packed objects behind a word in its dictionary', async () => {
    const packed = Buffer.from(await packedPdf()).toString('latin1')
    const hidden = packed.replace('/Type /ObjStm', '/Type /ObjStm /X (stream)')
    expect(hidden).not.toBe(packed)
    expect(unpacksSafely(Buffer.from(hidden, 'latin1'))).toBe(false)
  })

  it('loses where its photo was taken, and the picture that hangs behind it', async () => {
    const photo = await phonePhoto()
    const { bytes } = await renewed(await pdfWithPhoto(Buffer.concat([photo, photo])))
    const written = await PDFDocument.load(bytes)
    const pictures = written.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFRawStream && isPicture(object))
    expect(pictures).toHaveLength(1)
    expect(Buffer.from(bytes).includes('Kestrel')).toBe(false)
  })

  it.each(['FlateDecode', 'ASCIIHexDecode'])(
    'is refused where its photo is packed once more, by %s',
    async (outer) => {
      const pdf = await PDFDocument.load(await pdfWithPhoto(await phonePhoto()))
      for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
        if (!(object instanceof PDFRawStream && isPicture(object))) continue
        const twice = PDFArray.withContext(pdf.context)
        for (const name of [outer, 'DCTDecode']) twice.push(PDFName.of(name))
        object.dict.set(PDFName.of('Filter'), twice)
        const hex = `${Buffer.from(object.contents).toString('hex')}>`
        const packed = outer === 'FlateDecode' ? deflateSync(object.contents) : Buffer.from(hex)
        pdf.context.assign(ref, PDFRawStream.of(object.dict, packed))
      }
      expect(await refusedOf(await pdf.save({ useObjectStreams: false }))).toBe('packed')
    },
  )

  it('loses what a JPEG 2000 in it tells: boxes, and words in its code', async () => {
    const pdf = await PDFDocument.create()
    const dictionary = { Type: 'XObject', Subtype: 'Image', Width: 16, Height: 16 }
    const given = pdf.context.stream(jpeg2000(), { ...dictionary, Filter: 'JPXDecode' })
    drawPicture(pdf, pdf.context.register(given))
    const sent = await pdf.save({ useObjectStreams: false })
    expect(Buffer.from(sent).includes('Kestrel')).toBe(true)
    const { bytes } = await renewed(sent)
    expect(Buffer.from(bytes).includes('Kestrel')).toBe(false)
    const [kept] = await picturesOf(bytes)
    expect(kept).toHaveLength(jpeg2000().length - (29 + 31 + 21))
  })

  it.each(['page', 'form', 'two parts'])(
    'loses what a photo that stands inside its %s tells',
    async (where) => {
      const sent = await pdfWithInline(await phonePhoto(40, 30), where)
      const { bytes } = await renewed(sent)
      const drawn = Buffer.from(await drawnIn(bytes))
      expect(drawn.includes('ID \xff\xd8\xff', 0, 'latin1')).toBe(true)
      expect(drawn.includes('\nEI\nQ', 0, 'latin1')).toBe(true)
      expect(drawn.includes('Kestrel')).toBe(false)
    },
  )

  it('is refused where such a photo is packed once more, or does not end', async () => {
    const photo = await phonePhoto(40, 30)
    const hex = Buffer.from(`${photo.toString('hex')}>`)
    expect(await refusedOf(await pdfWithInline(hex, 'page', '[/AHx /DCT]'))).toBe('packed')
    expect(await refusedOf(await pdfWithInline(photo.subarray(0, 900), 'page'))).toBe('packed')
  })

  it('draws no more than can be looked through', async () => {
    const pdf = await PDFDocument.create()
    const flood = pdf.context.flateStream(Buffer.alloc(70_000_000, 0x20))
    pdf.addPage().node.set(PDFName.of('Contents'), pdf.context.register(flood))
    expect(await refusedOf(await pdf.save({ useObjectStreams: false }))).toBe('packed')
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

/** A picture by OpenJPEG, which writes a comment into its code; with a box of words before and behind. */
function jpeg2000(): Uint8Array {
  const words = Buffer.from('\0\0\0\x1dxml <at>Kestrel home</at>', 'latin1')
  const identity = Buffer.from('\0\0\0\x1fuuidJpgTiffExif->JP2Kestrel', 'latin1')
  const [head, rest] = [openJpeg.subarray(0, 32), openJpeg.subarray(32)]
  // Its last box goes to the end of the file: how long it is has to be said where another follows.
  const said = Buffer.from(rest)
  said.writeUInt32BE(rest.length - 45, 45)
  return Buffer.concat([head, words, said, identity])
}

const openJpeg = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABAAAw8HAAAAAAAPY29scgEAAAAAABAAAAEAanAyY/9P/1EALwAAAAAAEAAAABAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAAw8BAQ8BAQ8BAf9SAAwAAAABAQQEBAAB/1wAEECAiIiQiIiQiIiQiIiQ/2QAEwABS2VzdHJlbCBjb21tZW50/5AACgAAAAAAjgAB/5PP/DAIB7fP/DAMBCV/3/iQGAMet4Cn/iQGBCV/p/4kBgbCv4Cj/wYDAAs9eqD6P6P/BgMADBfBUHq/gKH/QYKAA3/dXTO5rpz/f6H/QYKAAM/VXTO5rpz/f4Cg/2ABwD2mNF83BgX19M8+yxGhoP9gAcA+YqKvm4MC+vpnn2WI0P/Z',
  'base64',
)

function drawPicture(pdf: PDFDocument, ref: PDFRef) {
  const page = pdf.addPage([300, 300])
  page.node.setXObject(PDFName.of('P'), ref)
  const drawn = pdf.context.flateStream('q 50 0 0 50 0 0 cm /P Do Q')
  page.node.set(PDFName.of('Contents'), pdf.context.register(drawn))
}

async function picturesOf(bytes: Uint8Array): Promise<Uint8Array[]> {
  const { context } = await PDFDocument.load(bytes)
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  return objects.flatMap((one) =>
    one instanceof PDFRawStream && isPicture(one) ? [one.contents] : [],
  )
}

/** A photo inside what a page draws, or a form on it; or begun in one part and drawn in the next. */
async function pdfWithInline(photo: Buffer, where: string, filter = '/DCT'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const { context } = pdf
  const begin = `q 50 0 0 50 0 0 cm BI /W 40 /H 30 /CS /RGB /BPC 8 /F ${filter}`
  const rest = Buffer.concat([Buffer.from(' ID '), photo, Buffer.from('\nEI\nQ')])
  const whole = Buffer.concat([Buffer.from(begin), rest])
  const page = pdf.addPage([300, 300])
  const stream = (content: Buffer | string, dictionary = {}) =>
    context.register(context.flateStream(content, dictionary))
  if (where === 'form') {
    page.node.setXObject(
      PDFName.of('F'),
      stream(whole, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 50] }),
    )
    page.node.set(PDFName.of('Contents'), stream('/F Do'))
  } else if (where === 'two parts') {
    page.node.set(PDFName.of('Contents'), context.obj([stream(begin), stream(rest)]))
  } else page.node.set(PDFName.of('Contents'), stream(whole))
  return pdf.save({ useObjectStreams: false })
}

/** All that it draws, unpacked. */
async function drawnIn(bytes: Uint8Array): Promise<Uint8Array> {
  const { context } = await PDFDocument.load(bytes)
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  return Buffer.concat(
    objects.flatMap((one) =>
      one instanceof PDFRawStream ? [decodePDFRawStream(one).decode()] : [],
    ),
  )
}

async function pdfWithPhoto(photo: Buffer): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const picture = await pdf.embedJpg(Uint8Array.from(photo))
  pdf.addPage([300, 300]).drawImage(picture, { x: 0, y: 0, width: 50, height: 50 })
  return pdf.save({ useObjectStreams: false })
}

function isPicture({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
}

describe('files that many people send at once', () => {
  it('are opened one after the other, and no more wait than can be opened soon', async () => {
    const page = await longPdf(1)
    const sent = Array.from({ length: mostWaiting + 3 }, () => refusedOf(page))
    const refused = await Promise.all(sent)
    expect(refused.filter((why) => why === undefined)).toHaveLength(mostWaiting)
    expect(refused.filter((why) => why === 'busy')).toHaveLength(3)
    expect(await refusedOf(page)).toBeUndefined()
  })

  it('are opened one at a time for one person, who holds up nobody else', async () => {
    const page = await longPdf(1)
    const sender = randomUUID()
    const both = [renewFile(page, { sender }), renewFile(page, { sender })]
    expect(await refusedOf(page)).toBeUndefined()
    const [first, second] = await Promise.all(both)
    expect(first).toHaveProperty('bytes')
    expect(second).toEqual({ refused: 'one-at-a-time' })
    expect(await renewFile(page, { sender })).toHaveProperty('bytes')
  })

  it('are waited for no longer once a file was refused', async () => {
    const sender = randomUUID()
    const other = Buffer.from('MZ\x90\x00')
    expect(await renewFile(other, { sender })).toEqual({ refused: 'other-kind' })
    expect(await renewFile(await longPdf(1), { sender })).toHaveProperty('bytes')
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
