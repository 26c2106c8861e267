/** What a reading says, in words that a support worker and a new employer read. */
import type { MappingStatus } from '../../../frameworks/crosswalks/model/mapping.ts'
import { relationNames } from '../../../frameworks/crosswalks/model/mapping-names.ts'
import type { State } from '../../model/evaluate-passport.ts'
import type { CodeRead, MappingRead, Reading, Shortfall } from './read-as.ts'

export const readingNames: Readonly<Record<Reading, string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  'not-covered': 'Not covered',
}

const stateWords: Readonly<Record<State, string>> = {
  held: 'signed off',
  'due-soon': 'signed off, review due soon',
  lapsed: 'signed off, and the review was due',
  paused: 'signed off, and paused for now',
  'self-assessed': 'your own answer, not signed off',
  missing: 'not signed off',
  'not-my-role': 'not part of your role',
}

/** What somebody would still have to show: of theirs, and of ours. */
export function missingWords({ shortfalls }: Pick<MappingRead, 'shortfalls'>): string[] {
  return shortfalls.flatMap((shortfall) => {
    if (shortfall.kind === 'not-in-ours') return [shortfall.words]
    return shortfall.kind === 'not-held' ? [notHeldWords(shortfall)] : []
  })
}

/** How far the mapping itself can be relied on. */
export function mappingWords({ mapping, shortfalls }: MappingRead): string {
  const relation = `How they go together: ${relationNames[mapping.relation].toLowerCase()}.`
  return shortfalls.some(({ kind }) => kind === 'not-confirmed')
    ? `${relation} A first draft, agreed by nobody else.`
    : relation
}

/** How many of the mappings of a reading two people or an owner stand behind. */
export function draftCountWords(statuses: readonly MappingStatus[]): string {
  const count = (wanted: MappingStatus) => statuses.filter((status) => status === wanted).length
  const [approved, confirmed] = [count('approved'), count('confirmed')]
  if (approved + confirmed === 0) {
    return 'What goes with what is our own first draft. Nobody else has agreed it yet.'
  }
  const rest = statuses.length - approved - confirmed
  return `This rests on ${statuses.length} mappings. Approved: ${approved}. Agreed by two people: ${confirmed}. First draft: ${rest}.`
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
