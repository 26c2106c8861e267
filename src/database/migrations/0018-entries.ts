import type { Migration } from './list.ts'

export const entries: Migration = {
  name: '0018-entries',
  sql: `
    create function days_in_order(first date, last date) returns boolean
      language sql immutable as $$ select first is null or last is null or first <= last $$;

    -- What a holder puts in their passport themselves. A change is a new version and the earlier
    -- ones stay; what they take out is gone, unless somebody has relied on it.
    create table passport_entry (
      id uuid primary key,
      holder_id uuid not null references person,
      kind text not null check (kind in
        ('training', 'qualification', 'apprenticeship', 'employment', 'volunteering', 'placement',
         'supporting-learners', 'lived-experience')),
      at timestamptz not null default clock_timestamp()
    );
    create index on passport_entry (holder_id);
    create table passport_entry_version (
      entry_id uuid not null references passport_entry on delete cascade,
      version integer not null check (version > 0),
      holder_id uuid not null references person,
      title text not null check (length(title) between 1 and 200),
      from_on date,
      to_on date,
      valid_until date,
      private boolean not null,
      edition text not null references edition,
      codes text[] not null,
      facts jsonb not null,
      at timestamptz not null default clock_timestamp(),
      primary key (entry_id, version),
      check (days_in_order(from_on, to_on)),
      check (days_in_order(from_on, valid_until))
    );
    create index on passport_entry_version (holder_id, entry_id, version desc);

    alter table passport_entry enable row level security;
    alter table passport_entry_version enable row level security;
    create policy passport_entry_read on passport_entry for select
      using (holder_id::text = actor());
    create policy passport_entry_write on passport_entry for insert
      with check (holder_id::text = actor());
    create policy passport_entry_remove on passport_entry for delete
      using (holder_id::text = actor());
    create policy passport_entry_version_read on passport_entry_version for select
      using (holder_id::text = actor());
    create policy passport_entry_version_write on passport_entry_version for insert
      with check (holder_id::text = actor() and exists (
        select from passport_entry where id = entry_id
          and passport_entry.holder_id = passport_entry_version.holder_id));
    grant select, insert, delete on passport_entry to lanyard_app;
    grant select, insert on passport_entry_version to lanyard_app;

    create function erase_entries(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from passport_entry where holder_id = of_person;
        end
      $$;
  `,
}
