import type { Migration } from './list.ts'

export const seenWithItsSigning: Migration = {
  name: '0027-seen-with-its-signing',
  sql: `
    -- Whoever sees a signing sees what belongs to it. A function for each row was half the cost of
    -- the list of what an organisation issued; since plans are kept (decision 14), saying it in
    -- the policy costs a page nothing.
    alter policy sign_off_read on sign_off using (holder_id = (select actor_id())
      or exists (select from signing where signing.id = sign_off.signing_id));
    alter policy sign_off_withdrawal_read on sign_off_withdrawal using (
      holder_id = (select actor_id())
      or exists (select from sign_off where sign_off.id = sign_off_withdrawal.sign_off_id));
    alter policy signing_credential_read on signing_credential using (
      holder_id = (select actor_id())
      or exists (select from signing where signing.id = signing_credential.signing_id));
    alter policy signing_correction_read on signing_correction using (
      holder_id = (select actor_id()) or assessor_id = (select actor_id())
      or exists (select from signing where signing.id = signing_correction.signing_id));
    alter policy second_request_read on second_request using (
      holder_id = (select actor_id()) or second_id = (select actor_id())
      or exists (select from signing where signing.id = second_request.signing_id));
    alter policy second_answer_read on second_answer using (
      holder_id = (select actor_id()) or second_id = (select actor_id())
      or exists (select from signing where signing.id = second_answer.signing_id));
    alter policy sign_off_pause_read on sign_off_pause using (
      holder_id = (select actor_id())
      or exists (select from signing where signing.id = sign_off_pause.signing_id));

    -- Whether a sign-off counts: nobody withdrew it, and a second assessor confirmed where one is
    -- needed. And the pause of its signing, unless somebody ended that; it may be over by itself.
    create function stands(one sign_off) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select counts_with_second(one.signing_id, one.code, one.needs_second)
          and not exists (select from sign_off_withdrawal where sign_off_id = one.id)
      $$;
    create function pause_of(of_signing uuid, out id uuid, out until date, out since timestamptz,
        out by_name text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select latest.pause_id, latest.until, first.at, organisation.name
        from (select * from sign_off_pause where signing_id = of_signing
              order by at desc limit 1) latest
          join sign_off_pause first on first.id = latest.pause_id
          join organisation on organisation.slug = latest.acted_for
        where latest.until is not null
      $$;
    revoke execute on function stands, pause_of from public;

    drop function may_see_signing(uuid, text[]);
    drop function may_see_sign_off(uuid, text[]);
  `,
}
