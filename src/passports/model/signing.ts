/** A signing: what one assessor confirmed for one holder on one day, statement by statement. */
import type { IdentityCheckWords, Registration } from '../../accounts/model/account.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import type { Pause } from './pause.ts'

export const methods = [
  'observed',
  'discussion',
  'simulation',
  'testimony',
  'prior-learning',
] as const
export type Method = (typeof methods)[number]

/** As the assessor chooses it. */
export const methodChoices: Readonly<Record<Method, string>> = {
  observed: 'I watched it',
  discussion: 'We talked it through',
  simulation: 'In a simulation',
  testimony: 'A colleague who saw it told me (testimony)',
  'prior-learning': 'Prior learning, checked',
}

/** As everybody else reads it. */
export const methodNames: Readonly<Record<Method, string>> = {
  observed: 'Watched by the assessor',
  discussion: 'Talked through with the assessor',
  simulation: 'Shown in a simulation',
  testimony: 'Seen by a colleague, who told the assessor (testimony)',
  'prior-learning': 'Prior learning, checked by the assessor',
}

/** The only reasons for which an issuer withdraws a sign-off. */
export const causes = ['error', 'fraud', 'later-assessment'] as const
/** Or its assessor took it back minutes after signing. */
export type Cause = (typeof causes)[number] | 'taken-back'

export const causeNames: Readonly<Record<Cause, string>> = {
  error: 'It was signed by mistake',
  fraud: 'It was dishonest (fraud)',
  'later-assessment': 'A later assessment came to another view',
  'taken-back': 'The assessor took it back, minutes after signing',
}

interface Withdrawal {
  readonly cause: Cause
  /** For the holder alone. */
  readonly explanation: string
  readonly at: Date
  /** The successor that withdrew it, where the organisation that issued it is no more. */
  readonly by?: string | undefined
}

export interface SignOff {
  readonly id: string
  readonly code: string
  /** Where the statement requires all or any of several things: those that were seen. */
  readonly parts?: readonly string[] | undefined
  readonly withdrawal?: Withdrawal | undefined
  /** Where the organisation's rule asks for a second assessor: what came of it. */
  readonly second?: 'waiting' | 'confirmed' | 'declined' | undefined
}

/** What the second assessor answered, for all that needed one. */
export interface SecondAnswer {
  readonly assessorId: string
  /** Of those that they did not confirm, for the holder and the first assessor. */
  readonly reason?: string | undefined
  readonly at: Date
  readonly shown: Shown['assessor']
}

/** As a signing stood before its assessor put a slip right. */
export interface FormerFacts extends Assessment {
  readonly until: Date
}

/** What everybody who sees the credential is shown of the people in it, as it stood that day. */
export interface Shown {
  readonly assessor: {
    readonly name: string
    /** At the organisation. */
    readonly jobTitle?: string | undefined
    readonly registration?: Registration | undefined
  }
  readonly organisation: string
  readonly identityCheck:
    | { readonly by: string; readonly on: string; readonly how: IdentityCheckWords }
    | 'not-checked'
}

/** How, when and where the assessor came to confirm. */
export interface Assessment {
  readonly method: Method
  /** YYYY-MM-DD */
  readonly assessedOn: string
  readonly setting: string
  /** YYYY-MM-DD. Every new one has it; some old ones have none. */
  readonly reviewOn?: string | undefined
  /** For the holder, and in no credential. */
  readonly note?: string | undefined
}

export interface Signing extends Assessment {
  readonly id: string
  readonly requestId: string
  readonly holderId: string
  readonly assessorId: string
  /** Slug. */
  readonly organisation: string
  readonly edition: string
  readonly section: string
  readonly level: LevelSlug
  readonly at: Date
  readonly shown: Shown
  readonly signOffs: readonly SignOff[]
  /** The latest, unless somebody ended it. It may be over: ask `isPaused`. */
  readonly pause?: Pause | undefined
  readonly second?: SecondAnswer | undefined
  /** Oldest first. The facts of the signing itself are those of now. */
  readonly former?: readonly FormerFacts[] | undefined
  /** Ids, oldest first: a withdrawal in part, and a correction, issue another one. */
  readonly credentials: readonly string[]
}

/** The sign-offs that count: a withdrawn one never does, nor one that still needs a second assessor. */
export function standingSignOffs(signing: Pick<Signing, 'signOffs'>): SignOff[] {
  return openSignOffs(signing).filter(({ second }) => second !== 'waiting')
}

/** Signed once, and waiting for a second assessor. */
export function waitingSignOffs(signing: Pick<Signing, 'signOffs'>): SignOff[] {
  return openSignOffs(signing).filter(({ second }) => second === 'waiting')
}

/** What counts or still may: what its assessor takes back, and an issuer withdraws. */
export function openSignOffs({ signOffs }: Pick<Signing, 'signOffs'>): SignOff[] {
  return signOffs.filter(({ withdrawal, second }) => !withdrawal && second !== 'declined')
}

/** The credential that shows a signing now. None when all of it was withdrawn. */
export function currentCredential(
  signing: Pick<Signing, 'signOffs' | 'credentials'>,
): string | undefined {
  return standingSignOffs(signing).length === 0 ? undefined : signing.credentials.at(-1)
}

export function countCorrections({ former = [] }: Pick<Signing, 'former'>): number {
  return former.length
}

/** In date on its review date and before. */
export function isReviewDue(signing: Pick<Signing, 'reviewOn'>, today: string): boolean {
  return signing.reviewOn !== undefined && signing.reviewOn < today
}

/** The name of whoever withdrew some of it last: the issuer, what came of it, or who signed. */
export function withdrawnBy(signing: Pick<Signing, 'signOffs' | 'shown'>): string {
  const { assessor, organisation } = signing.shown
  return isTakenBack(signing) ? assessor.name : (lastWithdrawal(signing)?.by ?? organisation)
}

/** By the assessor, minutes after signing: a slip, and no judgement of the organisation. */
export function isTakenBack(signing: Pick<Signing, 'signOffs'>): boolean {
  return lastWithdrawal(signing)?.cause === 'taken-back'
}

function lastWithdrawal({ signOffs }: Pick<Signing, 'signOffs'>): Withdrawal | undefined {
  return signOffs.findLast(({ withdrawal }) => withdrawal)?.withdrawal
}
