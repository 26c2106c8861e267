/**
 * A passport seen through another framework: for each of its codes what stands behind it and what is
 * missing. Never a silent equivalence: a code is covered only where two people agreed that ours is the
 * same and takes in all of it, and every statement of it is held. Whatever is less is partly covered.
 */

import type { ForeignCode } from '../../../frameworks/crosswalks/model/list-codes.ts'
import type { MappingStatus, Relation } from '../../../frameworks/crosswalks/model/mapping.ts'
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import type { State } from '../../model/evaluate-passport.ts'

/** What says so: a sign-off, or an entry of the holder's. */
export interface Said {
  readonly words: string
  /** Where the holder reads it. */
  readonly href?: string | undefined
}

/** Where the holder stands with one statement of ours. */
export interface StandingToRead {
  readonly code: string
  readonly state: State
  readonly says: readonly Said[]
}

/** A mapping with the statements that it speaks of for this holder. */
export interface MappingToRead {
  readonly id: string
  readonly to: string
  readonly codes: readonly string[]
  /** Where it speaks of one of our levels alone. */
  readonly level?: LevelSlug | undefined
  readonly relation: Relation
  readonly coverage: 'whole' | 'part' | 'none'
  readonly missing?: string | undefined
  readonly status: MappingStatus
  readonly why: string
}

/** Why a code is not covered, or not in whole. */
export type Shortfall =
  /** Of theirs, in words. */
  | { readonly kind: 'not-in-ours'; readonly words: string }
  | { readonly kind: 'not-the-same'; readonly relation: Relation }
  | { readonly kind: 'not-confirmed' }
  /** Of ours: statements that are not held, by state. */
  | {
      readonly kind: 'not-held'
      readonly held: number
      readonly standings: readonly StandingToRead[]
    }

export interface MappingRead {
  readonly mapping: MappingToRead
  readonly held: readonly StandingToRead[]
  readonly shortfalls: readonly Shortfall[]
}

export type Reading = 'covered' | 'partly' | 'not-covered'

export interface CodeRead extends ForeignCode {
  readonly reading: Reading
  /** No mapping: nobody has related anything of ours to it. */
  readonly because?: 'no-mapping' | 'nothing-held' | undefined
  readonly mappings: readonly MappingRead[]
}

/** In the other framework's order. */
export function readAs(
  standings: readonly StandingToRead[],
  mappings: readonly MappingToRead[],
  codes: readonly ForeignCode[],
): CodeRead[] {
  const byCode = new Map(standings.map((standing) => [standing.code, standing]))
  return codes.map((code) => {
    const read = mappings
      .filter(({ to, relation, codes: ours }) => {
        return to === code.code && relation !== 'none' && ours.length > 0
      })
      .map((mapping) => readMapping(mapping, byCode))
    return { ...code, mappings: read, ...readingOf(read) }
  })
}

export function countReadings(codes: readonly CodeRead[]): Readonly<Record<Reading, number>> {
  const count = (wanted: Reading) => codes.filter(({ reading }) => reading === wanted).length
  return { covered: count('covered'), partly: count('partly'), 'not-covered': count('not-covered') }
}

/** Of the statements of ours that go with it, each counted once. */
export function countHeld({ mappings }: Pick<CodeRead, 'mappings'>): {
  readonly held: number
  readonly of: number
} {
  const held = mappings.flatMap((read) => read.held.map(({ code }) => code))
  const all = mappings.flatMap(({ mapping }) => mapping.codes)
  return { held: new Set(held).size, of: new Set(all).size }
}

/** What goes with a level, and whatever of the other levels is held: nobody is short of a level that is not theirs. */
export function isForLevel({ mappings }: Pick<CodeRead, 'mappings'>, level: LevelSlug): boolean {
  return mappings.some(
    ({ mapping, held }) =>
      mapping.level === undefined || mapping.level === level || held.length > 0,
  )
}

function readMapping(
  mapping: MappingToRead,
  standings: ReadonlyMap<string, StandingToRead>,
): MappingRead {
  const all = mapping.codes.map(
    (code): StandingToRead => standings.get(code) ?? { code, state: 'missing', says: [] },
  )
  const held = all.filter(isHeld)
  const open = all.filter((standing) => !isHeld(standing))
  const shortfalls: readonly Shortfall[] = [
    ...(mapping.missing === undefined
      ? []
      : [{ kind: 'not-in-ours', words: mapping.missing } as const]),
    ...(mapping.relation === 'exact' && mapping.coverage === 'whole'
      ? []
      : [{ kind: 'not-the-same', relation: mapping.relation } as const]),
    ...(isConfirmed(mapping) ? [] : [{ kind: 'not-confirmed' } as const]),
    ...(open.length === 0
      ? []
      : [{ kind: 'not-held', held: held.length, standings: open } as const]),
  ]
  return { mapping, held, shortfalls }
}

function readingOf(read: readonly MappingRead[]): Pick<CodeRead, 'reading' | 'because'> {
  if (read.length === 0) return { reading: 'not-covered', because: 'no-mapping' }
  if (read.some(({ shortfalls }) => shortfalls.length === 0)) return { reading: 'covered' }
  if (read.some(({ held }) => held.length > 0)) return { reading: 'partly' }
  return { reading: 'not-covered', because: 'nothing-held' }
}

/** Confirmed by somebody else, and in date. */
function isHeld({ state }: StandingToRead): boolean {
  return state === 'held' || state === 'due-soon'
}

function isConfirmed({ status }: MappingToRead): boolean {
  return status === 'confirmed' || status === 'approved'
}
