import type { Migration } from './list.ts'

export const exchange: Migration = {
  name: '0043-exchange',
  sql: `
    -- A file that was read and waits for somebody to look at what it would change. It speaks of nobody.
    create table draft_import (
      id uuid primary key,
      draft_id uuid not null references draft on delete cascade,
      kind text not null check (kind in ('workbook', 'folder')),
      content jsonb not null,
      at timestamptz not null default clock_timestamp()
    );
    create index on draft_import (draft_id);
    alter table draft_import enable row level security;
    create policy draft_import_read on draft_import for select using (may_write_draft(draft_id));
    create policy draft_import_add on draft_import for insert with check (may_write_draft(draft_id));
    create policy draft_import_remove on draft_import for delete using (may_write_draft(draft_id));
    grant select, insert, delete on draft_import to lanyard_app;
  `,
}
