/** A file of training: looked at first, then taken in behind the pages, each row once. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { dayOf } from '../../language/days.ts'
import { readId } from '../../web/posted-form.ts'
import type { Site } from '../../web/site.ts'
import { countEntries } from '../entries/entries-store.ts'
import { mostEntries } from '../model/entry.ts'
import { lockPassport } from '../passports-store.ts'
import { type JudgedRow, judgeTraining } from './model/judge-training.ts'
import type { Mapping, StoredRow, TrainingFile } from './model/training-file.ts'
import { stateOf } from './model/training-file.ts'
import { readBringer } from './receive-credentials.ts'
import {
  findImported,
  getTrainingFile,
  importTraining,
  insertTrainingFile,
  listKnownTraining,
  listOpenTrainingFiles,
  setMapping,
  setTrainingCancelled,
  setTrainingStarted,
} from './training-store.ts'

/** Keeps the file for a look. Nothing is taken in by it. */
export function keepTrainingFile(
  site: Site,
  person: Person,
  file: {
    readonly edition: string
    readonly head: readonly string[]
    readonly rows: readonly StoredRow[]
  },
): Promise<string> {
  return asActor(site.db, person, async (db) => {
    const id = randomUUID()
    await insertTrainingFile(db, { id, holderId: person.id, ...file })
    return id
  })
}

export function keepMapping(
  site: Site,
  person: Person,
  { id, mapping }: { readonly id: string; readonly mapping: Mapping },
): Promise<boolean> {
  return asActor(site.db, person, async (db) => {
    await getTrainingFile(db, { id, holderId: person.id })
    return setMapping(db, { id, holderId: person.id, mapping })
  })
}

/** What would become of each row if it were taken in now. */
export async function judgeFile(
  db: Transaction,
  person: Person,
  { file, today }: { readonly file: TrainingFile; readonly today: string },
): Promise<JudgedRow[]> {
  const { rows, mapping } = file
  if (rows === undefined || mapping === undefined) return []
  const bringer = await readBringer(db, person, today)
  const known = await listKnownTraining(db, { holderId: person.id })
  const room = await countRoom(db, { holderId: person.id })
  return judgeTraining(rows, { mapping, bringer, today, known, room })
}

/** Besides what another file is still to take in. */
async function countRoom(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<number> {
  const files = await listOpenTrainingFiles(db, { holderId })
  const started = files.filter(({ startedAt }) => startedAt !== undefined)
  const coming = started.reduce((sum, { total, done }) => sum + total - done, 0)
  return mostEntries - (await countEntries(db, { holderId })) - coming
}

/** Only rows that are right are kept, and a job goes through them. Pressed twice it begins once. */
export function startImport(site: Site, person: Person, id: string): Promise<void> {
  const holderId = person.id
  return asActor(site.db, person, async (db) => {
    await lockPassport(db, holderId)
    const file = await getTrainingFile(db, { id, holderId })
    if (stateOf(file) !== 'preview') return
    const judged = await judgeFile(db, person, { file, today: dayOf(site.now()) })
    const drafts = judged.flatMap(({ draft }) => draft ?? [])
    if (drafts.length === 0) return
    if (!(await setTrainingStarted(db, { id, holderId, at: site.now(), drafts }))) return
    await site.jobs.send(db, 'import-training', { file: id })
    await recordEvent(db, person, 'training-file.started', `training-file:${id}`, {
      rows: drafts.length,
    })
  })
}

export function cancelImport(site: Site, person: Person, id: string): Promise<void> {
  const holderId = person.id
  return asActor(site.db, person, async (db) => {
    await getTrainingFile(db, { id, holderId })
    if (!(await setTrainingCancelled(db, { id, holderId, at: site.now() }))) return
    await recordEvent(db, person, 'training-file.cancelled', `training-file:${id}`)
  })
}

/** So many in one transaction, with how far it came: whatever stops it, no row is taken in twice. */
const chunk = 2000

export function importTrainings(site: Site): Work {
  return {
    queue: 'import-training',
    run: async ({ details, actor }) => {
      const id = readId(readFile(details))
      if (id === undefined) throw new Error('the job names no file')
      while (await asActor(site.db, actor, (db) => importTraining(db, { id, most: chunk })));
      await asActor(site.db, actor, async (db) => {
        const done = await findImported(db, id)
        // Given up while it went on.
        if (done === undefined) return
        await recordEvent(db, actor, 'training-file.finished', `training-file:${id}`, {
          ...{ about: done.holderId, entries: done.imported },
        })
      })
    },
  }
}

function readFile(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('file' in details)) return undefined
  return String(details.file)
}
