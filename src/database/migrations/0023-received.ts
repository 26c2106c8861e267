import type { Migration } from './list.ts'

export const received: Migration = {
  name: '0023-received',
  sql: `
    -- A credential that its holder brought from elsewhere, exactly as it came, and each look at it
    -- that found something else than the one before.
    create table received_credential (
      id uuid primary key,
      holder_id uuid not null references person,
      -- Of its one spelling: the same file twice is filed once.
      fingerprint bytea not null,
      form text not null check (form in ('json', 'jwt', 'png', 'svg', 'pdf')),
      document text not null check (octet_length(document) <= 1000000),
      title text not null check (length(title) between 1 and 200),
      kind text not null check (kind in
        ('training', 'qualification', 'apprenticeship', 'placement', 'volunteering')),
      from_on date,
      valid_until date,
      said_issuer text not null check (length(said_issuer) <= 300),
      received_at timestamptz not null default clock_timestamp(),
      looked_at timestamptz not null,
      unique (holder_id, fingerprint)
    );
    create index on received_credential (looked_at);
    create table received_check (
      id uuid primary key,
      received_id uuid not null references received_credential on delete cascade,
      holder_id uuid not null references person,
      outcome text not null check (outcome in ('valid', 'invalid', 'unknown')),
      unreadable text check (unreadable in ('not-a-credential', 'not-supported')),
      steps jsonb not null,
      made_out_to text not null check (made_out_to in
        ('holder', 'same-name', 'somebody-else', 'nobody-named')),
      issuer_name text,
      edition text references edition,
      codes text[] not null,
      at timestamptz not null,
      check (unreadable is null or outcome = 'unknown')
    );
    create index on received_check (received_id, at desc);
    create index on received_check (holder_id);

    alter table received_credential enable row level security;
    alter table received_check enable row level security;
    create policy received_credential_read on received_credential for select
      using (holder_id = actor_id() or actor() = 'job:check-received');
    create policy received_credential_write on received_credential for insert
      with check (holder_id = actor_id());
    create policy received_credential_look on received_credential for update
      using (holder_id = actor_id() or actor() = 'job:check-received')
      with check (holder_id = actor_id() or actor() = 'job:check-received');
    create policy received_credential_remove on received_credential for delete
      using (holder_id = actor_id());
    create policy received_check_read on received_check for select
      using (holder_id = actor_id() or actor() = 'job:check-received');
    create policy received_check_write on received_check for insert
      with check ((holder_id = actor_id() or actor() = 'job:check-received')
        and exists (select from received_credential brought where brought.id = received_id
          and brought.holder_id = received_check.holder_id));
    grant select, insert, delete on received_credential to lanyard_app;
    grant update (looked_at) on received_credential to lanyard_app;
    grant select, insert on received_check to lanyard_app;
    create trigger received_check_unchanged before update on received_check
      for each row execute function refuse_change();

    -- A file of training from a learning system: looked at, put right, and taken in behind the page.
    create table training_file (
      id uuid primary key,
      holder_id uuid not null references person,
      made_at timestamptz not null default clock_timestamp(),
      edition text not null references edition,
      head text[] not null,
      -- What the file said, until it is taken in or given up.
      rows jsonb,
      mapping jsonb,
      -- Those that will be taken in, each read already.
      drafts jsonb,
      started_at timestamptz,
      total integer not null default 0,
      done integer not null default 0,
      imported integer not null default 0,
      finished_at timestamptz,
      cancelled_at timestamptz,
      check (done between 0 and total and imported between 0 and done)
    );
    create index on training_file (holder_id, made_at desc);
    alter table training_file enable row level security;
    create policy training_file_read on training_file for select
      using (holder_id = actor_id() or actor() = 'job:import-training');
    create policy training_file_write on training_file for insert
      with check (holder_id = actor_id() and started_at is null and finished_at is null
        and imported = 0);
    create policy training_file_change on training_file for update
      using (holder_id = actor_id()) with check (holder_id = actor_id());
    grant select, insert on training_file to lanyard_app;
    grant update (rows, mapping, drafts, started_at, total, cancelled_at)
      on training_file to lanyard_app;

    -- Is there such a training already: asked of each row.
    create index on passport_entry_version (holder_id, lower(title), from_on);

    -- The next rows of a file that its holder started: each an entry with its first version, or
    -- neither. One that is there already, by its title and day, is left as it is. True while there
    -- are more.
    create function import_training(file uuid, most integer) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          of_file training_file;
          reached integer;
          made integer;
        begin
          if actor() is distinct from 'job:import-training' then
            raise exception 'only the job that imports training'
              using errcode = 'insufficient_privilege';
          end if;
          select * into of_file from training_file
            where id = file and started_at is not null and finished_at is null
              and cancelled_at is null
            for update;
          if of_file.id is null then
            return false;
          end if;
          perform pg_advisory_xact_lock(hashtextextended('passport:' || of_file.holder_id, 0));
          reached := least(of_file.done + most, of_file.total);
          with wanted as (
            select distinct on (lower(row.title), row.from_on) gen_random_uuid() as id, row.*
            from jsonb_array_elements(of_file.drafts) with ordinality as given (draft, place),
              jsonb_to_record(draft)
                as row (title text, from_on date, valid_until date, facts jsonb)
            where place > of_file.done and place <= reached
          ), fresh as (
            select * from wanted where not exists (
              select from passport_entry_version written
                join passport_entry entry on entry.id = written.entry_id
              where written.holder_id = of_file.holder_id and entry.kind = 'training'
                and lower(written.title) = lower(wanted.title)
                and written.from_on = wanted.from_on)
          ), entries as (
            insert into passport_entry (id, holder_id, kind)
              select id, of_file.holder_id, 'training' from fresh
          )
          insert into passport_entry_version
              (entry_id, version, holder_id, title, from_on, valid_until, private, edition, codes, facts)
            select id, 1, of_file.holder_id, title, from_on, valid_until, false, of_file.edition,
              '{}', facts
            from fresh;
          get diagnostics made = row_count;
          update training_file set done = reached, imported = of_file.imported + made,
              finished_at = case when reached = of_file.total then clock_timestamp() end
            where id = file;
          -- By itself: named above, all of it would be written again each time.
          if reached = of_file.total then
            update training_file set drafts = null where id = file;
          end if;
          return reached < of_file.total;
        end
      $$;

    -- Somebody where the holder works is asked to look at an original: what they are shown is kept
    -- as it was asked, of one version of the entry.
    create table original_request (
      id uuid primary key,
      entry_id uuid not null references passport_entry on delete cascade,
      version integer not null,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      shown jsonb not null,
      at timestamptz not null default clock_timestamp(),
      ended_at timestamptz
    );
    -- Asked twice at once, one is kept.
    create unique index original_request_once on original_request (entry_id, organisation)
      where ended_at is null;
    create index on original_request (holder_id);
    create index on original_request (organisation, at desc);
    create table original_answer (
      id uuid primary key,
      request_id uuid not null references original_request on delete cascade,
      holder_id uuid not null references person,
      organisation text not null references organisation,
      outcome text not null check (outcome in ('seen', 'not-seen')),
      how text check (how in ('paper', 'awarding-body', 'screen')),
      seen_on date,
      until date,
      reason text check (length(reason) between 1 and 300),
      answered_by uuid not null references person,
      -- Names as they were that day.
      shown jsonb not null,
      at timestamptz not null default clock_timestamp(),
      taken_back_at timestamptz,
      check (holder_id <> answered_by),
      check ((outcome = 'seen') = (how is not null)),
      check ((outcome = 'seen') = (seen_on is not null)),
      check ((outcome = 'not-seen') = (reason is not null)),
      check (outcome = 'seen' or until is null),
      check (days_in_order(seen_on, until))
    );
    -- Of two who answer at once, one does.
    create unique index original_answer_once on original_answer (request_id)
      where taken_back_at is null;
    create index on original_answer (request_id);
    create index on original_answer (holder_id);
    create index on original_answer (answered_by);

    -- As the entry is now, whatever it was when somebody was asked.
    create function is_kept_private(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return (select latest.private from passport_entry_version latest
            where latest.entry_id = wanted order by latest.version desc limit 1);
        end
      $$;
    create function is_original_open(request uuid, for_holder uuid, at_organisation text)
      returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from original_request asked
            where asked.id = request and asked.holder_id = for_holder
              and asked.organisation = at_organisation and asked.ended_at is null
              and not is_kept_private(asked.entry_id));
        end
      $$;
    alter table original_request enable row level security;
    alter table original_answer enable row level security;
    -- Where the holder works, while they work there and keep the entry from nobody.
    create policy original_request_read on original_request for select
      using (holder_id = (select actor_id())
        or (ended_at is null
          and (organisation = any ((select organisations_where('assess'))::text[])
            or organisation = any ((select organisations_where('issue'))::text[]))
          and works_at(holder_id, organisation) and not is_closing(holder_id)
          and not is_kept_private(entry_id)));
    create policy original_request_write on original_request for insert
      with check (holder_id = actor_id() and ended_at is null and works_at(holder_id, organisation)
        and exists (select from passport_entry where passport_entry.id = entry_id
          and passport_entry.holder_id = original_request.holder_id)
        and not is_kept_private(entry_id));
    create policy original_request_end on original_request for update
      using (holder_id = actor_id()) with check (holder_id = actor_id());
    create policy original_answer_read on original_answer for select
      using (holder_id = (select actor_id()) or answered_by = (select actor_id())
        or exists (select from original_request asked where asked.id = request_id));
    create policy original_answer_write on original_answer for insert
      with check (answered_by = actor_id() and holder_id <> actor_id() and taken_back_at is null
        and (has_permission('assess', organisation) or has_permission('issue', organisation))
        and works_at(holder_id, organisation)
        and is_original_open(request_id, holder_id, organisation));
    create policy original_answer_take_back on original_answer for update
      using (taken_back_at is null
        and (answered_by = actor_id() or has_permission('issue', organisation))
        and works_at(actor_id(), organisation))
      with check (taken_back_at is not null);
    grant select, insert on original_request, original_answer to lanyard_app;
    grant update (ended_at) on original_request to lanyard_app;
    grant update (taken_back_at) on original_answer to lanyard_app;

    create function end_training_files(before timestamptz) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
        declare gone bigint;
        begin
          perform require_retention();
          delete from training_file where made_at < before;
          get diagnostics gone = row_count;
          return gone;
        end
      $$;
    create function erase_brought(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from received_credential where holder_id = of_person;
          delete from training_file where holder_id = of_person;
          delete from original_request where holder_id = of_person;
        end
      $$;
  `,
}
