import type { Migration } from './list.ts'

export const overlays: Migration = {
  name: '0041-overlays',
  sql: `
    -- What a profession, an employer, a sector or a nation adds to an edition, without copying it.
    create table framework_overlay (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
      organisation text not null references organisation,
      -- No key: an edition in consultation is loaded anew when its files change.
      edition text not null,
      kind text not null check (kind in ('profession', 'employer', 'sector', 'nation')),
      title text not null check (length(title) between 1 and 200),
      about text not null check (length(about) <= 2000),
      prefix text not null check (prefix ~ '^[A-Z]{2,6}$'),
      begun_by uuid not null references person,
      begun_at timestamptz not null default clock_timestamp(),
      unique (id, slug)
    );
    create index on framework_overlay (organisation);
    create index on framework_overlay (begun_by);
    create table overlay_statement (
      overlay_id uuid not null references framework_overlay,
      code text not null check (code ~ '^[A-Z]{2,6}-\\d+\\.\\d+\\.\\d+-[a-z-]+$' and length(code) <= 60),
      place text not null check (place ~ '^(section|statement)/' and length(place) <= 100),
      level text not null check (level in ('entry', 'intermediate', 'assistant-practitioner')),
      capability text not null check (length(capability) between 1 and 100),
      text text not null check (length(text) between 1 and 1000),
      pillars text[] not null check (cardinality(pillars) > 0),
      parties text[] not null,
      revision integer not null default 1 check (revision > 0),
      primary key (overlay_id, code)
    );
    create table overlay_column (
      overlay_id uuid not null references framework_overlay,
      slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
      title text not null check (length(title) between 1 and 60),
      position integer not null check (position >= 0),
      primary key (overlay_id, slug)
    );
    create table overlay_cell (
      overlay_id uuid not null,
      column_slug text not null,
      statement text not null check (length(statement) <= 60),
      text text not null check (length(text) between 1 and 1000),
      primary key (overlay_id, column_slug, statement),
      foreign key (overlay_id, column_slug) references overlay_column on delete cascade
    );
    -- What was published, whole: a newer one follows and takes nothing away.
    create table overlay_version (
      overlay_id uuid not null,
      slug text not null,
      number integer not null check (number > 0),
      edition text not null,
      content jsonb not null,
      published_by uuid not null references person,
      published_at timestamptz not null default clock_timestamp(),
      primary key (overlay_id, number),
      foreign key (overlay_id, slug) references framework_overlay (id, slug)
    );
    create index on overlay_version (slug, number desc);
    create index on overlay_version (published_by);
    create table overlay_withdrawal (
      overlay_id uuid not null,
      number integer not null,
      reason text not null check (length(reason) between 1 and 1000),
      withdrawn_by uuid not null references person,
      withdrawn_at timestamptz not null default clock_timestamp(),
      primary key (overlay_id, number),
      foreign key (overlay_id, number) references overlay_version
    );
    create index on overlay_withdrawal (withdrawn_by);

    create function may_write_overlay(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from framework_overlay
            where id = wanted and has_permission('steward-framework', organisation));
        end
      $$;

    alter table framework_overlay enable row level security;
    alter table overlay_statement enable row level security;
    alter table overlay_column enable row level security;
    alter table overlay_cell enable row level security;
    alter table overlay_version enable row level security;
    alter table overlay_withdrawal enable row level security;
    create policy overlay_read on framework_overlay for select using (
      begun_by = actor_id() or has_permission('steward-framework', organisation));
    create policy overlay_begin on framework_overlay for insert with check (
      begun_by = actor_id() and has_permission('steward-framework', organisation));
    create policy overlay_set on framework_overlay for update using (
      has_permission('steward-framework', organisation));
    create policy overlay_statement_write on overlay_statement using (may_write_overlay(overlay_id));
    create policy overlay_column_write on overlay_column using (may_write_overlay(overlay_id));
    create policy overlay_cell_write on overlay_cell using (may_write_overlay(overlay_id));
    -- Published: anybody can read it. Names of people are another table's.
    create policy overlay_version_read on overlay_version for select using (true);
    create policy overlay_version_publish on overlay_version for insert with check (
      published_by = actor_id() and may_write_overlay(overlay_id));
    create policy overlay_withdrawal_read on overlay_withdrawal for select using (true);
    create policy overlay_withdrawal_add on overlay_withdrawal for insert with check (
      withdrawn_by = actor_id() and may_write_overlay(overlay_id));
    create trigger overlay_version_append_only before update or delete on overlay_version
      for each row execute function refuse_change();
    create trigger overlay_withdrawal_append_only before update or delete on overlay_withdrawal
      for each row execute function refuse_change();
    grant select, insert on framework_overlay, overlay_statement, overlay_column, overlay_cell,
      overlay_version, overlay_withdrawal to lanyard_app;
    grant update (edition) on framework_overlay to lanyard_app;
    grant update (place, text, pillars, parties, revision) on overlay_statement to lanyard_app;
    grant update (text) on overlay_cell to lanyard_app;
    grant delete on overlay_statement, overlay_column, overlay_cell to lanyard_app;
  `,
}
