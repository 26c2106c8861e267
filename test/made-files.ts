/** Files as people and attackers send them, made for a test. */
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import sharp from 'sharp'

/** Grey, with a place, a camera and a word in it; on its side, as a phone saves it. */
export function phonePhoto(width = 400, height = 300): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .withExif({
      IFD0: { Make: 'Kestrel Phones', ImageDescription: 'Kestrel at home' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

export function screenshot(): Promise<Buffer> {
  return sharp({ create: { width: 200, height: 100, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
}

/** A file of a few kilobytes that says it is 30,000 by 30,000 pixels. */
export function pixelFlood(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(30_000, 0)
  header.writeUInt32BE(30_000, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(4000)))],
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([length, named, sum])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** With a script that runs when it is opened, a file within it, its author, a link and a form. */
export async function hostilePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setAuthor('Kestrel Author')
  pdf.addJavaScript('run', 'app.alert("Kestrel script")')
  await pdf.attach(Buffer.from('Kestrel attachment'), 'inside.exe', { mimeType: 'application/x' })
  const photo = await pdf.embedJpg(await phonePhoto())
  for (const page of [0, 1]) {
    const made = pdf.addPage([300, 300])
    made.drawText(`Certificate page ${page + 1}`, { x: 20, y: 250 })
    made.drawImage(photo, { x: 20, y: 20, width: 50, height: 50 })
    const action = pdf.context.obj({ S: 'URI', URI: PDFString.of('https://kestrel.example') })
    const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action }
    made.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.obj(link)]))
    made.node.set(
      PDFName.of('AA'),
      pdf.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('Kestrel page') } }),
    )
  }
  const field = pdf.getForm().createTextField('holder')
  field.setText('Typed by the college')
  field.addToPage(pdf.getPage(0))
  return pdf.save()
}

export async function longPdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) pdf.addPage([100, 100])
  return pdf.save()
}

/** A few kilobytes of objects that unpack to hundreds of megabytes. */
export async function packedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  const bomb = deflateSync(Buffer.alloc(200_000_000, 0x20), { level: 9 })
  const dictionary = pdf.context.obj({
    Type: 'ObjStm',
    Filter: 'FlateDecode',
    N: 1,
    First: 4,
    Length: bomb.length,
  })
  pdf.context.register(PDFRawStream.of(dictionary, bomb))
  return pdf.save({ useObjectStreams: false })
}

export const lockedPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n' +
    '4 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>endobj\n' +
    'trailer<</Root 1 0 R/Encrypt 4 0 R/ID[(a)(a)]>>\n%%EOF\n',
  'latin1',
)
