import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

function write(): string {
  execFileSync(join(root, 'script/sbom'), { stdio: 'ignore' })
  return readFileSync(join(root, 'build/sbom.json'), 'utf8')
}

describe('the bill of materials', () => {
  const written = write()
  const bom = JSON.parse(written)
  const versions = new Map<string, string[]>()
  for (const { name, version } of bom.components) {
    versions.set(name, [...(versions.get(name) ?? []), version])
  }

  it('is CycloneDX, of this product', () => {
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { type: 'application', name: 'lanyard', version: own.version } },
    })
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('names all that runs in production, in the version that is locked, and nothing for tests', () => {
    for (const [name, version] of Object.entries<string>(own.dependencies)) {
      expect(versions.get(name), name).toContain(version)
    }
    for (const name of Object.keys(own.devDependencies)) {
      if (!name.startsWith('@types/')) expect(versions.get(name), name).toBeUndefined()
    }
  })

  it('says what each needs, and names nothing that is not there', () => {
    const refs = new Set(bom.components.map((one: { 'bom-ref': string }) => one['bom-ref']))
    const needs: { ref: string; dependsOn: string[] }[] = bom.dependencies
    expect(needs).toHaveLength(refs.size + 1)
    expect(needs.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    const fastify = needs.find(({ ref }) => ref === 'node_modules/fastify')
    expect(fastify?.dependsOn).toContain('node_modules/find-my-way')
  })

  it('says where each comes from and what its bytes are', () => {
    for (const component of bom.components) {
      expect(component.purl, component.name).toMatch(/^pkg:npm\//)
      expect(component.hashes[0], component.name).toMatchObject({ alg: 'SHA-512' })
    }
  })

  it('is the same for the same lock', () => {
    expect(write()).toBe(written)
  })
})
