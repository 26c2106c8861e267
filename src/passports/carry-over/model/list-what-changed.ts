/** What a newer edition changed for one holder: nothing is lost, and some of it is looked at again. */
import { type Edition, type Statement, statementsOf } from '../../../frameworks/model/framework.ts'
import type { Fate, Succession } from '../../../frameworks/model/succession.ts'
import type { Evaluation, Standing } from '../../model/evaluate-passport.ts'
import { type Signing, standingSignOffs } from '../../model/signing.ts'
import { type Carriable, type Carried, carryOver } from './carry-over.ts'

/** A statement of an edition, by its own words. */
export interface Worded {
  /** `slug/version` */
  readonly edition: string
  readonly code: string
}

export interface ChangedStanding {
  readonly standing: Standing
  readonly carried: Carried
}

export interface SignedWords extends Worded {
  readonly signing: Signing
  /** What it is part of now: codes of the edition that is read by. */
  readonly became: readonly string[]
}

export interface WhatChanged {
  /** Counts as before. */
  readonly over: readonly ChangedStanding[]
  /** Counts until its day: somebody looks at it again. The nearest day first. */
  readonly confirm: readonly ChangedStanding[]
  /** Part of a wider statement, of which the rest is not signed. */
  readonly partly: readonly SignedWords[]
  readonly retired: readonly SignedWords[]
  /** At the holder's level. */
  readonly added: readonly Statement[]
}

export function listWhatChanged({
  evaluation,
  signings,
  edition,
  ref,
  successions,
}: {
  /** Of every statement. */
  readonly evaluation: Pick<Evaluation, 'standings'>
  readonly signings: readonly Signing[]
  readonly edition: Edition
  readonly ref: string
  readonly successions: readonly Succession[]
}): Omit<WhatChanged, 'added'> {
  const carried = evaluation.standings.flatMap((standing): ChangedStanding[] =>
    standing.signing === undefined || standing.carried === undefined
      ? []
      : [{ standing, carried: standing.carried }],
  )
  const gone = listGone({ signings, edition, ref, successions })
  return {
    over: carried.filter(({ carried }) => carried.reconfirmBy === undefined),
    confirm: carried
      .filter(({ carried }) => carried.reconfirmBy !== undefined)
      .toSorted((one, other) =>
        (one.standing.until ?? '').localeCompare(other.standing.until ?? ''),
      ),
    partly: gone.filter(
      ({ became }) => became.length > 0 && !carried.some(({ standing }) => is(standing, became)),
    ),
    retired: gone.filter(({ became }) => became.length === 0),
  }
}

function is({ statement: { code } }: Standing, codes: readonly string[]): boolean {
  return codes.includes(code)
}

/** What stands of other editions, each statement once, with what became of it. */
function listGone(of: {
  readonly signings: readonly Signing[]
  readonly edition: Edition
  readonly ref: string
  readonly successions: readonly Succession[]
}): SignedWords[] {
  const there = new Set(statementsOf(of.edition).map(({ code }) => code))
  const seen = new Map<string, SignedWords>()
  for (const signing of of.signings) {
    if (signing.edition === of.ref) continue
    for (const { code } of standingSignOffs(signing)) {
      const key = `${signing.edition} ${code}`
      if (seen.has(key)) continue
      const became = becameOf({ edition: signing.edition, code }, of.ref, of.successions)
      const { edition } = signing
      const known = became.filter((one) => there.has(one))
      seen.set(key, { edition, code, signing, became: known })
    }
  }
  return [...seen.values()].filter(({ became }) => isGone(became, of))
}

/** Not where another sign-off of the new edition stands for all that it became. */
function isGone(
  became: readonly string[],
  { signings, ref }: { readonly signings: readonly Signing[]; readonly ref: string },
): boolean {
  if (became.length === 0) return true
  const own = signings.filter(({ edition }) => edition === ref).flatMap(standingSignOffs)
  return !became.every((code) => own.some((one) => one.code === code))
}

/** The statements of an edition that one of another edition became, or came of, wholly or in part. */
export function becameOf(
  { edition, code }: Worded,
  to: string,
  successions: readonly Succession[],
): string[] {
  if (edition === to) return [code]
  const held = new Map([[edition, new Map([[code, [{} as Carriable]]])]])
  const loosely = successions.map((one) => ({ ...one, lines: one.lines.map(withoutMerging) }))
  return [...carryOver({ held, to, successions: loosely, join: () => [] }).keys()]
}

/** A part of what was merged leads to it as well as the whole does. */
function withoutMerging<Line extends { readonly fate: Fate }>(line: Line): Line {
  return line.fate === 'merged' ? { ...line, fate: 'split' } : line
}

/** The statements that came of nothing in the edition before. */
export function listAdded(
  statements: readonly Statement[],
  { ref, successions }: { readonly ref: string; readonly successions: readonly Succession[] },
): Statement[] {
  const into = successions.find(({ to }) => to === ref)
  if (into === undefined) return []
  const known = new Set(into.lines.flatMap(({ to }) => to))
  return statements.filter(({ code }) => !known.has(code))
}
