/** Which site a passkey is for. */

export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/** Undefined where the site has a number for a name, for which browsers make no passkey. */
export function relyingPartyOf(baseUrl: string): RelyingParty | undefined {
  const { hostname, origin } = new URL(baseUrl)
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return undefined
  return { id: hostname, origin }
}
