import type { Migration } from './list.ts'

/** The jobs' own tables are pg-boss's: see src/jobs/install-jobs.ts. */
export const jobs: Migration = {
  name: '0014-jobs',
  sql: `
    -- The demonstration's letters to made-up people, which go nowhere. Whoever acts may post one;
    -- they are read on the demonstration's own page alone.
    create table demonstration_letter (
      id bigint primary key generated always as identity,
      address text not null,
      subject text not null,
      text text not null,
      at timestamptz not null default clock_timestamp()
    );
    alter table demonstration_letter enable row level security;
    create policy demonstration_letter_post on demonstration_letter for insert with check (true);
    create policy demonstration_letter_read on demonstration_letter for select
      using (actor() = 'job:demonstration-post');
    grant select on demonstration_letter to lanyard_app;
    grant insert (address, subject, text) on demonstration_letter to lanyard_app;
  `,
}
