/** A signing as its assessor has entered it and not yet confirmed. Nobody else sees it. */
interface DateEntered {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface SigningDraft {
  readonly codes: readonly string[]
  readonly method: string
  readonly assessed: DateEntered
  readonly setting: string
  readonly review: DateEntered
  readonly note: string
}
