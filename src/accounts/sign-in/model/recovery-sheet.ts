/** Ten codes on paper, each of which signs its person in once. */
export const codesOnSheet = 10

export interface RecoverySheet {
  readonly madeAt: Date
  /** Codes not used yet. */
  readonly left: number
}
