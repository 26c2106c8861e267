import { dayInWords } from '../../language/plain-dates.ts'
import type { OrganisationHistory, VerifiedSpan } from './organisation-history.ts'
import { existedOn } from './organisation-on.ts'

/** Why an organisation may not issue: it is not there, or nobody vouches for it today. */
export type IssueRefusal = 'not-there' | 'never-verified' | 'lapsed' | 'withdrawn'

export interface IssueRefused {
  readonly may: false
  readonly why: IssueRefusal
  readonly since?: string | undefined
}

export type IssueJudgement = { readonly may: true; readonly verified: VerifiedSpan } | IssueRefused

/** Was this organisation there, and verified, on this day? */
export function mayIssue(history: OrganisationHistory, day: string): IssueJudgement {
  if (!existedOn(history, day)) return { may: false, why: 'not-there', since: history.ending?.on }
  const verified = history.verified.find((span) => isVerifiedBy(span, day))
  if (verified !== undefined) return { may: true, verified }
  const last = history.verified.filter(({ from }) => from <= day).at(-1)
  if (last === undefined) return { may: false, why: 'never-verified' }
  if (last.withdrawn !== undefined && last.withdrawn.from <= day) {
    return { may: false, why: 'withdrawn', since: last.withdrawn.from }
  }
  return { may: false, why: 'lapsed', since: last.checkAgainOn }
}

function isVerifiedBy({ from, checkAgainOn, withdrawn }: VerifiedSpan, day: string): boolean {
  return from <= day && day <= checkAgainOn && (withdrawn === undefined || day < withdrawn.from)
}

/** For whoever wants to issue today, with what to do about it. */
export function cannotIssue(name: string, { why, since }: IssueRefused): string {
  const day = since === undefined ? '' : dayInWords(since)
  const ask = 'So nothing can be issued. Ask your manager to have it verified.'
  switch (why) {
    case 'not-there':
      return since === undefined
        ? `${name} has not opened yet, so nothing can be issued.`
        : `${name} ended on ${day}, so nothing can be issued there any more.`
    case 'never-verified':
      return `Nobody has verified ${name} yet. ${ask}`
    case 'lapsed':
      return `${name} was to be checked again by ${day}, and was not. ${ask}`
    case 'withdrawn':
      return `${name} has not been verified since ${day}. ${ask}`
  }
}
