/** Looks at every task that goes on: has something lapsed, or is its registrant gone? It pauses, and tells. */
import type { Job } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import type { Work } from '../jobs/jobs.ts'
import { dayOf } from '../language/days.ts'
import type { Site } from '../web/site.ts'
import { tellOthers } from './delegations-actions/tell-others.ts'
import {
  getDelegation,
  insertStep,
  listGone,
  listOpenDelegations,
  listSteps,
  lockDelegation,
} from './delegations-store.ts'
import { editionsOf } from './edition-of.ts'
import type { Delegation, Gone } from './model/delegation.ts'
import { lastPause, stateOf } from './model/state-of-delegation.ts'
import { whatLapsed } from './model/what-lapsed.ts'
import { readNow } from './read-standing.ts'

/** Every hour of the day, and never by night: a letter comes with it. */
export function watchDelegations(site: Site, shelf: EditionShelf): Work {
  return {
    queue: 'watch-delegations',
    every: '25 7-20 * * *',
    run: async ({ actor }) => {
      const open = await asActor(site.db, actor, listOpenDelegations)
      const editions = await editionsOf(shelf, open)
      for (const { id, edition } of open) {
        const stored = editions.get(edition)
        if (stored !== undefined) await lookAt(site, { actor, id, stored })
      }
    },
  }
}

/** A transaction each: that one cannot be looked at leaves the others as they are. */
function lookAt(
  site: Site,
  {
    actor,
    id,
    stored,
  }: { readonly actor: Job; readonly id: string; readonly stored: ShelvedEdition },
): Promise<void> {
  return asActor(site.db, actor, async (db) => {
    await lockDelegation(db, id)
    const delegation = await getDelegation(db, id)
    const today = dayOf(site.now())
    const steps = (await listSteps(db, { delegationIds: [id] })).get(id) ?? []
    const state = stateOf(delegation, steps, today)
    const pause = lastPause(steps)?.kind
    const kind = (await listGone(db, { delegationIds: [id] })).get(id)
    if (kind !== undefined) {
      if (pause !== kind) await pauseIt(db, site, actor, { delegation, kind, codes: [] })
      return
    }
    if (state !== 'active' && state !== 'starts-later') return
    const codes = await readLapsed(db, stored, { delegation, today })
    if (codes.length > 0) await pauseIt(db, site, actor, { delegation, kind: 'lapsed', codes })
  })
}

async function readLapsed(
  db: Transaction,
  stored: ShelvedEdition,
  { delegation, today }: { readonly delegation: Delegation; readonly today: string },
): Promise<string[]> {
  const { shown, now } = await readNow(db, stored, { delegation, today })
  return whatLapsed(shown, now)
}

async function pauseIt(
  db: Transaction,
  site: Site,
  actor: Job,
  paused: {
    readonly delegation: Delegation
    readonly kind: 'lapsed' | Gone
    readonly codes: readonly string[]
  },
): Promise<void> {
  const { delegation, kind, codes } = paused
  const delegationId = delegation.id
  await insertStep(db, { delegationId, kind, codes })
  const details = { about: delegation.worker.id, statements: codes.length }
  await recordEvent(db, actor, `delegation.${kind}`, `delegation:${delegationId}`, details)
  const parts =
    kind === 'delegator-left' ? (['worker'] as const) : (['worker', 'delegator'] as const)
  await tellOthers(db, site, { delegationId, kind, parts })
  if (kind === 'delegator-left') {
    await tellOthers(db, site, { delegationId, kind: 'hand-over', parts: ['manager'] })
  }
}
