import type { Migration } from './list.ts'

export const successions: Migration = {
  name: '0039-successions',
  sql: `
    -- What a steward decided became of a statement of the base: the last decision counts. The number
    -- is the lock: of two who decide at once, the later has the same number and is refused.
    create table draft_fate (
      draft_id uuid not null references draft,
      from_code text not null check (length(from_code) between 1 and 100),
      number integer not null check (number > 0),
      fate text not null check (fate in
        ('unchanged', 'reworded', 'moved', 'meaning-changed', 'split', 'merged', 'retired')),
      to_codes text[] not null,
      reason text check (length(reason) between 1 and 1000),
      -- Of the words on both sides: where it differs now, the decision is out of date.
      texts_digest text not null,
      decided_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (draft_id, from_code, number),
      check ((fate = 'retired') = (cardinality(to_codes) = 0)),
      check ((fate = 'split') = (cardinality(to_codes) > 1)),
      check (fate not in ('meaning-changed', 'retired') or reason is not null)
    );
    create index on draft_fate (decided_by);
    -- Until when a sign-off of a statement that means something else counts. The last one counts.
    create table draft_reconfirm_by (
      draft_id uuid not null references draft,
      number integer not null check (number > 0),
      reconfirm_by date not null,
      decided_by uuid not null references person,
      at timestamptz not null default clock_timestamp(),
      primary key (draft_id, number)
    );
    create index on draft_reconfirm_by (decided_by);

    -- No key on the earlier edition: one in consultation is loaded anew when its files change.
    create table edition_succession (
      edition text primary key references edition,
      from_edition text not null check (from_edition <> edition),
      reconfirm_by date not null
    );
    -- One edition follows another: of two that began from it, the first that is published.
    create unique index edition_succeeded_once on edition_succession (from_edition);
    create table succession_line (
      edition text not null references edition_succession,
      from_code text not null,
      fate text not null check (fate in
        ('unchanged', 'reworded', 'moved', 'meaning-changed', 'split', 'merged', 'retired')),
      to_codes text[] not null,
      reason text,
      primary key (edition, from_code),
      check ((fate = 'retired') = (cardinality(to_codes) = 0)),
      check ((fate = 'split') = (cardinality(to_codes) > 1)),
      check (fate not in ('meaning-changed', 'retired') or reason is not null)
    );

    create function may_decide_fates(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return may_write_draft(wanted) and exists (
            select from draft where id = wanted and is_steward_of(organisation));
        end
      $$;
    -- In the transaction that publishes: while the draft is approved, before it is published.
    create function may_settle_succession(wanted text) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from draft
            where slug || '/' || version = wanted and state = 'approved'
              and is_steward_of(organisation));
        end
      $$;

    alter table draft_fate enable row level security;
    alter table draft_reconfirm_by enable row level security;
    alter table edition_succession enable row level security;
    alter table succession_line enable row level security;
    create policy draft_fate_read on draft_fate for select using (
      decided_by = actor_id() or draft_id in (select id from draft));
    create policy draft_fate_decide on draft_fate for insert with check (
      decided_by = actor_id() and may_decide_fates(draft_id));
    create policy draft_reconfirm_by_read on draft_reconfirm_by for select using (
      decided_by = actor_id() or draft_id in (select id from draft));
    create policy draft_reconfirm_by_decide on draft_reconfirm_by for insert with check (
      decided_by = actor_id() and may_decide_fates(draft_id));
    create policy edition_succession_read on edition_succession for select using (true);
    create policy edition_succession_publish on edition_succession for insert with check (
      actor() = 'job:load-content' or may_settle_succession(edition));
    create policy succession_line_read on succession_line for select using (true);
    create policy succession_line_publish on succession_line for insert with check (
      actor() = 'job:load-content' or may_settle_succession(edition));

    -- A decision counts like an edit: what was approved must be approved again.
    create trigger draft_fate_decided after insert on draft_fate
      referencing new table as changed_things
      for each statement execute function count_revision();
    create trigger draft_reconfirm_by_decided after insert on draft_reconfirm_by
      referencing new table as changed_things
      for each statement execute function count_revision();
    create trigger draft_fate_append_only before update or delete on draft_fate
      for each row execute function refuse_change();
    create trigger draft_reconfirm_by_append_only before update or delete on draft_reconfirm_by
      for each row execute function refuse_change();
    create trigger edition_succession_append_only before update or delete on edition_succession
      for each row execute function refuse_change();
    create trigger succession_line_append_only before update or delete on succession_line
      for each row execute function refuse_change();
    grant select, insert on draft_fate, draft_reconfirm_by, edition_succession, succession_line
      to lanyard_app;
  `,
}
