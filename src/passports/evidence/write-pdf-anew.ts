/** A PDF written anew: its pages and what they draw, and nothing that acts, hides or tells. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { cleanDrawnContent } from './clean-drawn-content.ts'
import { unpacksSafely } from './model/check-pdf-streams.ts'
import { type FileRefusal, mostPages } from './model/evidence.ts'
import { stripJpeg } from './model/strip-jpeg.ts'
import { stripJpeg2000 } from './model/strip-jpeg2000.ts'

export type RenewedPdf =
  | { readonly bytes: Uint8Array }
  | { readonly refused: Extract<FileRefusal, 'broken' | 'locked' | 'too-many-pages' | 'packed'> }

export async function writePdfAnew(bytes: Uint8Array): Promise<RenewedPdf> {
  if (!unpacksSafely(bytes)) return { refused: 'packed' }
  try {
    const given = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
    })
    const pages = given.getPageCount()
    if (pages === 0) return { refused: 'broken' }
    if (pages > mostPages) return { refused: 'too-many-pages' }
    if (packsPictureTwice(given)) return { refused: 'packed' }
    drawFields(given)
    for (const page of given.getPages()) without(page.node, ofPages)
    cleanObjects(given)
    if (!cleanDrawnContent(given)) return { refused: 'packed' }
    const written = await PDFDocument.create({ updateMetadata: false })
    for (const page of await written.copyPages(given, given.getPageIndices())) written.addPage(page)
    delete written.context.trailerInfo.Info
    return { bytes: await written.save({ useObjectStreams: false, addDefaultPage: false }) }
  } catch (error) {
    // By its words: pdf-lib's errors are of no class of their own once compiled.
    const locked = error instanceof Error && error.message.includes('is encrypted')
    return { refused: locked ? 'locked' : 'broken' }
  }
}

/** What was typed into a form is drawn on the page, before the form goes. */
function drawFields(document: PDFDocument): void {
  if (document.catalog.get(PDFName.of('AcroForm')) === undefined) return
  try {
    document.getForm().flatten({ updateFieldAppearances: false })
  } catch {
    // A form that cannot be drawn goes without a trace; the page beneath it stays.
  }
}

const ofPages = [
  ...['AA', 'Annots', 'AF', 'Metadata', 'PieceInfo', 'Thumb', 'B', 'StructParents', 'PresSteps'],
  ...['TemplateInstantiated', 'VP', 'LastModified', 'ID', 'PZ', 'SeparationInfo', 'DPart'],
]
/** A file elsewhere, words about the file, and what a program left for itself. */
const ofStreams = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'OPI', 'PieceInfo', 'AF', 'LastModified']

function cleanObjects(document: PDFDocument): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    clean(object, 0)
    const strip = object instanceof PDFRawStream ? stripperOf(object) : undefined
    if (strip === undefined || !(object instanceof PDFRawStream)) continue
    const picture = strip(object.contents)
    if (picture === undefined) throw new Error('a picture in it is broken')
    document.context.assign(ref, PDFRawStream.of(object.dict, picture))
  }
}

/** Objects that stand by themselves are each visited once, so this follows no reference. */
function clean(object: PDFObject, depth: number): void {
  if (depth > 100) throw new Error('nested too deep')
  if (object instanceof PDFStream) {
    without(object.dict, ofStreams)
    clean(object.dict, depth + 1)
  }
  if (object instanceof PDFArray) for (const one of object.asArray()) clean(one, depth + 1)
  if (!(object instanceof PDFDict)) return
  without(object, ['Metadata'])
  for (const one of object.values()) clean(one, depth + 1)
}

function without(dictionary: PDFDict, keys: readonly string[]): void {
  for (const key of keys) dictionary.delete(PDFName.of(key))
}

/** What it tells could not be taken out of it. */
function packsPictureTwice({ context }: PDFDocument): boolean {
  return context
    .enumerateIndirectObjects()
    .some(([, one]) => one instanceof PDFStream && stripperOf(one) && filtersOf(one).length > 1)
}

type Strip = (bytes: Uint8Array) => Uint8Array | undefined

const strippers: readonly (readonly [PDFName, Strip])[] = [
  [PDFName.of('DCTDecode'), stripJpeg],
  [PDFName.of('DCT'), stripJpeg],
  [PDFName.of('JPXDecode'), stripJpeg2000],
]

function stripperOf(stream: PDFStream): Strip | undefined {
  const filters = filtersOf(stream)
  return strippers.find(([name]) => filters.includes(name))?.[1]
}

function filtersOf({ dict }: PDFStream): readonly (PDFObject | undefined)[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (!(filter instanceof PDFArray)) return [filter]
  return filter.asArray().map((_, index) => filter.lookup(index))
}
