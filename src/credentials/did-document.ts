/** An issuer's did:web document: every key it ever had, so that what an old one signed still stands. */
import type { IssuerKey } from './issuers-store.ts'
import { publicKeyMultibase } from './model/multikey.ts'

export function didDocument(
  did: string,
  keys: readonly Pick<IssuerKey, 'id' | 'publicKey'>[],
): Record<string, unknown> {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKey }) => ({
      id,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: publicKeyMultibase(publicKey),
    })),
    assertionMethod: keys.map(({ id }) => id),
  }
}
