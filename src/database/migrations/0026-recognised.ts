import type { Migration } from './list.ts'

export const recognised: Migration = {
  name: '0026-recognised',
  sql: `
    -- What a holder brought from elsewhere can be in a set, but for what is made out to somebody
    -- else. It may be taken out of the passport: then its item shows nothing any more.
    alter table recognition_item add column received_id uuid;
    alter table recognition_item drop constraint recognition_item_check;
    alter table recognition_item add constraint recognition_item_one
      check (num_nonnulls(credential_id, entry_id, received_id) = 1);
    create function is_shareable_received(wanted uuid, for_holder uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return coalesce((select look.made_out_to <> 'somebody-else'
            from received_credential brought
            join received_check look on look.received_id = brought.id
            where brought.id = wanted and brought.holder_id = for_holder
            order by look.at desc limit 1), false);
        end
      $$;
    drop policy recognition_item_write on recognition_item;
    create policy recognition_item_write on recognition_item for insert with check (
      holder_id = actor_id()
      and exists (select from recognition_share shared where shared.id = share_id
        and shared.holder_id = recognition_item.holder_id
        and shared.organisation = recognition_item.organisation)
      and (exists (select from credential where credential.id = credential_id
            and credential.holder_id = recognition_item.holder_id)
        or exists (select from passport_entry_version written
            where written.entry_id = recognition_item.entry_id
              and written.version = entry_version
              and written.holder_id = recognition_item.holder_id and not private)
        or (received_id is not null and is_shareable_received(received_id, holder_id))));
    -- As it came, for whoever looks: they check it themselves.
    create function recognition_received(share uuid)
      returns table (item uuid, received uuid, document text, kind text, title text, from_on date,
        valid_until date, made_out_to text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not may_see_recognition(share) then
            return;
          end if;
          return query select one.id, brought.id, brought.document, brought.kind, brought.title,
              brought.from_on, brought.valid_until, look.made_out_to
            from recognition_item one
            join received_credential brought on brought.id = one.received_id
            join lateral (select * from received_check checked
              where checked.received_id = brought.id order by checked.at desc limit 1) look on true
            where one.share_id = share and look.made_out_to <> 'somebody-else'
            order by brought.title, one.id;
        end
      $$;

    -- Deciding counts: when it was shown again who decides. Asked of new rows alone: the erasure of
    -- an account changes old ones, which have none.
    alter table recognition_decision
      add column stepped_up_how text,
      add column stepped_up_at timestamptz;
    create policy recognition_decision_stepped_up on recognition_decision as restrictive for insert
      with check (stepped_up_how is not null and stepped_up_at is not null);

    -- A top-up that was done. One that was taken back stays, and another may be recorded.
    create table recognition_top_up (
      id uuid primary key,
      decision_id uuid not null references recognition_decision on delete cascade,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      done_on date not null,
      recorded_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      taken_back_at timestamptz,
      check (recorded_by <> holder_id)
    );
    -- Of two who record it at once, one does.
    create unique index recognition_top_up_once on recognition_top_up (decision_id)
      where taken_back_at is null;
    create index on recognition_top_up (decision_id);
    create index on recognition_top_up (holder_id);
    create index on recognition_top_up (recorded_by);
    -- The latest decision on its item, and one that asks for a top-up.
    create function awaits_top_up(decision uuid, for_holder uuid, at_organisation text, on_day date)
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from recognition_decision decided
            join recognition_share shared on shared.id = decided.share_id
            where decided.id = decision and decided.holder_id = for_holder
              and decided.organisation = at_organisation
              and decided.outcome = 'accept-with-top-up'
              and on_day between (shared.at at time zone 'Europe/London')::date and london_day()
              and not exists (select from recognition_decision later
                where later.item_id = decided.item_id and later.sequence > decided.sequence));
        end
      $$;
    alter table recognition_top_up enable row level security;
    create policy recognition_top_up_read on recognition_top_up for select using (
      holder_id = (select actor_id()) or recorded_by = (select actor_id())
      or organisation = any ((select recognising_organisations())::text[]));
    create policy recognition_top_up_write on recognition_top_up for insert with check (
      recorded_by = actor_id() and taken_back_at is null and may_recognise(organisation)
      and awaits_top_up(decision_id, holder_id, organisation, done_on));
    create policy recognition_top_up_take_back on recognition_top_up for update
      using (recorded_by = actor_id() and taken_back_at is null and may_recognise(organisation))
      with check (taken_back_at is not null);
    grant select, insert on recognition_top_up to lanyard_app;
    grant update (taken_back_at) on recognition_top_up to lanyard_app;
    create function name_of_top_up(top_up uuid) returns text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select person.name from recognition_top_up done
            join person on person.id = done.recorded_by
            where done.id = top_up and not is_erased(person.id)
              and (done.holder_id = actor_id() or may_recognise(done.organisation)));
        end
      $$;

    -- Of each thing the latest decision, however often it was shared: for figures.
    create function counted_recognitions(at_organisation text)
      returns table (holder_id uuid, kind text, outcome text, reason text)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not may_recognise(at_organisation) then
            return;
          end if;
          return query
            select distinct on (coalesce(item.credential_id, item.entry_id, item.received_id))
              decided.holder_id, decided.kind, decided.outcome, decided.reason
            from recognition_decision decided join recognition_item item on item.id = decided.item_id
            where decided.organisation = at_organisation
            order by coalesce(item.credential_id, item.entry_id, item.received_id),
              decided.at desc, decided.sequence desc;
        end
      $$;

    -- Where letters reach those who decide on a set: all of them, or whoever made one decision
    -- while they still may. At work first, because it is work.
    create function addresses_to_recognise(share uuid, of_decision uuid) returns setof text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:tell-recognition' then
            return;
          end if;
          return query with may as (
              select distinct granted.person_id
              from recognition_share shared
              join permission_grant granted on granted.organisation = shared.organisation
              where shared.id = share and granted.permission in ('manage-team', 'issue')
                and granted.person_id <> shared.holder_id
                and holds_permission(granted.person_id, granted.permission, shared.organisation)
            ), decider as (
              select may.person_id from may join recognition_decision decided
                on decided.decided_by = may.person_id
              where decided.id = of_decision and decided.share_id = share
            )
            select distinct on (held.person_id) held.address from email_address held
            where held.person_id in (select person_id from may)
              and (not exists (select from decider)
                or held.person_id in (select person_id from decider))
              and (held.ends_on is null or held.ends_on >= london_day())
            order by held.person_id, held.kind desc, held.confirmed_at desc;
        end
      $$;
    -- Their own address first; none where more was decided since: that letter is still to come.
    create function address_of_recognised(share uuid, decisions integer) returns setof text
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor() is distinct from 'job:tell-recognition' then
            return;
          end if;
          return query select held.address from recognition_share shared
            join email_address held on held.person_id = shared.holder_id
            where shared.id = share and not is_closing(shared.holder_id)
              and (held.ends_on is null or held.ends_on >= london_day())
              and decisions >= (select count(*) from recognition_decision where share_id = share)
            order by held.kind, held.confirmed_at limit 1;
        end
      $$;
  `,
}
