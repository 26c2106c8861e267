import { Tag } from '../../../ui/tag.tsx'
import type { Skeleton } from '../../model/framework.ts'
import { type Mapping, type MappingStatus, statusOf } from '../model/mapping.ts'
import { draftWords, standingWords } from '../model/mapping-names.ts'

export const statusNames: Readonly<Record<MappingStatus, string>> = {
  suggested: 'Suggested',
  decided: 'Decided by one person',
  refused: 'Refused',
  confirmed: 'Confirmed by a second person',
  approved: 'Approved',
  'not-approved': 'Not approved',
}

/** That it is a draft comes first, and then who says so. */
export function MappingStanding({
  mapping,
  skeleton,
}: {
  readonly mapping: Mapping
  readonly skeleton: Skeleton
}) {
  const status = statusOf(mapping)
  const draft = draftWords(status, skeleton)
  return (
    <>
      {draft === undefined ? <Tag text="Approved" colour="green" /> : <strong>{draft}.</strong>}{' '}
      {standingWords(mapping)}
    </>
  )
}
