/** Whatever somebody brings: what its bytes are, and the credentials in it. */
import { canonicalJson } from '../../../credentials/model/jcs.ts'
import { isObject, listOf, parseCredential } from '../../../credentials/model/read-credential.ts'
import { envelopeIn, isJwt } from '../../../credentials/model/read-jwt.ts'
import { readPdf } from './read-pdf.ts'
import { readPng } from './read-png.ts'
import { readSvg } from './read-svg.ts'
import { mostCredentials, mostText, type Reading, type ReadingFault } from './reading.ts'

export const sourceForms = ['json', 'jwt', 'png', 'svg', 'pdf'] as const
export type SourceForm = (typeof sourceForms)[number]

export interface BroughtDocument {
  readonly form: SourceForm
  /** As it stood in the file. */
  readonly text: string
  /** The same however it was wrapped: of the JSON in its one spelling, or of the envelope. */
  readonly identity: string
}

export type Found =
  | { readonly ok: true; readonly documents: readonly BroughtDocument[] }
  | { readonly ok: false; readonly fault: ReadingFault }

/** What it is, its bytes say: its name says nothing. */
export function findCredentials(source: Uint8Array | string): Found {
  if (source.length > mostText) return { ok: false, fault: 'too-large' }
  const { form, reading } = open(source)
  if (reading.fault !== undefined) return { ok: false, fault: reading.fault }
  const documents = reading.texts.flatMap((text) => documentsIn(form, text))
  const [first] = documents
  if (first === undefined) return { ok: false, fault: 'not-a-credential' }
  return { ok: true, documents: documents.slice(0, mostCredentials) }
}

function open(source: Uint8Array | string): { form: SourceForm; reading: Reading } {
  const start = Buffer.from(source.slice(0, 1024)).toString('latin1')
  if (start.startsWith('\x89PNG')) return { form: 'png', reading: readPng(bytesOf(source)) }
  if (start.startsWith('%PDF')) return { form: 'pdf', reading: readPdf(bytesOf(source)) }
  const text = textOf(source)
  if (text === undefined) return { form: 'json', reading: { fault: 'not-a-credential' } }
  if (text.startsWith('<')) return { form: 'svg', reading: readSvg(text) }
  return { form: isJwt(text) ? 'jwt' : 'json', reading: { texts: [text] } }
}

function bytesOf(source: Uint8Array | string): Uint8Array {
  return typeof source === 'string' ? Buffer.from(source) : source
}

function textOf(source: Uint8Array | string): string | undefined {
  try {
    const text =
      typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source)
    return text.includes('\0') ? undefined : text.replace(/^\uFEFF/, '').trim()
  } catch {
    return undefined
  }
}

/** A presentation holds several; each of them is filed by itself. */
function documentsIn(form: SourceForm, written: string): BroughtDocument[] {
  const text = written.trim()
  if (isJwt(text)) return [{ form, text, identity: text }]
  const parsed = parseCredential(text)
  if (parsed.problem !== undefined || !isObject(parsed.document)) return []
  const { document } = parsed
  const enveloped = envelopeIn(document)
  if (enveloped !== undefined) return [{ form, text: enveloped, identity: enveloped }]
  const types = listOf(document.type)
  if (types.includes('VerifiablePresentation')) {
    return listOf(document.verifiableCredential).flatMap((one) =>
      isObject(one) && !listOf(one.type).includes('VerifiablePresentation')
        ? documentsIn(form, JSON.stringify(one))
        : [],
    )
  }
  const isBadge = types.includes('VerifiableCredential') || types.includes('Assertion')
  // The parser has read it, so that it has one spelling unless a text holds half a character.
  if (!isBadge || !text.isWellFormed()) return []
  return [{ form, text, identity: spelling(document) }]
}

function spelling(document: object): string {
  try {
    return canonicalJson(document)
  } catch {
    // Half a character written as an escape: such a document is never valid, and is itself alone.
    return JSON.stringify(document)
  }
}
