import type { Migration } from './list.ts'

export const assessing: Migration = {
  name: '0024-assessing',
  sql: `
    -- An organisation's rule on who signs off what: versions, each from the moment it was made.
    create table assessing_rule (
      id uuid primary key,
      organisation text not null references organisation,
      version integer not null check (version > 0),
      lines jsonb not null,
      second text not null check (second in ('high-risk', 'none')),
      made_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      stepped_up_how text not null,
      stepped_up_at timestamptz not null,
      unique (organisation, version)
    );
    create index on assessing_rule (made_by);
    alter table assessing_rule enable row level security;
    create policy assessing_rule_read on assessing_rule for select using (
      organisation = any ((select my_organisations())::text[]) or made_by = (select actor_id()));
    create policy assessing_rule_write on assessing_rule for insert with check (
      made_by = actor_id()
      and (has_permission('manage-team', organisation) or has_permission('issue', organisation)));
    create trigger assessing_rule_append_only before update or delete on assessing_rule
      for each row execute function refuse_change();
    grant select, insert on assessing_rule to lanyard_app;

    -- What was signed and counts only once a second assessor confirms it too.
    alter table sign_off add column needs_second boolean not null default false;
    -- How long an assessor took: counted for the organisation alone.
    alter table signing add column minutes integer check (minutes between 1 and 480);
    alter table signing add column timed text check (timed in ('visit', 'entered'));
    alter table signing add constraint signing_timed check (num_nonnulls(minutes, timed) in (0, 2));

    -- Who may look at it as the second: somebody was asked, or opened the worker's code.
    create table second_request (
      signing_id uuid not null references signing on delete cascade,
      second_id uuid not null references person,
      holder_id uuid not null references person,
      asked_by uuid not null references person,
      how text not null check (how in ('asked', 'code')),
      at timestamptz not null default clock_timestamp(),
      primary key (signing_id, second_id),
      check (second_id <> holder_id)
    );
    create index on second_request (second_id);
    create index on second_request (holder_id);
    create index on second_request (asked_by);
    alter table second_request enable row level security;

    -- Once a signing: of two seconds the first one stands.
    create table second_answer (
      signing_id uuid primary key references signing on delete cascade,
      second_id uuid not null references person,
      holder_id uuid not null references person,
      -- Those that they confirmed; a reason is for the rest.
      codes text[] not null,
      reason text check (length(reason) between 1 and 1000),
      shown jsonb not null,
      at timestamptz not null default clock_timestamp(),
      stepped_up_how text not null,
      stepped_up_at timestamptz not null,
      check (second_id <> holder_id)
    );
    create index on second_answer (second_id);
    create index on second_answer (holder_id);
    alter table second_answer enable row level security;

    -- Those that somebody was asked about: while they sign off there, and then what they answered.
    create function signings_as_second() returns uuid[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return array(select asked.signing_id from second_request asked
            join signing on signing.id = asked.signing_id
            where asked.second_id = actor_id()
              and (signing.organisation = any ((select organisations_where('assess'))::text[])
                or exists (select from second_answer answer
                  where answer.signing_id = asked.signing_id and answer.second_id = actor_id())));
        end
      $$;
    -- Reading a statement also as its second. The other reasons stay as they were.
    alter policy signing_read on signing using (
      holder_id = (select actor_id()) or assessor_id = (select actor_id())
      or organisation = any ((select answerable_organisations())::text[])
      or id = any ((select signings_as_second())::uuid[]));
    create or replace function may_see_signing(wanted uuid, issuing text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing where id = wanted
            and (assessor_id = actor_id() or organisation = any (issuing)))
            or exists (select from second_request
              where signing_id = wanted and second_id = actor_id());
        end
      $$;
    create or replace function may_see_sign_off(wanted uuid, issuing text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off join signing on signing.id = signing_id
            where sign_off.id = wanted
              and (assessor_id = actor_id() or organisation = any (issuing)
                or exists (select from second_request asked
                  where asked.signing_id = signing.id and asked.second_id = actor_id())));
        end
      $$;
    create policy second_request_read on second_request for select using (
      holder_id = (select actor_id()) or second_id = (select actor_id())
      or may_see_signing(signing_id, (select answerable_organisations())));
    create policy second_answer_read on second_answer for select using (
      holder_id = (select actor_id()) or second_id = (select actor_id())
      or may_see_signing(signing_id, (select answerable_organisations())));

    -- Whoever sees a signing notes that they looked at it, also once its holder has left.
    create policy viewing_of_signing on viewing for insert with check (
      what = 'sign-off' and viewer_id = actor_id()
      and exists (select from signing where signing.id = subject_id
        and signing.holder_id = viewing.holder_id)
      and exists (select from membership where membership.person_id = viewer_id
        and membership.organisation = viewing.organisation));

    -- The worker asks, or whoever signed first; and a colleague who signs off there.
    create function may_ask_second(of_signing uuid, of_holder uuid, wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing
            where id = of_signing and holder_id = of_holder and wanted <> assessor_id
              and actor_id() in (holder_id, assessor_id)
              and works_at(wanted, organisation) and not is_closing(of_holder)
              and exists (select from permission_grant held
                where held.person_id = wanted and held.organisation = signing.organisation
                  and held.permission = 'assess'
                  and is_current_grant(held.expires_on, held.ended_on))
              and exists (select from sign_off
                where sign_off.signing_id = signing.id and needs_second));
        end
      $$;
    create policy second_request_ask on second_request for insert with check (
      how = 'asked' and asked_by = actor_id()
      and may_ask_second(signing_id, holder_id, second_id));
    grant select, insert on second_request to lanyard_app;

    create function may_answer_second(of_signing uuid, of_holder uuid, confirmed text[])
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing
            where id = of_signing and holder_id = of_holder
              and actor_id() not in (holder_id, assessor_id)
              and has_permission('assess', organisation)
              and exists (select from second_request asked
                where asked.signing_id = signing.id and asked.second_id = actor_id())
              and confirmed <@ array(select code from sign_off
                where sign_off.signing_id = signing.id and needs_second
                  and not exists (select from sign_off_withdrawal gone
                    where gone.sign_off_id = sign_off.id)));
        end
      $$;
    create policy second_answer_give on second_answer for insert with check (
      second_id = actor_id() and may_answer_second(signing_id, holder_id, codes));
    create trigger second_answer_append_only before update or delete on second_answer
      for each row execute function refuse_change();
    grant select, insert on second_answer to lanyard_app;

    -- A code or a secret, once: it opens a visit or, after that was signed, what waits in it for a
    -- second. Figures can be guessed; the secret cannot. A guess is written down before anything is
    -- looked for, and those at one place wait for one another: nobody guesses faster than is counted.
    drop function open_visit(bytea, bytea);
    create function is_guessed_at(holder uuid, since timestamptz, own bigint) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select (select count(*) from corridor_try tried
          where tried.at > since and tried.id is distinct from own
            and works_at_one_of(holder, tried.organisations)) >= 24
      $$;
    create function waiting_in_visit(by_code bytea, by_secret bytea, own bigint) returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          me uuid := actor_id();
          shown corridor_visit;
        begin
          select * into shown from corridor_visit held
            where (held.code_hash = by_code or held.secret_hash = by_secret)
              and held.signed_at is not null and held.assessor_id <> me and held.holder_id <> me
              and held.opened_at > clock_timestamp() - interval '1 hour'
              and has_permission('assess', held.organisation)
              and works_at(held.holder_id, held.organisation) and not is_closing(held.holder_id)
              and not is_guessed_at(held.holder_id, held.made_at, own);
          if not found then
            return null;
          end if;
          insert into second_request (signing_id, second_id, holder_id, asked_by, how)
            select signing.id, me, signing.holder_id, signing.holder_id, 'code'
            from corridor_request made join signing on signing.request_id = made.request_id
            where made.visit_id = shown.id and exists (select from sign_off
                where sign_off.signing_id = signing.id and needs_second)
              and not exists (select from second_answer where signing_id = signing.id)
            on conflict do nothing;
          return (select waiting.signing_id from second_request waiting
            join signing on signing.id = waiting.signing_id
            join corridor_request made on made.request_id = signing.request_id
            where made.visit_id = shown.id and waiting.second_id = me
            order by signing.section limit 1);
        end
      $$;
    create function visit_to_open(by_code bytea, by_secret bytea, mine text[], own bigint)
      returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          me uuid := actor_id();
          offered corridor_visit;
          place text;
        begin
          select * into offered from corridor_visit live
            where (live.code_hash = by_code or live.secret_hash = by_secret)
              and live.expires_at > clock_timestamp() and live.ended_at is null
              and live.holder_id <> me and not is_closing(live.holder_id)
              and works_at_one_of(live.holder_id, mine)
              and (live.assessor_id = me or live.assessor_id is null
                and not is_guessed_at(live.holder_id, live.made_at, own))
            for update;
          -- Again, now that nobody else holds it.
          if not found or offered.assessor_id is distinct from me and offered.assessor_id is not null
          then
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
    revoke execute on function is_guessed_at, waiting_in_visit, visit_to_open from public;
    create function open_code(by_code bytea, by_secret bytea, out second uuid, out visit uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          me uuid := actor_id();
          mine text[] := organisations_where('assess');
          own bigint;
        begin
          if me is null or cardinality(mine) = 0 then
            return;
          end if;
          perform pg_advisory_xact_lock(hashtextextended('corridor-try:' || me, 0));
          if (select count(*) from corridor_try
              where assessor_id = me and at > clock_timestamp() - interval '15 minutes') >= 8
          then
            return;
          end if;
          if by_code is not null then
            perform pg_advisory_xact_lock(hashtextextended('corridor-tries-at:' || slug, 0))
              from (select slug from unnest(mine) slug order by slug) places;
            insert into corridor_try (assessor_id, organisations) values (me, mine)
              returning id into own;
          end if;
          second := waiting_in_visit(by_code, by_secret, own);
          if second is null then
            visit := visit_to_open(by_code, by_secret, mine, own);
          end if;
          if second is not null or visit is not null then
            delete from corridor_try where id = own;
          end if;
        end
      $$;

    -- What counts now is issued now: by who signs it alone, or by its second.
    create or replace function signs_now(for_holder uuid, at_organisation text) returns boolean
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          return (select count(*) from signing
                  where holder_id = for_holder and organisation = at_organisation
                    and assessor_id = actor_id() and xmin = pg_current_xact_id()::xid
                    and exists (select from sign_off
                      where sign_off.signing_id = signing.id and not needs_second))
              + (select count(*) from second_answer answer
                  join signing on signing.id = answer.signing_id
                  where answer.holder_id = for_holder and signing.organisation = at_organisation
                    and answer.second_id = actor_id() and cardinality(answer.codes) > 0
                    and answer.xmin = pg_current_xact_id()::xid)
            > (select count(*) from credential
               where holder_id = for_holder and organisation = at_organisation
                 and issued_by = actor_id() and xmin = pg_current_xact_id()::xid);
        end
      $$;
    create or replace function changes_own_now(of_credential uuid, of_holder uuid) returns boolean
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing_credential shown
            join signing on signing.id = shown.signing_id
            where shown.credential_id = of_credential and signing.holder_id = of_holder and (
              (signing.assessor_id = actor_id() and (
                exists (select from signing_correction corrected
                  where corrected.signing_id = signing.id
                    and corrected.xmin = pg_current_xact_id()::xid)
                or exists (select from sign_off join sign_off_withdrawal taken
                    on taken.sign_off_id = sign_off.id
                  where sign_off.signing_id = signing.id and taken.cause = 'taken-back'
                    and taken.xmin = pg_current_xact_id()::xid)))
              or exists (select from second_answer answer
                where answer.signing_id = signing.id and answer.second_id = actor_id()
                  and answer.xmin = pg_current_xact_id()::xid)));
        end
      $$;
    create function seconded_by_me(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from second_answer
            where signing_id = wanted and second_id = actor_id());
        end
      $$;
    -- Whoever signed, first or second, takes the credential of both out of use for a new one.
    create function shows_my_signing(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from signing_credential shown
            join signing on signing.id = shown.signing_id
            where shown.credential_id = wanted and (signing.assessor_id = actor_id()
              or signing.id = any (signings_as_second())));
        end
      $$;
    alter policy credential_read on credential using (
      holder_id = (select actor_id()) or issued_by = (select actor_id())
      or organisation = any ((select answerable_organisations())::text[])
      or shared_by_link(id) or shows_my_signing(id));
    create policy signing_credential_second on signing_credential for insert with check (
      seconded_by_me(signing_id) and exists (
        select from signing join credential on credential.id = credential_id
          and credential.holder_id = signing.holder_id
          and credential.organisation = signing.organisation
        where signing.id = signing_id and signing.holder_id = signing_credential.holder_id));

    -- The hours of a quarter that has ended, with how many people they are of; never whose.
    create function assessing_quarters(at_organisation text, today date)
      returns table (quarter date, assessors integer, minutes integer, visits integer,
        visit_assessors integer, entered_assessors integer, signings integer, timed_signings integer)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not (has_permission('manage-team', at_organisation)
            or has_permission('issue', at_organisation))
          then
            return;
          end if;
          return query
            select date_trunc('quarter', signing.at at time zone 'Europe/London')::date,
              (count(distinct signing.assessor_id) filter (where signing.minutes is not null))::integer,
              coalesce(sum(signing.minutes), 0)::integer,
              coalesce(sum(signing.minutes) filter (where signing.timed = 'visit'), 0)::integer,
              (count(distinct signing.assessor_id) filter (where signing.timed = 'visit'))::integer,
              (count(distinct signing.assessor_id) filter (where signing.timed = 'entered'))::integer,
              count(*)::integer, count(signing.minutes)::integer
            from signing
            where signing.organisation = at_organisation
              and (signing.at at time zone 'Europe/London')
                < date_trunc('quarter', today::timestamp)
              and (signing.at at time zone 'Europe/London')
                >= date_trunc('quarter', today::timestamp) - interval '2 years'
            group by 1 order by 1 desc;
        end
      $$;

    -- Nobody is reminded of what never counted.
    create function counts_with_second(of_signing uuid, of_code text, needs boolean) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not needs or exists (select from second_answer
          where signing_id = of_signing and of_code = any (codes))
      $$;
    create function may_be_reminded(person uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not is_closing(person)
      $$;
    revoke execute on function may_be_reminded from public;
    create or replace function take_review_reminders(today date)
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
                and counts_with_second(sign_off.signing_id, sign_off.code, needs_second)
                and may_be_reminded(reviewed.holder_id)
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
                    and counts_with_second(later.signing_id, later.code, later.needs_second)
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

    create function erase_assessing(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from second_request asked where of_person in (asked.holder_id, asked.second_id)
            and not exists (select from second_answer where signing_id = asked.signing_id);
        end
      $$;
  `,
}
