/** Beginning, preparing, meeting, planning and agreeing. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { type Side, sideOf } from '../supervision/model/supervising.ts'
import { getSupervising } from '../supervision/supervising-store.ts'
import { tellOfSupervision } from '../supervision/tell-of-supervision.ts'
import {
  findPreparation,
  getAppraisal,
  insertAppraisal,
  insertAppraisalWords,
  insertPlanVersion,
  listAppraisals,
  listMeetingNotes,
  listPlan,
  lockAppraisal,
  setAppraisalDays,
  setAppraisalShared,
  setPlanAgreed,
  setPlanUnagreed,
} from './appraisal-store.ts'
import {
  type Appraisal,
  comparePlanItems,
  type PlanFields,
  type Preparation,
  planContent,
} from './model/appraisal.ts'

type Acting = Pick<Site, 'db' | 'jobs'>

/** Gives the id of the one that is open, which may have been begun by the other side. */
export function beginAppraisal(
  site: Acting,
  person: Person,
  { id, supervisingId }: { readonly id: string; readonly supervisingId: string },
): Promise<string> {
  return asActor(site.db, person, async (db) => {
    const supervising = await getSupervising(db, { id: supervisingId, personId: person.id })
    if (!supervising.stands) throw new Conflict('This supervision has ended. Nothing was begun.')
    if (await insertAppraisal(db, { id, supervising, begunBy: person.id })) {
      const of = { about: supervising.workerId }
      await recordEvent(db, person, 'appraisal.begun', `appraisal:${id}`, of)
      await tell(db, site, person, { ...supervising, id })
      return id
    }
    const all = await listAppraisals(db, { personId: person.id })
    const open = all.find((one) => one.supervisingId === supervisingId && !one.agreedOn)
    return open?.id ?? id
  })
}

async function tell(
  db: Transaction,
  site: Acting,
  person: Person,
  of: { readonly id: string; readonly workerId: string; readonly supervisorId: string },
  news: 'appraisal-turn' | 'plan-agreed' = 'appraisal-turn',
): Promise<void> {
  const personId = person.id === of.workerId ? of.supervisorId : of.workerId
  await tellOfSupervision(db, site, person, { personId, news, page: 'appraisal', id: of.id })
}

/** Of one who takes part, locked, while it can still be written. */
async function openAppraisal(
  db: Transaction,
  person: Person,
  id: string,
): Promise<{ readonly appraisal: Appraisal; readonly side: Side }> {
  await getAppraisal(db, { id, personId: person.id })
  await lockAppraisal(db, id)
  const appraisal = await getAppraisal(db, { id, personId: person.id })
  if (appraisal.agreedOn !== undefined) {
    throw new Conflict('You have both agreed on this plan. You can still say how it goes.')
  }
  if (!appraisal.open) throw new Conflict('This supervision has ended, so nothing can be added.')
  return { appraisal, side: sideIn(appraisal, person) }
}

function sideIn(appraisal: Appraisal, person: Person): Side {
  const side = sideOf(appraisal, person.id)
  if (side === undefined) throw new NotFound(`appraisal ${appraisal.id}`)
  return side
}

export type Saved = 'saved' | 'overtaken'

/** The worker's own: a draft is theirs alone until they show it. Shown, it stays shown. */
export function prepareAppraisal(
  site: Acting,
  person: Person,
  said: {
    readonly id: string
    readonly version: number
    readonly answers: Preparation
    readonly share: boolean
  },
): Promise<Saved> {
  const { id, answers, share } = said
  return asActor(site.db, person, async (db) => {
    const { appraisal, side } = await openAppraisal(db, person, id)
    if (side !== 'worker') throw new NotFound(`preparation of ${id}`)
    const place = { appraisalId: id, workerId: person.id }
    const { version, ...now } = await findPreparation(db, place)
    if (JSON.stringify(now) !== JSON.stringify(answers)) {
      if (version !== said.version) return 'overtaken'
      const next = { appraisalId: id, authorId: person.id, version: version + 1 }
      await insertAppraisalWords(db, { ...next, part: 'preparation', answers })
      if (appraisal.shared) await setPlanUnagreed(db, { id })
      await recordEvent(db, person, 'appraisal.prepared', `appraisal:${id}`, { about: person.id })
    }
    if (share && !appraisal.shared) {
      await setAppraisalShared(db, { id })
      await recordEvent(db, person, 'appraisal.shared', `appraisal:${id}`, { about: person.id })
      await tell(db, site, person, appraisal)
    }
    return 'saved'
  })
}

export function daysSeen({ meetingOn, reviewOn }: Pick<Appraisal, 'meetingOn' | 'reviewOn'>) {
  return `${meetingOn ?? ''} ${reviewOn ?? ''}`.trim()
}

