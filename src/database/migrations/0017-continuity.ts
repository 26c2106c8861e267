import type { Migration } from './list.ts'

export const continuity: Migration = {
  name: '0017-continuity',
  sql: `
    -- Whoever manages people there today, and is not about to be gone.
    create function managers_of(at_organisation text) returns table (person_id uuid, until date)
      language sql stable security definer set search_path = public, pg_temp as $$
        select held.person_id, least(held.expires_on,
          (select max(coalesce(valid_to, 'infinity')) from membership
           where membership.person_id = held.person_id
             and membership.organisation = at_organisation))
        from permission_grant held
        where held.organisation = at_organisation and held.permission = 'manage-team'
          and is_current_grant(held.expires_on, held.ended_on)
          and works_at(held.person_id, at_organisation) and not is_closing(held.person_id)
          and (is_steward() or works_at(actor_id(), at_organisation)
            or actor() = 'job:review-permissions')
      $$;
    create or replace function names_first_manager(slug text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select is_steward() and may_issue(slug) and not exists (select from managers_of(slug))
      $$;
    create function organisations_without_manager() returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select slug from organisation
        where is_steward() and ended_on is null and may_issue(slug)
          and not exists (select from managers_of(slug))
      $$;

    -- What showed a steward that the organisation wants this person, and why one was needed.
    create table manager_naming (
      grant_id uuid primary key references permission_grant on delete cascade,
      organisation text not null references organisation,
      named_by uuid not null references person,
      named_at timestamptz not null default clock_timestamp(),
      shown_by text not null check (shown_by in ('letter', 'own-address', 'public-number')),
      reason text not null check (length(reason) between 1 and 1000)
    );
    create index on manager_naming (organisation, named_at desc);
    create index on manager_naming (named_by);
    alter table manager_naming enable row level security;
    create policy manager_naming_read on manager_naming for select using (
      named_by = actor_id() or (select is_steward())
      or organisation = any ((select managed_organisations())::text[]));
    create function is_named_by_me(naming uuid, at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select is_steward() and exists (select from permission_grant
          where id = naming and organisation = at_organisation and granted_by = actor_id()
            and permission = 'manage-team')
      $$;
    create policy manager_naming_record on manager_naming for insert
      with check (named_by = actor_id() and is_named_by_me(grant_id, organisation));
    grant select, insert on manager_naming to lanyard_app;

    -- What the person held there and ran out still stands in the way of giving it anew.
    create function end_lapsed_manager(person uuid, at_organisation text) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not names_first_manager(at_organisation) then
            raise exception 'only a steward, where nobody manages people'
              using errcode = 'insufficient_privilege';
          end if;
          update permission_grant set ended_on = current_date, ended_by = actor_id()
            where person_id = person and organisation = at_organisation
              and permission = 'manage-team' and ended_on is null;
        end
      $$;

    create function names_manager_there(inviter uuid, at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not holds_permission(inviter, 'manage-team', at_organisation)
          and exists (select from permission_grant held join organisation on slug = held.organisation
            where held.person_id = inviter and held.permission = 'steward-framework'
              and organisation.kind = 'steward'
              and is_current_grant(held.expires_on, held.ended_on)
              and works_at(held.person_id, held.organisation))
      $$;
    revoke execute on function names_manager_there(uuid, text) from public;
    create or replace function take_invitation(secret bytea, taker uuid, taker_name text)
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
          -- Whoever works there already and is named by a steward keeps the job they have.
          if names_manager_there(taken.invited_by, taken.organisation) then
            select membership.id into joined from membership
              where membership.person_id = taker and membership.organisation = taken.organisation
                and valid_from <= current_date and (valid_to is null or valid_to >= current_date)
              order by valid_from, membership.id limit 1;
          end if;
          -- Somebody who left and comes back may have begun on that day before.
          for first_day in select unnest(array[taken.starts_on, current_date]) loop
            exit when joined is not null;
            insert into membership (person_id, organisation, job_title, valid_from)
              values (taker, taken.organisation, taken.job_title, first_day)
              on conflict do nothing
              returning membership.id into joined;
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

    -- Those who issue for an organisation whose only manager is about to go: one address of each.
    create function colleague_addresses(at_organisation text) returns setof text
      language sql stable security definer set search_path = public, pg_temp as $$
        select distinct on (email_address.person_id) address from email_address
        where actor() = 'job:review-permissions'
          and holds_permission(email_address.person_id, 'issue', at_organisation)
          and not holds_permission(email_address.person_id, 'manage-team', at_organisation)
          and (ends_on is null or ends_on >= current_date)
          and not is_closing(email_address.person_id)
        order by email_address.person_id, kind desc, confirmed_at desc
      $$;
    -- Whoever issues for what came of a merger answers for what those before it issued, however far
    -- back. A split names nobody: there its steward is asked.
    create function inherited_issuing() returns table (organisation text, successor text)
      language sql stable security definer set search_path = public, pg_temp as $$
        with recursive inherited (organisation, successor) as (
          select mine, mine from unnest(organisations_where('issue')) mine
          union
          select ended.organisation, inherited.successor from inherited
            join organisation_event_part went_on
              on went_on.organisation = inherited.organisation and went_on.part <> 'ended'
            join organisation_event event on event.id = went_on.event_id
              and event.kind = 'merged' and event.happened_on <= london_day()
              -- Nobody gives themselves another's sign-offs by recording a merger.
              and event.recorded_by is distinct from actor_id()
            join organisation_event_part ended
              on ended.event_id = event.id and ended.part = 'ended'
        )
        select inherited.organisation, inherited.successor from inherited
          where inherited.organisation <> all (organisations_where('issue'))
      $$;
    -- Asked with nearly every page, so its plan is kept, and whoever issues for nobody is told at once.
    create function inherited_organisations() returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if cardinality(organisations_where('issue')) = 0 then
            return '{}';
          end if;
          return (select coalesce(array_agg(distinct organisation), '{}') from inherited_issuing());
        end
      $$;
    -- Those whose sign-offs the actor answers for: their own organisations', and what these inherited.
    create function answerable_organisations() returns text[]
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return organisations_where('issue') || inherited_organisations();
        end
      $$;
    alter policy person_read on person using (
      id = (select actor_id()) or may_see_person(id, (select my_organisations()))
      or answers_for_one_of(id, (select answerable_organisations())));
    alter policy signing_read on signing using (
      holder_id = (select actor_id()) or assessor_id = (select actor_id())
      or organisation = any ((select answerable_organisations())::text[]));
    alter policy sign_off_read on sign_off using (holder_id = (select actor_id())
      or may_see_signing(signing_id, (select answerable_organisations())));
    alter policy sign_off_withdrawal_read on sign_off_withdrawal using (
      holder_id = (select actor_id())
      or may_see_sign_off(sign_off_id, (select answerable_organisations())));
    alter policy signing_credential_read on signing_credential using (
      holder_id = (select actor_id())
      or may_see_signing(signing_id, (select answerable_organisations())));
    alter policy credential_read on credential using (
      holder_id = (select actor_id()) or issued_by = (select actor_id())
      or organisation = any ((select answerable_organisations())::text[])
      or shared_by_link(id));
    alter policy kept_name_read on kept_name
      using (organisation = any ((select answerable_organisations())::text[]));

    -- In whose name it was withdrawn, where that is not the organisation that issued it.
    alter table sign_off_withdrawal add column withdrawn_for text references organisation;
    create policy sign_off_withdrawal_named on sign_off_withdrawal as restrictive for insert
      with check (withdrawn_for is null or exists (
        select from sign_off join signing on signing.id = sign_off.signing_id
          join inherited_issuing() heir
            on heir.organisation = signing.organisation and heir.successor = withdrawn_for
        where sign_off.id = sign_off_withdrawal.sign_off_id));
    create function is_inherited_signing(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from signing
          where id = wanted and organisation = any (inherited_organisations()))
      $$;
    create policy sign_off_withdrawal_successor on sign_off_withdrawal for insert with check (
      withdrawn_by = actor_id() and withdrawn_for is not null and exists (
        select from sign_off where sign_off.id = sign_off_id
          and sign_off.holder_id = sign_off_withdrawal.holder_id
          and is_inherited_signing(sign_off.signing_id)));
    create policy signing_credential_successor on signing_credential for insert with check (
      is_inherited_signing(signing_id) and exists (
        select from signing join credential on credential.id = credential_id
          and credential.holder_id = signing.holder_id
          and credential.organisation = signing.organisation
        where signing.id = signing_id and signing.holder_id = signing_credential.holder_id));
    -- Nothing new: only what takes the place of one that is withdrawn in part.
    create policy credential_successor_replace on credential for insert with check (
      organisation = any (inherited_organisations())
      and replaces_same(replaces, holder_id, organisation));
    create policy status_list_use_successor on status_list for update
      using (organisation = any ((select inherited_organisations())::text[]));
    create policy status_change_successor on status_change for insert with check (
      exists (select from credential
              where credential.status_list = status_change.list
                and credential.status_index = status_change.index
                and organisation = any ((select inherited_organisations())::text[])));

    -- Where a letter still reaches somebody who works there or has just left; their own address first.
    create function addresses_of_worker(worker uuid, at_organisation text)
      returns table (address text, kind text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select email_address.address, email_address.kind from email_address
        where actor() = 'job:tell-worker' and email_address.person_id = worker
          and (ends_on is null or ends_on >= current_date) and not is_closing(worker)
          and exists (select from membership where membership.person_id = worker
            and membership.organisation = at_organisation)
        order by email_address.kind, confirmed_at
      $$;

    -- What a way in was asked, whatever came of it, and devices of long ago. The latest device stays:
    -- beside none, a new one would be taken for the first, and nobody would be told of it.
    create function end_sign_in_attempts(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone bigint;
          more bigint;
        begin
          perform require_retention();
          delete from email_code where created_at < before;
          get diagnostics gone = row_count;
          delete from passkey_challenge where expires_at < before;
          get diagnostics more = row_count;
          gone := gone + more;
          delete from open_id_login where expires_at < before;
          get diagnostics more = row_count;
          return gone + more;
        end
      $$;
    create function end_known_devices(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from known_device old where first_seen_at < before and exists (
            select from known_device later where later.person_id = old.person_id
              and (later.first_seen_at, later.device) > (old.first_seen_at, old.device));
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create index on known_device (first_seen_at);

    -- Another key-encryption key: every private key is sealed anew, in one transaction, by this job.
    create function require_rotation() returns void language plpgsql as $$
      begin
        if actor() is distinct from 'job:rotate-keys' then
          raise exception 'only the job that rotates keys' using errcode = 'insufficient_privilege';
        end if;
      end
    $$;
    create function lock_sealed_keys() returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_rotation();
          lock table issuer_key, holder_key, audit_private_key in share row exclusive mode;
        end
      $$;
    create function list_sealed_keys(of_kind text, after text, most integer)
      returns table (id text, sealed bytea)
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_rotation();
          return query select found.id, found.sealed from (
            select 'issuer' as kind, issuer_key.id, sealed_private_key as sealed from issuer_key
            union all select 'holder', did, sealed_private_key from holder_key
            union all select 'audit', key, sealed_private_key from audit_private_key
          -- The keys of whoever is erased are gone.
          ) found where found.kind = of_kind and found.id > after and found.sealed <> ''::bytea
            order by found.id limit most;
        end
      $$;
    create function reseal_key(of_kind text, of_id text, sealed bytea) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_rotation();
          case of_kind
            when 'issuer' then update issuer_key set sealed_private_key = sealed where id = of_id;
            when 'holder' then update holder_key set sealed_private_key = sealed where did = of_id;
            when 'audit' then
              update audit_private_key set sealed_private_key = sealed where key = of_id;
          end case;
        end
      $$;

    -- The operator's command: where nobody keeps the register, somebody is made to.
    create function make_first_steward(new_person uuid, known_as text, reached_at text,
        new_slug text, organisation_name text)
      returns table (outcome text, person_id uuid, organisation text, organisation_is_new boolean)
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          known email_address;
          held permission_grant;
          keeper organisation;
          is_new boolean := false;
        begin
          if actor() is distinct from 'job:operator' then
            raise exception 'only the operator' using errcode = 'insufficient_privilege';
          end if;
          perform pg_advisory_xact_lock(hashtextextended('first-steward', 0));
          select * into known from email_address where address = reached_at;
          select one.* into held from permission_grant one
            join organisation steward on steward.slug = one.organisation
            where one.permission = 'steward-framework' and steward.kind = 'steward'
              and (steward.ended_on is null or steward.ended_on > london_day())
              and is_current_grant(one.expires_on, one.ended_on)
              and works_at(one.person_id, one.organisation) and not is_closing(one.person_id)
            order by one.person_id = known.person_id desc nulls last limit 1;
          if held.id is not null then
            return query select case when held.person_id = known.person_id then 'is-steward'
              else 'another' end, held.person_id, held.organisation, false;
            return;
          end if;
          if known.ends_on < current_date or is_closing(known.person_id) then
            return query select 'not-reached', known.person_id, null::text, false;
            return;
          end if;
          select * into keeper from organisation
            where kind = 'steward' and (ended_on is null or ended_on > london_day())
            order by slug limit 1;
          if keeper.slug is null then
            insert into organisation (slug, name, kind, nation, sector)
              values (new_slug, organisation_name, 'steward', 'united-kingdom', 'voluntary')
              returning * into keeper;
            is_new := true;
          end if;
          if known.id is null then
            insert into person (id, name) values (new_person, known_as);
            insert into email_address (id, person_id, address, kind, confirmed_at)
              values (gen_random_uuid(), new_person, reached_at, 'work', clock_timestamp())
              returning * into known;
          end if;
          if not works_at(known.person_id, keeper.slug) then
            insert into membership (person_id, organisation, job_title)
              values (known.person_id, keeper.slug, 'Framework steward');
          end if;
          update permission_grant set ended_on = current_date
            where permission_grant.person_id = known.person_id
              and permission_grant.organisation = keeper.slug and ended_on is null
              and permission in ('steward-framework', 'manage-team');
          insert into permission_grant (person_id, organisation, permission, expires_on, review_on)
            select known.person_id, keeper.slug, wanted, current_date + interval '12 months',
              current_date + interval '10 months'
            from unnest(array['steward-framework', 'manage-team']) wanted;
          return query select 'made', known.person_id, keeper.slug, is_new;
        end
      $$;
    create index on permission_grant (organisation) where permission = 'manage-team' and ended_on is null;
  `,
}
