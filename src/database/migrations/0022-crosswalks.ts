import type { Migration } from './list.ts'

export const crosswalks: Migration = {
  name: '0022-crosswalks',
  sql: `
    -- Statements or sections of one edition, taken together, and a code of another framework. Who
    -- decided is nobody where it is our own suggestion. What replaces another stands in its line.
    create table mapping (
      id uuid primary key,
      line uuid not null,
      supersedes uuid unique,
      from_edition text not null references edition,
      from_codes text[] not null check (cardinality(from_codes) > 0),
      level text check (level in ('entry', 'intermediate', 'assistant-practitioner')),
      to_edition text not null references edition,
      to_code text not null,
      relation text not null
        check (relation in ('exact', 'close', 'broader', 'narrower', 'related', 'none')),
      coverage text not null check (coverage in ('whole', 'part', 'none')),
      missing text,
      confidence text not null check (confidence in ('high', 'medium', 'low')),
      why text not null,
      decided_by uuid references person,
      decided_for text references organisation,
      at timestamptz not null default clock_timestamp(),
      unique (id, line),
      unique (id, decided_by),
      foreign key (supersedes, line) references mapping (id, line),
      check ((supersedes is null) = (id = line)),
      check ((decided_by is null) = (decided_for is null)),
      check ((relation = 'none') = (coverage = 'none')),
      check ((coverage = 'part') = (missing is not null)),
      check (relation <> 'exact' or coverage = 'whole')
    );
    create index on mapping (from_edition, to_edition);
    create index on mapping (line);
    -- Two who begin the same at once: one of them has.
    create unique index mapping_begun_once
      on mapping (from_edition, to_edition, to_code, coalesce(level, ''), from_codes)
      where supersedes is null;

    -- The second person. The key: of two who answer at once, one has.
    create table mapping_answer (
      mapping_id uuid primary key,
      decided_by uuid not null,
      answered_by uuid not null references person,
      answered_for text not null references organisation,
      outcome text not null check (outcome in ('confirmed', 'refused')),
      reason text,
      at timestamptz not null default clock_timestamp(),
      foreign key (mapping_id, decided_by) references mapping (id, decided_by),
      check (answered_by <> decided_by),
      check (outcome = 'confirmed' or reason is not null)
    );

    -- The owner of that nation or sector.
    create table mapping_approval (
      mapping_id uuid primary key references mapping_answer,
      approved_by uuid not null references person,
      approved_for text not null references organisation,
      outcome text not null check (outcome in ('approved', 'not-approved')),
      reason text,
      at timestamptz not null default clock_timestamp(),
      check (outcome = 'approved' or reason is not null)
    );

    create index organisation_owners on organisation (nation) where kind = 'framework-owner';

    -- Whose nation and sector it is: as the register has the organisation, and while it is verified.
    create function owns_framework(owner text, framework text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return may_issue(owner) and exists (
            select from organisation join edition on edition.ref = framework
            where organisation.slug = owner and organisation.kind = 'framework-owner'
              and organisation.nation = edition.content -> 'skeleton' ->> 'nation'
              and organisation.sector
                = coalesce(edition.content -> 'skeleton' ->> 'sector', organisation.sector));
        end
      $$;
    create function may_approve_mapping(wanted uuid, owner text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return has_permission('steward-framework', owner) and exists (
            select from mapping join mapping_answer answer on answer.mapping_id = mapping.id
            where mapping.id = wanted and answer.outcome = 'confirmed'
              and actor_id() not in (mapping.decided_by, answer.answered_by)
              and owns_framework(owner, mapping.to_edition));
        end
      $$;

    alter table mapping enable row level security;
    alter table mapping_answer enable row level security;
    alter table mapping_approval enable row level security;
    -- Anybody can check what was decided. Names of people are another table's.
    create policy mapping_read on mapping for select using (true);
    create policy mapping_decide on mapping for insert with check (
      (decided_by = actor_id() and is_steward_of(decided_for))
      or (decided_by is null and actor() = 'job:load-content'));
    create policy mapping_answer_read on mapping_answer for select using (true);
    create policy mapping_answer_add on mapping_answer for insert with check (
      answered_by = actor_id() and is_steward_of(answered_for));
    create policy mapping_approval_read on mapping_approval for select using (true);
    create policy mapping_approval_add on mapping_approval for insert with check (
      approved_by = actor_id() and may_approve_mapping(mapping_id, approved_for));

    create trigger mapping_append_only before update or delete on mapping
      for each row execute function refuse_change();
    create trigger mapping_answer_append_only before update or delete on mapping_answer
      for each row execute function refuse_change();
    create trigger mapping_approval_append_only before update or delete on mapping_approval
      for each row execute function refuse_change();
    grant select, insert on mapping, mapping_answer, mapping_approval to lanyard_app;
  `,
}
