import type { Proof } from '../../../actor.ts'

/** A session as its person sees it among the others. */
export interface SignedInDevice {
  readonly id: string
  readonly device: string
  readonly proof: Proof
  readonly sharedComputer: boolean
  readonly startedAt: Date
  readonly seenAt: Date
}
