import type { Migration } from './list.ts'

export const goals: Migration = {
  name: '0028-goals',
  sql: `
    -- What somebody wants to do next in their work: four kinds, equal. As it is now; what it said
    -- before stands in goal_change, which nobody else ever reads.
    create table goal (
      id uuid primary key,
      holder_id uuid not null references person,
      kind text not null
        check (kind in ('change-setting', 'deepen', 'pre-registration', 'move-level')),
      level text not null check (level in ('entry', 'intermediate', 'assistant-practitioner')),
      edition text not null references edition,
      codes text[] not null,
      words text check (length(words) between 1 and 500),
      look_again_on date,
      state text not null default 'open' check (state in ('open', 'completed', 'set-aside')),
      -- Whether the holder shows it to whoever supervises them.
      shared boolean not null default false,
      version integer not null default 1 check (version > 0),
      set_at timestamptz not null default clock_timestamp(),
      state_at timestamptz not null default clock_timestamp()
    );
    create index on goal (holder_id, set_at desc);
    create table goal_step (
      id uuid primary key,
      goal_id uuid not null references goal on delete cascade,
      holder_id uuid not null references person,
      -- Of content/development/goals.yaml, where it was suggested there.
      suggestion text,
      words text not null check (length(words) between 1 and 300),
      helper text not null,
      state text not null default 'open' check (state in ('open', 'done', 'put-aside')),
      version integer not null default 1 check (version > 0),
      added_at timestamptz not null default clock_timestamp(),
      state_at timestamptz not null default clock_timestamp()
    );
    create index on goal_step (goal_id, added_at);
    create index on goal_step (holder_id);
    create unique index goal_step_suggested_once on goal_step (goal_id, suggestion);
    create table goal_change (
      goal_id uuid not null references goal on delete cascade,
      number integer not null check (number > 0),
      holder_id uuid not null references person,
      act text not null check (act in
        ('set', 'changed', 'shown', 'kept-private', 'completed', 'set-aside', 'reopened',
         'step-added', 'step-changed', 'step-done', 'step-put-aside', 'step-reopened')),
      -- As they were before a change, or those of the step.
      words text,
      codes text[],
      look_again_on date,
      at timestamptz not null default clock_timestamp(),
      primary key (goal_id, number)
    );
    create index on goal_change (holder_id);

    alter table goal enable row level security;
    alter table goal_step enable row level security;
    alter table goal_change enable row level security;
    create policy goal_read on goal for select using (holder_id::text = actor());
    create policy goal_write on goal for insert with check (holder_id::text = actor());
    create policy goal_set on goal for update
      using (holder_id::text = actor()) with check (holder_id::text = actor());
    create policy goal_remove on goal for delete using (holder_id::text = actor());
    -- Whoever reads a goal reads its steps.
    create policy goal_step_read on goal_step for select using (
      holder_id::text = actor() or exists (select from goal where goal.id = goal_id));
    create policy goal_step_write on goal_step for insert
      with check (holder_id::text = actor() and exists (
        select from goal where goal.id = goal_id and goal.holder_id = goal_step.holder_id));
    create policy goal_step_set on goal_step for update
      using (holder_id::text = actor()) with check (holder_id::text = actor());
    create policy goal_change_read on goal_change for select using (holder_id::text = actor());
    create policy goal_change_write on goal_change for insert
      with check (holder_id::text = actor() and exists (
        select from goal where goal.id = goal_id and goal.holder_id = goal_change.holder_id));
    grant select, insert, delete on goal to lanyard_app;
    grant update (words, level, codes, edition, look_again_on, state, shared, version, state_at)
      on goal to lanyard_app;
    grant select, insert on goal_step, goal_change to lanyard_app;
    grant update (words, helper, state, version, state_at) on goal_step to lanyard_app;

    create function erase_goals(of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform require_erasure(of_person);
          delete from goal where holder_id = of_person;
        end
      $$;
  `,
}
