/** What is kept about people who were invited, as they are shown it, and how it goes. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'

type Whose = { readonly personId: string }

/** As `job:enforce-retention`. Says of how many the name and address went. */
export function eraseInvitations(db: Transaction, before: Date): Promise<number> {
  return erased(sql<Gone>`select erase_invitations(${before}) as gone`, db)
}

/** As `job:enforce-retention`. Files that came to nothing. */
export function eraseInvitationFiles(db: Transaction, before: Date): Promise<number> {
  return erased(sql<Gone>`select erase_invitation_files(${before}) as gone`, db)
}

interface Gone {
  readonly gone: string
}

async function erased(query: ReturnType<typeof sql<Gone>>, db: Transaction): Promise<number> {
  const { rows } = await query.execute(db)
  return Number(rows[0]?.gone ?? 0)
}

/** As `job:erase-account`. */
export async function eraseOwnInvitations(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_memberships(${personId})`.execute(db)
}

/** Those that this person said yes to. */
export function listOwnInvitations(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.slug', 'invitation.organisation')
    .where('accepted_by', '=', personId)
    .orderBy('accepted_at')
    .select(['organisation.name as organisationName', 'invitation.name', 'email'])
    .select(['job_title as jobTitle', 'invited_at as invitedAt', 'accepted_at as acceptedAt'])
    .execute()
}
