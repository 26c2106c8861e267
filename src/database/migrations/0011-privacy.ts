import type { Migration } from './list.ts'

export const privacy: Migration = {
  name: '0011-privacy',
  sql: `
    -- A person asks for their account to be closed; it is erased after days in which they can undo it.
    create table account_closing (
      id uuid primary key,
      person_id uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      erase_after timestamptz not null,
      undone_at timestamptz,
      erased_at timestamptz,
      -- When also what organisations answered for had to be kept no longer.
      remains_ended_at timestamptz,
      check (undone_at is null or erased_at is null),
      check (erase_after >= asked_at + interval '7 days')
    );
    -- Of two at once, one is kept.
    create unique index account_closing_once on account_closing (person_id) where undone_at is null;
    create index on account_closing (erase_after) where undone_at is null and erased_at is null;
    alter table account_closing enable row level security;
    create policy account_closing_read on account_closing for select using (
      person_id = actor_id() or actor() in ('job:sign-in', 'job:erase-account'));
    create policy account_closing_ask on account_closing for insert with check (
      person_id = actor_id() and undone_at is null and erased_at is null);
    create policy account_closing_undo on account_closing for update
      using (person_id = actor_id() and undone_at is null and erased_at is null)
      with check (person_id = actor_id() and undone_at is not null);
    grant select, insert on account_closing to lanyard_app;
    grant update (undone_at) on account_closing to lanyard_app;

    -- From the day of asking: nobody asks them for anything any more.
    create function is_closing(person uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from account_closing
          where person_id = person and undone_at is null)
      $$;
    create function closing_people() returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select person_id from account_closing where undone_at is null and erased_at is null
      $$;
    create function is_erased(person uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from account_closing
          where person_id = person and erased_at is not null)
      $$;

    -- Append-only stands, but for two jobs of the service, and for them only inside the owner's
    -- functions below: the application itself has no right to change or delete these rows.
    create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if actor() in ('job:erase-account', 'job:enforce-retention')
          and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
        then
          if tg_op = 'DELETE' then
            return old;
          end if;
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end
    $$;

    -- Who looked at somebody's record. Of whoever opens a share link: when, and which link.
    create table viewing (
      id uuid primary key default gen_random_uuid(),
      holder_id uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      what text not null check (what in ('request', 'sign-off', 'issued-list', 'share', 'person',
        'team-list', 'rights-request', 'complaint')),
      subject_id uuid,
      about text check (about ~ '^[0-9A-Za-z.-]{1,40}$'),
      viewer_id uuid references person,
      organisation text references organisation,
      check (viewer_id <> holder_id),
      check ((viewer_id is null) = (what = 'share')),
      check ((viewer_id is null) = (organisation is null))
    );
    -- A page loaded again within the hour says nothing new.
    create unique index viewing_once_an_hour on viewing
      (holder_id, what, subject_id, viewer_id, date_trunc('hour', at at time zone 'UTC'))
      nulls not distinct;
    create index on viewing (holder_id, at desc);
    create index on viewing (at);
    alter table viewing enable row level security;
    create policy viewing_read on viewing for select using (holder_id = actor_id());
    create trigger viewing_append_only before update or delete on viewing
      for each row execute function refuse_change();
    grant select, insert on viewing to lanyard_app;
    -- Of somebody whose account is erased nothing more is noted: nobody is left to read it.
    create function skip_erased_holder() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if is_erased(new.holder_id) then
            return null;
          end if;
          return new;
        end
      $$;
    create trigger viewing_not_of_erased before insert on viewing
      for each row execute function skip_erased_holder();
    -- Only the holder, and only of who looked; nobody once that account is closed.
    create function name_of_viewer(seen uuid) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select person.name from viewing join person on person.id = viewer_id
        where viewing.id = seen and holder_id = actor_id() and not is_erased(person.id)
      $$;

    create policy known_device_own on known_device for select using (person_id = actor_id());

    -- A name that somebody has put right. What was issued keeps the name of its day; who checked an
    -- identity checked it under the name of that day.
    alter table person add column name_changed_at timestamptz;
    alter table identity_check add column recorded_at timestamptz not null default clock_timestamp();
    create table former_name (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      name text not null,
      until timestamptz not null default clock_timestamp()
    );
    create index on former_name (person_id);
    alter table former_name enable row level security;
    create policy former_name_read on former_name for select using (person_id = actor_id());
    create trigger former_name_append_only before update or delete on former_name
      for each row execute function refuse_change();
    create function keep_former_name() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor() = 'job:erase-account' then
            return new;
          end if;
          insert into former_name (person_id, name) values (old.id, old.name);
          new.name_changed_at = clock_timestamp();
          return new;
        end
      $$;
    create trigger person_former_name before update of name on person for each row
      when (new.name is distinct from old.name) execute function keep_former_name();
    create policy person_correct on person for update
      using (id = actor_id()) with check (id = actor_id());
    grant select on former_name to lanyard_app;
    grant update (name, level, profession) on person to lanyard_app;

    -- What a person asks of an organisation that answers for a record: to put it right, or to stop
    -- using it. Words go when the account is erased; that it was asked and answered stays.
    create table rights_request (
      id uuid primary key,
      person_id uuid not null references person,
      kind text not null check (kind in ('correction', 'objection')),
      -- Kind and id of the record, or of the purpose; and how that was named to both sides.
      about text not null,
      about_words text,
      -- Null asks whoever runs the service.
      organisation text references organisation,
      words text,
      asked_at timestamptz not null default clock_timestamp(),
      due_on date not null
    );
    create index on rights_request (person_id, asked_at desc);
    create index on rights_request (organisation, asked_at desc);
    create table rights_answer (
      request_id uuid primary key references rights_request,
      outcome text not null check (outcome in ('done', 'partly', 'refused')),
      words text,
      answered_by uuid not null references person,
      at timestamptz not null default clock_timestamp()
    );
    create index on rights_answer (answered_by);
    alter table rights_request enable row level security;
    alter table rights_answer enable row level security;
    -- Stewards answer for the service, and where an organisation has nobody who could.
    create function answers_rights_at(at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select actor_id() is not null and case
          when exists (select from permission_grant held
            where held.organisation = at_organisation
              and held.permission in ('issue', 'manage-team')
              and is_current_grant(held.expires_on, held.ended_on)
              and works_at(held.person_id, held.organisation))
          then has_permission('issue', at_organisation)
            or has_permission('manage-team', at_organisation)
          else is_steward() end
      $$;
    create policy rights_request_read on rights_request for select
      using (person_id = actor_id() or answers_rights_at(organisation));
    create policy rights_request_ask on rights_request for insert
      with check (person_id = actor_id() and words is not null and about_words is not null);
    create policy rights_answer_read on rights_answer for select
      using (exists (select from rights_request where id = request_id));
    -- Nobody answers what they asked themselves.
    create policy rights_answer_give on rights_answer for insert with check (
      answered_by = actor_id() and words is not null
      and exists (select from rights_request
                  where id = request_id and person_id <> actor_id()
                    and answers_rights_at(organisation)));
    create trigger rights_request_append_only before update or delete on rights_request
      for each row execute function refuse_change();
    create trigger rights_answer_append_only before update or delete on rights_answer
      for each row execute function refuse_change();
    grant select, insert on rights_request, rights_answer to lanyard_app;
    -- The two who write to each other read each other's name, and nobody else's.
    create function name_in_rights_request(request uuid, wanted uuid) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select person.name from rights_request asked
        left join rights_answer answer on answer.request_id = asked.id
        join person on person.id = wanted and wanted in (asked.person_id, answer.answered_by)
        where asked.id = request and not is_erased(person.id)
          and (asked.person_id = actor_id() or answers_rights_at(asked.organisation))
      $$;

    -- For oneself only, for where one works or worked, and about somebody whom one may see.
    create policy viewing_write on viewing for insert with check (
      case when viewer_id is null
        then actor() = 'link:' || subject_id and shares_by_link(holder_id)
        else viewer_id = actor_id()
          and (exists (select from person where person.id = holder_id)
            or exists (select from rights_request asked
                       where asked.id = subject_id and asked.person_id = holder_id))
          and exists (select from membership where membership.person_id = viewer_id
                      and membership.organisation = viewing.organisation)
      end);

    -- One address each of those who may answer, for the letter that says that somebody waits.
    create function addresses_to_answer(request uuid) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select distinct on (email_address.person_id) address
        from rights_request asked
        join permission_grant held
          on case when asked.organisation is null then held.permission = 'steward-framework'
            else held.organisation = asked.organisation
              and held.permission in ('issue', 'manage-team') end
        join email_address on email_address.person_id = held.person_id
        where asked.id = request and asked.person_id = actor_id()
          and held.person_id <> actor_id() and not is_closing(held.person_id)
          and is_current_grant(held.expires_on, held.ended_on)
          and works_at(held.person_id, held.organisation)
          and (ends_on is null or ends_on >= current_date)
        order by email_address.person_id, email_address.kind desc, confirmed_at desc
        limit 20
      $$;
    -- The same of the one who asked, for the letter that says that there is an answer.
    create function addresses_of_asker(request uuid) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select address from rights_request asked
        join email_address on email_address.person_id = asked.person_id
        where asked.id = request and answers_rights_at(asked.organisation)
          and (ends_on is null or ends_on >= current_date)
      $$;

    -- A copy of everything about somebody that was too much to make while they wait.
    create table export_copy (
      id uuid primary key,
      person_id uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      parts_done integer not null default 0,
      parts integer not null,
      ready_at timestamptz,
      file bytea
    );
    create index on export_copy (person_id, asked_at desc);
    create unique index export_copy_one_at_a_time on export_copy (person_id) where ready_at is null;
    alter table export_copy enable row level security;
    create policy export_copy_own on export_copy for all
      using (person_id = actor_id()) with check (person_id = actor_id());
    grant select, insert, delete on export_copy to lanyard_app;
    grant update (parts_done, ready_at, file) on export_copy to lanyard_app;

    -- The name of whom a sign-off was for, as long as the organisation answers for it: without it
    -- nobody could say afterwards who was confirmed to do what.
    create table kept_name (
      person_id uuid not null references person,
      organisation text not null references organisation,
      name text not null,
      at timestamptz not null default clock_timestamp(),
      primary key (person_id, organisation)
    );
    alter table kept_name enable row level security;
    create policy kept_name_read on kept_name for select
      using (has_permission('issue', organisation));
    create trigger kept_name_append_only before update or delete on kept_name
      for each row execute function refuse_change();
    grant select on kept_name to lanyard_app;

    -- Nobody asks of or through somebody who is leaving, and nobody who has left signs in.
    create function refuse_closing() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if is_closing(new.holder_id) or is_closing(new.assessor_id) then
            raise exception 'this account is closing' using errcode = 'restrict_violation';
          end if;
          return new;
        end
      $$;
    create trigger sign_off_request_not_of_closing before insert on sign_off_request
      for each row execute function refuse_closing();
    create function refuse_erased() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          -- Waits for an erasure that is under way, which holds this row.
          perform from person where id = new.person_id for key share;
          if is_erased(new.person_id) then
            raise exception 'this account is closed' using errcode = 'restrict_violation';
          end if;
          return new;
        end
      $$;
    create trigger session_not_of_erased before insert on session
      for each row execute function refuse_erased();

    -- Erasing: begun once for a person, then each feature's own function. See
    -- docs/decisions/0008-erasure.md.
    create function require_erasure(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:erase-account'
            or not exists (select from account_closing
              where person_id = of_person and undone_at is null and erased_at is null
                and erase_after <= now())
          then
            raise exception 'this account is not to be erased'
              using errcode = 'insufficient_privilege';
          end if;
        end
      $$;
    -- False when it was undone, or erased by another. In an order in which nobody who signs off or
    -- signs in at the same time waits for us while we wait for them.
    create function begin_erasure(of_person uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform from account_closing
            where person_id = of_person and undone_at is null and erased_at is null
              and erase_after <= now()
            for update;
          if not found then
            return false;
          end if;
          perform require_erasure(of_person);
          perform from sign_off_request where of_person in (holder_id, assessor_id)
            order by id for update;
          perform from person where id = of_person for update;
          return true;
        end
      $$;

    create function erase_passport(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from self_assessment where holder_id = of_person;
          delete from private_note where holder_id = of_person;
          delete from share_end where share_id in (select id from share where holder_id = of_person);
          delete from share_credential
            where share_id in (select id from share where holder_id = of_person);
          delete from share where holder_id = of_person;
          delete from signing_draft using sign_off_request asked
            where asked.id = request_id and of_person in (asked.holder_id, signing_draft.assessor_id);
          -- What came to nothing goes; of what was signed, the message goes.
          delete from sign_off_answer using sign_off_request asked
            where asked.id = sign_off_answer.request_id and asked.holder_id = of_person
              and not exists (select from signing where signing.request_id = asked.id);
          delete from sign_off_request where holder_id = of_person
            and not exists (select from signing where signing.request_id = sign_off_request.id);
          update sign_off_request set message = null
            where holder_id = of_person and message is not null;
          insert into kept_name (person_id, organisation, name)
            select distinct person.id, signing.organisation, person.name
            from signing join person on person.id = signing.holder_id
            where signing.holder_id = of_person;
        end
      $$;

    -- The public name of the holder's key stands in credentials; its private half opens nothing more.
    create function erase_credentials(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          update holder_key set sealed_private_key = '' where holder_id = of_person;
        end
      $$;

    -- What an organisation asked stays with the register; the words of whoever asked go.
    create function erase_organisations(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          update organisation_request set note = null
            where asked_by = of_person and note is not null;
        end
      $$;

    create function erase_privacy(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from viewing where holder_id = of_person;
          delete from export_copy where person_id = of_person;
          update rights_answer set words = null from rights_request asked
            where asked.id = request_id and asked.person_id = of_person;
          update rights_request set words = null, about_words = null where person_id = of_person;
        end
      $$;

    -- Last of all. What somebody was permitted to do, and when, belongs to what they signed.
    create function erase_account(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from open_id_login where person_id = of_person;
          delete from open_id_identity where person_id = of_person;
          delete from passkey_challenge where person_id = of_person;
          delete from passkey where person_id = of_person;
          delete from recovery_code where person_id = of_person;
          delete from recovery_sheet where person_id = of_person;
          delete from email_code where person_id = of_person
            or address in (select address from email_address where person_id = of_person);
          delete from demonstration_letter
            where address in (select address from email_address where person_id = of_person);
          delete from email_address where person_id = of_person;
          delete from known_device where person_id = of_person;
          delete from session where person_id = of_person;
          delete from registration where person_id = of_person;
          delete from identity_check where person_id = of_person;
          delete from former_name where person_id = of_person;
          update permission_grant set ended_on = current_date
            where person_id = of_person and ended_on is null;
          delete from membership where person_id = of_person
            and (valid_from > current_date or not exists (select from permission_grant held
              where held.person_id = of_person and held.organisation = membership.organisation));
          -- Two jobs that began on one day are still two.
          update membership set job_title = id::text,
              valid_to = least(coalesce(valid_to, current_date), current_date)
            where person_id = of_person;
          update person set name = 'Somebody who closed their account', about = null, level = null,
              profession = null, demonstration = false, name_changed_at = null
            where id = of_person;
          update account_closing set erased_at = clock_timestamp()
            where person_id = of_person and undone_at is null;
        end
      $$;

    -- Retention: a function a kind, which deletes what has run out by a day and says how much.
    create function require_retention() returns void language plpgsql as $$
      begin
        if actor() is distinct from 'job:enforce-retention' then
          raise exception 'only the job that enforces retention' using errcode = 'insufficient_privilege';
        end if;
      end
    $$;
    create function end_sessions(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from session where expires_at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    -- The demonstration's alone: the others are not kept.
    create function end_letters(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from demonstration_letter where at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function end_viewings(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from viewing where at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function end_export_copies(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from export_copy where asked_at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function end_unsigned_requests(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare ended uuid[];
        begin
          perform require_retention();
          select coalesce(array_agg(request_id), '{}') into ended from sign_off_answer
            where outcome in ('declined', 'taken-back') and at < before;
          delete from sign_off_answer where request_id = any (ended);
          delete from sign_off_request where id = any (ended);
          return cardinality(ended);
        end
      $$;
    create function end_shares(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare ended uuid[];
        begin
          perform require_retention();
          select coalesce(array_agg(id), '{}') into ended from share where expires_at < before;
          delete from share_end where share_id = any (ended);
          delete from share_credential where share_id = any (ended);
          delete from share where id = any (ended);
          return cardinality(ended);
        end
      $$;
    -- What an assessor has entered and never sent: the request is old, and they can enter it again.
    create function end_signing_drafts(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from signing_draft using sign_off_request asked
            where asked.id = request_id and asked.at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function end_rights_requests(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare ended uuid[];
        begin
          perform require_retention();
          select coalesce(array_agg(asked.id), '{}') into ended from rights_request asked
            left join rights_answer answer on answer.request_id = asked.id
            where coalesce(answer.at, asked.due_on::timestamptz) < before;
          delete from rights_answer where request_id = any (ended);
          delete from rights_request where id = any (ended);
          return cardinality(ended);
        end
      $$;
    -- Counts the accounts whose last remains went.
    create function end_closed_accounts(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone bigint := 0;
          leaver uuid;
        begin
          perform require_retention();
          for leaver in select person_id from account_closing
            where erased_at < before and remains_ended_at is null
          loop
            delete from signing_credential where holder_id = leaver;
            delete from sign_off_withdrawal where holder_id = leaver;
            delete from sign_off where holder_id = leaver;
            delete from signing where holder_id = leaver;
            delete from sign_off_answer using sign_off_request asked
              where asked.id = sign_off_answer.request_id and asked.holder_id = leaver;
            delete from sign_off_request where holder_id = leaver;
            delete from credential where holder_id = leaver;
            delete from holder_key where holder_id = leaver;
            delete from kept_name where person_id = leaver;
            delete from permission_grant where person_id = leaver;
            delete from membership where person_id = leaver;
            update account_closing set remains_ended_at = clock_timestamp() where person_id = leaver;
            gone := gone + 1;
          end loop;
          return gone;
        end
      $$;
  `,
}
