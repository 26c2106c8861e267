/** Importing a response, once and for good. */
import { createHash, randomUUID } from 'node:crypto'
import { type Actor, actorRef, hasPermission, type Job } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { ContentFault } from '../content/read-content.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import { Conflict, Forbidden } from '../errors.ts'
import type { ConsultationContent } from './consultations-content.ts'
import { findSameText, insertResponse } from './consultations-store.ts'
import type { Consultation } from './model/consultation.ts'
import { nonBlankLines } from './model/parse-response.ts'
import { anchorResponse, type Faulty, readSource } from './model/read-response.ts'

/** The same text is there already, and nothing was changed. */
export class AlreadyImported extends Conflict {
  readonly id: string

  constructor(id: string) {
    super('This response was already imported. Nothing was changed.')
    this.id = id
  }
}

export interface ImportRequest {
  readonly consultation: Consultation
  readonly bytes: Uint8Array
  /** Who sent it. */
  readonly respondent: string
  /** Our own, which everybody may read. */
  readonly example?: boolean | undefined
}

type Imported = { readonly ok: true; readonly id: string } | Faulty

const loader: Job = { kind: 'job', name: 'load-content' }
export const importer: Job = { kind: 'job', name: 'import-response' }

/** Throws Forbidden and AlreadyImported. */
export async function importResponse(
  db: Database,
  actor: Actor,
  { consultation, bytes, respondent, example = false }: ImportRequest,
): Promise<Imported> {
  if (!mayImport(actor)) throw new Forbidden('importing a response')
  const { questionnaire } = consultation
  const read = readSource(bytes, questionnaire)
  if (!read.ok) return read
  const { source } = read
  const same = { consultation: questionnaire.slug, digest: digestOf(source), example }
  const id = randomUUID()
  await asActor(db, actor, async (db) => {
    const there = await findSameText(db, same)
    if (there !== undefined) throw new AlreadyImported(there)
    const response = anchorResponse(read.response, consultation)
    const row = { ...same, id, respondent, response, source, importedBy: actorRef(actor) }
    const inserted = await insertResponse(db, row)
    if (!inserted) throw new AlreadyImported((await findSameText(db, same)) ?? id)
    await recordEvent(db, actor, 'response.imported', `response:${id}`, {
      consultation: questionnaire.slug,
    })
  })
  return { ok: true, id }
}

function mayImport(actor: Actor): boolean {
  if (actor.kind === 'job') return actor.name === loader.name || actor.name === importer.name
  return hasPermission(actor, 'decide-consultation')
}

/** Of the lines, so that the ends of lines, which differ between systems, make no other text. */
function digestOf(source: string): string {
  return createHash('sha256').update(nonBlankLines(source).join('\n')).digest('hex')
}

/** Puts in the example responses that are not there yet. Throws ContentFault. */
export async function loadConsultations(
  db: Database,
  consultations: readonly ConsultationContent[],
): Promise<void> {
  for (const { example, ...consultation } of consultations) {
    if (example === undefined) continue
    const { bytes, respondent, file } = example
    try {
      const asked = { consultation, bytes, respondent, example: true }
      const imported = await importResponse(db, loader, asked)
      if (imported.ok) continue
      throw new ContentFault(
        imported.findings.map((found) => ({ ...found, at: `${file}: ${found.at}` })),
      )
    } catch (error) {
      if (!(error instanceof AlreadyImported)) throw error
    }
  }
}
