/** Which statements a goal may be about. A suggestion from where the holder stands: they choose. */
import type { Standing } from '../../../passports/model/evaluate-passport.ts'
import type { GoalKind } from './goal.ts'

/** As many as can be read in one go. */
const few = 6

type Ground = 'due' | 'with-support' | 'not-yet' | 'confident' | 'held' | 'no-answer'

/** What to begin with. Whoever stays deepens what they do; whoever goes looks at what is missing. */
const first: Readonly<Record<GoalKind, readonly Ground[]>> = {
  deepen: ['with-support', 'due', 'confident', 'held', 'not-yet', 'no-answer'],
  'change-setting': ['due', 'confident', 'with-support', 'not-yet', 'no-answer'],
  'move-level': ['not-yet', 'with-support', 'no-answer', 'confident', 'due'],
  'pre-registration': ['not-yet', 'with-support', 'due', 'confident', 'no-answer'],
}

/** Those of the first ground before those of the next; within one, in the framework's order. */
export function suggestFocus(kind: GoalKind, standings: readonly Standing[]): Standing[] {
  return first[kind].flatMap((ground) => spread(ground, standings)).slice(0, few)
}

/** One of each section, so that few say much; of what nobody has said anything about, one a domain. */
function spread(ground: Ground, standings: readonly Standing[]): Standing[] {
  const taken = new Set<string>()
  return standings
    .filter((standing) => groundOf(standing) === ground)
    .filter(({ statement: { code } }) => {
      const [domain = '', section = ''] = code.replace(/-.*$/, '').split('.')
      // The first domain is what somebody brings, and not what they do on a shift.
      if (ground === 'no-answer' && domain === '1') return false
      const place = ground === 'no-answer' ? domain : `${domain}.${section}`
      return !taken.has(place) && Boolean(taken.add(place))
    })
}

/** Undefined for what the holder put off, or says is no part of their role. */
function groundOf({ state, answer }: Standing): Ground | undefined {
  if (state === 'lapsed' || state === 'due-soon') return 'due'
  if (answer?.answer === 'not-now' || state === 'not-my-role') return undefined
  if (state === 'held') return 'held'
  if (answer?.answer === 'with-support' || answer?.answer === 'not-yet') return answer.answer
  return state === 'self-assessed' ? 'confident' : 'no-answer'
}
