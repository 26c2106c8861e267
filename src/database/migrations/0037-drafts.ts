import type { Migration } from './list.ts'

export const drafts: Migration = {
  name: '0037-drafts',
  sql: `
    -- An edition that is being written: what it is made of stands in draft_thing, a row each.
    create table draft (
      id uuid primary key,
      organisation text not null references organisation,
      slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
      version text not null check (version ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(version) <= 60),
      -- No key: an edition in consultation is loaded anew when its files change.
      base text,
      state text not null default 'writing'
        check (state in ('writing', 'in-review', 'approved', 'published', 'set-aside')),
      revision integer not null default 1 check (revision > 0),
      -- By which transaction: what is changed at once is one revision.
      changed_in xid8 not null default pg_current_xact_id(),
      begun_by uuid not null references person,
      begun_at timestamptz not null default clock_timestamp()
    );
    create unique index draft_named_once on draft (slug, version) where state <> 'set-aside';
    create index on draft (organisation);
    create index on draft (begun_by);
    -- Who writes or reads it besides the stewards themselves.
    create table draft_person (
      draft_id uuid not null references draft on delete cascade,
      person_id uuid not null references person,
      role text not null check (role in ('editor', 'reviewer')),
      asked_by uuid not null references person,
      asked_at timestamptz not null default clock_timestamp(),
      ended_at timestamptz
    );
    create unique index draft_person_once on draft_person (draft_id, person_id)
      where ended_at is null;
    create index on draft_person (person_id);
    create index on draft_person (asked_by);
    create table draft_thing (
      draft_id uuid not null references draft on delete cascade,
      thing text not null check (length(thing) between 1 and 200),
      position integer not null check (position >= 0),
      value jsonb not null,
      revision integer not null default 1 check (revision > 0),
      primary key (draft_id, thing)
    ) with (fillfactor = 80);
    -- What stood there before each change; what stands there now, or stood next, is what came of it.
    create table draft_change (
      number bigint generated always as identity primary key,
      draft_id uuid not null references draft on delete cascade,
      thing text not null,
      act text not null check (act in ('added', 'changed', 'moved', 'taken-out')),
      before jsonb,
      -- Where in its list it stood, for whoever undoes the change.
      position integer check (position >= 0),
      by uuid not null references person,
      -- Of the transaction: what was changed at once was one act, and is undone at once.
      at timestamptz not null default now(),
      check ((act = 'added') = (before is null))
    );
    create index on draft_change (draft_id, thing, number desc);
    create index on draft_change (by);

    alter table draft enable row level security;
    alter table draft_person enable row level security;
    alter table draft_thing enable row level security;
    alter table draft_change enable row level security;

    create function works_on_draft(wanted uuid, as_roles text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from draft_person
            where draft_id = wanted and person_id = actor_id() and ended_at is null
              and role = any (as_roles));
        end
      $$;
    create function may_read_draft(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return works_on_draft(wanted, '{editor,reviewer}')
            or exists (select from draft where id = wanted and is_steward_of(organisation));
        end
      $$;
    create function may_write_draft(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from draft
            where id = wanted and state in ('writing', 'in-review', 'approved')
              and (is_steward_of(organisation) or works_on_draft(wanted, '{editor}')));
        end
      $$;

    -- Lists, asked once a statement, in place of a question for each of a draft's many things.
    create function readable_drafts() returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select draft_id from draft_person
              where person_id = actor_id() and ended_at is null
            union all select id from draft where organisation in (
              select slug from organisation where kind = 'steward' and is_steward_of(slug));
        end
      $$;
    create function writable_drafts() returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select id from draft
            where state in ('writing', 'in-review', 'approved') and (
              id in (select draft_id from draft_person
                where person_id = actor_id() and role = 'editor' and ended_at is null)
              or organisation in (
                select slug from organisation where kind = 'steward' and is_steward_of(slug)));
        end
      $$;

    create policy draft_read on draft for select using (id in (select readable_drafts()));
    create policy draft_begin on draft for insert with check (
      begun_by = actor_id() and state = 'writing' and is_steward_of(organisation));
    create policy draft_set on draft for update using (id in (select writable_drafts())) with check (true);
    create policy draft_person_read on draft_person for select using (
      person_id = actor_id() or draft_id in (select readable_drafts()));
    create policy draft_person_ask on draft_person for insert with check (
      asked_by = actor_id() and ended_at is null
      and exists (select from draft where id = draft_id and is_steward_of(organisation)));
    -- Once, and for good: who is asked again has another row.
    create policy draft_person_end on draft_person for update
      using (ended_at is null and (person_id = actor_id()
        or exists (select from draft where id = draft_id and is_steward_of(organisation))))
      with check (ended_at is not null);
    create policy draft_thing_read on draft_thing for select using (
      draft_id in (select readable_drafts()));
    create policy draft_thing_add on draft_thing for insert with check (
      draft_id in (select writable_drafts()));
    create policy draft_thing_set on draft_thing for update
      using (draft_id in (select writable_drafts())) with check (true);
    create policy draft_thing_remove on draft_thing for delete using (
      draft_id in (select writable_drafts()));
    create policy draft_change_read on draft_change for select using (
      by = actor_id() or draft_id in (select readable_drafts()));
    create policy draft_change_add on draft_change for insert with check (
      by = actor_id() and draft_id in (select writable_drafts()));
    create function end_draft_work(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          update draft_person set ended_at = clock_timestamp()
            where person_id = of_person and ended_at is null;
        end
      $$;
    create trigger draft_change_append_only before update or delete on draft_change
      for each row execute function refuse_change();
    grant select, insert on draft, draft_person, draft_thing, draft_change to lanyard_app;
    -- Its revision is counted by triggers alone: see 0038.
    grant update (version, state) on draft to lanyard_app;
    grant update (ended_at) on draft_person to lanyard_app;
    grant update (thing, position, value, revision) on draft_thing to lanyard_app;
    grant delete on draft_thing to lanyard_app;
  `,
}
