import { hasPermission, type Person } from '../../../actor.ts'
import { NotFound } from '../../../errors.ts'

/**
 * Who says what an organisation accepts, and decides on what is shared with it: whoever takes people
 * on there (`manage-team`), and whoever puts its name to credentials (`issue`). A small employer has
 * the first alone, a learning team often the second.
 */
function mayRecognise(person: Person, organisation: string): boolean {
  return (
    hasPermission(person, 'manage-team', organisation) ||
    hasPermission(person, 'issue', organisation)
  )
}

/** Throws NotFound for whoever does not. */
export function requireRecogniser(person: Person, organisation: string): void {
  if (!mayRecognise(person, organisation)) throw new NotFound(`recognition at ${organisation}`)
}
