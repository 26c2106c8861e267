import type { Migration } from './list.ts'

export const evidenceShown: Migration = {
  name: '0036-evidence-shown',
  sql: `
    -- The evidence that a holder shows to whom they ask for a sign-off, chosen when they ask.
    create table request_evidence (
      request_id uuid not null references sign_off_request on delete cascade,
      -- What is taken out is shown no more.
      evidence_id uuid not null references evidence on delete cascade,
      holder_id uuid not null references person,
      primary key (request_id, evidence_id)
    );
    create index on request_evidence (evidence_id);
    create index on request_evidence (holder_id);
    alter table request_evidence enable row level security;

    -- Whether the actor is asked now: the request is theirs, still open, and they may still sign.
    create function is_asked_now(request uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from sign_off_request asked
            where asked.id = request and asked.assessor_id = actor_id()
              and has_permission('assess', asked.organisation)
              and not exists (select from sign_off_answer where request_id = asked.id));
        end
      $$;
    -- Scanned, if it is a file, and of no entry that is its holder's alone, as that stands now.
    create function may_be_shown(wanted uuid, of_holder uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from evidence
            where id = wanted and holder_id = of_holder and scan is distinct from 'not-scanned'
              and (entry_id is null or not (select written.private
                from passport_entry_version written where written.entry_id = evidence.entry_id
                order by written.version desc limit 1)));
        end
      $$;
    create function may_see_evidence(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from request_evidence shown
            where shown.evidence_id = wanted and is_asked_now(shown.request_id)
              and may_be_shown(wanted, shown.holder_id));
        end
      $$;

    create policy request_evidence_read on request_evidence for select
      using (holder_id = (select actor_id()) or is_asked_now(request_id));
    create policy request_evidence_write on request_evidence for insert with check (
      holder_id = actor_id() and may_be_shown(evidence_id, holder_id)
      and exists (select from sign_off_request asked
        where asked.id = request_id and asked.holder_id = request_evidence.holder_id)
      and not exists (select from sign_off_answer answer
        where answer.request_id = request_evidence.request_id));
    grant select, insert on request_evidence to lanyard_app;

    alter policy evidence_read on evidence
      using (holder_id = (select actor_id()) or may_see_evidence(id));
    alter policy evidence_file_read on evidence_file
      using (holder_id = (select actor_id()) or may_see_evidence(evidence_id));

    do $$
      declare
        held text := (select pg_get_constraintdef(oid) from pg_constraint
          where conname = 'viewing_what_check' and conrelid = 'viewing'::regclass);
      begin
        alter table viewing drop constraint viewing_what_check;
        execute 'alter table viewing add constraint viewing_what_check '
          || replace(held, 'ARRAY[', 'ARRAY[''evidence''::text, ');
      end
    $$;

    create function erase_request_evidence(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from request_evidence where holder_id = of_person;
        end
      $$;
  `,
}
