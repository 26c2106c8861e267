import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { insertDecision, listDecisions } from '../decisions-store.ts'
import type { JudgedItem } from '../read-set.ts'
import type { DecisionForm } from '../recognition-forms.ts'
import {
  getRecognitionShare,
  lockRecognition,
  type RecognitionShare,
} from '../shared-sets-store.ts'
import { tellRecognition } from '../tell-recognition.ts'
import { requireRecogniser } from './may-recognise.ts'

export interface ToDecide {
  /** With what the machine says of it now, which is kept beside what the person decides. */
  readonly judged: JudgedItem
  readonly decision: DecisionForm
}

/**
 * All of them or none. Throws NotFound for one's own set or another organisation's, and Conflict
 * where the set has ended or somebody decided meanwhile.
 */
export function decideOn(
  site: Pick<Site, 'db' | 'now' | 'jobs'>,
  person: Person,
  {
    organisation,
    shareId,
    decisions,
    policyId,
    stepUp,
  }: {
    readonly organisation: string
    readonly shareId: string
    readonly decisions: readonly ToDecide[]
    readonly policyId?: string | undefined
    readonly stepUp: StepUp
  },
): Promise<void> {
  requireRecogniser(person, organisation)
  return asActor(site.db, person, async (db) => {
    await lockRecognition(db, shareId)
    const share = await getRecognitionShare(db, { id: shareId, organisation })
    if (share.holderId === person.id) throw new NotFound(`set ${shareId}`)
    if (!isLive(share, dayOf(site.now()))) {
      throw new Conflict('The person has stopped sharing this with you. Nothing was decided.')
    }
    const held = await listDecisions(db, { shareId })
    for (const { judged, decision } of decisions) {
      const before = held.filter(({ itemId }) => itemId === judged.id).length
      if (before !== decision.seen) throw new Conflict(overtaken)
      const { seen, ...made } = decision
      const kept = await insertDecision(db, {
        ...{ id: randomUUID(), itemId: judged.id, shareId, organisation, sequence: seen + 1 },
        ...{ holderId: share.holderId, decidedBy: person.id, policyId, stepUp, ...made },
        ...{ kind: judged.item.kind, title: judged.item.title, verdict: judged.item.verdict },
        ...{ suggested: judged.suggestion.suggests, rule: judged.suggestion.rule?.id },
      })
      if (!kept) throw new Conflict(overtaken)
    }
    const details = { organisation, about: share.holderId, items: decisions.length }
    await recordEvent(db, person, 'recognition.decided', `set:${shareId}`, details)
    const told = { told: 'decided', shareId, organisation } as const
    await tellRecognition(db, site, { ...told, decisions: held.length + decisions.length })
  })
}

const overtaken =
  'Somebody decided on this while you were looking. Open it again and read what they decided.'

export function isLive(
  share: Pick<RecognitionShare, 'endsOn' | 'stoppedAt'>,
  today: string,
): boolean {
  return share.stoppedAt === undefined && share.endsOn >= today
}
