import { type KeyObject, sign } from 'node:crypto'
import type { UnsecuredCredential } from './achievement-credential.ts'
import type { ContextLibrary } from './active-context.ts'
import { encodeBase58 } from './base58.ts'
import { timestamp } from './london-date.ts'
import { signedBytes } from './signed-bytes.ts'

/** What we sign with. */
export const cryptosuite = 'eddsa-rdfc-2022'

export type DataIntegrityProof = {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: typeof cryptosuite
  readonly created: string
  readonly verificationMethod: string
  readonly proofPurpose: 'assertionMethod'
  readonly proofValue: string
}

export type SignedCredential = UnsecuredCredential & { readonly proof: DataIntegrityProof }

export type Signing = {
  readonly privateKey: KeyObject
  readonly verificationMethod: string
  readonly created: Date
  readonly contexts?: ContextLibrary | undefined
}

/** The credential with its proof; throws a JsonLdRefusal rather than leave any of it unsigned. */
export async function signCredential(
  unsecured: UnsecuredCredential,
  { privateKey, verificationMethod, created, contexts }: Signing,
): Promise<SignedCredential> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: timestamp(created),
    verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const
  const signature = sign(null, await signedBytes(unsecured, proof, contexts), privateKey)
  return { ...unsecured, proof: { ...proof, proofValue: `z${encodeBase58(signature)}` } }
}
