export type Outcome = 'valid' | 'invalid' | 'unknown'

export type StepName = 'signature' | 'issuer' | 'status' | 'date'

export type Step = {
  readonly step: StepName
  readonly outcome: Outcome
  readonly message: string
  /** Not withdrawn, and not to be relied on for now. */
  readonly state?: 'suspended' | undefined
}

/** Why nothing was checked; the step's message says it for whoever made the document. */
export type Unreadable = 'not-a-credential' | 'not-supported'

export type Verdict = {
  readonly outcome: Outcome
  readonly steps: readonly Step[]
  readonly unreadable?: Unreadable | undefined
}

/** Invalid comes before unknown and unknown before valid; no step at all proves nothing. */
export function judge(steps: readonly Step[]): Verdict {
  return { outcome: worstOf(steps.map(({ outcome }) => outcome)), steps }
}

export function worstOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('invalid')) return 'invalid'
  const allValid = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'valid')
  return allValid ? 'valid' : 'unknown'
}

/** What was handed in could not be read as a credential, so nothing in it was checked. */
export function unreadable(message: string, why: Unreadable = 'not-a-credential'): Verdict {
  return {
    outcome: 'unknown',
    steps: [{ step: 'signature', outcome: 'unknown', message }],
    unreadable: why,
  }
}

/** Everything else about it holds: whoever reads it may ask again later. */
export function isOnlySuspended({ steps }: Verdict): boolean {
  const failed = steps.filter(({ outcome }) => outcome !== 'valid')
  return failed.length > 0 && failed.every(({ state }) => state === 'suspended')
}
