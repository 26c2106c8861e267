import type { Migration } from './list.ts'

export const accounts: Migration = {
  name: '0001-accounts',
  sql: `
    create extension if not exists unaccent;

    -- Who is acting, as set by asActor for one transaction; null outside one.
    create function actor() returns text language sql stable
      return nullif(current_setting('app.actor', true), '');
    -- The same as a person's id, so that an index can be used; null for a link or a job.
    create function actor_id() returns uuid language sql stable
      return case when actor() ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then actor()::uuid end;

    create table organisation (
      slug text primary key,
      name text not null,
      kind text not null check (kind in
        ('nhs-trust', 'council', 'charity', 'college', 'professional-body', 'area', 'steward')),
      nation text not null,
      sector text not null,
      area text references organisation,
      verified_by text,
      verified_on date
    );
    alter table organisation enable row level security;
    create policy organisation_read on organisation for select using (true);
    create policy organisation_load on organisation for all
      using (actor() = 'job:load-content') with check (actor() = 'job:load-content');

    create table person (
      id uuid primary key,
      name text not null,
      about text,
      level text,
      profession text,
      demonstration boolean not null default false,
      created_at timestamptz not null default now()
    );
    alter table person enable row level security;

    create table membership (
      person_id uuid not null references person,
      organisation text not null references organisation,
      job_title text not null,
      permissions text[] not null default '{}',
      valid_from date not null default current_date,
      valid_to date,
      primary key (person_id, organisation, valid_from)
    );
    alter table membership enable row level security;

    create table registration (
      person_id uuid not null references person,
      regulator text not null,
      number text not null,
      profession text not null,
      primary key (person_id, regulator)
    );
    alter table registration enable row level security;

    create table identity_check (
      id uuid primary key,
      person_id uuid not null references person,
      organisation text not null references organisation,
      how text not null
        check (how in ('photo-document-in-person', 'document-online', 'known-to-employer')),
      checked_on date not null,
      checked_by uuid references person
    );
    create index on identity_check (person_id);
    alter table identity_check enable row level security;

    -- Policies that ask about memberships would otherwise ask themselves for ever.
    create function works_with(other uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from membership mine join membership theirs using (organisation)
          where mine.person_id::text = actor() and theirs.person_id = other
            and greatest(mine.valid_from, theirs.valid_from) <= current_date
            and (mine.valid_to is null or mine.valid_to >= current_date)
            and (theirs.valid_to is null or theirs.valid_to >= current_date))
      $$;
    create function has_permission(wanted text, at_organisation text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select from membership
          where person_id::text = actor() and organisation = at_organisation
            and wanted = any (permissions)
            and valid_from <= current_date and (valid_to is null or valid_to >= current_date))
      $$;

    create policy person_read on person for select using (
      id::text = actor() or works_with(id) or actor() in ('job:sign-in', 'job:load-content'));
    create policy person_load on person for all
      using (actor() = 'job:load-content') with check (actor() = 'job:load-content');
    create policy membership_read on membership for select using (
      person_id::text = actor() or works_with(person_id)
      or actor() in ('job:sign-in', 'job:load-content'));
    create policy membership_load on membership for all
      using (actor() = 'job:load-content') with check (actor() = 'job:load-content');
    create policy registration_read on registration for select using (
      person_id::text = actor() or works_with(person_id) or actor() = 'job:load-content');
    create policy registration_load on registration for all
      using (actor() = 'job:load-content') with check (actor() = 'job:load-content');
    create policy identity_check_read on identity_check for select using (
      person_id::text = actor() or works_with(person_id) or actor() = 'job:load-content');
    create policy identity_check_load on identity_check for all
      using (actor() = 'job:load-content') with check (actor() = 'job:load-content');

    -- The cookie holds the token, the table its hash: a copy of the table signs nobody in.
    create table session (
      token_hash bytea primary key,
      person_id uuid not null references person,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    );
    create index on session (expires_at);
    alter table session enable row level security;
    create policy session_sign_in on session for all
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');

    create table audit_event (
      id uuid primary key,
      at timestamptz not null default now(),
      actor text not null,
      action text not null,
      subject_ref text not null,
      details jsonb not null default '{}'
    );
    alter table audit_event enable row level security;
    create policy audit_event_append on audit_event for insert with check (actor = actor());

    create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end
    $$;
    create trigger audit_event_append_only before update or delete on audit_event
      for each row execute function refuse_change();

    grant usage on schema public to lanyard_app;
    grant select, insert on organisation, person, membership, registration, identity_check
      to lanyard_app;
    grant select, insert, delete on session to lanyard_app;
    grant insert on audit_event to lanyard_app;
  `,
}
