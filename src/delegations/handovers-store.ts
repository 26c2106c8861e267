/** The SQL of handing a delegation over to another registrant. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { ShownPerson } from './model/delegation.ts'

interface Handover {
  readonly id: string
  readonly delegationId: string
  readonly toId: string
}

/** The one that waits for an answer. */
export async function findOpenHandover(
  db: Transaction,
  { delegationId }: { readonly delegationId: string },
): Promise<Handover | undefined> {
  return db
    .selectFrom('delegation_handover')
    .where('delegation_id', '=', delegationId)
    .where('outcome', 'is', null)
    .select(['id', 'delegation_id as delegationId', 'to_id as toId'])
    .executeTakeFirst()
}

/** What somebody is asked to take over. */
export async function listHandoversTo(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<Handover[]> {
  return db
    .selectFrom('delegation_handover')
    .where('to_id', '=', personId)
    .where('outcome', 'is', null)
    .select(['id', 'delegation_id as delegationId', 'to_id as toId'])
    .execute()
}

/** Whoever delegates there now, on a register and with the permission. */
export async function listDelegatorsAt(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from delegators_at(${organisation})`.execute(db)
  return rows
}

/** For managers: that there is a task, whose, and that nobody delegates it any more. */
export async function listToHandOver(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<
  readonly {
    readonly id: string
    readonly title: string
    readonly delegator: string
    readonly worker: string
    readonly asked?: string | undefined
  }[]
> {
  const { rows } = await sql<{
    id: string
    title: string
    delegator: string
    worker: string
    asked: string | null
  }>`select id, title, delegator, worker, asked from delegations_to_hand_over(${organisation})`.execute(
    db,
  )
  return rows.map(({ asked, ...row }) => ({ ...row, asked: asked ?? undefined }))
}

/** False where it is not theirs to hand over, nor the other's to take. */
export async function askHandover(
  db: Transaction,
  { id, delegationId, toId }: Handover,
): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select ask_handover(${id}, ${delegationId}, ${toId}) as asked`.execute(db)
  return rows[0]?.asked === true
}

/** False where it was answered already, or is somebody else's to answer. */
export async function answerHandover(
  db: Transaction,
  { id, taken }: { readonly id: string; readonly taken?: ShownPerson | undefined },
): Promise<boolean> {
  const shown = taken === undefined ? null : JSON.stringify(taken)
  const { rows } = await sql<{ answered: boolean }>`
    select answer_handover(${id}, ${taken !== undefined}, ${shown}::jsonb) as answered`.execute(db)
  return rows[0]?.answered === true
}
