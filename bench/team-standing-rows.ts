/** A team of two hundred at one trust who all share, each with sixty statements of the entry level signed. */
export const organisation = 'merrowfell-hospitals'
export const people = 200
export const signedEach = 60
/** Manages people there in the demonstration, and is none of the two hundred. */
export const manager = 'dc008747-87b6-4710-a314-2adb3f403da1'

const edition = `'ahp-support-worker/2026'`
const each = 4

/** Run as the owner, whom policies do not hold. A third share figures, a third statements, a third all. */
export const teamStanding = `
  create temporary table member as
    select number, gen_random_uuid() as id from generate_series(1, ${people}) number;
  create temporary table said as
    select code, section, row_number() over (order by position) - 1 as place from statement
    where edition = ${edition} and level = 'entry' order by position limit ${signedEach};
  insert into person (id, name, level) select id, 'Person ' || number, 'entry' from member;
  insert into membership (person_id, organisation, job_title, valid_from)
    select id, '${organisation}', 'Support worker', current_date - 100 from member;
  insert into standing_share (holder_id, organisation, depth, ends_on)
    select id, '${organisation}', (array['counts', 'statements', 'own-words'])[number % 3 + 1],
      current_date + 300
    from member;
  insert into self_assessment (id, holder_id, edition, code, answer)
    select gen_random_uuid(), id, ${edition}, code, 'confident'
    from member cross join said, generate_series(1, 2);
  create temporary table made as
    select gen_random_uuid() as id, gen_random_uuid() as request, member.id as holder, lot
    from member, generate_series(0, ${signedEach / each - 1}) lot;
  insert into sign_off_request
      (id, holder_id, assessor_id, organisation, edition, section, level, codes)
    select request, holder, '${manager}', '${organisation}', ${edition}, '2.1', 'entry', '{2.1-entry}'
    from made;
  insert into signing (id, request_id, holder_id, assessor_id, organisation, edition, section, level,
      method, assessed_on, setting, review_on, shown, stepped_up_how, stepped_up_at)
    select id, request, holder, '${manager}', '${organisation}', ${edition}, '2.1', 'entry',
      'observed', current_date - 90, 'Ward', current_date + 20 + lot::integer * 30,
      '{"assessor": {"name": "A"}, "organisation": "O", "identityCheck": "not-checked"}',
      'demonstration', now()
    from made;
  insert into sign_off (id, signing_id, holder_id, edition, code)
    select gen_random_uuid(), made.id, holder, ${edition}, code
    from made join said on said.place / ${each} = made.lot;
  insert into passport_entry (id, holder_id, kind) select id, id, 'training' from member;
  insert into passport_entry_version
      (entry_id, version, holder_id, title, private, edition, codes, facts)
    select id, version, id, 'A course', false, ${edition}, '{3.9-entry}', '{}'
    from member, generate_series(1, 3) version;`
