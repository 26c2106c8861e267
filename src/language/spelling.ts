/** A dictionary, as what checks the wording needs it. */
export interface Spelling {
  readonly knows: (word: string) => boolean
  /** The likeliest first. */
  readonly suggest: (word: string) => readonly string[]
}
