/** Which statements an entry may count towards. A suggestion: the holder decides. */

import { findStatements } from '../../../frameworks/model/find-statements.ts'
import {
  type Edition,
  type LevelSlug,
  type Statement,
  statementsOf,
} from '../../../frameworks/model/framework.ts'
import type { EntryKind } from '../../model/entry.ts'

/** By capability, which stays the same from one edition to the next. */
const byKind: Readonly<Record<EntryKind, readonly string[]>> = {
  training: [],
  qualification: ['relevant-qualification', 'prior-learning'],
  apprenticeship: ['relevant-qualification', 'skills-for-learning'],
  employment: ['relevant-experience'],
  volunteering: ['relevant-experience'],
  placement: ['relevant-experience', 'skills-for-learning'],
  'supporting-learners': ['supporting-learners', 'teaching-on-placement'],
  'lived-experience': ['caring-and-lived-experience'],
}

export interface Suggested {
  readonly edition: Pick<Edition, 'domains'>
  readonly level: LevelSlug
  readonly profession?: string | undefined
  readonly kind: EntryKind
  /** What a subject of the catalogue supports. */
  readonly supports: readonly string[]
}

export function suggestStatements(asked: Suggested & { readonly edition: Edition }): Statement[] {
  const { edition, level, profession, kind, supports } = asked
  const wanted = new Set([...byKind[kind], ...supports])
  return findStatements(edition, { level, profession }).filter(({ capability }) =>
    wanted.has(capability),
  )
}

/**
 * What counts from the start. Caring counts for experience without more work (1.2: RCOT response,
 * p12); for everything else the holder is asked.
 */
export function countedFromTheStart(asked: Suggested & { readonly edition: Edition }): string[] {
  if (asked.kind !== 'lived-experience') return []
  return suggestStatements(asked).map(({ code }) => code)
}

/** The statements to choose from: those of the level, and those that were chosen before. */
export function statementsToCount(
  {
    edition,
    level,
    profession,
  }: Pick<Suggested, 'level' | 'profession'> & { readonly edition: Edition },
  counted: readonly string[],
): Statement[] {
  const offered = new Set([
    ...findStatements(edition, { level, profession }).map(({ code }) => code),
    ...counted,
  ])
  return statementsOf(edition).filter(({ code }) => offered.has(code))
}
