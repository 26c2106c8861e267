/** The one thing to suggest now. Never a comparison with others, never a push to another level. */
import type { Section } from '../../frameworks/model/framework.ts'
import { isToConfirm } from '../carry-over/model/carried-words.ts'
import type { Answer } from './answer.ts'
import type { Entry } from './entry.ts'
import {
  type DomainStanding,
  isBlank,
  isHeld,
  type LevelEvaluation,
  type SectionStanding,
  type Standing,
  type State,
} from './evaluate-passport.ts'
import type { OpenWithdrawal } from './list-open-withdrawals.ts'
import type { SignOffRequest } from './sign-off-request.ts'
import { isOpen } from './sign-off-request.ts'

export type NextStep =
  | { readonly step: 'withdrawn'; readonly section: Section }
  | { readonly step: 'start'; readonly section: Section }
  | {
      readonly step: 'renew'
      readonly section: Section
      readonly due: 'past' | 'soon'
      /** All of it because the meaning changed. */
      readonly again: boolean
    }
  | { readonly step: 'refresh'; readonly entry: Entry }
  | { readonly step: 'ask'; readonly section: Section }
  | { readonly step: 'answer'; readonly section: Section }
  | { readonly step: 'practise'; readonly section: Section }
  | { readonly step: 'wait' }
  | { readonly step: 'share' }
  | { readonly step: 'settled' }

/** About the person in front of them: everybody meets it every day, so it is easy to begin with. */
const everydaySection = '2.1'

export function chooseNextStep(
  summary: LevelEvaluation,
  requests: readonly SignOffRequest[],
  withdrawals: readonly OpenWithdrawal[] = [],
): NextStep {
  const open = requests.filter((request) => isOpen(request) && request.level === summary.level)
  const asked = new Set(open.map(({ section }) => section))
  const sections = summary.domains.flatMap(({ sections }) => sections)
  const find = (test: (standings: readonly Standing[]) => boolean) =>
    sections.find(({ section, standings }) => test(standings) && !asked.has(section.code))?.section
  const isDue = (state: State) => (one: Standing) =>
    one.state === state && one.signing !== undefined
  const renewable = (state: State) => find((standings) => standings.some(isDue(state)))
  const isAgain = (section: Section, state: State) =>
    summary.standings
      .filter(isDue(state))
      .filter(({ statement }) => section.statements.includes(statement))
      .every(isToConfirm)

  const withdrawn = sections.find(({ section }) => isWithdrawn(section, summary, withdrawals))
  if (withdrawn !== undefined) return { step: 'withdrawn', section: withdrawn.section }
  const first = firstSection(summary)
  if (summary.standings.every(isBlank) && first !== undefined) {
    return { step: 'start', section: first }
  }
  const past = renewable('lapsed')
  if (past !== undefined) {
    return { step: 'renew', section: past, due: 'past', again: isAgain(past, 'lapsed') }
  }
  const soon = renewable('due-soon')
  if (soon !== undefined) {
    return { step: 'renew', section: soon, due: 'soon', again: isAgain(soon, 'due-soon') }
  }
  const stale = summary.standings.find(({ state, signing }) => state === 'lapsed' && !signing)
  const entry = stale?.entries[0]
  if (entry !== undefined) return { step: 'refresh', entry }
  const ready = find(isReady)
  if (ready !== undefined) return { step: 'ask', section: ready }
  const blank = nextToAnswer(summary)
  if (blank !== undefined) return { step: 'answer', section: blank }
  const growing = find((standings) => says(standings, 'with-support', 'not-yet'))
  if (growing !== undefined) return { step: 'practise', section: growing }
  if (open.length > 0) return { step: 'wait' }
  return { step: summary.standings.some(isHeld) ? 'share' : 'settled' }
}

/** Where to begin an empty passport. */
export function firstSection({ domains }: LevelEvaluation): Section | undefined {
  const sections = domains.flatMap(({ sections }) => sections.map(({ section }) => section))
  return sections.find(({ code }) => code === everydaySection) ?? sections[0]
}

/** The next section with an open answer, after the one saved last and round to it again. */
export function nextToAnswer(summary: LevelEvaluation): Section | undefined {
  const sections = summary.domains.flatMap(({ sections }) => sections)
  const times = sections.map(({ standings }) => lastAnswered(standings))
  const latest = Math.max(...times)
  const saved = latest > 0 ? times.lastIndexOf(latest) : -1
  return following(sections, saved).find(({ standings }) => standings.some(isBlank))?.section
}

/** The next domain with an open answer after this one; never this one itself. */
export function nextDomainToAnswer(
  { domains }: LevelEvaluation,
  number: number,
): DomainStanding | undefined {
  const at = domains.findIndex(({ domain }) => domain.number === number)
  return following(domains, at)
    .slice(0, -1)
    .find(({ sections }) => sections.some(({ standings }) => standings.some(isBlank)))
}

/** Those after this one, then those before it, and itself last. */
function following<One>(all: readonly One[], index: number): One[] {
  return [...all.slice(index + 1), ...all.slice(0, index + 1)]
}

/** In milliseconds; 0 where nothing was answered. */
function lastAnswered(standings: readonly Standing[]): number {
  return Math.max(0, ...standings.map(({ answer }) => answer?.at.getTime() ?? 0))
}

function isWithdrawn(
  { code }: Section,
  { level }: LevelEvaluation,
  withdrawals: readonly OpenWithdrawal[],
): boolean {
  return withdrawals.some(({ signing }) => signing.section === code && signing.level === level)
}

/** Nothing in it is blank, and something is done with confidence and not yet signed off. */
function isReady(standings: SectionStanding['standings']): boolean {
  return !standings.some(isBlank) && says(standings, 'confident')
}

/** Of what nobody has signed. */
function says(standings: readonly Standing[], ...wanted: readonly Answer[]): boolean {
  return standings.some(
    ({ answer, signing }) =>
      signing === undefined && answer !== undefined && wanted.includes(answer.answer),
  )
}
