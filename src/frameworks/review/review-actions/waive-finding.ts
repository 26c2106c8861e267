/** A finding stands with a reason, until somebody ends that. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import { listThings } from '../../authoring/drafts-store.ts'
import { lockOpenDraft } from '../../authoring/lock-open-draft.ts'
import { putTogether } from '../../authoring/model/put-together.ts'
import { checkDraft } from '../check-draft.ts'
import { insertWaiver, setWaiverEnded } from '../waivers-store.ts'
import { requireSteward } from './open-draft.ts'

interface WaivedFinding {
  readonly code: string
  readonly target: string
  readonly quote: string
}

/** Throws NotFound for whoever is no steward of it, Conflict where there is no such finding now. */
export function waiveFinding(
  db: Database,
  person: Person,
  { draft: id, finding, reason }: { draft: string; finding: WaivedFinding; reason: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const draft = await lockOpenDraft(db, id)
    requireSteward(person, draft)
    if (draft.state === 'approved') {
      throw new Conflict(
        'This draft is approved. Take it back to writing before you waive anything.',
      )
    }
    const found = checkDraft(putTogether(await listThings(db, { draft: id }))).find(
      ({ code, at, quote }) =>
        code === finding.code && at === finding.target && quote === finding.quote,
    )
    if (found === undefined) throw new Conflict('This finding is not there any more.')
    if (!found.waivable) throw new Conflict('This must be mended: no edition can stand with it.')
    const waiver = { id: randomUUID(), draft: id, by: person.id, ...finding, reason }
    if (!(await insertWaiver(db, waiver))) throw new Conflict('Somebody waived this already.')
    const { code } = finding
    await recordEvent(db, person, 'draft.finding-waived', `draft:${id}`, {
      code,
      waiver: waiver.id,
    })
  })
}

/** Throws NotFound for whoever is no steward of it, Conflict where it ended before. */
export function endWaiver(
  db: Database,
  person: Person,
  { draft: id, waiver, now }: { draft: string; waiver: string; now: Date },
): Promise<void> {
  return asActor(db, person, async (db) => {
    requireSteward(person, await lockOpenDraft(db, id))
    if (!(await setWaiverEnded(db, { draft: id, id: waiver, by: person.id, now }))) {
      throw new Conflict('This waiver has ended already.')
    }
    await recordEvent(db, person, 'draft.waiver-ended', `draft:${id}`, { waiver })
  })
}
