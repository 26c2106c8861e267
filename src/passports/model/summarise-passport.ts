/** Where a holder stands at one level: each statement in exactly one state. */
import { findStatements } from '../../frameworks/model/find-statements.ts'
import type {
  Domain,
  Edition,
  LevelSlug,
  Section,
  Statement,
} from '../../frameworks/model/framework.ts'
import { type Answer, answers, type SelfAnswer, type SelfAnswers } from './answer.ts'
import { isReviewDue, type Signing, standingSignOffs } from './signing.ts'

export const states = ['signed-off', 'review-due', ...answers, 'no-answer'] as const
export type State = 'signed-off' | 'review-due' | Answer | 'no-answer'

export interface Standing {
  readonly statement: Statement
  readonly state: State
  /** Stays beside a sign-off: what the holder says is theirs. */
  readonly answer?: SelfAnswer | undefined
  /** The signing that counts for this statement. */
  readonly signing?: Signing | undefined
}

export interface SectionStanding {
  readonly section: Section
  readonly standings: readonly Standing[]
}

export interface DomainStanding {
  readonly domain: Domain
  readonly sections: readonly SectionStanding[]
}

export type Counts = Readonly<Record<State, number>>

export interface PassportSummary {
  readonly level: LevelSlug
  readonly domains: readonly DomainStanding[]
  readonly counts: Counts
  readonly total: number
}

export interface PassportEntries {
  readonly edition: Edition
  readonly level: LevelSlug
  /** Leaves out statements that are for other professions. */
  readonly profession?: string | undefined
  readonly answers: SelfAnswers
  /** Of this edition. */
  readonly signings: readonly Signing[]
  /** YYYY-MM-DD */
  readonly today: string
}

export function summarisePassport(entries: PassportEntries): PassportSummary {
  const { edition, level, profession } = entries
  const wanted = new Set(findStatements(edition, { level, profession }).map(({ code }) => code))
  const signed = signingsByCode(entries)
  const stand = (statement: Statement): Standing => {
    const answer = entries.answers.get(statement.code)
    const signing = signed.get(statement.code)
    return { statement, answer, signing, state: stateOf(answer, signing, entries.today) }
  }
  const domains = edition.domains
    .map((domain) => ({
      domain,
      sections: domain.sections
        .map((section) => ({
          section,
          standings: section.statements.filter(({ code }) => wanted.has(code)).map(stand),
        }))
        .filter(({ standings }) => standings.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0)
  const all = domains.flatMap(({ sections }) => sections.flatMap(({ standings }) => standings))
  return { level, domains, counts: countStates(all), total: all.length }
}

export function countStates(standings: readonly Standing[]): Counts {
  const count = (wanted: State) => standings.filter(({ state }) => state === wanted).length
  // Every key of State stands in `states`.
  return Object.fromEntries(states.map((state) => [state, count(state)])) as Record<State, number>
}

function stateOf(
  answer: SelfAnswer | undefined,
  signing: Signing | undefined,
  today: string,
): State {
  if (signing !== undefined) return isReviewDue(signing, today) ? 'review-due' : 'signed-off'
  return answer?.answer ?? 'no-answer'
}

/** Of several sign-offs of one statement: one that is in date, and then the latest. */
function signingsByCode({ signings, today }: PassportEntries): ReadonlyMap<string, Signing> {
  const chosen = new Map<string, Signing>()
  const rank = (signing: Signing) =>
    `${isReviewDue(signing, today) ? 0 : 1} ${signing.assessedOn} ${signing.at.toISOString()}`
  for (const signing of signings) {
    for (const { code } of standingSignOffs(signing)) {
      const held = chosen.get(code)
      if (held === undefined || rank(held) < rank(signing)) chosen.set(code, signing)
    }
  }
  return chosen
}
