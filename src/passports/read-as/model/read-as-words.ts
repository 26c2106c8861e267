/** What a reading says, in words that a support worker and a new employer read. */
import { relationNames } from '../../../frameworks/crosswalks/model/mapping-names.ts'
import type { CodeRead, Reading, Shortfall, StandingState } from './read-as.ts'

export const readingNames: Readonly<Record<Reading, string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  'not-covered': 'Not covered',
}

const stateWords: Readonly<Record<StandingState, string>> = {
  held: 'signed off',
  'due-soon': 'signed off, review due soon',
  lapsed: 'signed off, and the review was due',
  'self-assessed': 'your own answer, not signed off',
  missing: 'nothing yet',
  'not-my-role': 'not part of your role',
}

export function shortfallWords(shortfall: Shortfall): string {
  switch (shortfall.kind) {
    case 'not-in-ours':
      return shortfall.words
    case 'not-the-same':
      return `${relationNames[shortfall.relation]}. Whoever receives it decides what it is worth to them.`
    case 'not-confirmed':
      return 'Nobody else has confirmed that the two go together.'
    case 'not-held':
      return notHeldWords(shortfall)
  }
}

function notHeldWords({ held, standings }: Extract<Shortfall, { kind: 'not-held' }>): string {
  const total = held + standings.length
  const states = [...new Set(standings.map(({ state }) => state))]
  const counted = states.map((state) => {
    const count = standings.filter((standing) => standing.state === state).length
    return `${count} ${stateWords[state]}`
  })
  return `${held} of ${total} statements signed off and in date. The others: ${counted.join('; ')}.`
}

/** Why nothing stands there. */
export function becauseWords({ because }: Pick<CodeRead, 'because'>): string | undefined {
  if (because === 'no-mapping') return 'Nothing of ours has been related to it.'
  if (because === 'nothing-held') return 'Nothing that goes with it is signed off and in date yet.'
  return undefined
}
