/** A place in an answer that points at the consulted text. */
import type { LevelSlug } from '../../frameworks/model/framework.ts'

interface Found {
  /** The words of the answer that point, exactly as they stand. */
  readonly quote: string
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/** What the same paragraph said before: where in the text the respondent is. */
export interface Nearby {
  readonly section?: string | undefined
  readonly domain?: number | undefined
  readonly level?: LevelSlug | undefined
  readonly pages?: { readonly from: number; readonly to: number } | undefined
}

export interface PageReference extends Found {
  readonly kind: 'page'
  readonly from: number
  readonly to: number
  /** A page of a document that the respondent names, not of the consulted one. */
  readonly otherDocument: boolean
  /** The paragraph, which may name what on the page is meant. */
  readonly context: string
}

interface SectionReference extends Found {
  readonly kind: 'section'
  readonly section: string
  readonly level?: LevelSlug | undefined
}

interface DomainReference extends Found {
  readonly kind: 'domain'
  readonly domain: number
}

interface PartReference extends Found {
  readonly kind: 'part'
  readonly part: number
}

export interface LevelReference extends Found {
  readonly kind: 'level'
  readonly level: LevelSlug
  readonly near: Nearby
}

export interface GlossaryReference extends Found {
  readonly kind: 'glossary'
  /** Words quoted in the same sentence, one of which may be the term. */
  readonly words: readonly string[]
}

export interface QuotationReference extends Found {
  readonly kind: 'quotation'
  /** The quotation without its marks. */
  readonly text: string
  readonly near: Nearby
  readonly otherDocument: boolean
  /** Wording that the respondent suggests, which need not stand in the text. */
  readonly proposed: boolean
}

export type Reference =
  | PageReference
  | SectionReference
  | DomainReference
  | PartReference
  | LevelReference
  | GlossaryReference
  | QuotationReference
