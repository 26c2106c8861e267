/** Who may do what next with a mapping: never the same person twice. */
import type { Skeleton } from '../../model/framework.ts'
import { type Mapping, statusOf } from './mapping.ts'

/** An organisation that answers for a nation, or for one of its sectors. */
export interface FrameworkOwner {
  readonly slug: string
  readonly name: string
  readonly nation: string
  readonly sector: string
}

export function ownsFramework(
  owner: FrameworkOwner,
  { nation, sector }: Pick<Skeleton, 'nation' | 'sector'>,
): boolean {
  return owner.nation === nation && (sector === undefined || owner.sector === sector)
}

export function mayConfirm(mapping: Mapping, personId: string): boolean {
  return statusOf(mapping) === 'decided' && mapping.decided?.by !== personId
}

export function mayApprove(mapping: Mapping, personId: string): boolean {
  return (
    statusOf(mapping) === 'confirmed' &&
    ![mapping.decided?.by, mapping.answer?.by].includes(personId)
  )
}
