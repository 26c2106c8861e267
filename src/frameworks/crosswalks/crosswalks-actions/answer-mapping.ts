/** The second person, and the owner: each somebody else. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { findEdition } from '../../frameworks-store.ts'
import { insertMappingAnswer, insertMappingApproval } from '../crosswalks-store.ts'
import { mayApprove, mayConfirm, ownsFramework } from '../model/may-answer.ts'
import { getNewest, overtaken } from './decide-mapping.ts'
import { mappingDutiesOf, stewardOfMappings } from './mapping-duties.ts'

interface Given<Outcome extends string> {
  readonly id: string
  readonly outcome: Outcome
  readonly reason?: string | undefined
}

/** Throws NotFound, and Conflict for one's own, one that was answered and one that was replaced. */
export function answerMapping(
  db: Database,
  actor: Person,
  { id, outcome, reason }: Given<'confirmed' | 'refused'>,
): Promise<void> {
  return asActor(db, actor, async (db) => {
    const steward = await stewardOfMappings(db, actor)
    const mapping = await getNewest(db, id)
    if (mapping.decided === undefined || !mayConfirm(mapping, actor.id))
      throw new Conflict(overtaken)
    const answer = { mapping: id, decidedBy: mapping.decided.by, by: actor.id, for: steward }
    if (!(await insertMappingAnswer(db, { ...answer, outcome, reason })))
      throw new Conflict(overtaken)
    await recordEvent(db, actor, `mapping.${outcome}`, `mapping:${id}`, {
      to: mapping.toEdition,
      code: mapping.to,
    })
  })
}

/** Throws NotFound for whoever does not answer for that nation or sector, and Conflict as above. */
export function approveMapping(
  db: Database,
  actor: Person,
  { id, outcome, reason }: Given<'approved' | 'not-approved'>,
): Promise<void> {
  return asActor(db, actor, async (db) => {
    const { owners } = await mappingDutiesOf(db, actor)
    const mapping = await getNewest(db, id)
    const skeleton = (await findEdition(db, mapping.toEdition))?.edition.skeleton
    const owner = owners.find((one) => skeleton !== undefined && ownsFramework(one, skeleton))
    if (owner === undefined) throw new NotFound(`to approve mapping ${id}`)
    if (!mayApprove(mapping, actor.id)) throw new Conflict(overtaken)
    const approval = { mapping: id, by: actor.id, for: owner.slug, outcome, reason }
    if (!(await insertMappingApproval(db, approval))) throw new Conflict(overtaken)
    await recordEvent(db, actor, `mapping.${outcome}`, `mapping:${id}`, {
      to: mapping.toEdition,
      code: mapping.to,
    })
  })
}
