/** Which permissions may be given where, by whom and to whom. */
import type { Permission } from '../../../actor.ts'

/** Only these kinds of organisation steward a framework, or decide on a consultation. */
const kindsFor: Partial<Readonly<Record<Permission, readonly string[]>>> = {
  'steward-framework': ['steward', 'professional-body', 'framework-owner'],
  'decide-consultation': ['steward', 'professional-body'],
}

/** Whoever gives one of these shows once more that it is them. */
const weighty: readonly Permission[] = ['issue', 'manage-team']

/** A link or a printed code may come into other hands: it gives nothing that could do harm there. */
export const invitablePermissions: readonly Permission[] = ['assess', 'delegate', 'see-statistics']

export function fitsKind(permission: Permission, kind: string): boolean {
  return kindsFor[permission]?.includes(kind) ?? true
}

export function needsStepUp(permission: Permission): boolean {
  return weighty.includes(permission)
}
