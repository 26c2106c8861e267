/** How statements of ours, taken together, relate to a code of another framework. */
import type { LevelSlug } from '../../model/framework.ts'

/** `none` is a decision too: what was thought related is not. */
export const relations = ['exact', 'close', 'broader', 'narrower', 'related', 'none'] as const
export type Relation = (typeof relations)[number]

export const coverages = ['whole', 'part', 'none'] as const
export type Coverage = (typeof coverages)[number]

export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

/** What is said, by whomever. */
export interface MappingWords {
  /** Sections or statements of our edition, in its order. */
  readonly from: readonly string[]
  /** Of the statements meant. Left out, it is said of every level. */
  readonly level?: LevelSlug | undefined
  /** A code of the other framework. */
  readonly to: string
  readonly relation: Relation
  readonly coverage: Coverage
  /** What of the other framework is not in ours, where that is part of it. */
  readonly missing?: string | undefined
  readonly confidence: Confidence
  readonly why: string
}

interface Answered<Outcome extends string> {
  readonly outcome: Outcome
  /** The person's id. */
  readonly by: string
  /** Name of the organisation. */
  readonly for: string
  readonly reason?: string | undefined
  readonly at: Date
}

export interface Mapping extends MappingWords {
  readonly id: string
  /** The same for a mapping and all that took its place. */
  readonly line: string
  readonly fromEdition: string
  readonly toEdition: string
  /** Nobody, where it is our own suggestion. */
  readonly decided?: { readonly by: string; readonly for: string } | undefined
  readonly at: Date
  /** The earlier edition that hands it on, where it was decided for that one. */
  readonly carriedFrom?: string | undefined
  /** The second person's. */
  readonly answer?: Answered<'confirmed' | 'refused'> | undefined
  /** The owner's. */
  readonly approval?: Answered<'approved' | 'not-approved'> | undefined
}

export const mappingStatuses = [
  'suggested',
  'decided',
  'refused',
  'confirmed',
  'approved',
  'not-approved',
] as const
export type MappingStatus = (typeof mappingStatuses)[number]

export function statusOf({
  decided,
  answer,
  approval,
}: Pick<Mapping, 'decided' | 'answer' | 'approval'>): MappingStatus {
  return approval?.outcome ?? answer?.outcome ?? (decided === undefined ? 'suggested' : 'decided')
}

/** The same statements and the same code: what a second one of these takes the place of. */
export function subjectOf({
  from,
  level,
  to,
}: Pick<MappingWords, 'from' | 'level' | 'to'>): string {
  return [to, level ?? '', ...from].join(' ')
}
