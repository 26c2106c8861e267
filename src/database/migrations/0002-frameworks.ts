import type { Migration } from './list.ts'

export const frameworks: Migration = {
  name: '0002-frameworks',
  sql: `
    create text search configuration english_unaccent (copy = english);
    alter text search configuration english_unaccent
      alter mapping for hword, hword_part, word with unaccent, english_stem;

    create table edition (
      ref text primary key,
      slug text not null,
      version text not null,
      title text not null,
      digest text not null,
      content jsonb not null,
      derivation jsonb,
      loaded_at timestamptz not null default now(),
      unique (slug, version)
    );
    create table edition_status (
      edition text not null references edition on delete cascade,
      status text not null check (status in ('draft', 'in-consultation', 'published', 'withdrawn')),
      at timestamptz not null default clock_timestamp(),
      primary key (edition, at)
    );
    create table statement (
      edition text not null references edition on delete cascade,
      code text not null,
      position integer not null,
      section text not null,
      domain integer not null,
      level text not null,
      capability text not null,
      text text not null,
      pillars text[] not null,
      professions text[] not null,
      search tsvector not null,
      primary key (edition, code)
    );
    create index on statement using gin (search);

    create function is_published(wanted text) returns boolean language sql stable
      return exists (select from edition_status
                     where edition_status.edition = wanted and status = 'published');

    alter table edition enable row level security;
    alter table edition_status enable row level security;
    alter table statement enable row level security;
    create policy edition_read on edition for select using (true);
    create policy edition_status_read on edition_status for select using (true);
    create policy statement_read on statement for select using (true);
    create policy edition_load on edition for insert with check (actor() = 'job:load-content');
    create policy edition_status_load on edition_status for insert
      with check (actor() = 'job:load-content');
    create policy statement_load on statement for insert with check (actor() = 'job:load-content');
    create policy edition_redraft on edition for delete using (actor() = 'job:load-content');
    grant select, insert, delete on edition to lanyard_app;
    grant select, insert on edition_status, statement to lanyard_app;

    -- A published version never changes, whoever asks: the owner and migrations too.
    create function refuse_change_to_published() returns trigger language plpgsql as $$
      declare
        changed text := case tg_table_name
          when 'edition' then to_jsonb(old) ->> 'ref' else to_jsonb(coalesce(new, old)) ->> 'edition' end;
      begin
        if is_published(changed) then
          raise exception 'edition % is published: make a new edition', changed
            using errcode = 'restrict_violation';
        end if;
        return case tg_op when 'DELETE' then old else new end;
      end
    $$;
    create trigger edition_published before update or delete on edition
      for each row execute function refuse_change_to_published();
    create trigger statement_published before insert or update or delete on statement
      for each row execute function refuse_change_to_published();
    create trigger edition_status_append_only before update or delete on edition_status
      for each row when (old.status in ('published', 'withdrawn')) execute function refuse_change();
  `,
}
