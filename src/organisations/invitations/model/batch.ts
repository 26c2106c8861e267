/** A file of people to invite, from its upload to its end. */
import type { PersonRow } from './people-file.ts'

export interface Batch {
  readonly id: string
  readonly organisation: string
  /** Gone when all are invited, or a day after an upload that came to nothing. */
  readonly rows: readonly PersonRow[] | undefined
  readonly madeAt: Date
  readonly startedAt: Date | undefined
  readonly startedBy: string | undefined
  readonly total: number
  /** Of the total, those looked at so far. */
  readonly done: number
  readonly invited: number
  readonly finishedAt: Date | undefined
}

export type BatchState = 'draft' | 'sending' | 'finished' | 'forgotten'

export function batchState({ startedAt, finishedAt, rows }: Batch): BatchState {
  if (finishedAt !== undefined) return 'finished'
  if (startedAt !== undefined) return 'sending'
  return rows === undefined ? 'forgotten' : 'draft'
}