/** The two days, which both say; and one's own note. */
export function writeMeeting(
  site: Acting,
  person: Person,
  said: {
    readonly id: string
    readonly meetingOn: string
    readonly reviewOn: string
    readonly seen: string
    readonly talked: string
    readonly version: number
  },
): Promise<Saved> {
  const { id, meetingOn, reviewOn, talked } = said
  return asActor(site.db, person, async (db) => {
    const { appraisal } = await openAppraisal(db, person, id)
    const [held, now] = [daysSeen(appraisal), daysSeen(said)]
    if (held !== said.seen && held !== now) return 'overtaken'
    const notes = await listMeetingNotes(db, { appraisalId: id })
    const own = notes.find(({ authorId }) => authorId === person.id)
    const [version, changed] = [own?.version ?? 0, (own?.words ?? '') !== talked]
    if (changed && version !== said.version) return 'overtaken'
    if (held !== now || changed) await setPlanUnagreed(db, { id })
    if (held !== now) {
      await setAppraisalDays(db, { id, meetingOn, reviewOn })
    }
    if (changed) {
      const next = { appraisalId: id, authorId: person.id, version: version + 1 }
      await insertAppraisalWords(db, { ...next, part: 'meeting', answers: { talked } })
    }
    const of = { about: appraisal.workerId, on: meetingOn }
    await recordEvent(db, person, 'appraisal.met', `appraisal:${id}`, of)
    return 'saved'
  })
}

/** More would not be a plan. */
const mostItems = 20

/** Posting the same form again keeps one. */
export function addPlanItem(
  site: Acting,
  person: Person,
  { id, item, fields }: { readonly id: string; readonly item: string; readonly fields: PlanFields },
): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const { appraisal } = await openAppraisal(db, person, id)
    const plan = await listPlan(db, { appraisalId: id })
    if (plan.some((one) => one.id === item)) return
    if (plan.length >= mostItems) throw new Conflict(`A plan has ${mostItems} items at most.`)
    const first = { appraisalId: id, id: item, version: 1, changedBy: person.id, fields }
    if (!(await insertPlanVersion(db, first))) return
    await setPlanUnagreed(db, { id })
    const of = { about: appraisal.workerId, item }
    await recordEvent(db, person, 'appraisal.plan-changed', `appraisal:${id}`, of)
  })
}

/** Before it is agreed anything; after that only how it goes. */
export function changePlanItem(
  site: Acting,
  person: Person,
  said: {
    readonly id: string
    readonly item: string
    readonly version: number
    readonly fields: PlanFields
  },
): Promise<Saved> {
  const { id, item, fields } = said
  return asActor(site.db, person, async (db) => {
    await getAppraisal(db, { id, personId: person.id })
    await lockAppraisal(db, id)
    const appraisal = await getAppraisal(db, { id, personId: person.id })
    if (!appraisal.open && (appraisal.agreedOn === undefined || appraisal.workerId !== person.id)) {
      throw new Conflict('This supervision has ended, so its plan stays as it is.')
    }
    const now = (await listPlan(db, { appraisalId: id })).find((one) => one.id === item)
    if (now === undefined) throw new NotFound(`item ${item}`)
    // What was agreed is agreed: of the form only how it goes is taken.
    const next =
      appraisal.agreedOn === undefined ? fields : { ...fieldsOf(now), state: fields.state }
    if (comparePlanItems(now, next).length === 0) return 'saved'
    if (now.version !== said.version) return 'overtaken'
    const version = { appraisalId: id, id: item, version: now.version + 1, changedBy: person.id }
    if (!(await insertPlanVersion(db, { ...version, fields: next }))) return 'overtaken'
    await setPlanUnagreed(db, { id })
    const of = { about: appraisal.workerId, item, state: next.state }
    await recordEvent(db, person, 'appraisal.plan-changed', `appraisal:${id}`, of)
    return 'saved'
  })
}

function fieldsOf({ kind, words, helper, byOn, state }: PlanFields): PlanFields {
  return { kind, words, helper, byOn, state }
}

/** "changed": what the page showed is no longer what it says, so that nothing was agreed. */
export function agreePlan(
  site: Acting,
  person: Person,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<'agreed' | 'changed'> {
  return asActor(site.db, person, async (db) => {
    const before = await getAppraisal(db, { id, personId: person.id })
    if (before.agreed[sideIn(before, person)]) return 'agreed'
    const { appraisal, side } = await openAppraisal(db, person, id)
    const plan = await listPlan(db, { appraisalId: id })
    if (plan.length === 0) throw new Conflict('Put at least one thing in the plan first.')
    if (appraisal.meetingOn === undefined) throw new Conflict('Say when you met first.')
    const [notes, preparation] = await Promise.all([
      listMeetingNotes(db, { appraisalId: id }),
      findPreparation(db, { appraisalId: id, workerId: appraisal.workerId }),
    ])
    if (planContent(appraisal, { plan, notes, preparation }) !== seen) return 'changed'
    await setPlanAgreed(db, { id, side })
    await recordEvent(db, person, 'appraisal.agreed', `appraisal:${id}`, {
      about: appraisal.workerId,
    })
    const over = appraisal.agreed[side === 'worker' ? 'supervisor' : 'worker']
    await tell(db, site, person, appraisal, over ? 'plan-agreed' : 'appraisal-turn')
    return 'agreed'
  })
}
