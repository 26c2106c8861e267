/** What is offered for an agenda: of the worker's own passport, and to them alone. */
import type { Transaction } from '../../database/database.ts'
import type { ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { evaluateHeldLevel, readHeld } from '../../passports/standing/read-evaluation.ts'
import { readGoalWords } from '../goals/goals-content.ts'
import { listGoals, listSharedGoals } from '../goals/goals-store.ts'
import { type Goal, isOpenGoal } from '../goals/model/goal.ts'
import { wordsOfKind } from '../goals/model/goal-words.ts'
import { listAgreedActions } from './agreed-actions-store.ts'
import {
  type AgendaOffer,
  offerActions,
  offerChanged,
  offerDue,
  offerGoals,
  offerWithSupport,
  type ShownGoal,
} from './model/agenda.ts'
import type { Session } from './model/session.ts'
import type { Side } from './model/supervising.ts'

export interface AgendaOffers {
  readonly offers: readonly AgendaOffer[]
  /** Every statement that a worker can choose from; for a supervisor none. */
  readonly statements: readonly { readonly code: string; readonly text: string }[]
}

const goalWords = readGoalWords()
const wordsOf = ({ kind }: Pick<Goal, 'kind'>) => wordsOfKind(goalWords, kind).name

/** Of goals that their holder shows: what a supervisor reads. */
export async function listGoalsShown(db: Transaction, holderId: string): Promise<ShownGoal[]> {
  const goals = await listSharedGoals(db, { holderId })
  return goals.map(({ id, kind, words, steps }) => ({
    ...{ id, words, name: wordsOf({ kind }) },
    steps: steps.filter(({ state }) => state === 'open').map((step) => step.words),
  }))
}

/** Everything that is suggested is gathered here: another kind is another line. */
export async function collectAgenda(
  db: Transaction,
  asked: {
    readonly session: Session
    readonly side: Side
    readonly stored: ShelvedEdition
    readonly today: string
  },
): Promise<AgendaOffers> {
  const { session, side, stored, today } = asked
  const { supervisingId, workerId: holderId } = session
  const actions = await listAgreedActions(db, { supervisingId })
  // A worker is offered all of their own; a supervisor those that are shown to them.
  const goals = await (side === 'worker' ? listGoals : listSharedGoals)(db, { holderId })
  const talked = [...offerActions(actions), ...offerGoals(goals.filter(isOpenGoal), wordsOf)]
  if (side === 'supervisor') return { offers: talked, statements: [] }
  const held = await readHeld(db, { holderId, ref: stored.ref })
  const { standings } = evaluateHeldLevel(held, stored, { today })
  return {
    offers: [
      ...talked,
      ...offerChanged(standings),
      ...offerDue(standings),
      ...offerWithSupport(standings),
    ],
    statements: standings.map(({ statement }) => statement),
  }
}
