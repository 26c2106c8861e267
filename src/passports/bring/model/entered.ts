/** What was entered in a form, to be shown again with its faults. */
import type { Column } from './training-file.ts'

interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface ColumnsEntered {
  readonly places: Readonly<Partial<Record<Column, string>>>
  readonly dayOrder: string
}

export interface CertificateEntered {
  readonly kind: string
  readonly title: string
  readonly given: string
  readonly from: DateParts
  readonly until: DateParts
  readonly organisation: string
}

/** Nobody has to look at it now. */
export const nobodyYet = 'nobody-yet'

export interface OriginalEntered {
  readonly outcome: string
  readonly how: string
  readonly on: DateParts
  readonly until: DateParts
  readonly reason: string
}
