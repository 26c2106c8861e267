/** A leaving pack from a stranger, as a ZIP archive or as the folder it was unpacked into. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readZip, ZipFault } from '../../content/read-zip.ts'
import { type Manifest, type ManifestSeal, packFormat, packNames } from './model/manifest.ts'

/** Nothing was checked. The message is for whoever brought the pack. */
export class PackFault extends Error {
  override readonly name = 'PackFault'
}

export interface Pack {
  readonly manifest: Manifest
  /** As written, because that is what is sealed. */
  readonly manifestBytes: Buffer
  readonly seal?: ManifestSeal | undefined
  /** By name, all that stands beside the manifest. */
  readonly files: ReadonlyMap<string, Buffer>
}

interface Held {
  readonly name: string
  readonly size: number
  readonly content: () => Buffer
}

const largestPack = 500_000_000
const mostFiles = 5_000
const largestFile = 200_000_000
/** Of what is for others, unpacked: all of it is read. */
const largestShown = 64_000_000
const deepest = 8

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const words = z.string().max(2_000)

const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  format: z.literal(packFormat),
  madeAt: z.iso.datetime(),
  madeBy: words,
  holder: z.strictObject({ name: words, key: words.optional() }),
  files: z
    .array(z.strictObject({ name: words, sha256: hash, size: z.int().nonnegative() }))
    .max(mostFiles),
  register: z
    .array(
      z.strictObject({
        ...{ file: words, issuer: words, name: words.optional(), message: words },
        outcome: z.enum(['valid', 'invalid', 'unknown']),
      }),
    )
    .max(mostFiles),
})

const sealSchema: z.ZodType<ManifestSeal> = z.strictObject({
  key: hash,
  publicKey: z.base64url(),
  signature: z.base64url(),
})

/** Throws PackFault. */
export function readPack(path: string): Pack {
  const shown = shownOf(heldAt(path))
  const manifestBytes = shown.get(packNames.manifest)
  const manifest = manifestBytes && parse(manifestBytes, manifestSchema)
  if (manifestBytes === undefined || manifest === undefined) {
    throw new PackFault('its list of contents, manifest.json, cannot be read')
  }
  const seal = shown.get(packNames.seal)
  const files = new Map(
    [...shown].filter(([name]) => name !== packNames.manifest && name !== packNames.seal),
  )
  return { manifest, manifestBytes, seal: seal && parse(seal, sealSchema), files }
}

function heldAt(path: string): Held[] {
  try {
    const found = statSync(path)
    if (found.isDirectory()) return listFolder(path, '', 0)
    if (found.size > largestPack) throw new PackFault('it is larger than is read here')
    const limits = { entries: mostFiles, file: largestFile, total: largestPack }
    return readZip(readFileSync(path), limits)
  } catch (error) {
    throw inWords(error)
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof ZipFault) return new PackFault(`as a ZIP file, ${error.message}`)
  if (error instanceof Error && 'code' in error) {
    return new PackFault('there is no such file or folder that can be opened')
  }
  return error
}

/** What systems leave in a folder that somebody opened. */
const droppings = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|^__MACOSX\//i

function listFolder(root: string, below: string, depth: number): Held[] {
  if (depth > deepest) throw new PackFault('its folders are nested too deeply')
  const found = readdirSync(join(root, below)).flatMap((name) => {
    const inner = below === '' ? name : `${below}/${name}`
    const path = join(root, inner)
    const about = lstatSync(path)
    if (about.isDirectory()) return listFolder(root, inner, depth + 1)
    // A link leads anywhere, and a device never ends.
    if (!about.isFile()) throw new PackFault('it holds something that is not a plain file')
    return [{ name: inner, size: about.size, content: () => readFileSync(path) }]
  })
  if (found.length > mostFiles) throw new PackFault('it holds too many files')
  return found
}

/** What stands beside the only manifest; the rest is for the holder alone, and is not looked at. */
function shownOf(held: readonly Held[]): ReadonlyMap<string, Buffer> {
  const kept = held.filter(({ name }) => !droppings.test(name))
  const manifests = kept.filter(({ name }) => /(^|\/)manifest\.json$/.test(name))
  const [manifest] = manifests
  if (manifest === undefined || manifests.length > 1) {
    throw new PackFault('it does not have one manifest.json, as a leaving pack has')
  }
  const folder = manifest.name.slice(0, -packNames.manifest.length)
  const shown = kept.filter(({ name }) => name.startsWith(folder))
  if (shown.reduce((sum, { size }) => sum + size, 0) > largestShown) {
    throw new PackFault('it unpacks to more than is read here')
  }
  try {
    return new Map(shown.map(({ name, content }) => [name.slice(folder.length), content()]))
  } catch (error) {
    throw inWords(error)
  }
}

function parse<T>(bytes: Buffer, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    // Not JSON, or not what stands in a pack: to whoever brought it that is one thing.
    return undefined
  }
}
