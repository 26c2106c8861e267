import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import { sectionOf } from '../../../frameworks/model/look-up.ts'
import type { Site } from '../../../web/site.ts'
import type { NotYet } from '../../sign-offs/model/not-yet.ts'
import { insertChance, insertRequestAnswer } from '../../sign-offs/requests-store.ts'
import { getVisitTo, type OpenedVisit, requestInVisit } from '../visits-store.ts'
import { refuseFormerAssessor } from './sign-visit.ts'

interface SaidNotYet extends NotYet {
  readonly visitId: string
  readonly codes: readonly string[]
}

/** The visit's hour, in which something can still be said of it. */
const visitMinutes = 60

/** What was not yet there in a visit, kept as a request that was declined. Once a section. */
export function sayNotYet(site: Site, actor: Person, said: SaidNotYet): Promise<void> {
  return asActor(site.db, actor, async (db) => {
    const visit = await getVisitTo(db, { id: said.visitId, assessorId: actor.id })
    refuseFormerAssessor(actor, visit)
    if (isOver(visit, site.now())) {
      throw new Conflict('This visit is over. Nothing was sent. Ask to be shown a new code.')
    }
    for (const [section, codes] of Map.groupBy(said.codes, sectionOf)) {
      await decline(db, actor, { visit, section, codes, said })
    }
  })
}

export function isOver({ opened }: OpenedVisit, now: Date): boolean {
  return now.getTime() - opened.at.getTime() > visitMinutes * 60_000
}

async function decline(
  db: Transaction,
  actor: Person,
  of: {
    readonly visit: OpenedVisit
    readonly section: string
    readonly codes: readonly string[]
    readonly said: SaidNotYet
  },
): Promise<void> {
  const { visit, section, codes, said } = of
  const requestId = randomUUID()
  const asked = { visitId: visit.id, id: requestId, section, codes, outcome: 'declined' } as const
  if (!(await requestInVisit(db, asked))) return
  await insertRequestAnswer(db, { requestId, outcome: 'declined', reason: said.reason })
  const { holderId, opened } = visit
  if (said.chance !== undefined) {
    await insertChance(db, { requestId, holderId, assessorId: actor.id, ...said.chance })
  }
  const details = { organisation: opened.organisation, about: holderId }
  await recordEvent(db, actor, 'sign-off.declined', `request:${requestId}`, details)
}
