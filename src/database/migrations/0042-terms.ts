import type { Migration } from './list.ts'

export const terms: Migration = {
  name: '0042-terms',
  sql: `
    -- One term for another throughout a draft: every place, what was decided on it and what it took.
    create table draft_term_change (
      id uuid primary key,
      draft_id uuid not null references draft,
      words jsonb not null,
      occurrences jsonb not null,
      texts jsonb not null,
      entries jsonb not null,
      by uuid not null references person,
      at timestamptz not null default clock_timestamp()
    );
    create index on draft_term_change (draft_id, at desc);
    create index on draft_term_change (by);
    -- Once: what had been edited since was left, and is listed.
    create table draft_term_put_back (
      change_id uuid primary key references draft_term_change,
      left_behind jsonb not null,
      by uuid not null references person,
      at timestamptz not null default clock_timestamp()
    );
    create index on draft_term_put_back (by);

    create function may_put_terms_back(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from draft_term_change
            where id = wanted and may_write_draft(draft_id));
        end
      $$;

    alter table draft_term_change enable row level security;
    alter table draft_term_put_back enable row level security;
    create policy draft_term_change_read on draft_term_change for select using (
      by = actor_id() or draft_id in (select id from draft));
    create policy draft_term_change_add on draft_term_change for insert with check (
      by = actor_id() and may_write_draft(draft_id));
    create policy draft_term_put_back_read on draft_term_put_back for select using (
      by = actor_id() or change_id in (select id from draft_term_change));
    create policy draft_term_put_back_add on draft_term_put_back for insert with check (
      by = actor_id() and may_put_terms_back(change_id));
    create trigger draft_term_change_append_only before update or delete on draft_term_change
      for each row execute function refuse_change();
    create trigger draft_term_put_back_append_only before update or delete on draft_term_put_back
      for each row execute function refuse_change();
    grant select, insert on draft_term_change, draft_term_put_back to lanyard_app;
  `,
}
