/** A line of a succession as its row holds it. */
import type { SuccessionLine } from '../model/succession.ts'

interface LineRow {
  readonly from_code: string
  readonly fate: SuccessionLine['fate']
  readonly to_codes: readonly string[]
  readonly reason: string | null
}

export function lineOf({ from_code, fate, to_codes, reason }: LineRow): SuccessionLine {
  return { from: from_code, fate, to: to_codes, reason: reason ?? undefined }
}

export function rowOf({ from, fate, to, reason }: SuccessionLine) {
  return { from_code: from, fate, to_codes: [...to], reason: reason ?? null }
}
