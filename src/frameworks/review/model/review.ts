/** Rounds of review, and when a draft is approved: docs/decisions/0017. */
import type { Draft } from '../../authoring/model/draft.ts'

export const reviewAnswers = ['ready', 'not-yet'] as const
export type ReviewAnswer = (typeof reviewAnswers)[number]

export interface GivenAnswer {
  readonly round: number
  /** Of the draft, when it was given. */
  readonly revision: number
  readonly answer: ReviewAnswer
  readonly reason?: string | undefined
  readonly by: string
  readonly at: Date
}

export interface ReviewRound {
  readonly round: number
  readonly revision: number
  readonly message?: string | undefined
  readonly askedBy: string
  readonly askedAt: Date
}

export interface Approval {
  readonly revision: number
  readonly version: string
  readonly by: string
  readonly at: Date
}

/** What an approval is judged by besides itself. */
export interface Written {
  /** Ids of everybody who began it, or changed, decided or waived anything in it. */
  readonly writers: ReadonlySet<string>
  /** When something was waived last. */
  readonly lastWaived?: Date | undefined
}

/** Those given to the draft as it stands now, one a person. */
export function listStanding(
  draft: Pick<Draft, 'revision' | 'version'>,
  approvals: readonly Approval[],
  { lastWaived }: Pick<Written, 'lastWaived'>,
): Approval[] {
  const standing = approvals.filter(
    ({ revision, version, at }) =>
      revision === draft.revision &&
      version === draft.version &&
      (lastWaived === undefined || at >= lastWaived),
  )
  return standing.filter(({ by }, at) => standing.findIndex((one) => one.by === by) === at)
}

/** One steward who wrote none of it, or any two stewards: always two people. */
export function isApproved(
  draft: Pick<Draft, 'revision' | 'version'>,
  approvals: readonly Approval[],
  written: Written,
): boolean {
  const standing = listStanding(draft, approvals, written)
  return standing.length > 1 || standing.some(({ by }) => !written.writers.has(by))
}

/** The last answer of each person in a round. */
export function latestAnswers(answers: readonly GivenAnswer[], round: number): GivenAnswer[] {
  const latest = new Map<string, GivenAnswer>()
  for (const answer of answers) if (answer.round === round) latest.set(answer.by, answer)
  return [...latest.values()]
}
