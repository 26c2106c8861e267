import type { Migration } from './list.ts'

export const versions: Migration = {
  name: '0039-versions',
  sql: `
    -- What became of each statement of the edition before: written with the edition, and never changed.
    create table edition_succession (
      edition text primary key references edition,
      from_edition text not null references edition,
      reconfirm_by date not null
    );
    create table succession_line (
      edition text not null references edition_succession,
      from_code text not null,
      fate text not null check (fate in ('unchanged', 'reworded', 'moved', 'meaning-changed',
        'split', 'merged', 'retired')),
      to_codes text[] not null,
      reason text,
      primary key (edition, from_code)
    );
    alter table edition_succession enable row level security;
    alter table succession_line enable row level security;
    create policy edition_succession_read on edition_succession for select using (true);
    create policy succession_line_read on succession_line for select using (true);
    create policy edition_succession_load on edition_succession for insert
      with check (actor() = 'job:load-content');
    create policy succession_line_load on succession_line for insert
      with check (actor() = 'job:load-content');
    create trigger edition_succession_append_only before update or delete on edition_succession
      for each row execute function refuse_change();
    create trigger succession_line_append_only before update or delete on succession_line
      for each row execute function refuse_change();
    grant select, insert on edition_succession, succession_line to lanyard_app;
  `,
}
