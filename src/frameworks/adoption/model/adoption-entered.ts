/** The form of an adoption as it was filled in. */
import type { Finding } from '../../../finding.ts'

export interface AdoptionEntered {
  readonly edition: string
  readonly from: { readonly day: string; readonly month: string; readonly year: string }
  readonly reason: string
  readonly understood: boolean
  readonly after: string
  readonly findings: readonly Finding[]
}
