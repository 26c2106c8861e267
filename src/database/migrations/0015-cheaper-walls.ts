import type { Migration } from './list.ts'

export const cheaperWalls: Migration = {
  name: '0015-cheaper-walls',
  sql: `
    -- A policy is planned anew with each query, reasons and all. So each says first what is nearly
    -- always true, and the rest stands in a function of plpgsql, which keeps its plans. What is the
    -- same for every row is asked once, as (select ...). Why, with figures:
    -- docs/decisions/0011-the-cost-of-the-second-wall.md

    create or replace function actor() returns text language plpgsql stable as $$
      begin
        return nullif(current_setting('app.actor', true), '');
      end
    $$;
    create or replace function actor_id() returns uuid language plpgsql stable as $$
      begin
        return case when actor() ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
          then actor()::uuid end;
      end
    $$;

    -- The same questions as before, with plans that are kept.
    create or replace function works_at(person uuid, at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from membership
            where person_id = person and organisation = at_organisation
              and valid_from <= current_date and (valid_to is null or valid_to >= current_date));
        end
      $$;
    create or replace function works_with(other uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (
            select from membership mine join membership theirs using (organisation)
            where mine.person_id = actor_id() and theirs.person_id = other
              and greatest(mine.valid_from, theirs.valid_from) <= current_date
              and (mine.valid_to is null or mine.valid_to >= current_date)
              and (theirs.valid_to is null or theirs.valid_to >= current_date));
        end
      $$;
    create or replace function has_permission(wanted text, at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (
            select from permission_grant held
            where held.person_id = actor_id() and held.organisation = at_organisation
              and held.permission = wanted and is_current_grant(held.expires_on, held.ended_on)
              and works_at(held.person_id, held.organisation));
        end
      $$;
    create or replace function organisations_where(permitted text) returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return array(
            select held.organisation from permission_grant held
            where held.person_id = actor_id() and held.permission = permitted
              and is_current_grant(held.expires_on, held.ended_on)
              and works_at(held.person_id, held.organisation));
        end
      $$;
    create or replace function my_organisations() returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return array(select distinct organisation from membership
            where person_id = actor_id()
              and valid_from <= current_date and (valid_to is null or valid_to >= current_date));
        end
      $$;
    create or replace function managed_organisations() returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return organisations_where('manage-team');
        end
      $$;
    create or replace function manages_person(other uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          managed text[] := organisations_where('manage-team');
        begin
          return managed <> '{}' and exists (
            select from membership
            where person_id = other and organisation = any (managed)
              and is_shown_to_employer(valid_to));
        end
      $$;
    -- Where the actor issues is handed in, so that it is asked once and not of each row.
    create function answers_for_one_of(other uuid, issuing text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return issuing <> '{}' and (
            exists (select from signing where holder_id = other and organisation = any (issuing))
            or exists (select from signing
                       where assessor_id = other and organisation = any (issuing)));
        end
      $$;
    create function may_see_signing(wanted uuid, issuing text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing where id = wanted
            and (assessor_id = actor_id() or organisation = any (issuing)));
        end
      $$;
    create or replace function shares_by_link(holder uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return actor() like 'link:%' and exists (
            select from share
            where holder_id = holder and 'link:' || share.id = actor() and expires_at > now()
              and not exists (select from share_end where share_end.share_id = share.id));
        end
      $$;
    create or replace function shared_by_link(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return actor() like 'link:%' and exists (
            select from share join share_credential on share_id = share.id
            where credential_id = wanted and 'link:' || share.id = actor() and expires_at > now()
              and not exists (select from share_end where share_end.share_id = share.id));
        end
      $$;

    -- Where the actor works is handed in, so that it is asked once and not of each row.
    create function works_at_one_of(person uuid, organisations text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return organisations <> '{}' and exists (select from membership
            where person_id = person and organisation = any (organisations)
              and valid_from <= current_date and (valid_to is null or valid_to >= current_date));
        end
      $$;

    -- A person: who they are; a job that lets people in; and whoever is joined to them.
    create function may_see_person(other uuid, mine text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if works_at_one_of(other, mine) then
            return true;
          end if;
          if actor_id() is null then
            return actor() in ('job:sign-in', 'job:load-content') or shares_by_link(other);
          end if;
          return exists (select from sign_off_request
                         where holder_id = actor_id() and assessor_id = other)
            or exists (select from sign_off_request
                       where holder_id = other and assessor_id = actor_id())
            or manages_person(other);
        end
      $$;
    drop policy person_read on person;
    create policy person_read on person for select
      using (id = (select actor_id()) or may_see_person(id, (select my_organisations()))
        or answers_for_one_of(id, (select organisations_where('issue'))));
    drop function answers_for(uuid);

    drop policy session_read on session;
    create policy session_read on session for select
      using (person_id = (select actor_id()) or actor() = 'job:sign-in');
    -- Asked with every page: five tables, whose plan is worth keeping. Only for the job that lets in.
    create function session_person(hash bytea, at timestamptz, idle_minutes integer)
      returns table (id uuid, name text, organisation text, session uuid, shared_computer boolean,
        stepped_up_how text, stepped_up_at timestamptz, erase_after timestamptz,
        last_seen_at timestamptz, permissions text[])
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:sign-in' then
            return;
          end if;
          return query select person.id, person.name, job.organisation, held.id,
              held.shared_computer, held.stepped_up_how, held.stepped_up_at, closing.erase_after,
              held.last_seen_at,
              array(select may.permission from permission_grant may
                where may.person_id = job.person_id and may.organisation = job.organisation
                  and is_current_grant(may.expires_on, may.ended_on))
            from session held join person on person.id = held.person_id
            left join membership job on job.person_id = person.id
              and job.valid_from <= current_date
              and (job.valid_to is null or job.valid_to >= current_date)
            left join account_closing closing
              on closing.person_id = person.id and closing.undone_at is null
            where held.token_hash = hash and held.expires_at > at
              and not (held.shared_computer
                and held.last_seen_at <= at - make_interval(mins => idle_minutes));
        end
      $$;
    drop policy account_closing_read on account_closing;
    create policy account_closing_read on account_closing for select using (
      person_id = (select actor_id()) or actor() in ('job:sign-in', 'job:erase-account'));

    create function may_see_answer(of_holder uuid, to_edition text, to_code text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off_request asked
            where asked.holder_id = of_holder and asked.assessor_id = actor_id()
              and asked.edition = to_edition and to_code = any (asked.codes)
              and has_permission('assess', asked.organisation)
              and not exists (select from sign_off_answer where request_id = asked.id));
        end
      $$;
    drop policy self_assessment_read on self_assessment;
    create policy self_assessment_read on self_assessment for select using (
      holder_id = (select actor_id()) or may_see_answer(holder_id, edition, code));
    drop policy private_note_own on private_note;
    create policy private_note_own on private_note for all
      using (holder_id = (select actor_id())) with check (holder_id = (select actor_id()));

    drop policy sign_off_request_read on sign_off_request;
    create policy sign_off_request_read on sign_off_request for select
      using (holder_id = (select actor_id()) or assessor_id = (select actor_id()));
    -- Whose request it answers, so that its policy need not look: kept by the two below.
    alter table sign_off_request add unique (id, holder_id, assessor_id);
    alter table sign_off_answer add column holder_id uuid, add column assessor_id uuid;
    alter table sign_off_answer disable trigger sign_off_answer_append_only;
    update sign_off_answer answer
      set holder_id = asked.holder_id, assessor_id = asked.assessor_id
      from sign_off_request asked where asked.id = answer.request_id;
    alter table sign_off_answer enable trigger sign_off_answer_append_only;
    alter table sign_off_answer
      alter holder_id set not null, alter assessor_id set not null,
      add foreign key (request_id, holder_id, assessor_id)
        references sign_off_request (id, holder_id, assessor_id);
    create function name_who_is_answered() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          select asked.holder_id, asked.assessor_id into new.holder_id, new.assessor_id
            from sign_off_request asked where asked.id = new.request_id;
          return new;
        end
      $$;
    create trigger sign_off_answer_named before insert on sign_off_answer
      for each row execute function name_who_is_answered();
    drop policy sign_off_answer_read on sign_off_answer;
    create policy sign_off_answer_read on sign_off_answer for select
      using (holder_id = (select actor_id()) or assessor_id = (select actor_id()));

    drop policy signing_read on signing;
    create policy signing_read on signing for select using (
      holder_id = (select actor_id()) or assessor_id = (select actor_id())
      or organisation = any ((select organisations_where('issue'))::text[]));
    drop policy sign_off_read on sign_off;
    create policy sign_off_read on sign_off for select
      using (holder_id = (select actor_id())
        or may_see_signing(signing_id, (select organisations_where('issue'))));
    create function may_see_sign_off(wanted uuid, issuing text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off join signing on signing.id = signing_id
            where sign_off.id = wanted
              and (assessor_id = actor_id() or organisation = any (issuing)));
        end
      $$;
    drop policy sign_off_withdrawal_read on sign_off_withdrawal;
    create policy sign_off_withdrawal_read on sign_off_withdrawal for select
      using (holder_id = (select actor_id())
        or may_see_sign_off(sign_off_id, (select organisations_where('issue'))));
    create index on signing_credential (holder_id);
    drop policy signing_credential_read on signing_credential;
    create policy signing_credential_read on signing_credential for select
      using (holder_id = (select actor_id())
        or may_see_signing(signing_id, (select organisations_where('issue'))));
    drop function may_see_signing(uuid);

    drop policy credential_holder on credential;
    drop policy credential_issuer on credential;
    drop policy credential_shared on credential;
    create policy credential_read on credential for select using (
      holder_id = (select actor_id()) or issued_by = (select actor_id())
      or organisation = any ((select organisations_where('issue'))::text[])
      or shared_by_link(id));

    drop policy membership_read on membership;
    create policy membership_read on membership for select using (
      person_id = (select actor_id())
      or (organisation = any ((select my_organisations())::text[])
          and valid_from <= current_date and (valid_to is null or valid_to >= current_date))
      or (organisation = any ((select managed_organisations())::text[])
          and is_shown_to_employer(valid_to))
      or actor() in ('job:sign-in', 'job:load-content', 'job:send-invitations'));
    drop policy permission_grant_read on permission_grant;
    create policy permission_grant_read on permission_grant for select using (
      person_id = (select actor_id()) or organisation = any ((select my_organisations())::text[])
      or actor() in ('job:sign-in', 'job:load-content', 'job:review-permissions'));
    drop policy registration_read on registration;
    create policy registration_read on registration for select using (
      person_id = (select actor_id())
      or works_at_one_of(person_id, (select my_organisations())) or actor() = 'job:load-content');
    drop policy email_address_read on email_address;
    create policy email_address_read on email_address for select using (
      person_id = (select actor_id())
      or actor() in ('job:sign-in', 'job:remind-of-work-address', 'job:load-content'));
    drop policy passkey_read on passkey;
    create policy passkey_read on passkey for select using (
      person_id = (select actor_id()) or actor() = 'job:sign-in');
    drop policy open_id_identity_read on open_id_identity;
    create policy open_id_identity_read on open_id_identity for select using (
      person_id = (select actor_id()) or actor() = 'job:sign-in');

    drop policy share_own on share;
    drop policy share_open on share;
    create policy share_read on share for select using (
      holder_id = (select actor_id()) or actor() in ('job:open-share', 'link:' || id));
    create policy share_make on share for insert with check (holder_id = actor_id());
    create function is_own_share(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from share where id = wanted and holder_id = actor_id());
        end
      $$;
    drop policy share_credential_own on share_credential;
    drop policy share_credential_open on share_credential;
    create policy share_credential_read on share_credential for select
      using (is_own_share(share_id) or actor() = 'link:' || share_id);
    create policy share_credential_make on share_credential for insert with check (
      is_own_share(share_id) and exists (select from credential
        where credential.id = credential_id and holder_id = actor_id()));
    drop policy share_end_own on share_end;
    drop policy share_end_open on share_end;
    create policy share_end_read on share_end for select
      using (is_own_share(share_id) or actor() = 'job:open-share');
    create policy share_end_make on share_end for insert with check (is_own_share(share_id));
  `,
}
