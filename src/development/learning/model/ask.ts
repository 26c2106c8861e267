/** Somebody asks their employer for a course, and what became of it. */

/** What the course was when it was asked for. */
export interface AskedCourse {
  readonly title: string
  readonly provider: string
  readonly edition: string
  readonly codes: readonly string[]
  readonly cost: string
  readonly hours: string
  readonly startsOn?: string | undefined
}

export interface LearningAsk {
  readonly id: string
  readonly courseId: string
  readonly holderId: string
  /** Undefined where the reader may not see it. */
  readonly holderName: string | undefined
  readonly organisation: string
  readonly organisationName: string
  readonly shown: AskedCourse
  readonly words: string | undefined
  readonly askedAt: Date
  readonly outcome: 'approved' | 'declined' | undefined
  readonly reply: string | undefined
  readonly answeredBy: string | undefined
  readonly answeredAt: Date | undefined
  readonly withdrawnAt: Date | undefined
  readonly attendedOn: string | undefined
}

export const askStates = ['waiting', 'approved', 'declined', 'withdrawn', 'attended'] as const
export type AskState = (typeof askStates)[number]

export function stateOfAsk({
  withdrawnAt,
  attendedOn,
  outcome,
}: Pick<LearningAsk, 'withdrawnAt' | 'attendedOn' | 'outcome'>): AskState {
  if (withdrawnAt !== undefined) return 'withdrawn'
  if (attendedOn !== undefined) return 'attended'
  return outcome ?? 'waiting'
}

export function mayWithdraw(state: AskState): boolean {
  return state === 'waiting' || state === 'approved'
}
