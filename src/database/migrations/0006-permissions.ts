import type { Migration } from './list.ts'

export const permissions: Migration = {
  name: '0006-permissions',
  sql: `
    -- What somebody may do for an organisation they work for: given by a person, with an end, and
    -- looked at again from time to time. It holds only while they work there.
    create table permission_grant (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      organisation text not null references organisation,
      permission text not null check (permission in ('assess', 'delegate', 'manage-team', 'issue',
        'steward-framework', 'decide-consultation', 'see-statistics')),
      granted_by uuid references person,
      granted_at timestamptz not null default clock_timestamp(),
      expires_on date,
      review_on date,
      ended_on date,
      ended_by uuid references person,
      check (granted_by is distinct from person_id)
    );
    create index on permission_grant (person_id, organisation);
    create index on permission_grant (organisation);
    create unique index permission_grant_once on permission_grant (person_id, organisation, permission)
      where ended_on is null;
    insert into permission_grant (person_id, organisation, permission)
      select distinct person_id, organisation, unnest(permissions) from membership;
    alter table permission_grant enable row level security;

    create function is_current_grant(expires_on date, ended_on date) returns boolean
      language sql stable
      return (expires_on is null or expires_on >= current_date)
        and (ended_on is null or ended_on > current_date);
    create function works_at(person uuid, at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from membership
          where person_id = person and organisation = at_organisation
            and valid_from <= current_date and (valid_to is null or valid_to >= current_date))
      $$;
    create or replace function has_permission(wanted text, at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from permission_grant held
          where held.person_id = actor_id() and held.organisation = at_organisation
            and held.permission = wanted and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
      $$;
    create or replace function answers_for(other uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from permission_grant mine join signing on signing.organisation = mine.organisation
          where mine.person_id = actor_id() and mine.permission = 'issue'
            and is_current_grant(mine.expires_on, mine.ended_on)
            and works_at(mine.person_id, mine.organisation)
            and other in (signing.holder_id, signing.assessor_id))
      $$;
    create or replace function decides_consultations() returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from permission_grant held
          where held.person_id = actor_id() and held.permission = 'decide-consultation'
            and is_current_grant(held.expires_on, held.ended_on)
            and works_at(held.person_id, held.organisation))
      $$;
    alter table membership drop column permissions;

    -- Colleagues see who may do what: whom to ask, and who answers for it.
    create policy permission_grant_read on permission_grant for select using (
      person_id = actor_id() or actor() in ('job:sign-in', 'job:load-content')
      or works_with(person_id));
    create policy permission_grant_load on permission_grant for insert
      with check (actor() = 'job:load-content');
    -- Nobody gives themselves anything, and only for where both work.
    create policy permission_grant_give on permission_grant for insert with check (
      granted_by = actor_id() and person_id <> actor_id()
      and has_permission('manage-team', organisation) and works_at(person_id, organisation));
    create policy permission_grant_end on permission_grant for update
      using (has_permission('manage-team', organisation))
      with check (has_permission('manage-team', organisation));

    create function refuse_regrant() returns trigger language plpgsql as $$
      begin
        if old.ended_on is not null
          or (old.id, old.person_id, old.organisation, old.permission, old.granted_by, old.granted_at)
            is distinct from
            (new.id, new.person_id, new.organisation, new.permission, new.granted_by, new.granted_at)
        then
          raise exception 'a grant is ended and given anew, never changed'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$;
    create trigger permission_grant_kept before update on permission_grant
      for each row execute function refuse_regrant();

    grant select, insert on permission_grant to lanyard_app;
    grant update (expires_on, review_on, ended_on, ended_by) on permission_grant to lanyard_app;
  `,
}
