/** A mapping as machines read it: organisations, and no person's number. */
import type { Skeleton } from '../../model/framework.ts'
import { type Mapping, statusOf } from './mapping.ts'
import { draftWords } from './mapping-names.ts'

export function showMapping(mapping: Mapping, scope: Pick<Skeleton, 'nation' | 'sector'>) {
  const { id, from, level, to, relation, coverage, missing, confidence, why, at } = mapping
  const status = statusOf(mapping)
  return {
    ...{ id, from, level, to, relation, coverage, missing, confidence, why, at, status },
    carriedFrom: mapping.carriedFrom,
    draft: draftWords(status, scope),
    decidedFor: mapping.decided?.for,
    confirmedFor: mapping.answer?.for,
    approvedFor: mapping.approval?.for,
  }
}
