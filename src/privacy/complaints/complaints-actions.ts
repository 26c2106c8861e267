/** Complaining, and answering: DPA 2018 s.164A. */
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { hasPermission, type Job, type Nobody, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { readPurposes } from '../purposes/purposes-content.ts'
import type { MadeComplaint, TakenStep } from './complaints-forms.ts'
import {
  findComplaintByCode,
  findOrganisationNamed,
  getComplaint,
  getComplaintFor,
  getOwnComplaint,
  insertComplaint,
  insertStep,
  lockComplaint,
  type NewComplaint,
} from './complaints-store.ts'
import { acknowledgeBy, type Complaint, readCode, writeCode } from './model/complaint.ts'
import { type LetterWords, type Place, receivedLetter, stepLetter } from './model/letters.ts'

/** Takes in complaints of people who are not signed in, and opens them again by their code. */
const desk: Job = { kind: 'job', name: 'complaint-desk' }

export interface TakenIn {
  readonly id: string
  readonly reference: string
  /** For somebody who was not signed in. Shown, and sent where they gave an e-mail address. */
  readonly code?: string | undefined
  readonly acknowledgeBy: string
}

/** The same form sent twice makes one complaint, and shows the same reference and code. */
export function complain(
  site: Site,
  actor: Person | Nobody,
  made: MadeComplaint,
): Promise<TakenIn> {
  const signedIn = actor.kind === 'person'
  const code = signedIn ? undefined : codeOf(site, made.id)
  const reference = referenceOf(site, made.id)
  return asActor(site.db, signedIn ? actor : desk, async (db) => {
    const complaint = {
      ...made,
      ...(await findAbout(db, made)),
      reference,
      complainantId: signedIn ? actor.id : undefined,
      codeHash: code === undefined ? undefined : hashOf(code),
    }
    const first = await insertComplaint(db, complaint)
    const kept = signedIn
      ? await getOwnComplaint(db, { id: made.id, complainantId: actor.id })
      : await getComplaint(db, { id: made.id })
    if (!first) refuseAnother(kept, complaint)
    else await tellOfReceipt(db, site, { actor: signedIn ? actor : desk, kept, code })
    const receivedOn = dayOf(kept.receivedAt)
    return { id: made.id, reference, code, acknowledgeBy: acknowledgeBy(receivedOn) }
  })
}

const acts = {
  acknowledged: 'complaint.acknowledged',
  progress: 'complaint.progressed',
  answered: 'complaint.answered',
} as const

/** Throws NotFound for a complaint that others answer. */
export function takeStep(
  site: Site,
  actor: Person,
  { id, ...step }: TakenStep & { readonly id: string },
): Promise<'taken' | 'already'> {
  return asActor(site.db, actor, async (db) => {
    await lockComplaint(db, id)
    const complaint = await getComplaintFor(db, { id, answererId: actor.id })
    if (complaint.steps.some(({ kind }) => kind === 'answered')) return 'already'
    const taken = await insertStep(db, { ...step, complaintId: id, byPerson: actor.id })
    if (!taken) return 'already'
    const { organisation, complainantId: about } = complaint
    await recordEvent(db, actor, acts[step.kind], `complaint:${id}`, {
      ...{ organisation, about, outcome: step.outcome },
    })
    await write(db, site, complaint, stepLetter(placeOf(site, complaint), step))
    return 'taken'
  })
}

/** For somebody who has to answer it. The complainant sees that they looked. */
export async function openToAnswer(db: Transaction, actor: Person, id: string): Promise<Complaint> {
  const complaint = await getComplaintFor(db, { id, answererId: actor.id })
  const { complainantId, organisation } = complaint
  if (complainantId === undefined) return complaint
  await recordViewing(db, {
    holderId: complainantId,
    viewer: actor,
    organisation: answersFor(actor, organisation),
    what: 'complaint',
    subjectId: id,
  })
  return complaint
}

/** Throws NotFound where reference and code do not belong together. */
export async function followComplaint(
  { db }: Site,
  typed: { readonly reference: string; readonly code: string },
): Promise<Complaint> {
  const reference = readReference(typed.reference)
  const codeHash = hashOf(readCode(typed.code))
  const id = await asActor(db, desk, (db) => findComplaintByCode(db, { reference, codeHash }))
  if (id === undefined) throw new NotFound('no such complaint')
  return asActor(db, { kind: 'link', id }, (db) => getComplaint(db, { id }))
}

/** The organisation in whose name this person answers. */
function answersFor(actor: Person, organisation: string | undefined): string | undefined {
  if (organisation !== undefined && hasPermission(actor, 'manage-team', organisation)) {
    return organisation
  }
  const steward = actor.permissions.find(({ permission }) => permission === 'steward-framework')
  return steward?.organisation
}

/** A name that the register has not is kept as it was written: no complaint is refused for it. */
async function findAbout(
  db: Transaction,
  { organisation, organisationNamed }: MadeComplaint,
): Promise<Pick<NewComplaint, 'organisation' | 'organisationNamed'>> {
  if (organisationNamed === undefined) return { organisation }
  const found = await findOrganisationNamed(db, organisationNamed)
  return found === undefined
    ? { organisationNamed }
    : { organisation: found, organisationNamed: undefined }
}

/** An id that was guessed, or taken from elsewhere, shows nobody the code of another's complaint. */
function refuseAnother(kept: Complaint, made: NewComplaint): void {
  const same =
    kept.complainantId === made.complainantId &&
    kept.whatHappened === made.whatHappened &&
    kept.putRight === made.putRight &&
    kept.replyTo === made.replyTo
  if (!same) {
    throw new Conflict(
      'You have sent this complaint already, with other words. The first one was kept. To add to it, send another complaint.',
    )
  }
}

async function tellOfReceipt(
  db: Transaction,
  site: Site,
  { actor, kept, code }: { actor: Person | Job; kept: Complaint; code: string | undefined },
): Promise<void> {
  await recordEvent(db, actor, 'complaint.made', `complaint:${kept.id}`, {
    organisation: kept.organisation,
    about: kept.complainantId,
    replyBy: kept.replyBy,
  })
  const place = { ...placeOf(site, kept), code }
  await write(db, site, kept, receivedLetter(place, acknowledgeBy(dayOf(kept.receivedAt))))
}

/** Where an answer is asked for by e-mail; a letter on paper is written by whoever answers. */
async function write(
  db: Transaction,
  { post }: Site,
  { replyBy, replyTo }: Complaint,
  words: LetterWords,
): Promise<void> {
  if (replyBy === 'email' && replyTo !== undefined) await post(db, { to: replyTo, ...words })
}

function placeOf(site: Site, { id, reference, complainantId }: Complaint): Place {
  const own = complainantId !== undefined
  return {
    reference,
    code: own ? undefined : codeOf(site, id),
    address: `${site.config.baseUrl}${own ? paths.complaint(id) : paths.followComplaint()}`,
    regulator: readPurposes().regulator,
  }
}

const referenceMark = 'DP-'

function referenceOf(site: Site, id: string): string {
  return `${referenceMark}${writeCode(derive(site, 'reference', id), 8)}`
}

function readReference(typed: string): string {
  return `${referenceMark}${readCode(typed.trim().replace(/^dp\W*/i, ''))}`
}

function codeOf(site: Site, id: string): string {
  return writeCode(derive(site, 'code', id), 12)
}

/** Made from the form's id with a key of the service: neither the table nor the form is enough. */
function derive({ keyEncryptionKey }: Site, what: string, id: string): Buffer {
  const key = hkdfSync('sha256', keyEncryptionKey, '', `lanyard complaint ${what}`, 32)
  return createHmac('sha256', Buffer.from(key)).update(id).digest()
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
