/** Signing in with somebody else's account: who is asked, what for, and what may be wrong with the answer. */

export type OpenIdPurpose = 'sign-in' | 'step-up' | 'link'

/** Who somebody is at a provider: nothing else that it says of them is kept. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** As its owner sees it in a list. */
export interface LinkedIdentity {
  readonly id: string
  /** A provider that may be no longer in the settings. */
  readonly provider: string
  readonly linkedAt: Date
  readonly lastUsedAt?: Date | undefined
}

/** Somebody sent to a provider, and what their return is checked against. */
export interface PendingLogin {
  readonly provider: string
  readonly purpose: OpenIdPurpose
  readonly personId?: string | undefined
  readonly nonce: string
  readonly codeVerifier: string
  readonly next: string
  readonly sharedComputer: boolean
  readonly startedAt: Date
}

/** Why nobody was signed in, shown to be there, or linked. */
export type OpenIdFault =
  /** The provider does not answer, or answers what no provider should. */
  | 'not-answering'
  /** They said no there, or gave up. */
  | 'declined'
  /** The return is older than ten minutes, came before, or is another browser's. */
  | 'expired'
  /** The answer is for another login, another client, or from another provider. */
  | 'refused'
  /** They signed in there some time ago, and were asked to do so now. */
  | 'not-fresh'
  /** They signed in there in a weaker way than is asked for. */
  | 'too-weak'
  /** Nobody here has linked this identity. */
  | 'unknown'
  /** It is linked to somebody, who is not the one who is signed in. */
  | 'of-another'
