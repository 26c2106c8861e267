/** `--trust FILE`: keys that somebody kept from before, or copied from paper. */
import { keyId } from '../../audit/model/batch.ts'
import { keyIn } from '../foreign-issuers.ts'
import { publicKeyFromMultibase } from '../model/multikey.ts'
import { isObject, type JsonObject, listOf } from '../model/read-credential.ts'

export interface TrustedKey {
  /** The verification method. */
  readonly id: string
  readonly publicKey: Buffer
}

export interface TrustedKeys {
  readonly issuers: ReadonlyMap<string, readonly TrustedKey[]>
  /** Ids of keys that seal packs. */
  readonly seals: ReadonlySet<string>
}

export const noTrustedKeys: TrustedKeys = { issuers: new Map(), seals: new Set() }

/**
 * Lines such as `did:web:…#z6Mk…` and `seal 9f86…`, or JSON: a did.json, a list of them, or the
 * keys.json of an audit. Throws an Error in words for the person who brought the file.
 */
export function readTrustedKeys(text: string): TrustedKeys {
  const isJson = /^\s*[[{]/.test(text)
  return isJson ? keysOfJson(parseJson(text)) : keysOfLines(text.split(/\r?\n/))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words are about positions in the text.
    throw new Error('it is not JSON, nor a line for each key')
  }
}

function keysOfLines(lines: readonly string[]): TrustedKeys {
  const keys: (readonly [did: string, key: TrustedKey])[] = []
  const seals = new Set<string>()
  for (const [index, written] of lines.entries()) {
    const line = written.trim()
    if (line === '' || line.startsWith('#')) continue
    const seal = /^seal ([0-9a-f]{64})$/.exec(line)?.[1]
    const key = seal === undefined ? keyOfLine(line) : undefined
    if (seal !== undefined) seals.add(seal)
    else if (key !== undefined) keys.push(key)
    else throw new Error(`line ${index + 1} is not a key`)
  }
  return { issuers: byIssuer(keys), seals }
}

/** The name of a key of ours holds the key itself, after the `#`. */
function keyOfLine(line: string): readonly [did: string, key: TrustedKey] | undefined {
  const [did = '', multibase = '', ...more] = line.split('#')
  const publicKey = publicKeyFromMultibase(multibase)
  if (publicKey === undefined || more.length > 0 || !did.startsWith('did:web:')) return undefined
  return [did, { id: line, publicKey: Buffer.from(publicKey) }]
}

function keysOfJson(json: unknown): TrustedKeys {
  const documents = listOf(json).filter(isObject)
  const keys = documents.flatMap(keysOfDidDocument)
  const seals = new Set(documents.flatMap(sealsOf))
  if (keys.length === 0 && seals.size === 0)
    throw new Error('it holds no key that can be used here')
  return { issuers: byIssuer(keys), seals }
}

function keysOfDidDocument(
  document: JsonObject,
): readonly (readonly [did: string, key: TrustedKey])[] {
  const { id: did } = document
  if (typeof did !== 'string') return []
  return listOf(document.verificationMethod).flatMap((method) => {
    if (!isObject(method) || typeof method.id !== 'string') return []
    const id = method.id.startsWith('#') ? `${did}${method.id}` : method.id
    const publicKey = keyIn(document, did, id)
    return publicKey === undefined ? [] : [[did, { id, publicKey: Buffer.from(publicKey) }]]
  })
}

function sealsOf(document: JsonObject): string[] {
  return listOf(document.keys).flatMap((key) => {
    if (!isObject(key) || typeof key.x !== 'string') return []
    const id = keyId(Buffer.from(key.x, 'base64url'))
    return id === key.id ? [id] : []
  })
}

function byIssuer(
  keys: readonly (readonly [did: string, key: TrustedKey])[],
): ReadonlyMap<string, readonly TrustedKey[]> {
  const issuers = new Map<string, TrustedKey[]>()
  for (const [did, key] of keys) issuers.set(did, [...(issuers.get(did) ?? []), key])
  return issuers
}
