/** Our own suggestions, as their files say them now. A person's decision is never touched. */
import { createHash } from 'node:crypto'
import type { Job } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import type { CrosswalkContent } from '../crosswalks-content.ts'
import { insertMappings, listMappings, type NewMapping } from '../crosswalks-store.ts'
import { chooseNewest } from '../model/choose-standing.ts'
import { type Mapping, type MappingWords, subjectOf } from '../model/mapping.ts'

const loader: Job = { kind: 'job', name: 'load-content' }

export async function loadCrosswalks(
  db: Database,
  contents: readonly CrosswalkContent[],
): Promise<void> {
  for (const content of contents) await loadCrosswalk(db, content)
}

/** Gives how many changed. */
export function loadCrosswalk(
  db: Database,
  { from, to, mappings }: CrosswalkContent,
): Promise<number> {
  return asActor(db, loader, async (db) => {
    const newest = chooseNewest(await listMappings(db, { from, to }))
    const wanted = [...mappings, ...withdrawn(newest, mappings)]
    const changes = wanted.flatMap((words) => changeOf(words, newest))
    const fresh = changes.map((change) => asRow(change, { from, to }))
    const changed = await insertMappings(db, fresh)
    if (changed > 0) {
      await recordEvent(db, loader, 'mapping.suggested', `edition:${to}`, { from, changed })
    }
    return changed
  })
}

interface Change {
  readonly words: MappingWords
  readonly held?: Mapping | undefined
}

function changeOf(words: MappingWords, newest: readonly Mapping[]): Change[] {
  const held = newest.find((mapping) => subjectOf(mapping) === subjectOf(words))
  if (held === undefined) return [{ words }]
  if (held.decided !== undefined || says(held) === says(words)) return []
  return [{ words, held }]
}

/** Suggestions that stand in the file no more. */
function withdrawn(newest: readonly Mapping[], mappings: readonly MappingWords[]): MappingWords[] {
  const subjects = new Set(mappings.map(subjectOf))
  return newest
    .filter((held) => held.decided === undefined && !subjects.has(subjectOf(held)))
    .map(({ from, level, to }) => ({
      ...{ from, level, to, relation: 'none', coverage: 'none', confidence: 'high' },
      why: 'Lanyard’s own draft says this no longer.',
    }))
}

function says({ relation, coverage, missing = '', confidence, why }: MappingWords): string {
  return JSON.stringify([relation, coverage, missing, confidence, why])
}

/** The same id for the same words in the same place: two servers that start at once make one. */
function asRow(
  { words, held }: Change,
  { from, to }: { readonly from: string; readonly to: string },
): NewMapping {
  const id = uuidOf(JSON.stringify([from, to, subjectOf(words), says(words), held?.id]))
  return {
    ...words,
    id,
    line: held?.line ?? id,
    supersedes: held?.id,
    fromEdition: from,
    toEdition: to,
  }
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`],
    hex.slice(20, 32),
  ].join('-')
}
