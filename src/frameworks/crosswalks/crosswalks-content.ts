/** Reads our own suggestions of how the frameworks relate, and which nation or sector has which. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ContentFault, readContent } from '../../content/read-content.ts'
import type { Finding } from '../../finding.ts'
import type { EditionContent } from '../frameworks-content.ts'
import { type Edition, editionRef } from '../model/framework.ts'
import { mappingsFile, placesFile } from './crosswalks-schema.ts'
import { checkMapping } from './model/check-mapping.ts'
import type { MappingWords } from './model/mapping.ts'
import type { Place } from './model/place.ts'

const folder = fileURLToPath(new URL('../../../content/crosswalks', import.meta.url))

export interface CrosswalkContent {
  /** Editions, by `slug/version`. */
  readonly from: string
  readonly to: string
  readonly mappings: readonly MappingWords[]
}

/** Throws ContentFault with every fault. */
export function readCrosswalks(
  editions: readonly EditionContent[],
  from = folder,
): CrosswalkContent[] {
  const faults: Finding[] = []
  const found = readdirSync(join(from, 'mappings')).map((name) => {
    const { value, whereIs } = readContent(join(from, 'mappings', name), mappingsFile)
    const pair = { from: editionOf(editions, value.from), to: editionOf(editions, value.to) }
    for (const [index, mapping] of value.mappings.entries()) {
      const at = whereIs(['mappings', index, 'to'])
      faults.push(...checkMapping(mapping, pair).map((finding) => ({ ...finding, at })))
    }
    return value
  })
  if (faults.length > 0) throw new ContentFault(faults)
  return found
}

/** Throws ContentFault. */
export function readPlaces(from = folder): readonly Place[] {
  return readContent(join(from, 'places.yaml'), placesFile).value.places
}

function editionOf(editions: readonly EditionContent[], ref: string): Edition {
  const found = editions.find(({ edition }) => editionRef(edition) === ref)
  if (found !== undefined) return found.edition
  const message = `There is no edition ${ref}: write one of content/frameworks`
  throw new ContentFault([{ code: 'unknown-edition', at: ref, message }])
}
