import { isObject, type JsonObject } from './read-credential.ts'

/**
 * The id of a part that the document describes in two places, if there is one. Its signature holds
 * however a part is taken to pieces, but whoever reads the JSON sees one of the pieces alone. An
 * issuer is described again by many as the creator of an achievement, and is looked up by its id.
 */
export function findRepeatedPart(document: JsonObject): string | undefined {
  // Of its proofs and status entries, every one is looked at whole.
  const { proof: _, credentialStatus: __, issuer, ...unsecured } = document
  const issuerId = isObject(issuer) ? issuer.id : issuer
  const described = new Set<unknown>()
  return repeatedIn(unsecured)

  function repeatedIn(value: unknown): string | undefined {
    if (Array.isArray(value)) return repeatedBeside(value) ?? firstOf(value, repeatedIn)
    if (!isObject(value)) return undefined
    const { id } = value
    if (typeof id === 'string' && id !== issuerId && Object.keys(value).length > 1) {
      if (described.has(id)) return id
      described.add(id)
    }
    return firstOf(Object.values(value), repeatedIn)
  }
}

/** A bare reference is no description, but beside one it would be taken for it. */
function repeatedBeside(values: readonly unknown[]): string | undefined {
  const seen = new Set<string>()
  return firstOf(values, (value) => {
    const id = isObject(value) ? value.id : undefined
    if (typeof id !== 'string') return undefined
    if (seen.has(id)) return id
    seen.add(id)
    return undefined
  })
}

function firstOf(
  values: readonly unknown[],
  find: (value: unknown) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}
