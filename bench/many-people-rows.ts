/** People of many organisations, five hundred in each, with a passport of a few records each. */
import { memberId } from './large-organisation-rows.ts'

export { memberId }

/** Everybody measured works in the tenth organisation, which is there at either size. */
export const holder = 4_700
export const assessor = 4_501
export const manager = 4_502
export const organisation = 'bench-10'

const staff = 500
const member = (number: string) =>
  `('10000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const made = (kind: number, number: string) =>
  `('2000000${kind}-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const employer = `'bench-' || (1 + (member - 1) / ${staff})`
const first = `(member - 1) / ${staff} * ${staff} + 1`
const ref = `'ahp-support-worker/2026'`
const hundredDays = 'current_date - 100'

/**
 * Members from one number to another, as the superuser: what the database would check of each row
 * is left out, so that a million can be made in minutes.
 */
export function peopleFrom(start: number, end: number): string {
  const people = `generate_series(${start}, ${end}) member`
  const firsts = `${people} where member % ${staff} = 1`
  return `
  set session_replication_role = replica;
  insert into organisation (slug, name, kind, nation, sector)
    select ${employer}, 'Organisation ' || member, 'nhs-trust', 'england', 'nhs' from ${firsts};
  insert into person (id, name, level, profession)
    select ${member('member')}, 'Person ' || member, 'entry', null from ${people};
  insert into membership (person_id, organisation, job_title, valid_from)
    select ${member('member')}, ${employer}, 'Support worker', ${hundredDays} from ${people};
  insert into permission_grant (person_id, organisation, permission)
    select ${member('member')}, ${employer}, 'assess' from ${firsts};
  insert into permission_grant (person_id, organisation, permission)
    select ${member('member + 1')}, ${employer}, may
      from ${people}, unnest(array['manage-team', 'issue']) may where member % ${staff} = 1;
  insert into self_assessment (id, holder_id, edition, code, answer)
    select gen_random_uuid(), ${member('member')}, ${ref}, code, 'confident'
    from ${people}, unnest(array['2.1-entry', '3.9-entry', '4.1-entry']) code;
  insert into sign_off_request
      (id, holder_id, assessor_id, organisation, edition, section, level, codes)
    select ${made(0, 'member')}, ${member('member')}, ${member(first)}, ${employer}, ${ref},
      '2.1', 'entry', array['2.1-entry'] from ${people} where member % ${staff} <> 1;
  insert into sign_off_answer (request_id, outcome, holder_id, assessor_id)
    select ${made(0, 'member')}, 'signed', ${member('member')}, ${member(first)}
    from ${people} where member % ${staff} > 20;
  insert into signing (id, request_id, holder_id, assessor_id, organisation, edition, section, level,
      method, assessed_on, setting, review_on, shown, stepped_up_how, stepped_up_at)
    select ${made(1, 'member')}, ${made(0, 'member')}, ${member('member')}, ${member(first)},
      ${employer}, ${ref}, '2.1', 'entry', 'observed', current_date - 9, 'Ward', current_date + 300,
      '{"assessor": {"name": "A"}, "organisation": "O", "identityCheck": "not-checked"}',
      'demonstration', now()
    from ${people} where member % ${staff} > 20;
  insert into sign_off (id, signing_id, holder_id, edition, code)
    select gen_random_uuid(), ${made(1, 'member')}, ${member('member')}, ${ref}, '2.1-entry'
    from ${people} where member % ${staff} > 20;
  insert into status_list (id, organisation, length, step, start)
    select 'bench-' || member, ${employer}, 131072, 1, 0 from ${firsts};
  insert into credential (id, holder_id, organisation, issued_by, status_list, status_index, document)
    select ${made(2, 'member')}, ${member('member')}, ${employer}, ${member(first)},
      'bench-' || (${first}), member, '{"name": "Made for a bench", "validFrom": "2026-01-01T00:00:00Z"}'
    from ${people} where member % ${staff} > 20;
  insert into signing_credential (signing_id, credential_id, holder_id)
    select ${made(1, 'member')}, ${made(2, 'member')}, ${member('member')}
    from ${people} where member % ${staff} > 20;
  insert into share (id, holder_id, token_hash, expires_at)
    select ${made(3, 'member')}, ${member('member')}, sha256(('share-' || member)::bytea),
      now() + interval '9 days' from ${people} where member % ${staff} > 20;
  insert into share_credential (share_id, credential_id)
    select ${made(3, 'member')}, ${made(2, 'member')} from ${people} where member % ${staff} > 20;
  insert into passport_entry (id, holder_id, kind)
    select ${made(4, 'member')}, ${member('member')}, 'training' from ${people};
  insert into passport_entry_version
      (entry_id, version, holder_id, title, from_on, private, edition, codes, facts)
    select ${made(4, 'member')}, 1, ${member('member')}, 'Fire safety', ${hundredDays}, false, ${ref},
      array['5.5-entry'], '{}' from ${people};
  insert into viewing (holder_id, what, subject_id, viewer_id, organisation)
    select ${member('member')}, 'request', ${made(0, 'member')}, ${member(first)}, ${employer}
    from ${people} where member % ${staff} <> 1;
  insert into audit_event (id, actor, action, subject_ref, organisation, about)
    select gen_random_uuid(), ${member('member')}::text, 'self-assessment.saved',
      'person:' || ${member('member')}, ${employer}, ${member('member')}
    from ${people}, generate_series(1, 2);
  insert into session (token_hash, person_id, expires_at, proof, stepped_up_how, stepped_up_at,
      shared_computer, last_seen_at, device)
    select sha256(('member-' || member)::bytea), ${member('member')}, now() + interval '12 hours',
      'demonstration', 'demonstration', now(), false, now(), 'A bench' from ${people};
  set session_replication_role = origin;`
}
