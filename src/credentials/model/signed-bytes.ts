import { hash } from 'node:crypto'
import { type ContextLibrary, contextLibrary } from './active-context.ts'
import { canonicalise } from './canonicalise.ts'
import { canonicalJson } from './jcs.ts'
import { JsonLdRefusal } from './json-ld-refusal.ts'
import { pinnedContexts } from './pinned-contexts.ts'
import { readDataset } from './read-dataset.ts'

type JsonObject = Readonly<Record<string, unknown>>

export const pinnedLibrary: ContextLibrary = contextLibrary(pinnedContexts)

/**
 * The 64 bytes that an `eddsa-rdfc-2022` signature is made over: the hash of the proof's own
 * statements, then the hash of the document's (Data Integrity EdDSA Cryptosuites 1.0 §3.2.4).
 */
export async function signedBytes(
  unsecured: JsonObject,
  proof: JsonObject,
  library: ContextLibrary = pinnedLibrary,
): Promise<Uint8Array> {
  const context = unsecured['@context']
  const bytes = Buffer.allocUnsafe(64)
  hashText(await canonicalise(readDataset(proof, context, library))).copy(bytes, 0)
  hashText(await canonicalise(readDataset(unsecured, context, library))).copy(bytes, 32)
  return bytes
}

/** The same of an `eddsa-jcs-2022` signature, over the JSON as it stands (the same document, §3.3.4). */
export function signedJson(unsecured: JsonObject, proof: JsonObject): Uint8Array {
  const bytes = Buffer.allocUnsafe(64)
  hashText(canonicalJson(proof)).copy(bytes, 0)
  hashText(canonicalJson(unsecured)).copy(bytes, 32)
  return bytes
}

// Half of a surrogate pair has no UTF-8, so two different texts would come to one hash.
function hashText(text: string): Buffer {
  if (!text.isWellFormed()) {
    throw new JsonLdRefusal('not-covered', 'a text in it holds half a character')
  }
  return hash('sha256', text, 'buffer')
}
