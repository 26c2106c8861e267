/** Sign-offs in bulk: forty statements signed for each of many people, at a hundred organisations. */

/** Steward of the framework in the demonstration's terms. */
export const steward = '30000000-0000-4000-8000-000000000000'
export const signedEach = 40

const member = `('30000001-0000-4000-8000-' || lpad(to_hex(member), 12, '0'))::uuid`
const made = `('30000002-0000-4000-8000-' || lpad(to_hex(member), 12, '0'))::uuid`
const ref = `'ahp-support-worker/2026'`
const employer = `'bench-' || (member % 100)`

/** As the superuser, without what the database would check of each row. */
export function signOffRows(signOffs: number): string {
  const people = `generate_series(1, ${Math.floor(signOffs / signedEach)}) member`
  return `
  set session_replication_role = replica;
  insert into organisation (slug, name, kind, nation, sector)
    select ${employer}, 'Organisation ' || member, 'nhs-trust', 'england', 'nhs'
    from generate_series(0, 99) member;
  insert into organisation (slug, name, kind, nation, sector)
    values ('bench-steward', 'A steward of frameworks', 'steward', 'united-kingdom', null);
  insert into person (id, name) values ('${steward}', 'A steward');
  insert into membership (person_id, organisation, job_title, valid_from)
    values ('${steward}', 'bench-steward', 'Steward', current_date - 1);
  insert into permission_grant (person_id, organisation, permission)
    values ('${steward}', 'bench-steward', 'steward-framework');
  insert into person (id, name, level) select ${member}, 'Person ' || member, 'entry' from ${people};
  insert into signing (id, request_id, holder_id, assessor_id, organisation, edition, section, level,
      method, assessed_on, setting, review_on, shown, stepped_up_how, stepped_up_at)
    select ${made}, ${made}, ${member}, '${steward}', ${employer}, ${ref}, '2.1', 'entry',
      'observed', current_date - 9, 'Ward', current_date + 300,
      '{"assessor": {"name": "A"}, "organisation": "O", "identityCheck": "not-checked"}',
      'demonstration', now()
    from ${people};
  insert into sign_off (id, signing_id, holder_id, edition, code)
    select gen_random_uuid(), ${made}, ${member}, ${ref}, signed.code
    from ${people}, (select code from statement where edition = ${ref} and level = 'entry'
      order by position limit ${signedEach}) signed;
  set session_replication_role = origin;`
}
