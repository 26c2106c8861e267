/** Making the copy of somebody's record: at once, or as a job where there is too much of it. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listAddresses } from '../../accounts/sign-in/addresses-store.ts'
import { stillReaches } from '../../accounts/sign-in/model/email-address.ts'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { PersonalExport, PersonalPart } from '../../personal-record.ts'
import type { Site } from '../../web/site.ts'
import type { RetentionKind } from '../retention/model/retention.ts'
import { copyArchive, countRecords } from './copy-archive.tsx'
import {
  findCopyFile,
  findOwnName,
  insertCopy,
  setCopyReady,
  setPartsDone,
} from './export-store.ts'
import { copyReadyLetter } from './model/copy-ready-letter.ts'

/** As much as is read and written while somebody waits. */
const mostWhileWaiting = 5_000

export interface Copying {
  readonly site: Site
  readonly parts: readonly PersonalPart[]
  readonly kinds: readonly RetentionKind[]
}

export type AskedCopy = 'ready' | 'being-made'

/** Asking again while one is being made changes nothing. */
export function askForCopy(copying: Copying, person: Person): Promise<AskedCopy> {
  const { site, parts } = copying
  const copy = { id: randomUUID(), personId: person.id, parts: parts.length }
  return asActor(site.db, person, async (db) => {
    if (!(await insertCopy(db, copy))) return 'being-made'
    await recordEvent(db, person, 'record.copy-asked', `person:${person.id}`)
    const exported = await readWhileFew(db, parts, person.id)
    if (exported === undefined) {
      await site.jobs.send(db, 'make-copy', { copyId: copy.id, personId: person.id })
      return 'being-made'
    }
    await keepCopy(db, copying, { copyId: copy.id, person, exported })
    return 'ready'
  })
}

/** Undefined once it is clear that there is too much. */
async function readWhileFew(
  db: Transaction,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<PersonalExport[] | undefined> {
  const exported: PersonalExport[] = []
  let records = 0
  for (const part of parts) {
    const one = await part.exportFor(db, { personId })
    exported.push(one)
    records += countRecords(one)
    if (records > mostWhileWaiting) return undefined
  }
  return exported
}

async function keepCopy(
  db: Transaction,
  { site, kinds }: Copying,
  made: {
    readonly copyId: string
    readonly person: Person
    readonly exported: readonly PersonalExport[]
  },
): Promise<boolean> {
  const { copyId: id, person, exported } = made
  const madeAt = site.now()
  const { baseUrl } = site.config
  const facts = { madeAt, personId: person.id, name: person.name, kinds, baseUrl }
  const file = copyArchive(exported, facts)
  const kept = await setCopyReady(db, { id, personId: person.id, readyAt: madeAt, file })
  if (kept) await recordEvent(db, person, 'record.copied', `person:${person.id}`)
  return kept
}

export const copyJobDetails = z.object({ copyId: z.uuid(), personId: z.uuid() })

/**
 * What the job does, as the person who asked: row-level security shows it what is theirs. A copy
 * that is gone or was made already is left alone.
 */
export async function makeCopy(
  copying: Copying,
  { copyId, personId }: z.infer<typeof copyJobDetails>,
): Promise<void> {
  const { site, parts } = copying
  const { db } = site
  const person = await actingFor(site, personId)
  if (person === undefined) return
  const exported: PersonalExport[] = []
  for (const part of parts) {
    exported.push(await asActor(db, person, (db) => part.exportFor(db, { personId })))
    const done = { id: copyId, personId, done: exported.length }
    await asActor(db, person, (db) => setPartsDone(db, done))
  }
  await asActor(db, person, async (db) => {
    const kept = await keepCopy(db, copying, { copyId, person, exported })
    if (kept) await tellReady(db, site, personId)
  })
}

async function actingFor({ db }: Site, personId: string): Promise<Person | undefined> {
  const nameless: Person = { kind: 'person', id: personId, name: '', permissions: [] }
  const name = await asActor(db, nameless, (db) => findOwnName(db, { personId }))
  return name === undefined ? undefined : { ...nameless, name }
}

async function tellReady(db: Transaction, site: Site, personId: string): Promise<void> {
  const today = dayOf(site.now())
  const letter = copyReadyLetter(`${site.config.baseUrl}${paths.exportRecord()}`)
  for (const known of await listAddresses(db, { personId })) {
    if (stillReaches(known, today)) await site.post(db, { to: known.address, ...letter })
  }
}

/** Throws NotFound, also for a copy of somebody else. */
export function openCopy({ db }: Site, person: Person, id: string): Promise<Buffer> {
  return asActor(db, person, async (db) => {
    const file = await findCopyFile(db, { id, personId: person.id })
    if (file === undefined) throw new NotFound(`copy ${id}`)
    await recordEvent(db, person, 'record.downloaded', `person:${person.id}`)
    return file
  })
}
