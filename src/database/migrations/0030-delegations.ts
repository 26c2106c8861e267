import type { Migration } from './list.ts'

export const delegations: Migration = {
  name: '0030-delegations',
  sql: `
    -- Whoever hands over tasks at an organisation: may, works there, and stands on a register.
    create function may_delegate(person uuid, at_organisation text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return holds_permission(person, 'delegate', at_organisation) and not is_closing(person)
            and exists (select from registration where person_id = person and ended_at is null);
        end
      $$;

    -- A task of an organisation's own, beside the catalogue, until a day.
    create table delegation_addon (
      id uuid primary key,
      organisation text not null references organisation,
      title text not null check (length(title) between 1 and 120),
      about text not null check (length(about) between 1 and 1000),
      edition text not null references edition,
      codes text[] not null check (cardinality(codes) between 1 and 12),
      ends_on date not null,
      -- Null once whoever added it is erased.
      made_by uuid references person,
      made_at timestamptz not null default clock_timestamp(),
      taken_out_at timestamptz
    );
    create index on delegation_addon (organisation, ends_on);
    create index on delegation_addon (made_by);
    alter table delegation_addon enable row level security;
    create policy delegation_addon_read on delegation_addon for select
      using (organisation = any ((select my_organisations())::text[]) or made_by = actor_id());
    create policy delegation_addon_make on delegation_addon for insert with check (
      made_by = actor_id() and taken_out_at is null
      and (has_permission('delegate', organisation) or has_permission('manage-team', organisation)));
    create policy delegation_addon_take_out on delegation_addon for update using (
      has_permission('delegate', organisation) or has_permission('manage-team', organisation));
    grant select, insert on delegation_addon to lanyard_app;
    grant update (taken_out_at) on delegation_addon to lanyard_app;

    -- A worker lets one registrant of another employer ask them, by a code that they give away.
    create table delegation_opening (
      id uuid primary key,
      worker_id uuid not null references person,
      -- Null where the person whom they support employs them.
      worker_at text references organisation,
      code_hash bytea unique,
      made_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      opened_by uuid references person,
      opened_for text references organisation,
      opened_at timestamptz,
      ended_at timestamptz,
      check (num_nulls(opened_by, opened_for, opened_at) in (0, 3)),
      check (opened_by <> worker_id)
    );
    create index on delegation_opening (worker_id, made_at desc);
    create index on delegation_opening (opened_by);
    create index on delegation_opening (made_at);
    alter table delegation_opening enable row level security;
    create policy delegation_opening_read on delegation_opening for select
      using (worker_id = (select actor_id()) or opened_by = (select actor_id()));
    create policy delegation_opening_make on delegation_opening for insert with check (
      worker_id = actor_id() and opened_by is null and not is_closing(worker_id)
      and (worker_at is null or works_at(worker_id, worker_at)));
    create policy delegation_opening_end on delegation_opening for update
      using (worker_id = actor_id()) with check (worker_id = actor_id());
    grant select (id, worker_id, worker_at, made_at, expires_at, opened_by, opened_for, opened_at, ended_at)
      on delegation_opening to lanyard_app;
    grant insert on delegation_opening to lanyard_app;
    grant update (ended_at) on delegation_opening to lanyard_app;
    -- Whoever opened it first may open it again; nobody else.
    create function open_to_delegate(by_code bytea, for_organisation text) returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          found_one delegation_opening;
        begin
          if actor_id() is null or not may_delegate(actor_id(), for_organisation) then
            return null;
          end if;
          select * into found_one from delegation_opening
            where code_hash = by_code and expires_at > clock_timestamp() and ended_at is null
              and worker_id <> actor_id() and not is_closing(worker_id)
            for update;
          if not found or coalesce(found_one.opened_by <> actor_id(), false) then
            return null;
          end if;
          update delegation_opening
            set opened_by = actor_id(), opened_for = for_organisation, opened_at = clock_timestamp()
            where id = found_one.id and opened_by is null;
          return found_one.worker_id;
        end
      $$;

    -- Whom the acting person may ask, and how they are known: a colleague, or who gave them a code.
    create function askable_worker(worker uuid, at_organisation text)
      returns table (name text, job_title text, employer text, employer_name text, opened boolean)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor_id() is null or worker = actor_id() or is_closing(worker)
            or not may_delegate(actor_id(), at_organisation)
          then
            return;
          end if;
          return query
            select person.name, job.job_title, job.organisation, place.name, false
            from membership job join person on person.id = job.person_id
            join organisation place on place.slug = job.organisation
            where job.person_id = worker and job.organisation = at_organisation
              and job.valid_from <= current_date
              and (job.valid_to is null or job.valid_to >= current_date)
            order by job.valid_from limit 1;
          if found then
            return;
          end if;
          return query
            select person.name, job.job_title, opening.worker_at, place.name, true
            from delegation_opening opening join person on person.id = opening.worker_id
            left join organisation place on place.slug = opening.worker_at
            left join membership job on job.person_id = opening.worker_id
              and job.organisation = opening.worker_at and job.valid_from <= current_date
              and (job.valid_to is null or job.valid_to >= current_date)
            where opening.worker_id = worker and opening.opened_by = actor_id()
              and opening.opened_for = at_organisation and opening.ended_at is null
              and opening.expires_at > clock_timestamp()
              and (opening.worker_at is null or job.id is not null)
            order by opening.opened_at desc limit 1;
        end
      $$;
    create function is_askable(worker uuid, at_organisation text, at_employer text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from askable_worker(worker, at_organisation) one
            where one.employer is not distinct from at_employer);
        end
      $$;

    -- One task that a registrant asks a worker to do. Never changed: what became of it is its steps.
    create table delegation (
      id uuid primary key,
      -- Asked together.
      offer_id uuid not null,
      edition text not null references edition,
      -- Of the catalogue, or the id of an organisation's own.
      task text not null,
      title text not null check (length(title) between 1 and 200),
      codes text[] not null check (cardinality(codes) between 1 and 12),
      delegator_id uuid not null references person,
      organisation text not null references organisation,
      -- Name, job and registration, as they stood that day.
      delegator_shown jsonb not null,
      worker_id uuid not null references person,
      worker_at text references organisation,
      worker_shown jsonb not null,
      arrangement text not null check (arrangement in
        ('same-employer', 'other-employer', 'own-employer')),
      employer_agreed_on date,
      words text not null check (length(words) between 1 and 1000),
      consent text not null check (consent in ('given', 'other-authority', 'not-needed')),
      consent_because text check (length(consent_because) between 1 and 500),
      supervision text not null check (supervision in
        ('beside', 'nearby', 'by-phone', 'looked-at-after')),
      starts_on date not null,
      review_on date not null check (review_on > starts_on),
      -- What the delegator saw before they asked: issued by their own organisation.
      seen jsonb not null,
      at timestamptz not null default clock_timestamp(),
      unique (offer_id, task),
      check (delegator_id <> worker_id),
      check ((arrangement = 'same-employer') = (worker_at is not distinct from organisation)),
      check ((arrangement = 'own-employer') = (worker_at is null)),
      check ((arrangement = 'own-employer') = (employer_agreed_on is not null)),
      check ((consent = 'not-needed') = (consent_because is not null))
    );
    create index on delegation (delegator_id, at desc);
    create index on delegation (worker_id, at desc);
    create index on delegation (organisation);
    create index on delegation (worker_at) where arrangement = 'other-employer';
    create index on delegation (at);

    create table delegation_step (
      id uuid primary key,
      delegation_id uuid not null references delegation on delete cascade,
      kind text not null check (kind in ('accepted', 'refused', 'agreed', 'not-agreed', 'paused',
        'ready', 'resumed', 'withdrawn', 'given-back', 'lapsed', 'delegator-left', 'worker-left',
        'review-moved', 'handed-over')),
      -- Null where the service itself looked.
      by_id uuid references person,
      codes text[] not null default '{}',
      day date,
      at timestamptz not null default clock_timestamp(),
      check ((by_id is null) = (kind in ('lapsed', 'delegator-left', 'worker-left'))),
      check ((day is not null) = (kind = 'review-moved'))
    );
    create index on delegation_step (delegation_id, at);
    create index on delegation_step (by_id);
    create unique index delegation_step_answer on delegation_step (delegation_id)
      where kind in ('accepted', 'refused');
    create unique index delegation_step_employer on delegation_step (delegation_id)
      where kind in ('agreed', 'not-agreed');
    create unique index delegation_step_end on delegation_step (delegation_id)
      where kind in ('withdrawn', 'given-back');

    -- In somebody's own words, for the two alone.
    create table delegation_reason (
      step_id uuid primary key references delegation_step on delete cascade,
      delegation_id uuid not null references delegation on delete cascade,
      by_id uuid not null references person,
      why text not null check (length(why) between 1 and 500)
    );
    create index on delegation_reason (delegation_id);
    create index on delegation_reason (by_id);

    -- Where the worker stood on its statements, by their own act, when they said yes and since.
    create table delegation_standing (
      id uuid primary key,
      delegation_id uuid not null references delegation on delete cascade,
      shown_to uuid not null references person,
      statements jsonb not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on delegation_standing (delegation_id, at desc);
    create index on delegation_standing (shown_to);

    create table delegation_handover (
      id uuid primary key,
      delegation_id uuid not null references delegation on delete cascade,
      from_id uuid not null references person,
      to_id uuid not null references person,
      asked_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      outcome text check (outcome in ('taken', 'not-taken')),
      answered_at timestamptz,
      taken_shown jsonb,
      check (from_id <> to_id),
      check ((outcome is null) = (answered_at is null)),
      check ((outcome = 'taken') is not distinct from (case when outcome is not null
        then taken_shown is not null end))
    );
    create unique index delegation_handover_open on delegation_handover (delegation_id)
      where outcome is null;
    create index on delegation_handover (to_id);
    create index on delegation_handover (from_id);
    create index on delegation_handover (asked_by);

    -- Walls. A hand-over moves the delegation to another registrant: who it is now is asked here.
    create function handed_to(wanted uuid) returns uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select to_id from delegation_handover
            where delegation_id = wanted and outcome = 'taken'
            order by answered_at desc limit 1);
        end
      $$;
    create function delegator_of(wanted uuid) returns uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return coalesce(handed_to(wanted),
            (select delegator_id from delegation where id = wanted));
        end
      $$;
    create function delegation_has(wanted uuid, kinds text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from delegation_step
            where delegation_id = wanted and kind = any (kinds));
        end
      $$;
    create function is_handed_to_me(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from delegation_handover
            where delegation_id = wanted and to_id = actor_id()
              and outcome is distinct from 'not-taken');
        end
      $$;
    -- Who is no longer there: the registrant first, then the worker.
    create function gone_from(wanted uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          one delegation;
        begin
          select * into one from delegation where id = wanted;
          return case
            when one.id is null then null
            when not may_delegate(delegator_of(wanted), one.organisation) then 'delegator-left'
            when one.worker_at is not null and not works_at(one.worker_id, one.worker_at)
              then 'worker-left'
          end;
        end
      $$;
    revoke execute on function gone_from from public;
    -- The worker said yes to whoever delegates it now.
    create function is_agreed_with_delegator(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from delegation_step yes
            where yes.delegation_id = wanted and yes.kind in ('accepted', 'ready')
              and yes.at > coalesce((select max(taken.at) from delegation_step taken
                where taken.delegation_id = wanted and taken.kind = 'handed-over'), '-infinity'));
        end
      $$;
    -- A pause of the worker's own, or a new registrant: the worker says first that they go on.
    create function waits_for_worker(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from delegation_step halt
            join delegation one on one.id = halt.delegation_id
            where halt.delegation_id = wanted
              and (halt.kind = 'handed-over' or (halt.kind = 'paused' and halt.by_id = one.worker_id))
              and not exists (select from delegation_step since
                where since.delegation_id = wanted and since.kind = 'ready'
                  and since.at > halt.at));
        end
      $$;
    create function is_paused(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return coalesce((select kind <> 'resumed' from delegation_step
            where delegation_id = wanted and kind in ('resumed', 'paused', 'lapsed',
              'delegator-left', 'worker-left', 'handed-over')
            order by at desc limit 1), false);
        end
      $$;
    -- Steps have an order, whoever writes them, and whatever wrote another one meanwhile.
    create function refuse_step_out_of_order() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          has_yes boolean;
        begin
          perform pg_advisory_xact_lock(
            hashtextextended('delegation:' || new.delegation_id::text, 0));
          has_yes := delegation_has(new.delegation_id, '{accepted}');
          if delegation_has(new.delegation_id, '{refused,not-agreed,withdrawn,given-back}')
            or not (case new.kind
              when 'accepted' then not has_yes
              when 'refused' then not has_yes
              when 'withdrawn' then true
              when 'ready' then has_yes and waits_for_worker(new.delegation_id)
              when 'resumed' then has_yes and is_paused(new.delegation_id)
                and not waits_for_worker(new.delegation_id)
              else has_yes end)
          then
            raise exception 'step % does not follow', new.kind using errcode = 'check_violation';
          end if;
          return new;
        end
      $$;
    create trigger delegation_step_in_order before insert on delegation_step
      for each row execute function refuse_step_out_of_order();
    -- The two; whoever is asked to take it over; and the worker's employer, once the worker said yes.
    alter table delegation enable row level security;
    create policy delegation_read on delegation for select using (
      worker_id = (select actor_id())
      or (delegator_id = (select actor_id()) and coalesce(handed_to(id), delegator_id) = delegator_id)
      or actor() = 'job:watch-delegations'
      or (arrangement = 'other-employer'
        and worker_at = any ((select managed_organisations())::text[])
        and delegation_has(id, '{accepted}'))
      or is_handed_to_me(id));
    create policy delegation_ask on delegation for insert with check (
      delegator_id = actor_id() and is_askable(worker_id, organisation, worker_at));
    grant select, insert on delegation to lanyard_app;

    create function part_in_delegation(wanted uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          one delegation;
        begin
          select * into one from delegation where id = wanted;
          return case
            when actor() = 'job:watch-delegations' then 'job'
            when one.worker_id = actor_id() then 'worker'
            when delegator_of(wanted) = actor_id() then 'delegator'
            when one.arrangement = 'other-employer' and has_permission('manage-team', one.worker_at)
              and delegation_has(wanted, '{accepted}') then 'employer'
            when is_handed_to_me(wanted) then 'next'
          end;
        end
      $$;
    -- For whoever has a part in it.
    create function who_is_gone(wanted uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return case when part_in_delegation(wanted) is not null then gone_from(wanted) end;
        end
      $$;
    -- A reason given to somebody is not handed over to the next.
    create function is_of_my_time(step uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from delegation_step taken where taken.id = step
            and taken.at > coalesce((select max(answered_at) from delegation_handover
              where delegation_id = taken.delegation_id and outcome = 'taken'), '-infinity'));
        end
      $$;
    alter table delegation_step enable row level security;
    -- The two see all of it; the employer and who is asked to take it over see no reason and no refusal.
    create policy delegation_step_read on delegation_step for select using (
      case part_in_delegation(delegation_id)
        when 'worker' then true when 'delegator' then true when 'job' then true
        when 'employer' then kind <> 'refused' when 'next' then kind <> 'refused'
        else false end);
    create policy delegation_step_take on delegation_step for insert with check (
      case part_in_delegation(delegation_id)
        when 'worker' then (by_id = actor_id()
            and kind in ('accepted', 'refused', 'paused', 'ready', 'given-back', 'review-moved')
            and (kind not in ('accepted', 'ready') or who_is_gone(delegation_id) is null))
          -- What the delegator saw stood no longer when the worker said yes.
          or (kind = 'lapsed' and by_id is null)
        when 'delegator' then by_id = actor_id()
          and kind in ('paused', 'resumed', 'withdrawn', 'review-moved')
          and (kind <> 'resumed' or who_is_gone(delegation_id) is null)
        when 'employer' then by_id = actor_id()
          and kind in ('agreed', 'not-agreed', 'paused')
        when 'job' then kind in ('lapsed', 'delegator-left', 'worker-left')
        else false end);
    grant select, insert on delegation_step to lanyard_app;
    alter table delegation_reason enable row level security;
    create policy delegation_reason_read on delegation_reason for select
      using (case part_in_delegation(delegation_id) when 'worker' then true
        when 'delegator' then by_id = actor_id() or is_of_my_time(step_id) else false end);
    create policy delegation_reason_give on delegation_reason for insert with check (
      by_id = actor_id() and part_in_delegation(delegation_id) in ('worker', 'delegator')
      and exists (select from delegation_step taken where taken.id = step_id
        and taken.by_id = actor_id()
        and taken.delegation_id = delegation_reason.delegation_id));
    grant select, insert on delegation_reason to lanyard_app;
    alter table delegation_standing enable row level security;
    create policy delegation_standing_read on delegation_standing for select
      using (case part_in_delegation(delegation_id) when 'worker' then true when 'job' then true
        when 'delegator' then shown_to = actor_id() else false end);
    create policy delegation_standing_keep on delegation_standing for insert with check (
      shown_to = delegator_of(delegation_id)
      and part_in_delegation(delegation_id) in ('worker', 'delegator')
      and delegation_has(delegation_id, '{accepted}'));
    grant select, insert on delegation_standing to lanyard_app;
    alter table delegation_handover enable row level security;
    create policy delegation_handover_read on delegation_handover for select using (
      from_id = (select actor_id()) or to_id = (select actor_id())
      or asked_by = (select actor_id())
      or part_in_delegation(delegation_id) in ('worker', 'job'));
    grant select on delegation_handover to lanyard_app;
    create trigger delegation_append_only before update or delete on delegation
      for each row execute function refuse_change();
    create trigger delegation_step_append_only before update or delete on delegation_step
      for each row execute function refuse_change();
    create trigger delegation_reason_append_only before update or delete on delegation_reason
      for each row execute function refuse_change();
    create trigger delegation_standing_append_only before update or delete on delegation_standing
      for each row execute function refuse_change();

    -- What was signed for somebody on these statements, and what has become of it. Before the worker
    -- says yes: what the delegator's own organisation issued. Since then: all of it, on these alone.
    create function signed_on(of_worker uuid, of_edition text, wanted text[], at_organisation text)
      returns table (signing_id uuid, section text, level text, organisation text,
        organisation_name text, signed_by text, assessed_on date, at timestamptz, review_on date,
        code text, counts boolean, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query
            select signing.id, signing.section, signing.level, signing.organisation,
              signing.shown ->> 'organisation', signing.shown -> 'assessor' ->> 'name',
              coalesce(latest.assessed_on, signing.assessed_on), signing.at,
              coalesce(latest.review_on, signing.review_on), sign_off.code, stands(sign_off),
              pause.id, pause.until, pause.since, pause.by_name
            from signing
            join sign_off on sign_off.signing_id = signing.id and sign_off.code = any (wanted)
            left join lateral (select corrected.assessed_on, corrected.review_on
              from signing_correction corrected where corrected.signing_id = signing.id
              order by corrected.at desc limit 1) latest on true
            left join lateral pause_of(signing.id) pause on true
            where signing.holder_id = of_worker and signing.edition = of_edition
              and (at_organisation is null or signing.organisation = at_organisation);
        end
      $$;
    revoke execute on function signed_on from public;
    create function signed_here_for(worker uuid, at_organisation text, of_edition text,
        wanted text[])
      returns table (signing_id uuid, section text, level text, organisation text,
        organisation_name text, signed_by text, assessed_on date, at timestamptz, review_on date,
        code text, counts boolean, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if exists (select from askable_worker(worker, at_organisation)) then
            return query select * from signed_on(worker, of_edition, wanted, at_organisation);
          end if;
        end
      $$;
    create function signed_for_delegation(wanted uuid)
      returns table (signing_id uuid, section text, level text, organisation text,
        organisation_name text, signed_by text, assessed_on date, at timestamptz, review_on date,
        code text, counts boolean, pause_id uuid, paused_until date, paused_since timestamptz,
        paused_by text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          one delegation;
        begin
          select * into one from delegation where id = wanted;
          if (part_in_delegation(wanted) in ('worker', 'job')
              or (part_in_delegation(wanted) = 'delegator' and gone_from(wanted) is null
                and is_agreed_with_delegator(wanted)))
            and delegation_has(wanted, '{accepted}')
            and not delegation_has(wanted, '{withdrawn,given-back,not-agreed}')
          then
            return query select * from signed_on(one.worker_id, one.edition, one.codes, null);
          end if;
        end
      $$;
    -- Handing over. By its delegator; or by a manager, where there is no delegator any more.
    create function needs_handover(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from delegation where id = wanted
              and not may_delegate(delegator_of(id), organisation))
            and delegation_has(wanted, '{accepted}')
            and not delegation_has(wanted, '{withdrawn,given-back,not-agreed}');
        end
      $$;
    create function delegations_to_hand_over(at_organisation text)
      returns table (id uuid, title text, delegator text, worker text, asked text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not has_permission('manage-team', at_organisation) then
            return;
          end if;
          return query
            select one.id, one.title, was.name, worker.name,
              (select next.name from delegation_handover waiting
                join person next on next.id = waiting.to_id
                where waiting.delegation_id = one.id and waiting.outcome is null)
            from delegation one
            join person was on was.id = delegator_of(one.id)
            join person worker on worker.id = one.worker_id
            where one.organisation = at_organisation and needs_handover(one.id)
            order by was.name, one.title;
        end
      $$;
    create function delegators_at(at_organisation text) returns table (id uuid, name text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor_id() is null or not works_at(actor_id(), at_organisation) then
            return;
          end if;
          return query
            select distinct person.id, person.name from permission_grant held
            join person on person.id = held.person_id
            where held.organisation = at_organisation and held.permission = 'delegate'
              and may_delegate(person.id, at_organisation)
            order by person.name;
        end
      $$;
    create function ask_handover(handover uuid, wanted uuid, next_person uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          one delegation;
          now_with uuid := delegator_of(wanted);
        begin
          select * into one from delegation where id = wanted;
          if actor_id() is null or one.id is null
            or not (now_with = actor_id()
              or (has_permission('manage-team', one.organisation) and needs_handover(wanted)))
            or not may_delegate(next_person, one.organisation)
            or next_person in (now_with, one.worker_id)
            or not delegation_has(wanted, '{accepted}')
            or delegation_has(wanted, '{withdrawn,given-back,not-agreed}')
          then
            return false;
          end if;
          insert into delegation_handover (id, delegation_id, from_id, to_id, asked_by)
            values (handover, wanted, now_with, next_person, actor_id())
            on conflict do nothing;
          return found;
        end
      $$;
    -- Once: of two answers the second changes nothing.
    create function answer_handover(handover uuid, take boolean, shown jsonb) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          one delegation_handover;
        begin
          update delegation_handover
            set outcome = case when take then 'taken' else 'not-taken' end,
              answered_at = clock_timestamp(), taken_shown = case when take then shown end
            where id = handover and to_id = actor_id() and outcome is null
              and (not take or may_delegate(actor_id(), (select organisation from delegation
                where delegation.id = delegation_id)))
              and not delegation_has(delegation_id, '{withdrawn,given-back,not-agreed}')
            returning * into one;
          if not found then
            return false;
          end if;
          if take then
            insert into delegation_step (id, delegation_id, kind, by_id)
              values (gen_random_uuid(), one.delegation_id, 'handed-over', actor_id());
          end if;
          return true;
        end
      $$;

    -- One address each of the others in it, for a letter that names nothing.
    create function addresses_in_delegation(wanted uuid) returns table (part text, address text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          one delegation;
        begin
          select * into one from delegation where id = wanted;
          if part_in_delegation(wanted) is null then
            return;
          end if;
          return query
            select told.part, held.address
            from (
              select 'worker' as part, one.worker_id as person
              union all select 'delegator', delegator_of(wanted)
              union all select 'next', to_id from delegation_handover
                where delegation_id = wanted and outcome is null
              union all select 'manager', keeper.person_id from permission_grant keeper
                where actor() = 'job:watch-delegations' and keeper.organisation = one.organisation
                  and keeper.permission = 'manage-team'
                  and holds_permission(keeper.person_id, 'manage-team', one.organisation)
              union all select 'employer', keeper.person_id from permission_grant keeper
                where one.arrangement = 'other-employer' and keeper.organisation = one.worker_at
                  and keeper.permission = 'manage-team'
                  and holds_permission(keeper.person_id, 'manage-team', one.worker_at)) told
            cross join lateral (
              select email_address.address from email_address
              where email_address.person_id = told.person
                and (ends_on is null or ends_on >= current_date)
              order by email_address.kind, confirmed_at limit 1) held
            where told.person is distinct from actor_id() and not is_closing(told.person);
        end
      $$;

    -- Who looked at where a worker stands before asking them.
    do $$
      declare
        held text := (select pg_get_constraintdef(oid) from pg_constraint
          where conname = 'viewing_what_check' and conrelid = 'viewing'::regclass);
      begin
        alter table viewing drop constraint viewing_what_check;
        execute 'alter table viewing add constraint viewing_what_check '
          || replace(held, 'ARRAY[', 'ARRAY[''delegation''::text, ');
      end
    $$;
    create policy viewing_of_delegation on viewing for insert with check (
      what = 'delegation' and viewer_id = actor_id() and (
        exists (select from askable_worker(holder_id, organisation))
        or exists (select from delegation one where one.id = subject_id
          and one.worker_id = holder_id and part_in_delegation(one.id) = 'delegator')));

    -- Erasing and ending. That a task was delegated stays with the other one, without the name.
    create function erase_delegations(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from delegation where of_person in (worker_id, delegator_id)
            and (not delegation_has(id, '{accepted}') or delegation_has(id, '{not-agreed}'));
          delete from delegation_reason where by_id = of_person or delegation_id in
            (select id from delegation where worker_id = of_person);
          delete from delegation_standing where delegation_id in
            (select id from delegation where worker_id = of_person);
          update delegation set worker_shown = '{"name":"Somebody whose account is closed"}',
              seen = '[]', words = 'Taken out when the account was closed',
              consent_because = case when consent = 'not-needed'
                then 'Taken out when the account was closed' end
            where worker_id = of_person;
          update delegation_addon set made_by = null where made_by = of_person;
          update delegation set delegator_shown = '{"name":"Somebody whose account is closed"}'
            where delegator_id = of_person;
          update delegation_handover
            set taken_shown = '{"name":"Somebody whose account is closed"}'
            where to_id = of_person and outcome = 'taken';
          delete from delegation_handover where of_person in (from_id, to_id) and outcome is null;
          delete from delegation_opening where of_person in (worker_id, opened_by);
        end
      $$;
    create function end_delegations(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from delegation where delegation_has(id, '{accepted}')
            and exists (select from delegation_step over_by where over_by.delegation_id = delegation.id
              and kind in ('withdrawn', 'given-back', 'not-agreed') and over_by.at < before);
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    -- Refused, or never answered.
    create function end_delegations_not_taken(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from delegation where at < before and not delegation_has(id, '{accepted}');
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function end_delegation_openings(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from delegation_opening where made_at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function end_delegation_addons(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from delegation_addon
            where coalesce(taken_out_at, ends_on::timestamptz) < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
  `,
}
