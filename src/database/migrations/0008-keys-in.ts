import type { Migration } from './list.ts'

export const keysIn: Migration = {
  name: '0008-keys-in',
  sql: `
    create table passkey (
      id uuid primary key,
      person_id uuid not null references person,
      credential_id text not null unique
        check (credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) <= 1400),
      public_key bytea not null,
      -- What the authenticator knows its owner by: drawn at random, so that it tells nothing.
      user_handle bytea not null check (octet_length(user_handle) = 32),
      counter bigint not null check (counter >= 0),
      transports text[] not null,
      -- May it be copied to the owner's other devices, and has it been?
      backup_eligible boolean not null,
      backed_up boolean not null,
      name text not null check (char_length(name) between 1 and 60),
      added_at timestamptz not null,
      last_used_at timestamptz,
      check (backup_eligible or not backed_up)
    );
    create index on passkey (person_id);
    alter table passkey enable row level security;
    create policy passkey_read on passkey for select using (
      person_id = actor_id() or actor() = 'job:sign-in');
    create policy passkey_add on passkey for insert with check (person_id = actor_id());
    create policy passkey_change on passkey for update
      using (person_id = actor_id() or actor() = 'job:sign-in')
      with check (person_id = actor_id() or actor() = 'job:sign-in');
    create policy passkey_remove on passkey for delete using (person_id = actor_id());

    -- Drawn for one ceremony of one browser, and taken out of the table by the first answer.
    create table passkey_challenge (
      challenge_hash bytea primary key,
      browser_hash bytea not null,
      purpose text not null check (purpose in ('add', 'sign-in', 'step-up')),
      person_id uuid references person,
      user_handle bytea,
      expires_at timestamptz not null,
      check ((purpose = 'sign-in') = (person_id is null)),
      check ((purpose = 'add') = (user_handle is not null))
    );
    create index on passkey_challenge (expires_at);
    alter table passkey_challenge enable row level security;
    create policy passkey_challenge_sign_in on passkey_challenge for all
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');

    -- Who somebody is at a provider of OpenID Connect: only ever one account of ours.
    create table open_id_identity (
      id uuid primary key,
      person_id uuid not null references person,
      issuer text not null check (char_length(issuer) between 1 and 500),
      subject text not null check (char_length(subject) between 1 and 255),
      provider text not null,
      linked_at timestamptz not null,
      last_used_at timestamptz,
      unique (issuer, subject)
    );
    create index on open_id_identity (person_id);
    alter table open_id_identity enable row level security;
    create policy open_id_identity_read on open_id_identity for select using (
      person_id = actor_id() or actor() = 'job:sign-in');
    create policy open_id_identity_link on open_id_identity for insert
      with check (person_id = actor_id());
    create policy open_id_identity_use on open_id_identity for update
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');
    create policy open_id_identity_remove on open_id_identity for delete
      using (person_id = actor_id());

    -- Sent to a provider and not back yet. Taken out of the table by the first return.
    create table open_id_login (
      state_hash bytea primary key,
      browser_hash bytea not null,
      provider text not null,
      purpose text not null check (purpose in ('sign-in', 'step-up', 'link')),
      person_id uuid references person,
      nonce text not null,
      code_verifier text not null,
      next text not null,
      shared_computer boolean not null,
      started_at timestamptz not null,
      expires_at timestamptz not null,
      check ((purpose = 'sign-in') = (person_id is null))
    );
    create index on open_id_login (expires_at);
    alter table open_id_login enable row level security;
    create policy open_id_login_sign_in on open_id_login for all
      using (actor() = 'job:sign-in') with check (actor() = 'job:sign-in');

    grant select, insert, delete on passkey, passkey_challenge, open_id_identity, open_id_login
      to lanyard_app;
    grant update (counter, backed_up, name, last_used_at) on passkey to lanyard_app;
    grant update (last_used_at) on open_id_identity to lanyard_app;
  `,
}
