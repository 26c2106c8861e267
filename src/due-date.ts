/** What has a day. Each feature says what is due; a calendar names it, and a weekly letter counts it. */
import type { Transaction } from './database/database.ts'

export interface DueDate {
  /** The same for the same thing, so that a calendar knows it again. */
  readonly id: string
  /** YYYY-MM-DD */
  readonly on: string
  /** Plain words, without anybody else's name: a phone shows them on its first screen. */
  readonly words: string
  readonly path: string
}

/** How many things of a kind are due for somebody: a letter says no more. */
export interface DueCount {
  readonly personId: string
  /** A noun for one, and for several. */
  readonly kind: readonly [one: string, several: string]
  readonly count: number
  /** YYYY-MM-DD */
  readonly firstOn: string
}

export interface DueDates {
  /** A person's own, from a day on. */
  readonly listOwn: (
    db: Transaction,
    scope: { readonly personId: string; readonly from: string },
  ) => Promise<readonly DueDate[]>
  /** Of everybody, between two days. As `job:weekly-letter` alone: anybody else is told nothing. */
  readonly countDue: (
    db: Transaction,
    days: { readonly from: string; readonly to: string },
  ) => Promise<readonly DueCount[]>
}
