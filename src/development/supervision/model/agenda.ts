/** What can go on the agenda of a supervision: the worker chooses, and nobody else sees what they left out. */
import type { Statement } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { isToConfirm } from '../../../passports/carry-over/model/carried-words.ts'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'
import type { Goal } from '../../goals/model/goal.ts'
import type { AgreedAction } from './session.ts'

export interface AgendaOffer {
  /** `due:3.9-entry`, `changed:3.9-entry`, `statement:3.9-entry`, `action:…`, `goal:…`. */
  readonly key: string
  readonly words: string
}

/** A tired person reads five. */
const mostOfEach = 5
const longest = 600

export function shorten(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`
}

/** "3.9 Reports what they see". The level stands in nobody's head. */
export function wordsOfStatement({ code, text }: Pick<Statement, 'code' | 'text'>): string {
  return shorten(`${code.replace(/-.*$/, '')} ${text}`)
}

/** What is due for review, the nearest day first. */
export function offerDue(standings: readonly Standing[]): AgendaOffer[] {
  return standings
    .filter((one) => one.until !== undefined && ['due-soon', 'lapsed'].includes(one.state))
    .filter((one) => !isToConfirm(one))
    .sort((one, other) => (one.until ?? '').localeCompare(other.until ?? ''))
    .slice(0, mostOfEach)
    .map(({ statement, until = '' }) => ({
      key: `due:${statement.code}`,
      words: shorten(`Due for review, ${dayInWords(until)}: ${wordsOfStatement(statement)}`),
    }))
}

/** What changed in the framework and is to be confirmed again, the nearest day first. */
export function offerChanged(standings: readonly Standing[]): AgendaOffer[] {
  return standings
    .filter(isToConfirm)
    .sort((one, other) => (one.until ?? '').localeCompare(other.until ?? ''))
    .slice(0, mostOfEach)
    .map(({ statement, until = '' }) => ({
      key: `changed:${statement.code}`,
      words: shorten(
        `Changed in the framework, confirm again by ${dayInWords(until)}: ${wordsOfStatement(statement)}`,
      ),
    }))
}

/** What the worker says they do with support. */
export function offerWithSupport(standings: readonly Standing[]): AgendaOffer[] {
  return standings
    .filter(({ state, answer }) => state !== 'held' && answer?.answer === 'with-support')
    .slice(0, mostOfEach)
    .map(({ statement }) => offerStatement(statement))
}

export function offerStatement(statement: Pick<Statement, 'code' | 'text'>): AgendaOffer {
  return { key: `statement:${statement.code}`, words: wordsOfStatement(statement) }
}

/** A goal as whoever supervises its holder sees it. */
export interface ShownGoal {
  readonly id: string
  readonly name: string
  readonly words?: string | undefined
  readonly steps: readonly string[]
}

/** A goal, by its kind and in the holder's own words. */
export function offerGoals<Given extends Pick<Goal, 'id' | 'words'>>(
  goals: readonly Given[],
  nameOf: (goal: Given) => string,
): AgendaOffer[] {
  return goals.slice(0, mostOfEach).map((goal) => ({
    key: `goal:${goal.id}`,
    words: shorten(`Goal: ${[nameOf(goal), goal.words].filter(Boolean).join('. ')}`),
  }))
}

/** What was agreed on and is still open. */
export function offerActions(actions: readonly AgreedAction[]): AgendaOffer[] {
  return actions
    .filter(({ state }) => state === 'open')
    .slice(0, mostOfEach)
    .map(({ id, words }) => ({ key: `action:${id}`, words: shorten(`Last time: ${words}`) }))
}
