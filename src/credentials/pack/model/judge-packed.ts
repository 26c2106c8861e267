/** What somebody can know of a pack who has nothing but the pack, and perhaps keys they trust. */
import { dayOf, daysBetween } from '../../../language/days.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import type { Outcome, Step, StepName } from '../../model/verdict.ts'
import type { Manifest, RegisterWord } from './manifest.ts'

export type PackStepName = StepName | 'holder' | 'files' | 'seal'

export interface PackStep {
  readonly step: PackStepName
  readonly outcome: Outcome
  readonly message: string
}

export interface IssuerKnowledge {
  readonly issuer: string
  /** Checked with a key that the person who checks trusts for this issuer. */
  readonly trusted: boolean
  /** The register's word, where the pack has one for this very file. */
  readonly word?: RegisterWord | undefined
  /** The seal over that word is by a key that is trusted. */
  readonly sealTrusted: boolean
  readonly madeAt: Date
}

/** Only for a document whose signature holds. */
export function judgeIssuer(known: IssuerKnowledge): Step {
  const { issuer, trusted, word, sealTrusted, madeAt } = known
  const said = `On ${plainDate(madeAt)} the register that made this pack said: ${word?.message ?? ''}`
  if (word !== undefined && sealTrusted && (word.outcome !== 'unknown' || !trusted)) {
    return issuerStep(word.outcome, said)
  }
  if (trusted) {
    return issuerStep(
      'valid',
      `Signed with a key that your list of trusted keys gives for ${issuer}.`,
    )
  }
  const claim = word?.name === undefined ? '' : ` The pack itself names ${word.name}.`
  return issuerStep(
    'unknown',
    `Checked with the key in the pack, which anybody could have put there, so it is not known who ${issuer} is.${claim} A list of keys that you trust can settle it.`,
  )
}

/** With the day up to which it is known; what came after, nobody can know without the issuer. */
export function judgeStatus(step: Step, asOf: Date | undefined, now: Date): Step {
  if (asOf === undefined || step.outcome === 'unknown') return step
  return {
    ...step,
    message: `Status as of ${plainDate(asOf)}; ${daysInWords(daysOld(asOf, now))} old. ${step.message}`,
  }
}

export function daysOld(asOf: Date, now: Date): number {
  return daysBetween(dayOf(asOf), dayOf(now))
}

export function judgeHolder(
  holders: readonly unknown[],
  { holder }: Pick<Manifest, 'holder'>,
): PackStep {
  const isOwn = holders.length > 0 && holders.every((key) => key === holder.key)
  return isOwn
    ? {
        step: 'holder',
        outcome: 'valid',
        message:
          'Made out to the same key as the rest of this pack. A key has no face: check who brings it.',
      }
    : {
        step: 'holder',
        outcome: 'invalid',
        message: 'Made out to somebody else than this pack is for.',
      }
}

function issuerStep(outcome: Outcome, message: string): Step {
  return { step: 'issuer', outcome, message }
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
