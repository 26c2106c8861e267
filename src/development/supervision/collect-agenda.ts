/** What is offered for an agenda: of the worker's own passport, and to them alone. */
import type { Transaction } from '../../database/database.ts'
import type { StoredEdition } from '../../frameworks/frameworks-store.ts'
import { evaluateHeldLevel, readHeld } from '../../passports/standing/read-evaluation.ts'
import { listAgreedActions } from './agreed-actions-store.ts'
import { type AgendaOffer, offerActions, offerDue, offerWithSupport } from './model/agenda.ts'
import type { Session } from './model/session.ts'
import type { Side } from './model/supervising.ts'

export interface AgendaOffers {
  readonly offers: readonly AgendaOffer[]
  /** Every statement that a worker can choose from; for a supervisor none. */
  readonly statements: readonly { readonly code: string; readonly text: string }[]
}

/** Everything that is suggested is gathered here: another kind is another line. */
export async function collectAgenda(
  db: Transaction,
  asked: {
    readonly session: Session
    readonly side: Side
    readonly stored: StoredEdition
    readonly today: string
  },
): Promise<AgendaOffers> {
  const { session, side, stored, today } = asked
  const actions = await listAgreedActions(db, { supervisingId: session.supervisingId })
  if (side === 'supervisor') return { offers: offerActions(actions), statements: [] }
  const held = await readHeld(db, { holderId: session.workerId, ref: stored.ref })
  const { standings } = evaluateHeldLevel(held, stored, { today })
  return {
    offers: [...offerActions(actions), ...offerDue(standings), ...offerWithSupport(standings)],
    statements: standings.map(({ statement }) => statement),
  }
}
