/** Standings counted as a holder reads them: what is missing is told apart by their own answer. */
import { isHeld, type Standing } from './evaluate-passport.ts'

export const tallyOrder = [
  'signed',
  'due',
  'paused',
  'self',
  'not-yet',
  'not-now',
  'not-my-role',
  'blank',
] as const
export type TallyKind = (typeof tallyOrder)[number]

export const tallyWords: Readonly<Record<TallyKind, string>> = {
  signed: 'signed off',
  due: 'past its date',
  paused: 'paused for now',
  self: 'you say you do it',
  'not-yet': 'not yet',
  'not-now': 'not now',
  'not-my-role': 'not part of your role',
  blank: 'no answer yet',
}

export type Tally = Readonly<Record<TallyKind, number>>

export function tallyStandings(standings: readonly Standing[]): Tally {
  const kinds = standings.map(tallyKind)
  const count = (wanted: TallyKind) => kinds.filter((kind) => kind === wanted).length
  // Every key of TallyKind stands in `tallyOrder`.
  return Object.fromEntries(tallyOrder.map((kind) => [kind, count(kind)])) as Record<
    TallyKind,
    number
  >
}

function tallyKind(standing: Standing): TallyKind {
  const { state, answer } = standing
  if (isHeld(standing)) return 'signed'
  if (state === 'lapsed') return 'due'
  if (state === 'paused') return 'paused'
  if (state === 'self-assessed') return 'self'
  if (state === 'not-my-role') return 'not-my-role'
  return answer?.answer === 'not-yet' || answer?.answer === 'not-now' ? answer.answer : 'blank'
}

/** What is shown of it in one line: "3 of 12 signed off, 4 you say you do it". */
export function tallyLine(tally: Tally): string {
  const total = tallyOrder.reduce((sum, kind) => sum + tally[kind], 0)
  const rest = (['due', 'paused', 'self', 'not-yet'] as const)
    .filter((kind) => tally[kind] > 0)
    .map((kind) => `${tally[kind]} ${tallyWords[kind]}`)
  if (tally.blank === total) return `${total} statements, nothing yet`
  return [`${tally.signed} of ${total} signed off`, ...rest].join(', ')
}
