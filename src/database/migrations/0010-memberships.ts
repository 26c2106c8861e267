import type { Migration } from './list.ts'

export const memberships: Migration = {
  name: '0010-memberships',
  sql: `
    -- One person may have two jobs in one organisation, as on a ward and in its bank.
    alter table membership drop constraint membership_pkey;
    alter table membership
      add column id uuid primary key default gen_random_uuid(),
      add column ended_by uuid references person,
      add unique (id, organisation),
      add unique (person_id, organisation, job_title, valid_from);
    create index on membership (organisation, valid_to);

    create table membership_team (
      membership_id uuid not null,
      team_id uuid not null,
      organisation text not null,
      primary key (membership_id, team_id),
      foreign key (membership_id, organisation) references membership (id, organisation)
        on delete cascade,
      foreign key (team_id, organisation) references team (id, organisation)
    );
    create index on membership_team (team_id);
    alter table membership_team enable row level security;

    -- Asked once a statement where a policy writes them as a subquery: (select my_organisations()).
    create function my_organisations() returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(distinct organisation), '{}') from membership
        where person_id = actor_id()
          and valid_from <= current_date and (valid_to is null or valid_to >= current_date)
      $$;
    create function holds_permission(holder uuid, wanted text, at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from permission_grant held
          where held.person_id = holder and held.organisation = at_organisation
            and held.permission = wanted and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
      $$;
    create function managed_organisations() returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(distinct organisation), '{}') from permission_grant
        where person_id = actor_id() and permission = 'manage-team'
          and has_permission('manage-team', organisation)
      $$;
    -- Ninety days after somebody has left, their employer sees no more of them than it must keep.
    create function is_shown_to_employer(valid_to date) returns boolean
      language sql stable return valid_to is null or valid_to >= current_date - 90;
    create function manages_person(other uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from membership
          where person_id = other and organisation = any (managed_organisations())
            and is_shown_to_employer(valid_to))
      $$;

    -- Of a colleague one sees the job that is shared, and none elsewhere. A manager also sees who
    -- starts soon, and who has just left.
    drop policy membership_read on membership;
    create policy membership_read on membership for select using (
      person_id = actor_id()
      or actor() in ('job:sign-in', 'job:load-content', 'job:send-invitations')
      or (organisation = any ((select my_organisations())::text[])
          and valid_from <= current_date and (valid_to is null or valid_to >= current_date))
      or (organisation = any ((select managed_organisations())::text[])
          and is_shown_to_employer(valid_to)));
    -- Another job for somebody who works there. Whoever does not is invited, and says yes or no.
    create policy membership_add on membership for insert with check (
      person_id <> actor_id() and has_permission('manage-team', organisation)
      and works_at(person_id, organisation));
    create policy membership_change on membership for update
      using (has_permission('manage-team', organisation) or person_id = actor_id())
      with check (has_permission('manage-team', organisation) or person_id = actor_id());
    -- Their own job a person may end, and nothing else.
    create function keep_membership() returns trigger language plpgsql as $$
      begin
        if actor_id() = old.person_id and (
          new.job_title <> old.job_title or new.valid_to is null or new.valid_to > old.valid_to)
        then
          raise exception 'one''s own job is ended, and not changed'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$;
    create trigger membership_kept before update on membership
      for each row execute function keep_membership();
    create policy membership_team_read on membership_team for select
      using (exists (select from membership where membership.id = membership_id));
    create policy membership_team_add on membership_team for insert
      with check (has_permission('manage-team', organisation));
    create policy membership_team_remove on membership_team for delete
      using (has_permission('manage-team', organisation));
    grant update (job_title, valid_to, ended_by) on membership to lanyard_app;
    grant select, insert, delete on membership_team to lanyard_app;

    drop policy person_read on person;
    create policy person_read on person for select using (
      id::text = actor() or actor() in ('job:sign-in', 'job:load-content')
      or exists (select from sign_off_request
                 where holder_id = actor_id() and assessor_id = person.id)
      or exists (select from sign_off_request
                 where assessor_id = actor_id() and holder_id = person.id)
      or works_with(id) or (actor() like 'link:%' and shares_by_link(id)) or answers_for(id)
      or manages_person(id));

    -- The people of one organisation, for its managers: in one scan, where policies would ask of
    -- each of ten thousand people in turn.
    create function people_at(at_organisation text)
      returns table (membership_id uuid, person_id uuid, name text, job_title text,
        valid_from date, valid_to date)
      language sql stable security definer set search_path = public, pg_temp as $$
        select membership.id, person.id, person.name, job_title, membership.valid_from,
          membership.valid_to
        from membership join person on person.id = membership.person_id
        where has_permission('manage-team', at_organisation)
          and membership.organisation = at_organisation
          and is_shown_to_employer(membership.valid_to)
      $$;

    -- What somebody may do elsewhere is not for colleagues here.
    drop policy permission_grant_read on permission_grant;
    create policy permission_grant_read on permission_grant for select using (
      person_id = actor_id()
      or actor() in ('job:sign-in', 'job:load-content', 'job:review-permissions')
      or organisation = any ((select my_organisations())::text[]));
    drop policy permission_grant_give on permission_grant;
    create policy permission_grant_give on permission_grant for insert with check (
      granted_by = actor_id() and person_id <> actor_id()
      and has_permission('manage-team', organisation) and works_at(person_id, organisation)
      and expires_on <= current_date + interval '24 months');
    -- A person may give up what they were given.
    drop policy permission_grant_end on permission_grant;
    create policy permission_grant_end on permission_grant for update
      using (has_permission('manage-team', organisation) or person_id = actor_id())
      with check (has_permission('manage-team', organisation) or person_id = actor_id());
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
        return new;
      end
    $$;
    create index on permission_grant (expires_on) where ended_on is null;

    -- When an organisation's managers were last told that reviews fall due.
    create table permission_review_letter (
      organisation text primary key references organisation,
      sent_on date not null
    );
    alter table permission_review_letter enable row level security;
    create policy permission_review_letter_job on permission_review_letter for all
      using (actor() = 'job:review-permissions') with check (actor() = 'job:review-permissions');
    grant select, insert on permission_review_letter to lanyard_app;
    grant update (sent_on) on permission_review_letter to lanyard_app;
    -- One address of each manager: at work, or else their own.
    create function manager_addresses(at_organisation text) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select distinct on (email_address.person_id) address from email_address
        where actor() = 'job:review-permissions'
          and holds_permission(email_address.person_id, 'manage-team', at_organisation)
          and (ends_on is null or ends_on >= current_date)
        order by email_address.person_id, kind desc, confirmed_at desc
      $$;

    -- A changed number is a new record, which nobody has checked.
    alter table registration drop constraint registration_pkey;
    alter table registration
      add column id uuid primary key default gen_random_uuid(),
      add column recorded_at timestamptz not null default clock_timestamp(),
      add column ended_at timestamptz;
    create unique index registration_once on registration (person_id, regulator)
      where ended_at is null;
    create policy registration_record on registration for insert
      with check (person_id = actor_id() and ended_at is null);
    create policy registration_end on registration for update
      using (person_id = actor_id()) with check (person_id = actor_id() and ended_at is not null);
    create function keep_registration() returns trigger language plpgsql as $$
      begin
        if old.ended_at is not null then
          raise exception 'this registration was ended' using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$;
    create trigger registration_kept before update on registration
      for each row execute function keep_registration();
    grant update (ended_at) on registration to lanyard_app;

    -- Somebody at the employer looked at the public register, by hand.
    create table registration_check (
      id uuid primary key default gen_random_uuid(),
      registration_id uuid not null references registration on delete cascade,
      organisation text not null references organisation,
      outcome text not null check (outcome in ('on-register', 'not-found')),
      checked_on date not null,
      checked_by uuid not null references person,
      recorded_at timestamptz not null default clock_timestamp(),
      check (checked_on <= current_date + 1)
    );
    create index on registration_check (registration_id, recorded_at desc);
    alter table registration_check enable row level security;
    -- Whose check it was tells where somebody works: the person sees all, an employer its own.
    create policy registration_check_read on registration_check for select using (
      exists (select from registration where registration.id = registration_id
              and (registration.person_id = actor_id()
                   or registration_check.organisation = any ((select my_organisations())::text[]))));
    create policy registration_check_record on registration_check for insert with check (
      checked_by = actor_id()
      and (has_permission('manage-team', organisation) or has_permission('issue', organisation))
      and exists (select from registration where registration.id = registration_id
                  and ended_at is null and person_id <> actor_id()
                  and works_at(person_id, organisation)));
    create trigger registration_check_append_only before update or delete on registration_check
      for each row execute function refuse_change();
    grant select, insert on registration_check to lanyard_app;

    -- Whoever manages people sees and records how their organisation knew who somebody is.
    drop policy identity_check_read on identity_check;
    create policy identity_check_read on identity_check for select using (
      person_id::text = actor() or actor() = 'job:load-content'
      or exists (select from sign_off_request
                 where assessor_id = actor_id() and holder_id = person_id)
      or (organisation = any ((select managed_organisations())::text[])
          and manages_person(person_id)));
    create policy identity_check_record on identity_check for insert with check (
      checked_by = actor_id() and person_id <> actor_id() and checked_on <= current_date + 1
      and has_permission('manage-team', organisation) and works_at(person_id, organisation));

    create table invitation_batch (
      id uuid primary key,
      organisation text not null references organisation,
      made_by uuid not null references person,
      made_at timestamptz not null default clock_timestamp(),
      -- What the file said, until everybody in it is invited.
      rows jsonb,
      started_at timestamptz,
      started_by uuid references person,
      total integer not null default 0,
      done integer not null default 0,
      invited integer not null default 0,
      finished_at timestamptz,
      check ((started_at is null) = (started_by is null)),
      check (done between 0 and total and invited between 0 and done)
    );
    create index on invitation_batch (organisation, made_at desc);
    alter table invitation_batch enable row level security;
    create policy invitation_batch_team on invitation_batch for all
      using (has_permission('manage-team', organisation) or actor() = 'job:send-invitations')
      with check (has_permission('manage-team', organisation) or actor() = 'job:send-invitations');
    grant select, insert on invitation_batch to lanyard_app;
    grant update (rows, started_at, started_by, total, done, invited, finished_at)
      on invitation_batch to lanyard_app;

    create table invitation (
      id uuid primary key,
      organisation text not null references organisation,
      batch_id uuid references invitation_batch,
      batch_row integer,
      -- As their employer knows them; gone thirty days after it is over.
      name text,
      email text check (email = lower(email)),
      way text not null check (way in ('email', 'printed-code')),
      job_title text not null,
      team_ids uuid[] not null default '{}',
      permissions text[] not null default '{}'
        check (permissions <@ array['assess', 'delegate', 'see-statistics']),
      starts_on date not null,
      invited_by uuid not null references person,
      invited_at timestamptz not null default clock_timestamp(),
      -- Of the link or the code. A printed code is made when it is printed, and not before.
      secret_hash bytea unique,
      expires_at timestamptz not null,
      identity_how text check (identity_how in
        ('photo-document-in-person', 'document-online', 'known-to-employer')),
      identity_checked_on date,
      identity_checked_by uuid references person,
      accepted_at timestamptz,
      accepted_by uuid references person,
      membership_id uuid references membership on delete set null,
      declined_at timestamptz,
      cancelled_at timestamptz,
      cancelled_by uuid references person,
      unique (batch_id, batch_row),
      check (way = 'email' or email is null),
      check ((accepted_at is null) = (accepted_by is null)),
      check (num_nonnulls(accepted_at, declined_at, cancelled_at) <= 1),
      check (num_nulls(identity_how, identity_checked_on, identity_checked_by) in (0, 3))
    );
    create index on invitation (organisation, invited_at desc);
    create index on invitation (accepted_by) where accepted_by is not null;
    -- Of two managers who invite at once, one does.
    create unique index invitation_once on invitation (organisation, email)
      where email is not null and accepted_at is null and declined_at is null
        and cancelled_at is null;
    alter table invitation enable row level security;
    create policy invitation_read on invitation for select using (
      accepted_by = actor_id() or actor() in ('job:open-invitation', 'job:send-invitations', 'job:sign-in')
      or (invited_by = actor_id() and (select is_steward()))
      or has_permission('manage-team', organisation));
    create policy invitation_make on invitation for insert with check (
      accepted_by is null and membership_id is null
      and ((invited_by = actor_id() and has_permission('manage-team', organisation))
        or (actor() = 'job:send-invitations' and exists (
          select from invitation_batch batch
          where batch.id = batch_id and batch.organisation = invitation.organisation
            and batch.started_by = invited_by))));
    create policy invitation_change on invitation for update
      using (has_permission('manage-team', organisation)
        or actor() in ('job:open-invitation', 'job:send-invitations'))
      with check (has_permission('manage-team', organisation)
        or actor() in ('job:open-invitation', 'job:send-invitations'));
    -- Where nobody manages people, a steward invites somebody, whose link gives them nothing; once
    -- they have joined, the same steward makes them the first manager.
    create policy invitation_first_manager on invitation for insert with check (
      invited_by = actor_id() and accepted_by is null and membership_id is null
      and batch_id is null and permissions = '{}' and names_first_manager(organisation));
    create policy invitation_first_manager_end on invitation for update
      using (invited_by = actor_id() and names_first_manager(organisation))
      with check (invited_by = actor_id());
    create policy permission_grant_first_manager on permission_grant for insert with check (
      permission = 'manage-team' and granted_by = actor_id() and person_id <> actor_id()
      and works_at(person_id, organisation) and names_first_manager(organisation)
      and expires_on <= current_date + interval '24 months'
      and exists (select from invitation
        where invited_by = actor_id() and accepted_by = person_id
          and invitation.organisation = permission_grant.organisation));
    create function keep_invitation() returns trigger language plpgsql as $$
      begin
        if num_nonnulls(old.accepted_at, old.declined_at, old.cancelled_at) > 0
          and (to_jsonb(new) - 'name' - 'email' - 'membership_id')
            <> (to_jsonb(old) - 'name' - 'email' - 'membership_id')
        then
          raise exception 'this invitation is over' using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$;
    create trigger invitation_kept before update on invitation
      for each row execute function keep_invitation();
    grant select, insert on invitation to lanyard_app;
    grant update (secret_hash, expires_at, identity_how, identity_checked_on, identity_checked_by,
      declined_at, cancelled_at, cancelled_by) on invitation to lanyard_app;

    -- Nobody has a right to put themselves into an organisation: whoever has the link or the code
    -- of an open invitation takes it here, once. Undefined where it is not open (any more).
    create function take_invitation(secret bytea, taker uuid, taker_name text)
      returns table (id uuid, organisation text, membership_id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          taken invitation;
          joined uuid;
          first_day date;
          manager_still boolean;
        begin
          if taker is distinct from actor_id()
            and (actor() is distinct from 'job:sign-in' or taker_name is null)
          then
            raise exception 'nobody joins for somebody else' using errcode = 'insufficient_privilege';
          end if;
          select * into taken from invitation open
            where open.secret_hash = secret and open.expires_at > clock_timestamp()
              and num_nonnulls(open.accepted_at, open.declined_at, open.cancelled_at) = 0
            for update;
          if not found then
            return;
          end if;
          if taker_name is not null then
            insert into person (id, name) values (taker, taker_name);
          end if;
          -- Somebody who left and comes back may have begun on that day before.
          for first_day in select unnest(array[taken.starts_on, current_date]) loop
            insert into membership (person_id, organisation, job_title, valid_from)
              values (taker, taken.organisation, taken.job_title, first_day)
              on conflict do nothing
              returning membership.id into joined;
            exit when joined is not null;
          end loop;
          if joined is null then
            return;
          end if;
          insert into membership_team (membership_id, team_id, organisation)
            select joined, team.id, team.organisation from team
            where team.id = any (taken.team_ids) and team.organisation = taken.organisation
              and (team.valid_to is null or team.valid_to >= current_date)
            on conflict do nothing;
          -- What an inviter could no longer give is not given in their name.
          manager_still := holds_permission(taken.invited_by, 'manage-team', taken.organisation);
          insert into permission_grant
              (person_id, organisation, permission, granted_by, expires_on, review_on)
            select taker, taken.organisation, wanted, taken.invited_by,
              current_date + interval '12 months', current_date + interval '10 months'
            from unnest(taken.permissions) wanted
            where manager_still and taken.invited_by <> taker and not exists (
              select from permission_grant held
              where held.person_id = taker and held.organisation = taken.organisation
                and held.permission = wanted and held.ended_on is null);
          insert into identity_check
              (id, person_id, organisation, how, checked_on, checked_by)
            select gen_random_uuid(), taker, taken.organisation, taken.identity_how,
              taken.identity_checked_on, taken.identity_checked_by
            where taken.identity_how is not null and taken.identity_checked_by <> taker;
          update invitation set accepted_at = clock_timestamp(), accepted_by = taker,
              membership_id = joined
            where invitation.id = taken.id;
          return query select taken.id, taken.organisation, joined;
        end
      $$;

    -- Of these addresses, those of people who work there: for whoever has a file of people to invite.
    create function addresses_at(at_organisation text, asked text[]) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select address from email_address
        where (has_permission('manage-team', at_organisation) or actor() = 'job:send-invitations')
          and address = any (asked)
          and exists (select from membership
            where membership.person_id = email_address.person_id
              and membership.organisation = at_organisation
              and (valid_to is null or valid_to >= current_date))
      $$;
    create function names_at(at_organisation text) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select person.name from membership join person on person.id = membership.person_id
        where (has_permission('manage-team', at_organisation) or actor() = 'job:send-invitations')
          and membership.organisation = at_organisation
          and (valid_to is null or valid_to >= current_date)
      $$;
    -- Does whoever is invited have an account by that address? Asked with the link in hand alone.
    create function account_of_invitation(secret bytea) returns uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select email_address.person_id from invitation
        join email_address on email_address.address = invitation.email
        where actor() in ('job:open-invitation', 'job:sign-in') and secret_hash = secret
          and (ends_on is null or ends_on >= current_date)
      $$;

    -- Whoever was invited is forgotten when it is over; that somebody was stays.
    create function erase_invitations(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone bigint;
        begin
          perform require_retention();
          update invitation set name = null, email = null
            where (name is not null or email is not null)
              and coalesce(accepted_at, declined_at, cancelled_at, expires_at) < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function erase_invitation_files(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone bigint;
        begin
          perform require_retention();
          update invitation_batch set rows = null
            where rows is not null and started_at is null and made_at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function erase_memberships(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          update invitation set name = null, email = null where accepted_by = of_person;
        end
      $$;
  `,
}
