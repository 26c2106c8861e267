import type { Migration } from './list.ts'

export const signIn: Migration = {
  name: '0007-sign-in',
  sql: `
    -- A session says how somebody signed in and last showed that it is them. Whoever is signed in
    -- while this migrates signs in again.
    delete from session;
    alter table session
      add column id uuid not null unique default gen_random_uuid(),
      add column proof text not null check (proof in
        ('passkey', 'email-code', 'oidc', 'recovery-sheet', 'printed-code', 'demonstration')),
      add column stepped_up_how text not null check (stepped_up_how in
        ('passkey', 'email-code', 'oidc', 'recovery-sheet', 'printed-code', 'demonstration')),
      add column stepped_up_at timestamptz not null,
      add column shared_computer boolean not null,
      add column last_seen_at timestamptz not null,
      add column device text not null check (length(device) <= 60);
    create index on session (person_id);
    drop policy session_sign_in on session;
    create policy session_read on session for select
      using (actor() = 'job:sign-in' or person_id = actor_id());
    create policy session_start on session for insert with check (actor() = 'job:sign-in');
    create policy session_change on session for update
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');
    create policy session_end on session for delete
      using (actor() = 'job:sign-in' or person_id = actor_id());
    grant update (token_hash, stepped_up_how, stepped_up_at, last_seen_at) on session to lanyard_app;

    -- The kinds of device somebody has signed in on, to tell them of another.
    create table known_device (
      person_id uuid not null references person,
      device text not null,
      first_seen_at timestamptz not null,
      primary key (person_id, device)
    );
    alter table known_device enable row level security;
    create policy known_device_sign_in on known_device for all
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');

    -- Only addresses that somebody has shown to be theirs. A work address may have an end, after
    -- which it may be given to somebody else, and opens nothing any more.
    create table email_address (
      id uuid primary key,
      person_id uuid not null references person,
      address text not null unique
        check (address = lower(address) and length(address) between 3 and 254),
      kind text not null check (kind in ('personal', 'work')),
      ends_on date,
      confirmed_at timestamptz not null,
      reminded_at timestamptz,
      check (ends_on is null or kind = 'work')
    );
    create index on email_address (person_id);
    create index on email_address (ends_on) where ends_on is not null;
    alter table email_address enable row level security;
    create policy email_address_read on email_address for select using (
      person_id = actor_id()
      or actor() in ('job:sign-in', 'job:remind-of-work-address', 'job:load-content'));
    create policy email_address_insert on email_address for insert
      with check (actor() in ('job:sign-in', 'job:load-content'));
    create policy email_address_change on email_address for update
      using (actor() in ('job:sign-in', 'job:remind-of-work-address'))
      with check (actor() in ('job:sign-in', 'job:remind-of-work-address'));
    create policy email_address_remove on email_address for delete
      using (person_id = actor_id() or actor() = 'job:sign-in');

    -- A code in a letter, with what it opens. It is bound to the browser or to the session that
    -- asked, and a copy of the table gives no code away.
    create table email_code (
      id uuid primary key,
      purpose text not null check (purpose in ('sign-in', 'step-up', 'add-address')),
      address text not null,
      person_id uuid references person,
      browser_hash bytea unique,
      session_id uuid references session (id) on delete cascade,
      link_hash bytea unique,
      -- None where only the link opens anything: too many codes went there already.
      code_hash bytea,
      tries integer not null default 0,
      shared_computer boolean not null default false,
      next_path text,
      kind text check (kind in ('personal', 'work')),
      ends_on date,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      check ((purpose = 'sign-in') = (browser_hash is not null)),
      check ((purpose = 'sign-in') = (session_id is null)),
      check (purpose = 'sign-in' or person_id is not null),
      check (code_hash is not null or link_hash is not null),
      check ((purpose = 'add-address') = (kind is not null))
    );
    create index on email_code (address, created_at);
    create index on email_code (created_at);
    create index on email_code (session_id);
    alter table email_code enable row level security;
    create policy email_code_sign_in on email_code for all
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');

    -- A printed sheet of ten codes. Its id is the hash of what the form that asked for it carried,
    -- so that asking twice makes it once. The first half of a code finds it, the second is kept
    -- only as the slow hash of a password: a code to be typed is shorter than a key.
    create table recovery_sheet (
      id bytea primary key,
      person_id uuid not null references person,
      made_at timestamptz not null
    );
    create index on recovery_sheet (person_id, made_at desc);
    alter table recovery_sheet enable row level security;
    create policy recovery_sheet_read on recovery_sheet for select using (
      person_id = actor_id() or actor() in ('job:sign-in', 'job:remind-of-work-address'));
    create policy recovery_sheet_make on recovery_sheet for insert
      with check (person_id = actor_id());
    create table recovery_code (
      finder text primary key,
      sheet_id bytea not null references recovery_sheet,
      person_id uuid not null references person,
      salt bytea not null,
      code_hash bytea not null,
      used_at timestamptz
    );
    create index on recovery_code (person_id);
    alter table recovery_code enable row level security;
    create policy recovery_code_read on recovery_code for select using (
      person_id = actor_id() or actor() in ('job:sign-in', 'job:remind-of-work-address'));
    create policy recovery_code_make on recovery_code for insert with check (
      used_at is null and person_id = actor_id()
      and exists (select from recovery_sheet where id = sheet_id and person_id = actor_id()));
    create policy recovery_code_use on recovery_code for update
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');
    create policy recovery_code_remove on recovery_code for delete
      using (person_id = actor_id());

    grant select, insert on known_device, recovery_sheet to lanyard_app;
    grant select, insert, delete on email_address, email_code, recovery_code to lanyard_app;
    grant update (reminded_at, ends_on) on email_address to lanyard_app;
    grant update (tries, used_at) on email_code to lanyard_app;
    grant update (used_at) on recovery_code to lanyard_app;

    -- How and when whoever signs or withdraws showed that it is them. Asked of every new row.
    alter table signing
      add column stepped_up_how text,
      add column stepped_up_at timestamptz,
      add constraint signing_stepped_up
        check (stepped_up_how is not null and stepped_up_at is not null) not valid;
    alter table sign_off_withdrawal
      add column stepped_up_how text,
      add column stepped_up_at timestamptz,
      add constraint sign_off_withdrawal_stepped_up
        check (stepped_up_how is not null and stepped_up_at is not null) not valid;
  `,
}
