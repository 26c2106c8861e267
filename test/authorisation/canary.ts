/** What may show on no page of somebody who may not read it. */
import type { OwnerName } from './people.ts'

/** Words of a record that only some may read. */
export interface Canary {
  readonly words: string
  readonly kind:
    | 'name'
    | 'note'
    | 'message'
    | 'setting'
    | 'draft'
    | 'address'
    | 'device'
    | 'way-in'
    | 'former-name'
    | 'registration'
    | 'rights'
    | 'complaint'
    | 'asked-stewards'
    | 'response'
    | 'own-id'
    | 'request-id'
    | 'signing-id'
    | 'invitee'
    | 'invited-address'
    | 'joined-as'
    | 'in-file'
    | 'first-manager'
    | 'invitation-id'
    | 'entry'
    | 'evidence'
    | 'evidence-shown'
    | 'goal'
    | 'goal-step'
    | 'brought'
    | 'certificate'
    | 'asked-to-learn'
    | 'helps'
    | 'supervision'
    | 'reflection'
    | 'refusal'
  readonly owner: OwnerName
}

/** Unlike any other words, and like no patient's. */
export function wordsOf(owner: OwnerName, kind: Canary['kind']): string {
  return `Kestrel ${kind} of ${owner} lantern`
}

export function wayInOf(owner: OwnerName): string {
  return `https://kestrel-${owner}.example`
}

export function addressOf(owner: OwnerName): string {
  return `kestrel-${owner}@example.org`
}

/** Of somebody who was asked to join where they work. */
export function invitedAddressOf(owner: OwnerName): string {
  return `asked-to-join-${owner}@example.org`
}
