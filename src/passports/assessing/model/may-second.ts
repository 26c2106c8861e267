/** Who may be the second assessor of a signing, besides what the rule says of each statement. */
import type { Registration } from '../../../accounts/model/account.ts'
import type { Signing } from '../../model/signing.ts'

interface Candidate {
  readonly id: string
  readonly registration?: Pick<Registration, 'regulator' | 'number'> | undefined
}

/** In words why not; undefined where they may. One person under two accounts is one person. */
export function whyNotSecond(
  { id, registration }: Candidate,
  { holderId, assessorId, shown }: Pick<Signing, 'holderId' | 'assessorId' | 'shown'>,
): string | undefined {
  if (id === holderId) return 'Nobody confirms their own.'
  const same = 'You signed this first. The second assessor is somebody else.'
  if (id === assessorId) return same
  const first = shown.assessor.registration
  if (registration === undefined || first === undefined) return undefined
  const one = registration.regulator === first.regulator && registration.number === first.number
  return one ? same : undefined
}
