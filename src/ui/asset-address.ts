import { readFileSync } from 'node:fs'

const manifestFile = new URL('../../build/assets/manifest.json', import.meta.url)

let manifest: Readonly<Record<string, string>> | undefined

function readManifest(): Readonly<Record<string, string>> {
  try {
    // build-assets.ts alone writes this file: a flat map of names to hashed names.
    return JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>
  } catch (cause) {
    throw new Error('The styles and scripts are not built. Run script/bootstrap', { cause })
  }
}

/** The file itself, for the one that is served at an address of its own. */
export function builtAsset(name: string): URL {
  return new URL(assetAddress(name).replace('/assets/', './'), manifestFile)
}

/** `main.css` becomes `/assets/main-<hash>.css`, which may be cached for ever. */
export function assetAddress(name: string): string {
  manifest ??= readManifest()
  const hashed = manifest[name]
  if (!hashed) throw new Error(`There is no asset called ${name}. Run script/bootstrap`)
  return `/assets/${hashed}`
}
