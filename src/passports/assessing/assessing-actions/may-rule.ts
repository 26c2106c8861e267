import { hasPermission, type Person } from '../../../actor.ts'
import { NotFound } from '../../../errors.ts'

/** Whoever manages people there or puts its name to credentials, as for what it accepts. */
export function mayRule(person: Person, organisation: string): boolean {
  return (
    hasPermission(person, 'manage-team', organisation) ||
    hasPermission(person, 'issue', organisation)
  )
}

/** Throws NotFound for whoever does not. */
export function requireRuleMaker(person: Person, organisation: string): void {
  if (!mayRule(person, organisation)) throw new NotFound(`rule of ${organisation}`)
}
