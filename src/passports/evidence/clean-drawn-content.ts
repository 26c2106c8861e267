/** What the pages of a PDF draw, looked through for pictures that stand inside it. */
import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib'
import { stripInlineJpegs } from './model/strip-inline-jpegs.ts'

/** Bytes of all that the pages draw, unpacked. */
const mostDrawn = 64_000_000
/** Of a packing that sets no limit to what it unpacks to. */
const mostUnlimited = 20_000

/** False where it could not be looked through. */
export function cleanDrawnContent(document: PDFDocument): boolean {
  const { context } = document
  let left = mostDrawn
  for (const page of document.getPages()) {
    const parts = partsOf(page.node)
    if (parts === undefined) return false
    const whole = unpackAll(parts, left)
    if (whole === undefined) return false
    left -= whole.length
    const clean = stripInlineJpegs(whole)
    if (clean === undefined || left < 0) return false
    if (clean !== whole) {
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(clean)))
    }
  }
  const drawing = listDrawing(document)
  for (const [ref, stream] of context.enumerateIndirectObjects()) {
    if (!(stream instanceof PDFStream) || !isDrawn(stream, ref, drawing)) continue
    const given = unpack(stream, left)
    const clean = given && stripInlineJpegs(given)
    if (given === undefined || clean === undefined) return false
    left -= given.length
    if (clean === given) continue
    const made = context.flateStream(clean)
    stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
    stream.dict.delete(PDFName.of('DecodeParms'))
    context.assign(ref, PDFRawStream.of(stream.dict, made.getContents()))
  }
  return true
}

function partsOf(page: PDFDict): readonly PDFStream[] | undefined {
  const contents = page.lookup(PDFName.of('Contents'))
  const parts =
    contents instanceof PDFArray
      ? contents.asArray().map((_, index) => contents.lookup(index))
      : [contents]
  const there = parts.filter((one) => one !== undefined)
  const streams = there.filter((one) => one instanceof PDFStream)
  return streams.length === there.length ? streams : undefined
}

/** The letters of a font that are drawn as a page is. */
function listDrawing({ context }: PDFDocument): ReadonlySet<PDFObject> {
  const letters = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const letters = object instanceof PDFDict ? object.lookup(PDFName.of('CharProcs')) : undefined
    return letters instanceof PDFDict ? letters.values() : []
  })
  return new Set(letters.filter((one) => one instanceof PDFRef))
}

function isDrawn({ dict }: PDFStream, ref: PDFRef, letters: ReadonlySet<PDFObject>): boolean {
  return (
    dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form') ||
    dict.has(PDFName.of('PatternType')) ||
    letters.has(ref)
  )
}

/**
 * A picture may begin in one part and go on in the next. The same part may stand there a thousand
 * times: none is unpacked once too much is.
 */
function unpackAll(parts: readonly PDFStream[], most: number): Uint8Array | undefined {
  const unpacked: Uint8Array[] = []
  let left = most
  for (const part of parts) {
    const one = unpack(part, left)
    if (one === undefined) return undefined
    left -= one.length + 1
    if (left < 0) return undefined
    unpacked.push(one, Buffer.from('\n'))
  }
  return Buffer.concat(unpacked)
}

/** Undefined where it is more than is left, or packed in a way that we do not open. */
function unpack(stream: PDFStream, most: number): Uint8Array | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const names =
    filter instanceof PDFArray
      ? filter.asArray().map((_, index) => filter.lookup(index))
      : [filter].filter((one) => one !== undefined)
  const packed = stream.getContents()
  if (names.length === 0) return packed
  if (names.length === 1 && isFlate(names[0]) && !stream.dict.has(PDFName.of('DecodeParms'))) {
    return inflate(packed, most)
  }
  if (packed.length > mostUnlimited || !(stream instanceof PDFRawStream)) return undefined
  return decodePDFRawStream(stream).decode()
}

function isFlate(name: PDFObject | undefined): boolean {
  return name === PDFName.of('FlateDecode') || name === PDFName.of('Fl')
}

function inflate(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1), finishFlush: 2 })
  } catch {
    return undefined
  }
}
