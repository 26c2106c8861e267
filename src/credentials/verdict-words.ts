/** A verdict in words, the same on pages and on the command line. */
import type { Outcome, StepName } from './model/verdict.ts'

export const stepNames: Readonly<Record<StepName, string>> = {
  signature: 'Signature',
  issuer: 'Issuer known',
  status: 'Not withdrawn',
  date: 'In date',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  valid: 'valid',
  invalid: 'not valid',
  unknown: 'could not be checked',
}

/** Said before every verdict, so that nobody takes it for more than it is. */
export const verdictLimits =
  'Check photo ID. It does not replace identity, DBS, right-to-work, health or reference checks.'
