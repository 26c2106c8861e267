/** Where somebody stands as others are shown it: by domain, by pillar and, if they chose so, by statement. */
import type { Edition, LevelSlug } from '../../../frameworks/model/framework.ts'
import { isToConfirm } from '../../../passports/carry-over/model/carried-words.ts'
import { type Answer, answerWords } from '../../../passports/model/answer.ts'
import {
  type Counts,
  countStates,
  type LevelEvaluation,
  type Standing,
  type State,
  standingsByPillar,
  states,
} from '../../../passports/model/evaluate-passport.ts'
import type { Depth } from './standing-share.ts'

export interface StandingGroup {
  /** A domain's number, or a pillar's slug. */
  readonly key: string
  readonly title: string
  readonly counts: Counts
}

export interface SharedStatement {
  readonly code: string
  readonly text: string
  readonly section: string
  readonly state: State
  /** YYYY-MM-DD: the last day of what is held. */
  readonly until?: string | undefined
  /** YYYY-MM-DD: its meaning changed, and somebody confirms it again by then. */
  readonly confirmBy?: string | undefined
  readonly answer?: Answer | undefined
}

export interface SharedStanding {
  readonly depth: Depth
  readonly level: LevelSlug
  readonly domains: readonly StandingGroup[]
  readonly pillars: readonly StandingGroup[]
  /** Undefined where only figures are shared. */
  readonly statements?: readonly SharedStatement[] | undefined
}

/** What was evaluated of somebody's limited record, and no more of it than they show. */
export function describeShared(
  edition: Edition,
  evaluation: LevelEvaluation,
  depth: Depth,
): SharedStanding {
  const figures = {
    ...{ depth, level: evaluation.level },
    domains: groupByDomain(evaluation),
    pillars: groupByPillar(edition, evaluation),
  }
  if (depth === 'counts') return figures
  return { ...figures, statements: listStatements(evaluation, depth) }
}

export function groupByDomain({ domains }: Pick<LevelEvaluation, 'domains'>): StandingGroup[] {
  return domains.map(({ domain: { number, title }, sections }) => ({
    ...{ key: String(number), title: `${number}. ${title}` },
    counts: countStates(sections.flatMap(({ standings }) => standings)),
  }))
}

export function groupByPillar(
  { pillars }: Pick<Edition, 'pillars'>,
  { standings }: Pick<LevelEvaluation, 'standings'>,
): StandingGroup[] {
  return standingsByPillar(standings).map(({ pillar, standings }) => ({
    ...{ key: pillar, counts: countStates(standings) },
    title: pillars.find(({ slug }) => slug === pillar)?.name ?? pillar,
  }))
}

function listStatements({ domains }: LevelEvaluation, depth: Depth): SharedStatement[] {
  return domains.flatMap(({ sections }) =>
    sections.flatMap(({ section, standings }) =>
      standings.map((one) => describeStatement(`${section.code} ${section.title}`, one, depth)),
    ),
  )
}

function describeStatement(
  section: string,
  { statement: { code, text }, state, until, answer, carried, signing }: Standing,
  depth: Depth,
): SharedStatement {
  const confirmBy = isToConfirm({ carried, signing }) ? until : undefined
  const shared = { code, text, section, state, until, ...(confirmBy && { confirmBy }) }
  return depth === 'own-words' ? { ...shared, answer: answer?.answer } : shared
}

/** How each state is called: to the worker themselves, and to others. */
export const ownStateNames: Readonly<Record<State, string>> = {
  held: 'signed off or confirmed',
  'due-soon': 'signed off, review due soon',
  lapsed: 'past its date',
  paused: 'paused while somebody looks at it again',
  'self-assessed': 'you say you do it',
  missing: 'open',
  'not-my-role': 'not part of your role',
}

const shownStateNames: Readonly<Record<State, string>> = {
  ...ownStateNames,
  'self-assessed': 'they say they do it',
  'not-my-role': 'not part of their role',
}

/** Where somebody keeps what they say of themselves, the rest is only not signed off. */
export function stateNamesFor(depth: Depth): Readonly<Record<State, string>> {
  return depth === 'own-words'
    ? shownStateNames
    : { ...shownStateNames, missing: 'not signed off, or not shared' }
}

/** The states that there can be, in their order. */
export function statesFor(depth: Depth): readonly State[] {
  const own: readonly State[] = ['self-assessed', 'not-my-role']
  return depth === 'own-words' ? states : states.filter((state) => !own.includes(state))
}

/** "With support", in the third person: their answer as they gave it. */
export function answerShown(answer: Answer): string {
  return `“${answerWords[answer]}”`
}

export function totalOf(counts: Counts): number {
  return states.reduce((sum, state) => sum + counts[state], 0)
}

/** "3 of 12 signed off or confirmed, 1 of them due for review soon, 4 you say you do it": never a 0 but the first. */
export function countsInWords(counts: Counts, names: Readonly<Record<State, string>>): string {
  const soon = counts['due-soon']
  const rest = states.filter((one) => one !== 'held' && one !== 'due-soon' && counts[one] > 0)
  return [
    `${counts.held + soon} of ${totalOf(counts)} ${names.held}`,
    ...(soon > 0 ? [`${soon} of them due for review soon`] : []),
    ...rest.map((state) => `${counts[state]} ${names[state]}`),
  ].join(', ')
}
