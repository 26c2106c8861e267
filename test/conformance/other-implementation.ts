import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from as multikeyFrom } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue, verifyCredential } from '@digitalbazaar/vc'
import jsonld from 'jsonld'
import rdfCanonize from 'rdf-canonize'
import {
  publicKeyMultibase,
  publicKeyOfDidKey,
  secretKeyMultibase,
} from '../../src/credentials/model/multikey.ts'
import { pinnedContexts } from '../../src/credentials/model/pinned-contexts.ts'

/** An issuer whose DID document both implementations are handed instead of fetching it. */
export type TestIssuer = {
  readonly did: string
  readonly verificationMethod: string
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

type Contexts = ReadonlyMap<string, unknown>

const multikeyContext = 'https://w3id.org/security/multikey/v1'

/** Answers for the pinned contexts, the issuers given and any did:key; everything else is refused. */
function loaderFor(
  issuers: readonly TestIssuer[],
  contexts: Contexts = pinnedContexts,
): DocumentLoader {
  return async (address) => {
    const document = contexts.get(address) ?? issuerDocument(issuers, address)
    if (document === undefined) throw new Error(`not known to the test: ${address}`)
    return { contextUrl: null, documentUrl: address, document }
  }
}

export async function issuedElsewhere(
  credential: object,
  issuer: TestIssuer,
  created: string,
): Promise<Record<string, unknown>> {
  const key = await multikeyFrom({
    ...keyDocument(issuer),
    secretKeyMultibase: secretKeyMultibase(issuer.secretKey),
  })
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: created })
  return issue({
    credential: structuredClone(credential),
    suite,
    documentLoader: loaderFor([issuer]),
  })
}

export async function acceptedElsewhere(
  credential: object,
  issuers: readonly TestIssuer[],
  now: Date,
): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(issuers),
    now,
    checkStatus: async () => ({ verified: true }),
  })
  return verified
}

/** Canonical N-Quads by jsonld in safe mode and rdf-canonize. */
export async function canonicalElsewhere(
  document: object,
  contexts: Contexts = pinnedContexts,
): Promise<string> {
  const quads = await jsonld.toRDF(document, {
    documentLoader: loaderFor([], contexts),
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    format: 'application/n-quads',
  })
  return rdfCanonize.canonize(quads, {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    maxDeepIterations: 1000,
  })
}

function issuerDocument(issuers: readonly TestIssuer[], address: string): unknown {
  const issuer =
    issuers.find(({ did, verificationMethod }) => [did, verificationMethod].includes(address)) ??
    didKeyIssuer(address)
  if (!issuer) return undefined
  if (address === issuer.verificationMethod) return keyDocument(issuer)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', multikeyContext],
    id: issuer.did,
    assertionMethod: [issuer.verificationMethod],
  }
}

function didKeyIssuer(address: string): TestIssuer | undefined {
  const publicKey = publicKeyOfDidKey(address)
  const [did = ''] = address.split('#')
  if (!publicKey) return undefined
  const verificationMethod = `${did}#${publicKeyMultibase(publicKey)}`
  return { did, verificationMethod, publicKey, secretKey: new Uint8Array(32) }
}

function keyDocument(issuer: TestIssuer) {
  return {
    '@context': multikeyContext,
    id: issuer.verificationMethod,
    type: 'Multikey',
    controller: issuer.did,
    publicKeyMultibase: publicKeyMultibase(issuer.publicKey),
  }
}
