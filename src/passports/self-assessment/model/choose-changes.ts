import type { Answer, SelfAnswers } from '../../model/answer.ts'

export interface Changes {
  readonly changed: ReadonlyMap<string, Answer>
  /** Codes to which a later answer than this one was given, on another device: that one stays. */
  readonly overtaken: readonly string[]
}

/** Of what somebody says, what is new. `saidAt` has a time where an answer waited on a phone. */
export function chooseChanges(
  said: ReadonlyMap<string, Answer>,
  held: SelfAnswers,
  saidAt: ReadonlyMap<string, Date> = new Map(),
): Changes {
  const different = [...said].filter(([code, answer]) => held.get(code)?.answer !== answer)
  const isLater = ([code]: readonly [string, Answer]) =>
    !isOvertaken(saidAt.get(code), held.get(code)?.at)
  return {
    changed: new Map(different.filter(isLater)),
    overtaken: different.filter((one) => !isLater(one)).map(([code]) => code),
  }
}

/** What was said no later than what is held. Without a time it is said now. */
export function isOvertaken(saidAt: Date | undefined, heldAt: Date | undefined): boolean {
  return saidAt !== undefined && heldAt !== undefined && saidAt <= heldAt
}
