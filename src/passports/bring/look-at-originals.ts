/** Asking somebody to look at an original, and saying that one did. */
import { randomUUID } from 'node:crypto'
import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { listOwnJobs } from '../../organisations/memberships/own-jobs-store.ts'
import type { Site } from '../../web/site.ts'
import {
  countEntries,
  type EntryDraft,
  getEntry,
  insertEntry,
  listEntries,
} from '../entries/entries-store.ts'
import { type Entry, mostEntries } from '../model/entry.ts'
import { lockPassport } from '../passports-store.ts'
import type { CertificateSaid } from './certificate-forms.ts'
import { isWaiting, mayBeLookedAt, saysTheSame, shownOf, standingAnswer } from './model/original.ts'
import type { OriginalSaid } from './original-forms.ts'
import {
  getOriginalAt,
  insertOriginalAnswer,
  insertOriginalRequest,
  listOwnOriginals,
  setOriginalEnded,
  setOriginalTakenBack,
} from './originals-store.ts'

export interface Employer {
  readonly slug: string
  readonly name: string
}

/** Where the holder works today, each once. */
export async function listEmployers(
  db: Transaction,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<Employer[]> {
  const jobs = await listOwnJobs(db, { personId })
  const now = jobs.filter(({ from, to }) => from <= today && (to === undefined || to >= today))
  const names = new Map(now.map((job) => [job.organisation, job.organisationName]))
  return [...names].map(([slug, name]) => ({ slug, name }))
}

/** Where this person may say that they saw an original. */
export function placesToLook(person: Person): string[] {
  const held = person.permissions.filter(({ permission }) =>
    ['assess', 'issue'].includes(permission),
  )
  return [...new Set(held.map(({ organisation }) => organisation))]
}

export function mayLook(person: Person): boolean {
  return hasPermission(person, 'assess') || hasPermission(person, 'issue')
}

/** The entry and the asking in one: the same form posted again files one. Gives the entry. */
export function fileCertificate(
  site: Site,
  person: Person,
  {
    id,
    said,
    edition,
  }: {
    readonly id: string
    readonly said: CertificateSaid
    readonly edition: string
  },
): Promise<'kept' | 'too-many'> {
  const holderId = person.id
  const { organisation, ...entered } = said
  const draft: EntryDraft = { ...entered, private: false, edition, codes: [] }
  return asActor(site.db, person, async (db) => {
    await lockPassport(db, holderId)
    const full = (await countEntries(db, { holderId })) >= mostEntries
    if (full && !(await listEntries(db, { holderId })).some((one) => one.id === id)) {
      return 'too-many'
    }
    if (!(await insertEntry(db, { id, holderId }, draft))) {
      // Theirs from a moment ago; somebody else's is not found.
      await getEntry(db, { id, holderId })
      return 'kept'
    }
    await recordEvent(db, person, 'certificate.filed', `entry:${id}`)
    if (organisation !== undefined) await ask(db, site, { person, entryId: id, organisation })
    return 'kept'
  })
}

export function askToLook(
  site: Site,
  person: Person,
  { entryId, organisation }: { readonly entryId: string; readonly organisation: string },
): Promise<void> {
  return asActor(site.db, person, (db) => ask(db, site, { person, entryId, organisation }))
}

async function ask(
  db: Transaction,
  site: Site,
  {
    person,
    entryId,
    organisation,
  }: {
    readonly person: Person
    readonly entryId: string
    readonly organisation: string
  },
): Promise<void> {
  const holderId = person.id
  const entry = await getEntry(db, { id: entryId, holderId })
  const employers = await listEmployers(db, { personId: holderId, today: dayOf(site.now()) })
  if (!mayBeLookedAt(entry) || !employers.some(({ slug }) => slug === organisation)) {
    throw new NotFound(`nobody at ${organisation} can look at entry ${entryId}`)
  }
  await endOlder(db, site, { entry, holderId, organisation })
  const { version } = entry
  const shown = shownOf(entry)
  const id = randomUUID()
  const asked = { id, entryId, version, holderId, organisation, shown }
  if (!(await insertOriginalRequest(db, asked))) return
  await recordEvent(db, person, 'original-request.asked', `original:${id}`)
}

/** What was said of it when it said something else, or that nothing was seen, makes room for another look. */
async function endOlder(
  db: Transaction,
  site: Site,
  asking: {
    readonly entry: Entry
    readonly holderId: string
    readonly organisation: string
  },
): Promise<void> {
  const { entry, holderId, organisation } = asking
  for (const one of await listOwnOriginals(db, { holderId })) {
    if (one.entryId !== entry.id || one.organisation !== organisation) continue
    const stands = saysTheSame(entry, one) && standingAnswer(one)?.outcome !== 'not-seen'
    if (one.endedAt !== undefined || stands) continue
    await setOriginalEnded(db, { id: one.id, holderId, at: site.now() })
  }
}

/** By its holder, while it waits or after. */
export function endRequest(site: Site, person: Person, id: string): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const ended = { id, holderId: person.id, at: site.now() }
    if (!(await setOriginalEnded(db, ended))) throw new NotFound(`original ${id}`)
    await recordEvent(db, person, 'original-request.ended', `original:${id}`)
  })
}

/** Of two who answer at once, one does. The same answer again, by the same person, is the same. */
export function answerOriginal(
  site: Site,
  person: Person,
  { id, said }: { readonly id: string; readonly said: OriginalSaid },
): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const asked = await getOriginalAt(db, {
      ...{ id, organisations: placesToLook(person), besides: person.id },
    })
    const { holderId, organisation, organisationName } = asked
    if (isWaiting(asked)) {
      const shown = { by: person.name, organisation: organisationName }
      const answer = { id: randomUUID(), requestId: id, holderId, organisation, shown }
      if (await insertOriginalAnswer(db, { ...answer, ...said, answeredBy: person.id })) {
        const act = said.outcome === 'seen' ? 'original.seen' : 'original.not-seen'
        await recordEvent(db, person, act, `original:${id}`, { organisation, about: holderId })
        return
      }
    }
    const [standing] = asked.answers.filter(({ takenBackAt }) => takenBackAt === undefined)
    if (standing?.answeredBy === person.id) return
    throw new Conflict('Somebody else has answered this in the meantime.')
  })
}

/** By whoever answered, or whoever issues there: with its trace, and it waits again. */
export function takeBackAnswer(site: Site, person: Person, id: string): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const asked = await getOriginalAt(db, {
      ...{ id, organisations: placesToLook(person), besides: person.id },
    })
    const taken = await setOriginalTakenBack(db, { requestId: id, at: site.now() })
    if (taken === undefined) throw new NotFound(`answer to original ${id}`)
    const { organisation, holderId: about } = asked
    await recordEvent(db, person, 'original.taken-back', `original:${id}`, { organisation, about })
  })
}
