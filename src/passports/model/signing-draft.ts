/** A signing as its assessor has entered it and not yet confirmed. Nobody else sees it. */
interface DateEntered {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface SigningDraft {
  readonly codes: readonly string[]
  /** By code, the numbers of the parts that are ticked. Drafts of before have none. */
  readonly parts?: Readonly<Record<string, readonly string[]>> | undefined
  readonly method: string
  readonly assessed: DateEntered
  readonly setting: string
  readonly review: DateEntered
  readonly note: string
  /** Drafts of before have none. */
  readonly minutes?: string | undefined
}
