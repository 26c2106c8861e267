/** What a consultation asked: its questions, of what kind, and which text each is about. */

type QuestionKind = 'matrix' | 'multi-select' | 'free-text'

interface Option {
  readonly slug: string
  readonly label: string
}

/** The text a question asks about: a part, a domain or pages of the consulted layout. */
export interface QuestionScope {
  readonly part?: number | undefined
  readonly domain?: number | undefined
  readonly pages?: readonly number[] | undefined
}

export interface Question {
  readonly number: number
  readonly kind: QuestionKind
  /** What it asks, in our own words. */
  readonly about: string
  readonly scope: QuestionScope
  /** Rows of a matrix or choices of a multi-select, in the order of the form. */
  readonly options: readonly Option[]
  /** What a row of a matrix can be answered with. */
  readonly answers: readonly string[]
  /** Asked only where another question was answered so. */
  readonly condition?:
    | { readonly question: number; readonly answers: readonly string[] }
    | undefined
}

export interface Questionnaire {
  readonly slug: string
  readonly title: string
  /** The consulted edition as `slug/version`. */
  readonly framework: string
  readonly questions: readonly Question[]
}
