/** A steward enters organisations in the register, and what becomes of them. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { addDays, dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { findHistories } from '../histories-store.ts'
import { checkEvent, partsOf, type WantedEvent } from '../model/check-event.ts'
import type { Histories, OrganisationHistory } from '../model/organisation-history.ts'
import type { WantedOrganisation } from '../model/organisation-request.ts'
import * as store from '../register-store.ts'
import { getRequest, insertRequestAnswer } from '../requests/requests-store.ts'
import { asSteward } from './as-steward.ts'
import type { Stewardship } from './stewardship.ts'

type ActionSite = Pick<Site, 'db' | 'now'>

export interface AddedOrganisation extends WantedOrganisation {
  /** It stands in its address and its credentials for ever. */
  readonly slug: string
  readonly openedOn?: string | undefined
  readonly requestId?: string | undefined
}

/** False when somebody has taken the address meanwhile. */
export function addOrganisation(
  { db }: ActionSite,
  actor: Person,
  { requestId, ...organisation }: AddedOrganisation,
): Promise<boolean> {
  const { slug } = organisation
  return asSteward(db, actor, async (db) => {
    if (!(await store.insertOrganisation(db, organisation))) return false
    if (requestId !== undefined) {
      await getRequest(db, requestId)
      const answer = { outcome: 'done', organisation: slug, answeredBy: actor.id } as const
      await insertRequestAnswer(db, { requestId, ...answer })
    }
    await recordEvent(db, actor, 'organisation.added', `organisation:${slug}`)
    return true
  })
}

export interface RecordedEvent extends WantedEvent {
  /** Where it was announced. */
  readonly source: string
}

/** What is wrong with it; empty when it is recorded. */
export function recordRegisterEvent(
  { db, now }: ActionSite,
  actor: Person,
  event: RecordedEvent,
): Promise<readonly Finding[]> {
  const { kind, before, after, on, source, name } = event
  const named = [...before, ...after]
  return asSteward(db, actor, async (db, stewardship) => {
    await store.lockOrganisations(db, named)
    const histories = await historiesOf(db, named)
    const findings = judgeEvent(event, { histories, stewardship, now: now() })
    if (findings.length > 0) return findings
    const [first = ''] = before
    if (name !== undefined) await store.insertName(db, { organisation: first, name, from: on })
    const id = randomUUID()
    const parts = partsOf(event, histories)
    await store.insertEvent(db, { id, kind, on, source, recordedBy: actor.id, parts })
    if (kind === 'merged') await moveMembersOf(db, event)
    await recordEvent(db, actor, `organisation.${kind}`, `organisation:${first}`, {
      ...{ event: id, on, before, after },
    })
    return []
  })
}

async function moveMembersOf(db: Transaction, { before, after, on }: WantedEvent): Promise<void> {
  const [into] = after
  if (into === undefined) return
  for (const area of before) {
    if (area !== into) await store.moveMembers(db, { area, into, on })
  }
}

export function judgeEvent(
  event: WantedEvent,
  given: {
    readonly histories: Histories
    readonly stewardship: Stewardship
    readonly now: Date
  },
): Finding[] {
  const { histories, stewardship, now } = given
  return checkEvent(event, { histories, today: dayOf(now), stewards: stewardship.stewards })
}

/** Of all that are named, and of what they became. */
export async function historiesOf(db: Transaction, slugs: readonly string[]): Promise<Histories> {
  const found = new Map<string, OrganisationHistory>()
  for (const slug of new Set(slugs)) {
    for (const [one, history] of await findHistories(db, slug)) found.set(one, history)
  }
  return found
}

export interface WantedMove {
  readonly organisation: string
  /** Undefined leaves its areas without a new one. */
  readonly area?: string | undefined
  readonly on: string
  /** It leaves the areas that it belonged to on the day before. */
  readonly leaves: boolean
}

/** From this day it belongs to another area, or to one more. */
export function moveOrganisation(
  { db }: ActionSite,
  actor: Person,
  { organisation, area, on, leaves }: WantedMove,
): Promise<void> {
  return asSteward(db, actor, async (db) => {
    await store.lockOrganisations(db, [organisation])
    const history = (await findHistories(db, organisation)).get(organisation)
    if (history === undefined) throw new NotFound(`organisation ${organisation}`)
    const { areas } = history
    const present = areas.filter(({ to }) => to === undefined)
    if (present.some(({ from }) => from !== undefined && from >= on)) {
      throw new Conflict('It came to its present area on that day or later. Choose a later day.')
    }
    if (!leaves && present.some((span) => span.area === area)) return
    if (leaves) await store.setAreasEnded(db, { organisation, to: addDays(on, -1) })
    if (area !== undefined) await store.insertArea(db, { organisation, area, from: on })
    await recordEvent(db, actor, 'organisation.moved', `organisation:${organisation}`, {
      ...{ area, on, leaves },
    })
  })
}
