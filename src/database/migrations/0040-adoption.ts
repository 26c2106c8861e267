import type { Migration } from './list.ts'

export const adoption: Migration = {
  name: '0040-adoption',
  sql: `
    -- What is published after an organisation came is in force there once it adopts it.
    alter table organisation add column added_at timestamptz not null default clock_timestamp();

    -- From which day an organisation works by which edition. Rolled back by another one.
    create table adoption (
      id uuid primary key,
      organisation text not null references organisation,
      framework text not null,
      -- Of two who decide at once, one does.
      number integer not null check (number > 0),
      edition text not null references edition,
      from_day date not null,
      reason text not null check (length(reason) between 1 and 2000),
      made_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      stepped_up_how text not null,
      stepped_up_at timestamptz not null,
      unique (organisation, framework, number)
    );
    create index on adoption (made_by);
    alter table adoption enable row level security;

    -- Published and not withdrawn since; and of this framework.
    create function may_be_adopted(wanted text, of_framework text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from edition where ref = wanted and slug = of_framework)
            and (select status from edition_status where edition = wanted
              order by at desc limit 1) = 'published';
        end
      $$;
    create policy adoption_read on adoption for select using (
      organisation = any ((select my_organisations())::text[]) or made_by = (select actor_id()));
    create policy adoption_write on adoption for insert with check (
      made_by = actor_id() and has_permission('manage-team', organisation)
      and may_be_adopted(edition, framework) and from_day >= current_date - 1);
    create trigger adoption_append_only before update or delete on adoption
      for each row execute function refuse_change();
    grant select, insert on adoption to lanyard_app;

    -- Which edition an organisation works by is no secret; who decided it, and why, is its own.
    create function editions_adopted(by_organisation text)
      returns table (edition text, framework text, number integer, from_day date)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select made.edition, made.framework, made.number, made.from_day
            from adoption made where made.organisation = by_organisation;
        end
      $$;
  `,
}
