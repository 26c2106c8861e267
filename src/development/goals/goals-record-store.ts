/** All of a holder's goals, as they may read them themselves; and how they are erased. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listAllGoals(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('goal')
    .where('holder_id', '=', personId)
    .orderBy('set_at')
    .select(['id', 'kind', 'level', 'edition', 'codes', 'words', 'look_again_on as lookAgainOn'])
    .select(['state', 'shared', 'set_at as setAt', 'state_at as stateAt'])
    .execute()
}

export function listAllGoalSteps(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('goal_step')
    .where('holder_id', '=', personId)
    .orderBy('added_at')
    .select(['id', 'goal_id as goalId', 'words', 'helper', 'state', 'added_at as addedAt'])
    .select('state_at as stateAt')
    .execute()
}

/** The oldest first. */
export function listAllGoalChanges(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('goal_change')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .orderBy('number')
    .select(['goal_id as goalId', 'act', 'words', 'codes', 'look_again_on as lookAgainOn', 'at'])
    .execute()
}

export async function eraseGoals(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_goals(${personId})`.execute(db)
}
