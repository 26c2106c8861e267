import type { Migration } from './list.ts'

export const evidence: Migration = {
  name: '0020-evidence',
  sql: `
    -- What a holder keeps to show how they know: words, or a file made anew from what they sent.
    create table evidence (
      id uuid primary key,
      holder_id uuid not null references person,
      entry_id uuid references passport_entry on delete cascade,
      edition text references edition,
      code text,
      words text not null check (length(words) between 1 and 2000),
      file_type text check (file_type in ('application/pdf', 'image/jpeg')),
      size integer check (size > 0),
      scan text check (scan in ('clean', 'not-scanned')),
      at timestamptz not null default clock_timestamp(),
      check ((entry_id is null) <> (code is null)),
      check ((code is null) = (edition is null)),
      check (num_nulls(file_type, size, scan) in (0, 3))
    );
    create index on evidence (holder_id);
    create index on evidence (entry_id);
    -- Its own key, sealed with the key-encryption key; and its bytes, sealed with its own key.
    create table evidence_file (
      evidence_id uuid primary key references evidence on delete cascade,
      holder_id uuid not null references person,
      sealed_key bytea not null,
      sealed bytea not null
    );
    create index on evidence_file (holder_id);
    alter table evidence_file alter column sealed set storage external;

    alter table evidence enable row level security;
    alter table evidence_file enable row level security;
    create policy evidence_read on evidence for select using (holder_id = actor_id());
    create policy evidence_write on evidence for insert with check (
      holder_id = actor_id() and (entry_id is null or exists (
        select from passport_entry where passport_entry.id = entry_id
          and passport_entry.holder_id = evidence.holder_id)));
    create policy evidence_remove on evidence for delete using (holder_id = actor_id());
    create policy evidence_file_read on evidence_file for select using (holder_id = actor_id());
    create policy evidence_file_write on evidence_file for insert with check (
      holder_id = actor_id() and exists (select from evidence
        where evidence.id = evidence_id and evidence.holder_id = evidence_file.holder_id));
    grant select, insert, delete on evidence to lanyard_app;
    grant select, insert on evidence_file to lanyard_app;

    create function erase_evidence(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from evidence where holder_id = of_person;
        end
      $$;

    create or replace function lock_sealed_keys() returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_rotation();
          lock table issuer_key, holder_key, audit_private_key, evidence_file
            in share row exclusive mode;
        end
      $$;
    create or replace function list_sealed_keys(of_kind text, after text, most integer)
      returns table (id text, sealed bytea)
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_rotation();
          return query select found.id, found.sealed from (
            select 'issuer' as kind, issuer_key.id, sealed_private_key as sealed from issuer_key
            union all select 'holder', did, sealed_private_key from holder_key
            union all select 'audit', key, sealed_private_key from audit_private_key
            union all select 'evidence', evidence_id::text, sealed_key from evidence_file
          -- The keys of whoever is erased are gone.
          ) found where found.kind = of_kind and found.id > after and found.sealed <> ''::bytea
            order by found.id limit most;
        end
      $$;
    create or replace function reseal_key(of_kind text, of_id text, sealed bytea) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_rotation();
          case of_kind
            when 'issuer' then update issuer_key set sealed_private_key = sealed where id = of_id;
            when 'holder' then update holder_key set sealed_private_key = sealed where did = of_id;
            when 'audit' then
              update audit_private_key set sealed_private_key = sealed where key = of_id;
            when 'evidence' then
              update evidence_file set sealed_key = reseal_key.sealed where evidence_id::text = of_id;
          end case;
        end
      $$;
  `,
}
