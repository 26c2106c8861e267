/** A response under its questions, with the places of the consulted text that each answer points at. */
import type { Finding } from '../../finding.ts'
import type { Consultation } from './consultation.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { findReferences } from './find-references.ts'
import { type ParsedQuestion, type ParsedResponse, parseResponse } from './parse-response.ts'
import type { Questionnaire } from './questionnaire.ts'
import { type Anchor, resolveAnchors } from './resolve-anchors.ts'

export interface ReadQuestion extends ParsedQuestion {
  readonly anchors: readonly Anchor[]
}

export interface ReadResponse {
  readonly preamble: readonly string[]
  readonly questions: readonly ReadQuestion[]
}

export interface Faulty {
  readonly ok: false
  readonly findings: readonly Finding[]
}

/** From the bytes of a file to its questions, or why that cannot be done. */
export function readResponse(
  bytes: Uint8Array,
  consultation: Consultation,
): { readonly ok: true; readonly response: ReadResponse } | Faulty {
  const read = readSource(bytes, consultation.questionnaire)
  if (!read.ok) return read
  return { ok: true, response: anchorResponse(read.response, consultation) }
}

/** The quick half: the text and its questions, before anything is looked up. */
export function readSource(
  bytes: Uint8Array,
  questionnaire: Questionnaire,
): { readonly ok: true; readonly source: string; readonly response: ParsedResponse } | Faulty {
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) return decoded
  const parsed = parseResponse(decoded.text, questionnaire)
  return parsed.ok ? { ok: true, source: decoded.text, response: parsed.response } : parsed
}

/** The slow half: a tenth of a second for a response of some pages. */
export function anchorResponse(
  { preamble, questions }: ParsedResponse,
  { questionnaire, edition, pages }: Consultation,
): ReadResponse {
  const scopeOf = (number: number) =>
    questionnaire.questions.find((question) => question.number === number)?.scope ?? {}
  const anchored = questions.map((question) => {
    const references = findReferences(question.paragraphs)
    const anchors = resolveAnchors(references, edition, pages, scopeOf(question.number))
    return { ...question, anchors }
  })
  return { preamble, questions: anchored }
}
