import type { Migration } from './list.ts'

export const audit: Migration = {
  name: '0013-audit',
  sql: `
    -- Neither is a reference: what was done stays known when a person or an organisation is gone.
    alter table audit_event add column organisation text, add column about uuid;
    create index audit_event_organisation on audit_event (organisation, at desc, id desc)
      where organisation is not null;
    create index audit_event_about on audit_event (about, at desc, id desc)
      where about is not null;
    create index audit_event_actor on audit_event (actor, at desc, id desc);
    create index audit_event_service on audit_event (at desc, id desc) where about is null;

    -- What is to be sealed, kept by triggers alone. A transaction that commits late is found here,
    -- whatever its time or the order of its rows.
    create table audit_waiting (event_id uuid primary key);
    insert into audit_waiting select id from audit_event;
    create function await_seal() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into audit_waiting values (new.id);
          return null;
        end
      $$;
    create trigger audit_event_waits after insert on audit_event
      for each row execute function await_seal();

    create table audit_key (
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      public_key bytea not null check (octet_length(public_key) = 32),
      endorsed_by text references audit_key,
      endorsement bytea,
      created_at timestamptz not null default clock_timestamp(),
      check ((endorsed_by is null) = (endorsement is null))
    );
    -- One first key, and one that follows each: the keys are a line, never a tree.
    create unique index audit_key_line on audit_key (coalesce(endorsed_by, ''));
    create table audit_private_key (
      key text primary key references audit_key,
      sealed_private_key bytea not null
    );

    -- The numbers have no gap: each batch stands on the one before it.
    create table audit_batch (
      number integer primary key check (number > 0),
      after integer generated always as (nullif(number - 1, 0)) stored references audit_batch,
      events integer not null check (events > 0),
      first_at timestamptz not null,
      last_at timestamptz not null,
      root bytea not null check (octet_length(root) = 32),
      previous bytea not null check (octet_length(previous) = 32),
      sealed_at timestamptz not null,
      key text not null references audit_key,
      signature bytea not null
    );
    create table audit_seal (
      event_id uuid primary key references audit_event,
      batch integer not null references audit_batch,
      position integer not null check (position >= 0),
      unique (batch, position)
    );
    create function end_waiting() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from audit_waiting using sealed where audit_waiting.event_id = sealed.event_id;
          return null;
        end
      $$;
    create trigger audit_seal_ends_waiting after insert on audit_seal
      referencing new table as sealed for each statement execute function end_waiting();

    create function stewards_framework() returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from permission_grant held
          where held.person_id = actor_id() and held.permission = 'steward-framework'
            and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
      $$;

    -- Where the actor may do something today: asked once a query, and not of every row.
    create function organisations_where(permitted text) returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select array(
          select held.organisation from permission_grant held
          where held.person_id = actor_id() and held.permission = permitted
            and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
      $$;

    -- Whoever it is about; whoever manages where it was done; a steward what is nobody's record.
    create policy audit_event_read on audit_event for select using (
      about = (select actor_id())
      or (select actor()) in ('job:seal-audit', 'job:verify-audit')
      or (about is null and actor = (select actor()))
      or organisation = any ((select organisations_where('manage-team'))::text[])
      or (about is null and (organisation is null or subject_ref like 'organisation:%')
          and (select stewards_framework())));
    -- Who acted, and whose record it is, for whoever may read the event.
    create function name_in_event(named uuid, part text) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select person.name from audit_event event join person
          on person.id::text = case part when 'actor' then event.actor else event.about::text end
        where event.id = named
          and (event.about = actor_id()
            or (event.about is null and event.actor = actor())
            or event.organisation = any (organisations_where('manage-team'))
            or (event.about is null and (event.organisation is null or event.subject_ref like 'organisation:%')
                and stewards_framework()))
      $$;

    alter table audit_waiting enable row level security;
    alter table audit_key enable row level security;
    alter table audit_private_key enable row level security;
    alter table audit_batch enable row level security;
    alter table audit_seal enable row level security;
    create policy audit_waiting_read on audit_waiting for select
      using ((select actor()) in ('job:seal-audit', 'job:verify-audit'));
    create policy audit_key_read on audit_key for select using (true);
    create policy audit_key_make on audit_key for insert with check (actor() = 'job:seal-audit');
    create policy audit_private_key_read on audit_private_key for select
      using (actor() = 'job:seal-audit');
    create policy audit_private_key_make on audit_private_key for insert
      with check (actor() = 'job:seal-audit');
    create policy audit_batch_read on audit_batch for select using (true);
    create policy audit_batch_seal on audit_batch for insert
      with check (actor() = 'job:seal-audit');
    create policy audit_seal_read on audit_seal for select
      using ((select actor()) in ('job:seal-audit', 'job:verify-audit'));
    create policy audit_seal_seal on audit_seal for insert
      with check (actor() = 'job:seal-audit');

    create trigger audit_key_append_only before update or delete on audit_key
      for each row execute function refuse_change();
    create trigger audit_batch_append_only before update or delete on audit_batch
      for each row execute function refuse_change();
    create trigger audit_seal_append_only before update or delete on audit_seal
      for each row execute function refuse_change();

    grant select on audit_event, audit_waiting to lanyard_app;
    grant select, insert on audit_key, audit_private_key, audit_batch, audit_seal to lanyard_app;
  `,
}
