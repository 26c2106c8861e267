/** A verdict in words, the same on pages and on the command line. */
import type { Outcome, StepName, Unreadable } from './model/verdict.ts'

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

/** For whoever was handed the document; what is wrong with it technically is in the step. */
export const unreadableWords: Readonly<Record<Unreadable, string>> = {
  'not-a-credential':
    'This is not a Lanyard credential. Paste the whole text of the file, or ask the person for a link.',
  'not-supported':
    'This is a kind of file that cannot be checked here. Do not rely on it. Ask the person for a link.',
}

/** Said before every verdict, so that nobody takes it for more than it is. */
export const verdictLimits =
  'Check photo ID. It does not replace identity, DBS, right-to-work, health or reference checks.'
