/**
 * What runs in production, from the lock alone, so that the same lock gives the same bytes.
 * `npm sbom --omit dev` leaves out packages that a tool needs too.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface Locked {
  readonly name?: string
  readonly version: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = readFileSync('package-lock.json', 'utf8')
const packages: Readonly<Record<string, Locked>> = JSON.parse(lock).packages
const product = packages['']
if (product?.name === undefined) throw new Error('package-lock.json does not name the product')
const folders = Object.keys(packages)
  .filter((folder) => folder !== '' && packages[folder]?.dev !== true)
  .sort()

const bom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${uuidOf(lock)}`,
  version: 1,
  metadata: {
    lifecycles: [{ phase: 'pre-build' }],
    component: { ...named(product.name, product), type: 'application' },
  },
  components: folders.flatMap((folder) => componentOf(folder)),
  dependencies: ['', ...folders].map((folder) => ({
    ref: folder === '' ? refOf(product.name ?? '', product) : folder,
    dependsOn: needsOf(folder),
  })),
}
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`)

function named(name: string, { version }: Locked) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return { 'bom-ref': refOf(name, { version }), name, version, purl }
}

function refOf(name: string, { version }: Pick<Locked, 'version'>): string {
  return `${name}@${version}`
}

/** One name may stand in several versions: its folder names it. */
function componentOf(folder: string) {
  const locked = packages[folder]
  if (locked === undefined) return []
  const { integrity = '', license, optional } = locked
  const [algorithm, digest = ''] = integrity.split('-')
  return {
    ...{ ...named(nameOf(folder), locked), 'bom-ref': folder },
    type: 'library',
    scope: optional === true ? 'optional' : 'required',
    ...(algorithm === 'sha512' && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    }),
    ...(license !== undefined && { licenses: [{ license: { name: license } }] }),
  }
}

function nameOf(folder: string): string {
  return packages[folder]?.name ?? folder.replace(/^.*node_modules\//, '')
}

function needsOf(folder: string): string[] {
  const { dependencies, optionalDependencies } = packages[folder] ?? {}
  const names = Object.keys({ ...dependencies, ...optionalDependencies })
  return names.flatMap((name) => found(folder, name)).sort()
}

/** As Node looks: beside it, then beside each folder above. */
function found(from: string, name: string): string[] {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (place in packages) return packages[place]?.dev === true ? [] : [place]
    if (folder === '') return []
  }
}

/** Of version 8, whose bits are ours to choose (RFC 9562 §5.8). */
function uuidOf(words: string): string {
  const digest = createHash('sha256').update(words).digest('hex')
  const part = (from: number, to: number) => digest.slice(from, to)
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`
}
