/** A file of people: looked at first, then invited behind the pages, each of them once. */
import { randomUUID } from 'node:crypto'
import { parseAddress } from '../../../accounts/sign-in/model/email-address.ts'
import type { Job, Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Work } from '../../../jobs/jobs.ts'
import { dayOf } from '../../../language/days.ts'
import { readId } from '../../../web/posted-form.ts'
import type { Site } from '../../../web/site.ts'
import { listOpenTeams } from '../../memberships/managing.ts'
import { requireManager } from '../../memberships/memberships-actions/manage-jobs.ts'
import {
  findBatchToSend,
  getBatch,
  insertBatch,
  mayStillInvite,
  setBatchFinished,
  setBatchProgress,
  setBatchStarted,
} from '../batches-store.ts'
import { findKnown } from '../invitations-store.ts'
import { type Batch, batchState } from '../model/batch.ts'
import { isInvited, type JudgedRow, judgeRows } from '../model/judge-rows.ts'
import type { PersonRow } from '../model/people-file.ts'
import { sendInvitation } from './invite.ts'

/** Keeps the file for a look. Nobody is invited by it. */
export function keepFile(
  site: Site,
  actor: Person,
  { organisation, rows }: { organisation: string; rows: readonly PersonRow[] },
): Promise<string> {
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    const id = randomUUID()
    await insertBatch(db, { id, organisation, madeBy: actor.id, rows })
    return id
  })
}

/** What would become of each row if it were sent now. */
export async function judgeBatch(
  db: Transaction,
  now: Date,
  { organisation, rows }: { readonly organisation: string; readonly rows: readonly PersonRow[] },
): Promise<JudgedRow[]> {
  const emails = rows.flatMap(({ email }) => parseAddress(email) ?? [])
  const names = emails.length < rows.length
  const today = dayOf(now)
  return judgeRows(rows, {
    known: await findKnown(db, { organisation, emails, names, now }),
    rules: {
      today,
      teams: await listOpenTeams(db, { organisation, today }),
      isEmail: (text) => parseAddress(text) !== undefined,
    },
  })
}

/** Only those that are right are kept, and a job goes through them. Pressed twice it begins once. */
export function startBatch(
  site: Site,
  actor: Person,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<void> {
  requireManager(actor, organisation)
  return asActor(site.db, actor, async (db) => {
    const batch = await getBatch(db, { id, organisation })
    if (batchState(batch) !== 'draft') return
    const judged = await judgeBatch(db, site.now(), { organisation, rows: batch.rows ?? [] })
    const rows = judged.filter(isInvited).map(({ row }) => row)
    if (rows.length === 0) return
    const at = site.now()
    if (!(await setBatchStarted(db, { id, organisation, by: actor.id, at, rows }))) return
    await site.jobs.send(db, 'send-invitations', { batch: id })
    await recordEvent(db, actor, 'invitations.started', `invitation-file:${id}`, {
      ...{ organisation, people: rows.length },
    })
  })
}

const chunk = 50

export function sendInvitations(site: Site): Work {
  return {
    queue: 'send-invitations',
    run: async ({ details, actor }) => {
      const id = readId(readBatch(details))
      if (id === undefined) throw new Error('the job names no file')
      while (await sendNext(site, actor, id));
    },
  }
}

function readBatch(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('batch' in details)) return undefined
  return String(details.batch)
}

/**
 * The next few in one transaction, with how far it came: whatever stops it, nobody is invited
 * twice, and nobody is left out. False when there are no more.
 */
async function sendNext(site: Site, actor: Job, id: string): Promise<boolean> {
  return asActor(site.db, actor, async (db) => {
    const batch = await findBatchToSend(db, id)
    if (batch === undefined) return false
    const rows = (await mayStillInvite(db, id)) ? nextRows(batch) : []
    const invited = await inviteRows(db, site, { actor, batch, rows })
    const done = batch.done + rows.length
    await setBatchProgress(db, { id, done, invited: batch.invited + invited })
    if (rows.length > 0 && done < batch.total) return true
    await setBatchFinished(db, { id, at: site.now() })
    await recordEvent(db, actor, 'invitations.finished', `invitation-file:${id}`, {
      ...{ organisation: batch.organisation, people: batch.invited + invited },
    })
    return false
  })
}

function nextRows({ rows = [], done }: Batch): readonly PersonRow[] {
  return rows.slice(done, done + chunk)
}

/** Somebody may have joined since the look: they are judged again. */
async function inviteRows(
  db: Transaction,
  site: Site,
  {
    actor,
    batch,
    rows,
  }: { readonly actor: Job; readonly batch: Batch; readonly rows: readonly PersonRow[] },
): Promise<number> {
  const { id, organisation, startedBy } = batch
  const judged = await judgeBatch(db, site.now(), { organisation, rows })
  let invited = 0
  for (const { invitee, row } of judged) {
    if (invitee === undefined) continue
    const from = { id, row: row.number }
    const sending = { actor, invitedBy: startedBy, organisation, invitee, batch: from }
    if (await sendInvitation(db, site, sending)) invited += 1
  }
  return invited
}
