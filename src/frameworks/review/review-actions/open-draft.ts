import { hasPermission, type Person } from '../../../actor.ts'
import { NotFound } from '../../../errors.ts'
import type { Draft } from '../../authoring/model/draft.ts'

function isStewardOf(person: Person, { organisation }: Pick<Draft, 'organisation'>): boolean {
  return hasPermission(person, 'steward-framework', organisation)
}

/** Throws NotFound: what stewards do is not there for others. */
export function requireSteward(person: Person, draft: Draft): void {
  if (!isStewardOf(person, draft)) throw new NotFound(`to steward draft ${draft.id}`)
}
