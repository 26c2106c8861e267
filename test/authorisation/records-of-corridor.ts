/** A visit in the corridor, a sign-off that is due for review, and what hangs on them. */
import { randomUUID } from 'node:crypto'
import { corridorKey, secretsOf } from '../../src/passports/corridor/corridor-actions/show-code.ts'
import { hashOf } from '../../src/passports/corridor/model/corridor-code.ts'
import type { TestSite } from '../site.ts'
import { members, type OwnerName, owners } from './people.ts'

export async function insertCorridor({ site, database }: TestSite, owner: OwnerName) {
  const { superuserClient } = database
  const { organisation, assessor } = owners[owner]
  const people = [members[owner].id, members[assessor].id, organisation]
  const [visit, shownVisit, dueSigning] = [randomUUID(), randomUUID(), randomUUID()]
  const [dueRequest, visitRequest] = [randomUUID(), randomUUID()]
  const { secret: visitSecret } = secretsOf(site, visit)
  const hash = hashOf(corridorKey(site), visitSecret)
  await superuserClient.query(
    `insert into corridor_visit (id, holder_id, secret_hash, edition, level, codes, suggested, expires_at,
        assessor_id, organisation, opened_at)
      values ($4, $1, $6, 'ahp-support-worker/2026', 'entry', '{5.6-entry}', 1, now() + interval '10 minutes',
        $2, $3, now()), ($5, $1, null, 'ahp-support-worker/2026', 'entry', '{5.6-entry}', 1,
        now() + interval '10 minutes', null, null, null)`,
    [...people, visit, shownVisit, hash],
  )
  await superuserClient.query(
    `insert into sign_off_request (id, holder_id, assessor_id, organisation, edition, section, level, codes)
      select id, $1, $2, $3, 'ahp-support-worker/2026', '5.6', 'entry', '{5.6-entry}'
      from unnest($4::uuid[]) id`,
    [...people, [dueRequest, visitRequest]],
  )
  await superuserClient.query(
    `insert into sign_off_answer (request_id, outcome, reason)
      values ($1, 'signed', null), ($2, 'declined', 'Not today.')`,
    [dueRequest, visitRequest],
  )
  await superuserClient.query(
    `insert into corridor_request (request_id, visit_id, section, outcome) values ($1, $2, '5.5', 'declined')`,
    [visitRequest, visit],
  )
  await superuserClient.query(
    `insert into signing (id, request_id, holder_id, assessor_id, organisation, edition, section,
        level, method, assessed_on, setting, review_on, shown, stepped_up_how, stepped_up_at)
      select $5, $4, $1, $2, $3, 'ahp-support-worker/2026', '5.6', 'entry', 'observed',
        current_date - 300, 'Clinic', current_date + 20, shown, 'email-code', now()
      from signing where holder_id = $1 limit 1`,
    [...people, dueRequest, dueSigning],
  )
  await superuserClient.query(
    `insert into sign_off (id, signing_id, holder_id, edition, code)
      values (gen_random_uuid(), $1, $2, 'ahp-support-worker/2026', '5.6-entry')`,
    [dueSigning, members[owner].id],
  )
  await superuserClient.query(
    `insert into sign_off_renewal (request_id, signing_id) values ($1, $2)`,
    [visitRequest, dueSigning],
  )
  await superuserClient.query(
    `insert into review_reminder (signing_id, kind, review_on) values ($1, 'due', current_date + 20)`,
    [dueSigning],
  )
  await superuserClient.query(
    `insert into corridor_try (assessor_id, organisations) values ($1, array[$2])`,
    [members[assessor].id, organisation],
  )
  await superuserClient.query(
    `insert into signing_correction (id, signing_id, holder_id, assessor_id, method, assessed_on,
        setting, review_on, stepped_up_how, stepped_up_at)
      values (gen_random_uuid(), $3, $1, $2, 'observed', current_date - 300, 'Clinic',
        current_date + 20, 'email-code', now())`,
    [members[owner].id, members[assessor].id, dueSigning],
  )
  await superuserClient.query(
    `insert into assessing_rule (id, organisation, version, lines, second, made_by, stepped_up_how,
        stepped_up_at)
      values (gen_random_uuid(), $1, 1, '[]', 'none', $2, 'email-code', now())
      on conflict do nothing`,
    [organisation, members[owners[owner].manager].id],
  )
  await superuserClient.query(
    `insert into adoption (id, organisation, framework, number, edition, from_day, reason, made_by,
        stepped_up_how, stepped_up_at)
      values (gen_random_uuid(), $1, 'ahp-support-worker', 1, 'ahp-support-worker/2026',
        current_date, 'As everybody here.', $2, 'email-code', now())
      on conflict do nothing`,
    [organisation, members[owners[owner].manager].id],
  )
  return { visit, shownVisit, visitSecret, visitRequest, dueSigning }
}
