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

/** A working day, and no longer: phones are shared and lost. */
const sessionHours = 12

/** When a session ends by itself. */
export function sessionEnd(startedAt: Date): Date {
  return new Date(startedAt.getTime() + sessionHours * 3_600_000)
}
