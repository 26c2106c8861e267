import type { Migration } from './list.ts'

export const narrowerWalls: Migration = {
  name: '0016-narrower-walls',
  sql: `
    -- A status belongs to a credential that was issued, in a place that its list has.
    create function refuse_no_place() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select from status_list
                         where id = new.list and new.index >= 0 and new.index < length)
          then
            raise exception 'the list has no place %', new.index using errcode = 'check_violation';
          end if;
          return new;
        end
      $$;
    create trigger status_change_has_place before insert on status_change
      for each row execute function refuse_no_place();
    drop policy status_change_issuer on status_change;
    create policy status_change_issuer on status_change for insert with check (
      exists (select from credential
              where credential.status_list = status_change.list
                and credential.status_index = status_change.index
                and has_permission('issue', credential.organisation)));

    -- A person may give up what they were given, and not put off the day it is looked at again.
    create or replace function refuse_regrant() returns trigger language plpgsql as $$
      begin
        if old.ended_on is not null
          or (old.id, old.person_id, old.organisation, old.permission, old.granted_by, old.granted_at)
            is distinct from
            (new.id, new.person_id, new.organisation, new.permission, new.granted_by, new.granted_at)
          or (new.expires_on is distinct from old.expires_on
              and (new.expires_on is null or new.expires_on > old.expires_on))
        then
          raise exception 'a grant is ended or cut short and given anew, never prolonged'
            using errcode = 'restrict_violation';
        end if;
        if new.review_on is distinct from old.review_on
          and (old.person_id = actor_id() or not has_permission('manage-team', old.organisation))
        then
          raise exception 'only whoever may grant says when it is looked at again'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$;

    -- An assessor issues what they sign in the same transaction, one credential a signing. xmin is
    -- the transaction that wrote a row.
    create function signs_now(for_holder uuid, at_organisation text) returns boolean
      -- Volatile: each row of a statement sees the one before it.
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          return (select count(*) from signing
                  where holder_id = for_holder and organisation = at_organisation
                    and assessor_id = actor_id() and xmin = pg_current_xact_id()::xid)
            > (select count(*) from credential
               where holder_id = for_holder and organisation = at_organisation
                 and issued_by = actor_id() and xmin = pg_current_xact_id()::xid);
        end
      $$;
    create function replaces_same(replaced uuid, for_holder uuid, by_organisation text)
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from credential where id = replaced
            and holder_id = for_holder and organisation = by_organisation);
        end
      $$;
    create function is_key_of(key text, of_holder uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from holder_key where did = key and holder_id = of_holder);
        end
      $$;
    drop policy credential_issue on credential;
    -- Whoever issues: what the document says is what the row says.
    create policy credential_is_whole on credential as restrictive for insert with check (
      issued_by = actor_id()
      and exists (select from status_list
                  where status_list.id = credential.status_list
                    and status_list.organisation = credential.organisation
                    and status_index >= 0 and status_index < length)
      and document ->> 'id' = 'urn:uuid:' || id
      and document #>> '{issuer,id}' like '%:' || organisation
      and is_key_of(document #>> '{credentialSubject,id}', holder_id));
    create policy credential_issue on credential for insert with check (
      case when replaces is null
        then has_permission('assess', organisation) and may_issue(organisation)
          and signs_now(holder_id, organisation)
        else has_permission('issue', organisation)
          and replaces_same(replaces, holder_id, organisation)
      end);
    drop function is_replacement(uuid, text);

    -- Of somebody else one reads the name and nothing more; of oneself everything.
    revoke select on person from lanyard_app;
    grant select (id, name) on person to lanyard_app;
    create function own_account(of_person uuid)
      returns table (id uuid, name text, about text, level text, profession text,
        created_at timestamptz, name_changed_at timestamptz)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select person.id, person.name, person.about, person.level,
              person.profession, person.created_at, person.name_changed_at
            from person where person.id = of_person and person.id = actor_id();
        end
      $$;
    create function demonstration_people() returns table (id uuid, name text, about text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select person.id, person.name, coalesce(person.about, '')
            from person where demonstration and actor() = 'job:sign-in';
        end
      $$;
    -- Who changes their name is checked again: the old check was of somebody of another name.
    create function is_under_present_name(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (
            select from identity_check checked join person on person.id = checked.person_id
            where checked.id = wanted
              and (name_changed_at is null or recorded_at > name_changed_at));
        end
      $$;

    -- What an assessor was asked for ends with the job: the worker's words, how they showed who
    -- they are, and answering. What the assessor signed stays theirs to see, with the name on it.
    drop policy sign_off_request_read on sign_off_request;
    create policy sign_off_request_read on sign_off_request for select using (
      holder_id = (select actor_id())
      or (assessor_id = (select actor_id())
          and organisation = any ((select my_organisations())::text[])));
    create or replace function asked_to_assess(request uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off_request
            where id = request and assessor_id = actor_id()
              and works_at(assessor_id, organisation));
        end
      $$;
    drop policy sign_off_answer_assessor on sign_off_answer;
    create policy sign_off_answer_assessor on sign_off_answer for insert with check (
      outcome in ('signed', 'declined') and asked_to_assess(request_id));
    create or replace function may_see_person(other uuid, mine text[]) returns boolean
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
                       where holder_id = other and assessor_id = actor_id()
                         and works_at(assessor_id, organisation))
            or exists (select from signing where holder_id = other and assessor_id = actor_id())
            or manages_person(other);
        end
      $$;
    drop policy identity_check_read on identity_check;
    create policy identity_check_read on identity_check for select using (
      person_id = (select actor_id()) or (select actor()) = 'job:load-content'
      or exists (select from sign_off_request
                 where assessor_id = actor_id() and holder_id = person_id)
      or (organisation = any ((select managed_organisations())::text[])
          and manages_person(person_id)));
  `,
}
