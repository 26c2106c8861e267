/** What somebody said of themselves, as it counts for the statements of one edition. */
import type { Succession } from '../../../frameworks/model/succession.ts'
import {
  answersByCode,
  joinAnswers,
  latestAnswer,
  type SelfAnswer,
  type SelfAnswers,
} from '../../model/answer.ts'
import { carryOver } from './carry-over.ts'

export function carryAnswers(
  said: ReadonlyMap<string, SelfAnswers>,
  by: { readonly ref: string; readonly successions: readonly Succession[]; readonly today: string },
): SelfAnswers {
  const held = new Map([...said].map(([edition, answers]) => [edition, answersByCode(answers)]))
  const { ref: to, successions, today } = by
  const carried = carryOver({ held, to, successions, join: joinAnswers })
  return new Map(
    [...carried].flatMap(([code, some]): [string, SelfAnswer][] => {
      const latest = latestAnswer(some.filter(({ until }) => until === undefined || until >= today))
      return latest === undefined ? [] : [[code, latest]]
    }),
  )
}
