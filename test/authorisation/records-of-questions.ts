/** A sign-off that is paused and that somebody proposed to withdraw, with what its holder said. */
import { randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { members, type OwnerName, owners } from './people.ts'

export async function insertQuestions(
  { database }: TestSite,
  owner: OwnerName,
  { dueSigning }: { readonly dueSigning: string },
) {
  const { superuserClient } = database
  const { organisation, assessor, issuer } = owners[owner]
  const [pauseId, proposalId] = [randomUUID(), randomUUID()]
  await superuserClient.query(
    `with made as (
        insert into credential (id, holder_id, organisation, issued_by, status_list, status_index, document)
        select gen_random_uuid(), holder_id, organisation, issued_by, status_list, status_index / 2 + 7, document
        from credential where holder_id = $2 limit 1 returning id)
      insert into signing_credential (signing_id, credential_id, holder_id) select $1, id, $2 from made`,
    [dueSigning, members[owner].id],
  )
  const of = [dueSigning, members[owner].id, organisation]
  await superuserClient.query(
    `insert into sign_off_pause (id, pause_id, signing_id, holder_id, act, cause, explanation, until,
        acted_by, acted_for, stepped_up_how, stepped_up_at)
      values ($5, $5, $1, $2, 'paused', 'being-checked', 'We look at it.', current_date + 20, $4, $3,
        'email-code', now())`,
    [...of, members[issuer].id, pauseId],
  )
  await superuserClient.query(
    `insert into withdrawal_proposal (id, signing_id, holder_id, codes, cause, explanation,
        proposed_by, proposed_for, lapses_on, stepped_up_how, stepped_up_at)
      values ($5, $1, $2, '{5.6-entry}', 'error', 'The wrong day.', $4, $3, current_date + 20,
        'email-code', now())`,
    [...of, members[assessor].id, proposalId],
  )
  await superuserClient.query(
    `insert into sign_off_reply (id, signing_id, holder_id, pause_id, by_holder, words, written_by)
      values (gen_random_uuid(), $1, $2, $3, true, 'I was there.', $2)`,
    [dueSigning, members[owner].id, pauseId],
  )
  return { pauseId, proposalId }
}
