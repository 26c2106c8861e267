/** A passkey: a key pair on somebody's device, of which we hold the public half. */

export const passkeyPurposes = ['add', 'sign-in', 'step-up'] as const
export type PasskeyPurpose = (typeof passkeyPurposes)[number]

/** As its owner sees it in a list. */
export interface ListedPasskey {
  readonly id: string
  readonly name: string
  readonly addedAt: Date
  readonly lastUsedAt?: Date | undefined
  /** Kept by a password manager, so that it is on the owner's other devices too. */
  readonly backedUp: boolean
}

/** What an answer to a challenge is checked against. */
export interface HeldPasskey {
  readonly id: string
  readonly personId: string
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly userHandle: string
  readonly counter: number
  readonly backupEligible: boolean
}

/** What an authenticator gave when a passkey was made. */
export interface NewPasskey {
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly backupEligible: boolean
  readonly backedUp: boolean
}

/** Why a passkey was not taken. */
export type PasskeyFault =
  /** Not an answer at all, or more of one than an authenticator gives. */
  | 'unreadable'
  /** The challenge is older than five minutes, was answered before, or is another browser's. */
  | 'expired'
  /** Nobody has it: it was removed, or is of another service. */
  | 'unknown'
  /** Wrong site, wrong signature, wrong person, or nobody at the device. */
  | 'refused'
  /** Its counter fell: there are two of it. */
  | 'copied'
  /** Somebody has it already. */
  | 'taken'

export type PasskeyOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: PasskeyFault }

export function refused(fault: PasskeyFault): { readonly ok: false; readonly fault: PasskeyFault } {
  return { ok: false, fault }
}

/**
 * Web Authentication Level 3 §6.1.1: a counter that does not grow tells of a copy. Passkeys that
 * are synced between devices never count, and stay at 0.
 */
export function hasCounterFallen(before: number, now: number): boolean {
  return (before > 0 || now > 0) && now <= before
}
