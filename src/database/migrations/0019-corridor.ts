import type { Migration } from './list.ts'

export const corridor: Migration = {
  name: '0019-corridor',
  sql: `
    -- A worker shows a code; an assessor who opens it signs what they saw, in this one visit. The
    -- hashes are keyed, and the application reads neither.
    create table corridor_visit (
      id uuid primary key,
      holder_id uuid not null references person,
      code_hash bytea,
      secret_hash bytea,
      edition text not null references edition,
      level text not null,
      -- In the order in which to look.
      codes text[] not null check (cardinality(codes) between 1 and 500),
      -- How many of them come first of all.
      suggested integer not null,
      made_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      ended_at timestamptz,
      assessor_id uuid references person,
      organisation text references organisation,
      opened_at timestamptz,
      signed_at timestamptz,
      check (holder_id <> assessor_id),
      check (num_nulls(assessor_id, organisation, opened_at) in (0, 3)),
      check (signed_at is null or opened_at is not null)
    );
    create unique index on corridor_visit (code_hash);
    create unique index on corridor_visit (secret_hash);
    create index on corridor_visit (holder_id, made_at desc);
    create index on corridor_visit (assessor_id);
    alter table corridor_visit enable row level security;
    create policy corridor_visit_read on corridor_visit for select using (
      holder_id = (select actor_id()) or (assessor_id = (select actor_id())
        and organisation = any ((select my_organisations())::text[])));
    grant select (id, holder_id, edition, level, codes, suggested, made_at, expires_at, ended_at, assessor_id,
      organisation, opened_at, signed_at) on corridor_visit to lanyard_app;

    -- A code that did not work: whose it might have been is all the live ones there.
    create table corridor_try (
      id bigint generated always as identity primary key,
      assessor_id uuid not null references person,
      organisations text[] not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on corridor_try (at);
    create index on corridor_try (assessor_id, at);
    alter table corridor_try enable row level security;
    create policy corridor_try_own on corridor_try for select
      using (assessor_id = (select actor_id()));
    grant select on corridor_try to lanyard_app;

    -- A new code ends the one before it. False where another live one has the same digits.
    create function offer_visit(visit uuid, of_holder uuid, by_code bytea, by_secret bytea,
        of_edition text, of_level text, of_codes text[], first_codes integer, until timestamptz)
      returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if of_holder is distinct from actor_id() or is_closing(of_holder) then
            raise exception 'a code is for oneself' using errcode = 'insufficient_privilege';
          end if;
          update corridor_visit set ended_at = clock_timestamp(), code_hash = null, secret_hash = null
            where holder_id = of_holder and ended_at is null and opened_at is null and id <> visit;
          update corridor_visit set code_hash = null, secret_hash = null
            where code_hash = by_code and expires_at <= clock_timestamp();
          insert into corridor_visit
              (id, holder_id, code_hash, secret_hash, edition, level, codes, suggested, expires_at)
            values (visit, of_holder, by_code, by_secret, of_edition, of_level, of_codes,
              first_codes, until)
            on conflict do nothing;
          return found;
        end
      $$;
    create function stop_visit(visit uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update corridor_visit set ended_at = clock_timestamp(), code_hash = null, secret_hash = null
            where id = visit and holder_id = actor_id() and ended_at is null and opened_at is null;
          return found;
        end
      $$;

    -- Only a colleague who may assess where the holder works opens anything, and not after eight
    -- wrong codes in a quarter of an hour. A code that two dozen wrong ones may have been meant for
    -- opens nothing any more. Whoever opened it first may open it again; nobody else.
    create function open_visit(by_code bytea, by_secret bytea) returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          me uuid := actor_id();
          mine text[] := organisations_where('assess');
          offered corridor_visit;
          place text;
        begin
          if me is null or cardinality(mine) = 0 then
            return null;
          end if;
          perform pg_advisory_xact_lock(hashtextextended('corridor-try:' || me, 0));
          if (select count(*) from corridor_try
              where assessor_id = me and at > clock_timestamp() - interval '15 minutes') >= 8
          then
            return null;
          end if;
          select * into offered from corridor_visit live
            where (live.code_hash = by_code or live.secret_hash = by_secret)
              and live.expires_at > clock_timestamp() and live.ended_at is null
              and live.holder_id <> me and not is_closing(live.holder_id)
              and works_at_one_of(live.holder_id, mine)
              and (live.assessor_id is null and (select count(*) from corridor_try tried
                    where tried.at > live.made_at
                      and works_at_one_of(live.holder_id, tried.organisations)) < 24
                or live.assessor_id = me)
            for update;
          -- Again, now that nobody else holds it.
          if not found or offered.assessor_id is distinct from me and offered.assessor_id is not null
          then
            -- Figures can be guessed; the secret cannot.
            if by_code is not null then
              insert into corridor_try (assessor_id, organisations) values (me, mine);
            end if;
            return null;
          end if;
          if offered.assessor_id is null then
            select slug into place from unnest(mine) slug
              where works_at(offered.holder_id, slug) order by may_issue(slug) desc, slug limit 1;
            update corridor_visit
              set assessor_id = me, organisation = place, opened_at = clock_timestamp()
              where id = offered.id;
          end if;
          return offered.id;
        end
      $$;
    create function is_visit_of_mine(visit uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from corridor_visit
            where id = visit and assessor_id = actor_id() and works_at(holder_id, organisation)
              and has_permission('assess', organisation)
              and opened_at > clock_timestamp() - interval '1 hour');
        end
      $$;
    -- True once: of two confirmations the second waits here and then changes nothing.
    create function take_visit(visit uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update corridor_visit set signed_at = clock_timestamp()
            where id = visit and signed_at is null and is_visit_of_mine(visit);
          return found;
        end
      $$;

    -- The requests that a visit made: what was signed in it, and what was not yet there.
    create table corridor_request (
      request_id uuid primary key references sign_off_request on delete cascade,
      visit_id uuid not null references corridor_visit on delete cascade,
      section text not null,
      outcome text not null check (outcome in ('signed', 'declined')),
      unique (visit_id, section, outcome)
    );
    alter table corridor_request enable row level security;
    create policy corridor_request_read on corridor_request for select using (
      exists (select from corridor_visit where corridor_visit.id = visit_id));
    grant select on corridor_request to lanyard_app;
    -- The worker asked by showing the code. False where the section has such a one already.
    create function request_in_visit(visit uuid, request uuid, of_section text, of_codes text[],
        of_outcome text) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          held corridor_visit;
        begin
          select * into held from corridor_visit where id = visit for update;
          if not found or not is_visit_of_mine(visit) or not (of_codes <@ held.codes)
            or exists (select from unnest(of_codes) wanted where not exists (
              select from statement where statement.edition = held.edition
                and statement.code = wanted and statement.section = of_section))
          then
            raise exception 'not of this visit' using errcode = 'insufficient_privilege';
          end if;
          if exists (select from corridor_request made where made.visit_id = visit
              and made.section = of_section and made.outcome = of_outcome)
          then
            return false;
          end if;
          insert into sign_off_request
              (id, holder_id, assessor_id, organisation, edition, section, level, codes)
            values (request, held.holder_id, held.assessor_id, held.organisation, held.edition,
              of_section, held.level, of_codes);
          insert into corridor_request (request_id, visit_id, section, outcome)
            values (request, visit, of_section, of_outcome);
          return true;
        end
      $$;

    -- The next chance, beside "not yet".
    create table sign_off_chance (
      request_id uuid primary key,
      holder_id uuid not null,
      assessor_id uuid not null,
      next_on date,
      occasion text,
      at timestamptz not null default clock_timestamp(),
      check (num_nonnulls(next_on, occasion) > 0),
      foreign key (request_id, holder_id, assessor_id)
        references sign_off_request (id, holder_id, assessor_id) on delete cascade
    );
    create index on sign_off_chance (holder_id);
    alter table sign_off_chance enable row level security;
    create policy sign_off_chance_read on sign_off_chance for select
      using (holder_id = (select actor_id()) or assessor_id = (select actor_id()));
    create policy sign_off_chance_say on sign_off_chance for insert with check (
      assessor_id = actor_id() and exists (select from sign_off_answer
        where sign_off_answer.request_id = sign_off_chance.request_id
          and sign_off_answer.assessor_id = actor_id()));
    create trigger sign_off_chance_append_only before update or delete on sign_off_chance
      for each row execute function refuse_change();
    grant select, insert on sign_off_chance to lanyard_app;

    -- Of a statement that requires all or any of several things: those that were seen.
    alter table sign_off add column parts text[] not null default '{}';

    -- An assessor's own slip, within a day: the facts are put right, and what stood before stays.
    create table signing_correction (
      id uuid primary key,
      signing_id uuid not null references signing on delete cascade,
      holder_id uuid not null references person,
      assessor_id uuid not null references person,
      method text not null check (method in
        ('observed', 'discussion', 'simulation', 'testimony', 'prior-learning')),
      assessed_on date not null,
      setting text not null,
      review_on date not null check (review_on > assessed_on),
      note text,
      at timestamptz not null default clock_timestamp(),
      stepped_up_how text not null,
      stepped_up_at timestamptz not null
    );
    create index on signing_correction (signing_id, at);
    create index on signing_correction (holder_id);
    alter table signing_correction enable row level security;
    create policy signing_correction_read on signing_correction for select using (
      holder_id = (select actor_id()) or assessor_id = (select actor_id())
      or may_see_signing(signing_id, (select answerable_organisations())));
    create function signed_by_me(wanted uuid, of_holder uuid, within interval) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing
            where id = wanted and holder_id = of_holder and assessor_id = actor_id()
              and has_permission('assess', organisation) and at > clock_timestamp() - within);
        end
      $$;
    create policy signing_correction_own on signing_correction for insert with check (
      assessor_id = actor_id() and signed_by_me(signing_id, holder_id, interval '1 day'));
    create trigger signing_correction_append_only before update or delete on signing_correction
      for each row execute function refuse_change();
    grant select, insert on signing_correction to lanyard_app;

    -- Within ten minutes an assessor takes back what they signed themselves.
    alter table sign_off_withdrawal drop constraint sign_off_withdrawal_cause_check;
    alter table sign_off_withdrawal add constraint sign_off_withdrawal_cause_check
      check (cause in ('error', 'fraud', 'later-assessment', 'taken-back'));
    create policy sign_off_withdrawal_own on sign_off_withdrawal for insert with check (
      withdrawn_by = actor_id() and withdrawn_for is null and cause = 'taken-back' and exists (
        select from sign_off where sign_off.id = sign_off_id
          and sign_off.holder_id = sign_off_withdrawal.holder_id
          and signed_by_me(sign_off.signing_id, sign_off.holder_id, interval '10 minutes')));
    create function changes_own_now(of_credential uuid, of_holder uuid) returns boolean
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing_credential shown
            join signing on signing.id = shown.signing_id
            where shown.credential_id = of_credential and signing.assessor_id = actor_id()
              and signing.holder_id = of_holder and (
                exists (select from signing_correction corrected
                  where corrected.signing_id = signing.id
                    and corrected.xmin = pg_current_xact_id()::xid)
                or exists (select from sign_off join sign_off_withdrawal taken
                    on taken.sign_off_id = sign_off.id
                  where sign_off.signing_id = signing.id and taken.cause = 'taken-back'
                    and taken.xmin = pg_current_xact_id()::xid)));
        end
      $$;
    create policy status_change_own on status_change for insert with check (
      purpose = 'revocation' and exists (select from credential
        where credential.status_list = status_change.list
          and credential.status_index = status_change.index
          and changes_own_now(credential.id, credential.holder_id)));
    create policy credential_correct on credential for insert with check (
      replaces is not null and has_permission('assess', organisation)
      and replaces_same(replaces, holder_id, organisation)
      and changes_own_now(replaces, holder_id));

    -- A request to renew shows whoever is asked the former facts, as they stand.
    create table sign_off_renewal (
      request_id uuid primary key,
      signing_id uuid not null references signing on delete cascade,
      holder_id uuid not null,
      assessor_id uuid not null,
      method text not null,
      setting text not null,
      assessed_on date not null,
      review_on date,
      signed_by text not null,
      foreign key (request_id, holder_id, assessor_id)
        references sign_off_request (id, holder_id, assessor_id) on delete cascade
    );
    create index on sign_off_renewal (signing_id);
    create index on sign_off_renewal (holder_id);
    alter table sign_off_renewal enable row level security;
    create policy sign_off_renewal_read on sign_off_renewal for select using (
      holder_id = (select actor_id())
      or (assessor_id = (select actor_id()) and asked_to_assess(request_id)));
    create function is_signed_for_me(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing where id = wanted and holder_id = actor_id());
        end
      $$;
    create policy sign_off_renewal_ask on sign_off_renewal for insert with check (
      holder_id = actor_id() and is_signed_for_me(signing_id));
    create function copy_former_facts() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          select coalesce(latest.method, signing.method), coalesce(latest.setting, signing.setting),
              coalesce(latest.assessed_on, signing.assessed_on),
              coalesce(latest.review_on, signing.review_on), shown #>> '{assessor,name}'
            into new.method, new.setting, new.assessed_on, new.review_on, new.signed_by
            from signing left join lateral (select * from signing_correction
              where signing_correction.signing_id = signing.id order by at desc limit 1) latest on true
            where signing.id = new.signing_id;
          select asked.holder_id, asked.assessor_id into new.holder_id, new.assessor_id
            from sign_off_request asked where asked.id = new.request_id;
          return new;
        end
      $$;
    create trigger sign_off_renewal_facts before insert on sign_off_renewal
      for each row execute function copy_former_facts();
    create trigger sign_off_renewal_append_only before update or delete on sign_off_renewal
      for each row execute function refuse_change();
    grant select, insert on sign_off_renewal to lanyard_app;

    -- Who was reminded of what, once for each review date: before it, and when it has passed.
    create table review_reminder (
      signing_id uuid not null references signing on delete cascade,
      kind text not null check (kind in ('due', 'passed')),
      review_on date not null,
      at timestamptz not null default clock_timestamp(),
      primary key (signing_id, kind, review_on)
    );
    alter table review_reminder enable row level security;
    create policy review_reminder_read on review_reminder for select using (
      actor() = 'job:remind-of-reviews' or is_signed_for_me(signing_id));
    grant select on review_reminder to lanyard_app;
    -- What stands, and was not signed again with a later review: each as it was last put right. A
    -- letter a person, to the address that is theirs.
    create function take_review_reminders(today date)
      returns table (address text, due integer, passed integer, first_on date)
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:remind-of-reviews' then
            return;
          end if;
          return query
            with latest as (
              select distinct on (signing_id) signing_id, signing_correction.review_on
              from signing_correction order by signing_id, at desc
            ), reviewed as not materialized (
              select signing.id, signing.holder_id,
                coalesce(latest.review_on, signing.review_on) as reviewed_on
              from signing left join latest on latest.signing_id = signing.id
            ), standing as (
              select reviewed.*, sign_off.edition, sign_off.code
              from reviewed join sign_off on sign_off.signing_id = reviewed.id
              where reviewed_on between today - 30 and today + 30
                and not is_closing(reviewed.holder_id)
                and not exists (select from sign_off_withdrawal
                  where sign_off_withdrawal.sign_off_id = sign_off.id)
            ), open_ones as (
              select distinct one.id, one.holder_id, one.reviewed_on,
                case when one.reviewed_on < today then 'passed' else 'due' end as kind
              from standing one
              where not exists (select from sign_off later
                  join reviewed again on again.id = later.signing_id
                  where later.holder_id = one.holder_id and later.edition = one.edition
                    and later.code = one.code and again.id <> one.id
                    and again.reviewed_on > one.reviewed_on
                    and not exists (select from sign_off_withdrawal
                      where sign_off_withdrawal.sign_off_id = later.id))
            ), reachable as (
              select open_ones.*, held.address from open_ones cross join lateral (
                select email_address.address from email_address
                where email_address.person_id = open_ones.holder_id
                  and (ends_on is null or ends_on >= today)
                order by email_address.kind, confirmed_at limit 1) held
            ), taken as (
              insert into review_reminder (signing_id, kind, review_on)
                select id, kind, reviewed_on from reachable
                on conflict do nothing returning signing_id, kind, review_on
            )
            select reachable.address, count(*) filter (where taken.kind = 'due')::integer,
              count(*) filter (where taken.kind = 'passed')::integer, min(taken.review_on)
            from taken join reachable on reachable.id = taken.signing_id
            group by reachable.holder_id, reachable.address;
        end
      $$;

    -- Erasing and ending. What was signed, and corrected, stays with the organisation.
    create function erase_corridor(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from corridor_try where assessor_id = of_person;
          delete from corridor_visit where of_person in (holder_id, assessor_id);
          delete from sign_off_chance where holder_id = of_person;
          delete from sign_off_renewal where holder_id = of_person;
        end
      $$;
    create function end_corridor_visits(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone bigint;
        begin
          perform require_retention();
          delete from corridor_try where at < before;
          delete from corridor_visit where made_at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
  `,
}
