import { type Actor, hasPermission } from '../../../actor.ts'
import type { Draft } from '../../authoring/model/draft.ts'

/** Sign-offs of many people rest on it, so whoever was asked to write does not decide it. */
export function maySteward(actor: Actor, { organisation }: Pick<Draft, 'organisation'>): boolean {
  return hasPermission(actor, 'steward-framework', organisation)
}
