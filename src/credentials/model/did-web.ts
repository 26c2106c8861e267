/** The did:web of an address, its port as %3A and its path segments after colons. */
export function didWeb(address: string): string {
  const url = new URL(address)
  if (url.hostname.startsWith('[')) throw new Error('a did:web cannot name an IPv6 address')
  const host = url.port === '' ? url.hostname : `${url.hostname}%3A${url.port}`
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  return ['did', 'web', host, ...segments.map(didSegment)].join(':')
}

/** Where the did.json of a did:web is served, always over https; undefined when it is none. */
export function didWebDocumentAddress(did: string): string | undefined {
  if (!/^did:web:[A-Za-z0-9.-]+(?:%3[Aa]\d{1,5})?(?::[A-Za-z0-9._%-]+)*$/.test(did)) {
    return undefined
  }
  const [host = '', ...segments] = did.slice('did:web:'.length).split(':')
  // An address takes %2E for a dot, and two dots for the way to somebody else's document.
  if (segments.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) return undefined
  const origin = `https://${host.replace(/%3A/i, ':')}`
  if (!URL.canParse(origin)) return undefined
  return segments.length === 0
    ? `${origin}/.well-known/did.json`
    : `${origin}/${segments.join('/')}/did.json`
}

function didSegment(segment: string): string {
  return encodeURIComponent(decodeURIComponent(segment)).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
