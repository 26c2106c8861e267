/** Which part somebody has in a delegation that they may read. */
import { hasPermission, type Person } from '../actor.ts'
import type { Delegation } from './model/delegation.ts'
import type { Part } from './model/state-of-delegation.ts'

export function partOf(
  { worker, delegator, arrangement }: Delegation,
  actor: Person,
): Part | undefined {
  if (worker.id === actor.id) return 'worker'
  if (delegator.id === actor.id) return 'delegator'
  const managed = worker.organisation
  if (arrangement === 'other-employer' && managed && hasPermission(actor, 'manage-team', managed)) {
    return 'employer'
  }
  return 'next'
}
