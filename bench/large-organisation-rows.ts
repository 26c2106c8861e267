/** One organisation of ten thousand, with the records that so many would have. */
export const organisation = 'merrowfell-hospitals'
export const members = 10_000

/** The made-up people are numbered; 1 to 200 may assess, 201 manages people and issues. */
export const memberId = (number: number) =>
  `10000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
export const holder = 5_000
export const assessor = 1
export const manager = 201

const member = (number: string) =>
  `('10000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const made = (kind: number, number: string) =>
  `('2000000${kind}-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const everybody = `generate_series(1, ${members}) member`
const asked = `edition, section, level`
const place = `'${organisation}', 'ahp-support-worker/2026', '2.1', 'entry'`

/** Run as the owner, whom policies do not hold. */
export const largeOrganisation = `
  create temporary table said as
    select code, row_number() over (order by code) as place from statement
    where edition = 'ahp-support-worker/2026';
  insert into person (id, name, level, profession)
    select ${member('member')}, 'Person ' || member, 'entry', null from ${everybody};
  insert into membership (person_id, organisation, job_title, valid_from)
    select ${member('member')}, '${organisation}', 'Support worker', current_date - 100
    from ${everybody};
  insert into permission_grant (person_id, organisation, permission)
    select ${member('member')}, '${organisation}', 'assess' from generate_series(1, 200) member
    union all select ${member(String(manager))}, '${organisation}', may
      from unnest(array['manage-team', 'issue']) may;
  insert into session (token_hash, person_id, expires_at, proof, stepped_up_how, stepped_up_at,
      shared_computer, last_seen_at, device)
    select sha256(('member-' || member)::bytea), ${member('member')}, now() + interval '12 hours',
      'demonstration', 'demonstration', now(), false, now(), 'A bench'
    from ${everybody};
  insert into self_assessment (id, holder_id, edition, code, answer)
    select gen_random_uuid(), ${member('member')}, 'ahp-support-worker/2026', code, 'confident'
    from ${everybody} join said on said.place <= 20;
  insert into sign_off_request (id, holder_id, assessor_id, organisation, ${asked}, codes)
    select ${made(0, 'member * 2 + half')}, ${member('member')},
      ${member('case when member % 200 + 1 = member then 200 else member % 200 + 1 end')},
      ${place}, array(select code from said where said.place <= 4)
    from ${everybody}, generate_series(0, 1) half;
  insert into sign_off_answer (request_id, outcome)
    select ${made(0, 'member * 2')}, 'signed' from ${everybody};
  insert into signing (id, request_id, holder_id, assessor_id, organisation, ${asked}, method,
      assessed_on, setting, review_on, shown, stepped_up_how, stepped_up_at)
    select ${made(1, 'member')}, ${made(0, 'member * 2')}, holder_id, assessor_id, organisation,
      ${asked}, 'observed', current_date - 9, 'Ward', current_date + 300,
      '{"assessor": {"name": "A"}, "organisation": "O", "identityCheck": "not-checked"}',
      'demonstration', now()
    from ${everybody} join sign_off_request asked on asked.id = ${made(0, 'member * 2')};
  insert into sign_off (id, signing_id, holder_id, edition, code)
    select gen_random_uuid(), ${made(1, 'member')}, ${member('member')}, 'ahp-support-worker/2026', code
    from ${everybody} join said on said.place <= 4;
  insert into status_list (id, organisation, length, step, start)
    values ('bench-1', '${organisation}', 131072, 1, 0);
  insert into credential (id, holder_id, organisation, issued_by, status_list, status_index, document)
    select ${made(2, 'member')}, ${member('member')}, '${organisation}', ${member('1')}, 'bench-1',
      member, '{"name": "Made for a bench", "validFrom": "2026-01-01T00:00:00Z"}'
    from ${everybody};
  insert into signing_credential (signing_id, credential_id, holder_id)
    select ${made(1, 'member')}, ${made(2, 'member')}, ${member('member')} from ${everybody};
  insert into share (id, holder_id, token_hash, expires_at)
    select ${made(3, 'member')}, ${member('member')}, sha256(('share-' || member)::bytea),
      now() + interval '9 days'
    from ${everybody};
  insert into share_credential (share_id, credential_id)
    select ${made(3, 'member')}, ${made(2, 'member')} from ${everybody};
  insert into registration (person_id, regulator, number, profession)
    select ${member('member')}, 'HCPC', 'PH' || member, 'physiotherapist'
    from generate_series(1, 200) member;
  insert into viewing (holder_id, what, subject_id, viewer_id, organisation)
    select ${member('member')}, 'request', gen_random_uuid(), ${member(String(manager))}, '${organisation}'
    from ${everybody}, generate_series(1, 5) where member <> ${manager};
  insert into audit_event (id, actor, action, subject_ref, organisation, about)
    select gen_random_uuid(), ${member('member')}::text, 'passport.answered',
      'person:' || ${member('member')}, '${organisation}', ${member('member')}
    from ${everybody}, generate_series(1, 10);`
