/** The words of mappings as people read them. Ours is always named first. */
import type { ScopeNation, Skeleton } from '../../model/framework.ts'
import { sectorNames } from '../../model/names.ts'
import type { Confidence, Coverage, Mapping, MappingStatus, Relation } from './mapping.ts'

export const relationNames: Readonly<Record<Relation, string>> = {
  exact: 'The same',
  close: 'Much alike, and not the same',
  broader: 'Theirs takes in more than ours',
  narrower: 'Theirs takes in less than ours',
  related: 'About the same subject, and no more',
  none: 'Not related',
}

export const coverageNames: Readonly<Record<Coverage, string>> = {
  whole: 'All that we know of it',
  part: 'Part of it',
  none: 'None of it',
}

export const confidenceNames: Readonly<Record<Confidence, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

const nationNames: Readonly<Record<ScopeNation, string>> = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
  'united-kingdom': 'the United Kingdom',
}

/** "Wales", "social care in England". */
export function scopeName({ nation, sector }: Pick<Skeleton, 'nation' | 'sector'>): string {
  const place = nationNames[nation]
  return sector === undefined ? place : `${sectorNames[sector]} in ${place}`
}

/** What is said beside everything that rests on a mapping (R26). Undefined once its owner approved. */
export function draftWords(
  status: MappingStatus,
  scope: Pick<Skeleton, 'nation' | 'sector'>,
): string | undefined {
  if (status === 'approved') return undefined
  return `Draft: not approved by the owner for ${scopeName(scope)}`
}

/** How far it has come, and who says so: organisations, and no person's name. */
export function standingWords(mapping: Pick<Mapping, 'decided' | 'answer' | 'approval'>): string {
  const { decided, answer, approval } = mapping
  if (decided === undefined) return 'Suggested by Lanyard’s own draft, confirmed by nobody.'
  const first = `Decided by one person for ${decided.for}`
  if (answer === undefined) return `${first}. A second person has not confirmed it yet.`
  if (answer.outcome === 'refused') return `${first}, and refused by a second person.`
  const second = `${first} and confirmed by a second person for ${answer.for}`
  if (approval === undefined) return `${second}.`
  return approval.outcome === 'approved'
    ? `${second}. Approved by ${approval.for}.`
    : `${second}. ${approval.for} does not approve it.`
}
